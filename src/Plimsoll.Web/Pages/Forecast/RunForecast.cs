using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Drivers;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Web.Runs;

namespace Plimsoll.Web.Pages.Forecast;

/// <summary>Running a forecast from the page.</summary>
public sealed partial class ForecastModel
{
    public async Task<IActionResult> OnPostAsync(string? id, [FromForm] ForecastRequest asked)
    {
        if (Loaded is null || !await FindAsync(id))
        {
            return NotFound();
        }

        Asked = asked;
        (var settings, Errors) = asked.Read(ThisYear, Loaded.Data.WindowStart, Loaded.Data.DataEnd, Settings.Recommended);
        if (!Errors.IsEmpty)
        {
            return Page();
        }

        var change = new Change("user of this machine", clock.GetUtcNow(), "forecast from the Forecast page", "");
        var run = board.Start(RunKind.Forecast, async (progress, cancel) =>
        {
            progress.Step($"Simulating {InWords.Whole(settings.Replicates)} futures of {InWords.Count(settings.Months, "month", "months")}");
            return await bench.ForecastAsync(settings, change, progress, cancel) switch
            {
                ForecastDone done => new RunState.Finished("/forecast/" + done.Result.Id),
                ForecastRefused refused => new RunState.Refused([new RunProblem(refused.What, refused.Why, refused.ToDo)]),
                _ => new RunState.Refused([new RunProblem("There are no records to forecast from.", "", "Import your returns first.")]),
            };
        });
        await run.SettleAsync(HttpContext.RequestAborted);
        return Redirect(run.Address);
    }

    public async Task<IActionResult> OnPostDriversAsync(string? id)
    {
        if (Loaded is null || !await FindAsync(id) || Forecast is not { } forecast)
        {
            return NotFound();
        }

        var change = new Change("user of this machine", clock.GetUtcNow(), "drivers from the Forecast page", "");
        var run = board.Start(RunKind.Drivers, async (progress, cancel) =>
        {
            progress.Step("Drawing one cause after the other anew");
            return await bench.DriversAsync(forecast, new DriversSettings(), change, progress, cancel) switch
            {
                DriversDone done => new RunState.Finished($"/forecast/{done.Result.Forecast}#drivers"),
                DriversRefused refused => new RunState.Refused([new RunProblem(refused.What, refused.Why, refused.ToDo)]),
                _ => new RunState.Refused([new RunProblem("There are no records to work it out from.", "", "Import your returns first.")]),
            };
        });
        await run.SettleAsync(HttpContext.RequestAborted);
        return Redirect(run.Address);
    }
}
