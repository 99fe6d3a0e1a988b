using System.CommandLine;
using Plimsoll.Care;
using Plimsoll.Core.Forecast.Backtest;
using Plimsoll.Shell;

namespace Plimsoll.Forecast;

/// <summary>backtest: tests the forecast on the council's own past, and lets the result set later forecasts.</summary>
internal static class BacktestCommand
{
    public static Command Make(SharedOptions shared)
    {
        var defaults = new BacktestSettings();
        var replicates = new Option<int>("--replicates")
        {
            Description = "Simulated futures of each of about a hundred forecasts (default 200).",
            DefaultValueFactory = _ => defaults.Replicates,
            CustomParser = Given.Whole,
        };
        var seed = new Option<ulong>("--seed")
        {
            Description = "Seed: the same data, seed and version give the same result.",
            DefaultValueFactory = _ => defaults.Seed,
            CustomParser = Given.Seed,
        };
        var command = new Command("backtest", "Test the forecast on your own past; later forecasts use the result.") { replicates, seed };
        command.SetAction(async (parsed, cancel) =>
        {
            var run = shared.Run(parsed);
            await using var bench = await run.OpenAsync(cancel).ConfigureAwait(false);
            var settings = defaults with { Replicates = parsed.GetValue(replicates), Seed = parsed.GetValue(seed) };
            var outcome = await run.Words.WithProgressAsync(
                "Forecasting from earlier dates",
                progress => bench.BacktestAsync(settings, run.Change("backtest"), progress, cancel)).ConfigureAwait(false);
            switch (outcome)
            {
                case null:
                    return run.Refuse(NoData.Message);
                case BacktestRefused refused:
                    return run.Refuse($"{refused.What} {refused.Why} {refused.ToDo}");
                case BacktestDone done when run.Json:
                    BacktestJson.Write(run.Output, done.Result);
                    return ExitCode.Done;
                case BacktestDone done:
                    BacktestText.Write(run.Output, done.Result);
                    return ExitCode.Done;
                default:
                    throw new InvalidOperationException("An outcome of a backtest has no words.");
            }
        });
        return command;
    }
}
