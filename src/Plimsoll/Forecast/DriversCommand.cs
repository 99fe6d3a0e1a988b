using System.CommandLine;
using Plimsoll.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Drivers;
using Plimsoll.Shell;
using Plimsoll.Web;

namespace Plimsoll.Forecast;

/// <summary>drivers: what makes the range of a kept forecast wide.</summary>
internal static class DriversCommand
{
    public static Command Make(SharedOptions shared)
    {
        var forecast = new Option<string?>("--forecast") { Description = "Identity of a kept forecast (default: the latest).", HelpName = "ID" };
        var rows = new Option<int>("--rows")
        {
            Description = $"Pairs of futures to compare (default {DriversSettings.UsualRows}).",
            DefaultValueFactory = _ => DriversSettings.UsualRows,
            CustomParser = Given.Whole,
        };
        var command = new Command("drivers", "Say what makes the range of a forecast wide, in shares that sum to 100%.") { forecast, rows };
        command.SetAction(async (parsed, cancel) =>
        {
            var run = shared.Run(parsed);
            await using var bench = await run.OpenAsync(cancel).ConfigureAwait(false);
            return await KeptForecast.FindAsync(bench, parsed.GetValue(forecast), cancel).ConfigureAwait(false) is { } kept
                ? await SayAsync(run, bench, kept, new DriversSettings(parsed.GetValue(rows)), cancel).ConfigureAwait(false)
                : run.Refuse(KeptForecast.Missing(parsed.GetValue(forecast)));
        });
        return command;
    }

    private static async Task<int> SayAsync(CommandRun run, Workbench bench, ForecastResult forecast, DriversSettings settings, CancellationToken cancel)
    {
        // The same question has the same answer, so what is kept is not worked out again.
        if (await bench.Workspace.DriversAsync(forecast.Id, cancel).ConfigureAwait(false) is { } known && known.Rows == settings.Rows)
        {
            return Print(run, known);
        }

        var outcome = await run.Words.WithProgressAsync(
            "Drawing one part after the other anew",
            progress => bench.DriversAsync(forecast, settings, run.Change("drivers"), progress, cancel)).ConfigureAwait(false);
        return outcome switch
        {
            null => run.Refuse(NoData.Message),
            DriversRefused refused => run.Refuse($"{refused.What} {refused.Why} {refused.ToDo}"),
            DriversDone done => Print(run, done.Result),
            _ => throw new InvalidOperationException("An outcome has no words."),
        };
    }

    private static int Print(CommandRun run, UncertaintyDrivers drivers)
    {
        if (run.Json)
        {
            DriversJson.Write(run.Output, drivers);
        }
        else
        {
            DriversText.Write(run.Output, drivers);
        }

        return ExitCode.Done;
    }
}
