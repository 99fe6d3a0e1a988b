using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Plimsoll.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Assumptions;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Shell;
using Plimsoll.Web;

namespace Plimsoll.Forecast;

/// <summary>forecast: fits, simulates, costs, and keeps the snapshot.</summary>
internal static class ForecastCommand
{
    public static Command Make(SharedOptions shared)
    {
        var defaults = new ForecastSettings();
        var from = new Option<DateOnly?>("--from")
        {
            Description = "First day (default: the day after the records end). An earlier day uses only what was known by then.",
            HelpName = "DATE",
            CustomParser = SharedOptions.Date,
        };
        var months = new Option<int>("--months") { Description = "Number of months (default 60).", DefaultValueFactory = _ => defaults.Months, CustomParser = Given.Whole };
        var replicates = new Option<int>("--replicates") { Description = "Simulated futures (default 1000).", DefaultValueFactory = _ => defaults.Replicates, CustomParser = Given.Whole };
        var seed = new Option<ulong>("--seed") { Description = "Seed: the same data, seed and version give the same result.", DefaultValueFactory = _ => defaults.Seed, CustomParser = Given.Seed };
        var entries = new Option<EntriesMode>("--entries")
        {
            Description = "Children starting care: pulled to balance as the evidence says, the recent level, or the recent trend (default: as assumed).",
            HelpName = "evidence|recent|trend",
            DefaultValueFactory = _ => defaults.Entries,
            CustomParser = Given.OneOf<EntriesMode>,
        };
        var spread = new Option<SpreadMode>("--spread")
        {
            Description = "Width of the range: never narrower than councils' history, or the engine's own (default: as assumed).",
            HelpName = "evidence|own",
            DefaultValueFactory = _ => defaults.Spread,
            CustomParser = Given.OneOf<SpreadMode>,
        };
        var population = Assumed("--population-change", "population-change", "Yearly change of the child population for this run, as 0.005 or 0.5%.", "SHARE");
        var children = Assumed("--child-population", "child-population", "Children aged 0 to 17 in the area for this run; limits unaccompanied children.", "N");
        var budget = new Option<string[]>("--budget")
        {
            Description = "Budget for gross placement cost, as 2026/27=29900000; may be given for several years.",
            HelpName = "YEAR=POUNDS",
        };
        budget.Validators.Add(result =>
        {
            foreach (var wrong in result.Tokens.Where(token => ReadBudget(token.Value) is null))
            {
                result.AddError($"'{wrong.Value}' is not a budget. Write the financial year and pounds, as 2026/27=29900000.");
            }
        });
        var command = new Command("forecast", "Forecast children in care and placement cost, with a range.")
        {
            from, months, replicates, seed, entries, spread, population, children, budget,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var run = shared.Run(parsed);
            await using var bench = await run.OpenAsync(cancel).ConfigureAwait(false);
            var saved = await bench.Workspace.SettingsAsync(cancel).ConfigureAwait(false);
            var given = (parsed.GetValue(budget) ?? []).Select(text => ReadBudget(text)!.Value);
            var settings = saved.Recommended with
            {
                From = parsed.GetValue(from),
                Months = parsed.GetValue(months),
                Replicates = parsed.GetValue(replicates),
                Seed = parsed.GetValue(seed),
                Budgets = saved.Budgets.SetItems(given),
            };
            settings = IsGiven(parsed, entries) ? settings with { Entries = parsed.GetValue(entries) } : settings;
            settings = IsGiven(parsed, spread) ? settings with { Spread = parsed.GetValue(spread) } : settings;
            settings = Take(parsed, population, "population-change", settings);
            settings = Take(parsed, children, "child-population", settings);
            return await ForecastAsync(run, bench, settings, cancel).ConfigureAwait(false);
        });
        return command;
    }

    /// <summary>Forecasts and prints.</summary>
    public static async Task<int> ForecastAsync(CommandRun run, Workbench bench, ForecastSettings settings, CancellationToken cancel)
    {
        var outcome = await run.Words.WithProgressAsync(
            $"Simulating {InWords.Whole(settings.Replicates)} futures",
            progress => bench.ForecastAsync(settings, run.Change("forecast"), progress, cancel)).ConfigureAwait(false);
        switch (outcome)
        {
            case null:
                return run.Refuse(NoData.Message);
            case ForecastRefused refused:
                return run.Refuse($"{refused.What} {refused.Why} {refused.ToDo}");
            case ForecastDone done when run.Json:
                ForecastJson.Write(run.Output, done.Result);
                return ExitCode.Done;
            case ForecastDone done:
                ForecastWords.Write(run.Output, done.Result);
                return ExitCode.Done;
            default:
                throw new InvalidOperationException("An outcome of a forecast has no words.");
        }
    }

    // An option that overrides one of the council's assumptions for this run; read in the assumption's own written form.
    private static Option<string?> Assumed(string option, string name, string description, string help) => new(option)
    {
        Description = description,
        HelpName = help,
        CustomParser = result =>
        {
            var (text, assumption) = (result.Tokens[^1].Value, AssumptionList.Find(name)!);
            if (assumption.Read(text) is { } value)
            {
                return value;
            }

            result.AddError(assumption.Refusal(text));
            return null;
        },
    };

    private static ForecastSettings Take(ParseResult parsed, Option<string?> option, string name, ForecastSettings settings) =>
        parsed.GetValue(option) is { } value ? AssumptionList.Find(name)!.Applied(settings, value) : settings;

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    private static KeyValuePair<FinancialYear, Money>? ReadBudget(string text) =>
        text.Split('=') is [var year, var pounds]
        && FinancialYear.Read(year) is { } known
        && decimal.TryParse(pounds, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount)
            ? new(known, new Money(amount))
            : null;
}
