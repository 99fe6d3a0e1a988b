using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Store;

namespace Plimsoll.Web.Frame;

/// <summary>
/// Which forecast gives the council's figures. Anybody may try another start, level, width or price rise; such a what-if
/// must never become the figure on Home only because it was run last.
/// </summary>
public static class HeadlineForecast
{
    // A council that tries more what-ifs than this in a row is told to run the usual forecast again.
    private const int LookBack = 20;

    /// <summary>
    /// The latest usual forecast: made on the current records to their end, with the recommended settings, and reaching
    /// the end of this financial year. Null when there is none.
    /// </summary>
    public static async Task<ForecastResult?> FindAsync(Workbench bench, CareDataset data, DateOnly today, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(bench);
        ArgumentNullException.ThrowIfNull(data);
        var settings = await bench.Workspace.SettingsAsync(cancel);
        foreach (var summary in (await bench.Workspace.ForecastsAsync(cancel)).Where(item => item.Dataset == data.Id).Take(LookBack))
        {
            if (await bench.Workspace.ForecastAsync(summary.Id, cancel) is { } forecast && IsUsual(forecast, data, settings, today))
            {
                return forecast;
            }
        }

        return null;
    }

    /// <summary>Whether a forecast may give the council's figures.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="data">The current records.</param>
    /// <param name="settings">The workspace's settings, the council's own assumptions among them.</param>
    /// <param name="today">Today.</param>
    public static bool IsUsual(ForecastResult forecast, CareDataset data, WorkspaceSettings settings, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(settings);
        var year = FinancialYear.Of(today);
        return forecast.Trace.Dataset == data.Id
            && forecast.AsAt == data.DataEnd
            && forecast.Settings.Prices == PriceMode.Spread
            && settings.Assumptions.Agrees(forecast.Settings)
            && (forecast.Years[^1].Year < year || forecast.Years.All(item => item.Year != year || item.IsWhole));
    }
}
