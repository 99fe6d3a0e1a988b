using System.CommandLine;
using System.CommandLine.Parsing;
using Plimsoll.Core.Forecast.Bridges;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Shell;

namespace Plimsoll.Forecast;

/// <summary>compare: why the average cost of a year moved from one kept forecast to another.</summary>
internal static class CompareCommand
{
    public static Command Make(SharedOptions shared)
    {
        var from = new Option<string?>("--from") { Description = "Identity of the kept forecast before (default: the one asked for before the latest).", HelpName = "ID" };
        var to = new Option<string?>("--to") { Description = "Identity of the kept forecast after (default: the latest).", HelpName = "ID" };
        var year = new Option<FinancialYear?>("--year")
        {
            Description = "Financial year, as 2026/27 (default: the first that both cover as a whole).",
            HelpName = "YEAR",
            CustomParser = Year,
        };
        var command = new Command("compare", "Say why the average cost of a year moved between two kept forecasts.") { from, to, year };
        command.SetAction(async (parsed, cancel) =>
        {
            var run = shared.Run(parsed);
            await using var bench = await run.OpenAsync(cancel).ConfigureAwait(false);
            var kept = await bench.Workspace.ForecastsAsync(cancel).ConfigureAwait(false);
            var later = parsed.GetValue(to) ?? kept.FirstOrDefault()?.Id;
            var earlier = parsed.GetValue(from) ?? kept.FirstOrDefault(one => one.Id != later)?.Id;
            if (later is null || earlier is null)
            {
                return run.Refuse("A comparison needs two forecasts, and this workspace keeps fewer. Make another with 'plimsoll forecast', from another date or with other settings.");
            }

            if (await bench.Workspace.ForecastAsync(earlier, cancel).ConfigureAwait(false) is not { } before)
            {
                return run.Refuse(KeptForecast.Missing(earlier));
            }

            if (await bench.Workspace.ForecastAsync(later, cancel).ConfigureAwait(false) is not { } after)
            {
                return run.Refuse(KeptForecast.Missing(later));
            }

            if ((parsed.GetValue(year) ?? ForecastBridge.YearsOf(before, after).Cast<FinancialYear?>().FirstOrDefault()) is not { } wanted)
            {
                return run.Refuse($"Forecasts {before.Id} and {after.Id} share no whole financial year, so there is no cost to compare. Choose two that do.");
            }

            switch (ForecastBridge.Between(before, after, wanted))
            {
                case BridgeRefused refused:
                    return run.Refuse($"{refused.What} {refused.Why} {refused.ToDo}");
                case BridgeDone done when run.Json:
                    BridgeJson.Write(run.Output, done.Bridge);
                    return ExitCode.Done;
                case BridgeDone done:
                    BridgeText.Write(run.Output, done.Bridge);
                    return ExitCode.Done;
                default:
                    throw new InvalidOperationException("An outcome has no words.");
            }
        });
        return command;
    }

    private static FinancialYear? Year(ArgumentResult result)
    {
        var text = result.Tokens.Count == 0 ? "" : result.Tokens[^1].Value;
        if (FinancialYear.Read(text) is { } year)
        {
            return year;
        }

        result.AddError($"'{text}' is not a financial year. Write it as 2026/27.");
        return null;
    }
}
