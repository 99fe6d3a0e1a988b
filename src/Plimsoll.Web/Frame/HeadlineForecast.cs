using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Vocabulary;

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
        foreach (var summary in (await bench.Workspace.ForecastsAsync(cancel)).Where(item => item.Dataset == data.Id).Take(LookBack))
        {
            if (await bench.Workspace.ForecastAsync(summary.Id, cancel) is { } forecast && IsUsual(forecast, data, today))
            {
                return forecast;
            }
        }

        return null;
    }

    /// <summary>Whether a forecast may give the council's figures.</summary>
    public static bool IsUsual(ForecastResult forecast, CareDataset data, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(data);
        var usual = new ForecastSettings();
        var year = FinancialYear.Of(today);
        return forecast.Trace.Dataset == data.Id
            && forecast.AsAt == data.DataEnd
            && forecast.Settings.Entries == usual.Entries
            && forecast.Settings.Spread == usual.Spread
            && PlacementStates.All.All(state => forecast.Settings.YearlyPriceRise.GetValueOrDefault(state) == usual.YearlyPriceRise[state])
            && (forecast.Years[^1].Year < year || forecast.Years.All(item => item.Year != year || item.IsWhole));
    }
}
