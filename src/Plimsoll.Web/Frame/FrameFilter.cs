using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc.Filters;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Store;

namespace Plimsoll.Web.Frame;

/// <summary>Loads what a page shows and frames the page with it, before its handler runs.</summary>
public sealed class FrameFilter(Workbench bench, TimeProvider clock) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (context.HandlerInstance is JourneyPage page)
        {
            var cancel = context.HttpContext.RequestAborted;
            var settings = await bench.Workspace.SettingsAsync(cancel);
            var data = await bench.CareAsync(cancel);
            page.Today = Clocks.Today(clock);
            var forecast = (data is null ? null : await HeadlineForecast.FindAsync(bench, data, page.Today, cancel))
                ?? await bench.Workspace.LatestForecastAsync(cancel);
            page.Settings = settings;
            page.Loaded = data is null ? null : new Loaded(data, bench.Codes, settings, forecast, page.Today);
            page.Frame = new PageFrame(settings.CouncilName, settings.IsMadeUp, Facts(page.Loaded));
        }

        await next();
    }

    private static ImmutableArray<FrameFact> Facts(Loaded? loaded)
    {
        var version = new FrameFact("Version", Workbench.Version);
        return loaded is null
            ? [new FrameFact("Data", "nothing loaded", "/data/import"), version]
            :
            [
                new FrameFact("Data as at", InWords.Date(loaded.Data.DataEnd)),
                new FrameFact("Dataset", loaded.Data.Id),
                new FrameFact("Findings", loaded.OpenFindings == 0 ? "none open" : InWords.Whole(loaded.OpenFindings) + " open", "/data"),
                loaded.Forecast is { } forecast
                    ? new FrameFact("Forecast", $"{forecast.Id}, seed {forecast.Trace.Seed}", "/forecast/" + forecast.Id)
                    : new FrameFact("Forecast", "none yet", "/forecast"),
                version,
            ];
    }
}
