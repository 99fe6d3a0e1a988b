using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Drivers;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Charts;
using Plimsoll.Reports.Tables;
using Plimsoll.Web.Frame;

namespace Plimsoll.Web.Pages.Forecast;

/// <summary>A small chart of one kind of placement.</summary>
/// <param name="Label">The placement.</param>
/// <param name="Drawing">The chart.</param>
public sealed record SmallChart(string Label, ChartSvg Drawing);

/// <summary>Parts of the page that need choosing.</summary>
public static class ForecastView
{
    /// <summary>The six kinds of placement with most children, now or at the end of the forecast, on one scale.</summary>
    public static ImmutableArray<SmallChart> Multiples(Loaded loaded, ForecastResult forecast)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(forecast);
        var states = PlacementStates.All
            .OrderByDescending(state => forecast.Months.Max(month => month.ByPlacement[state].P50))
            .Take(6)
            .Order()
            .ToList();
        var fans = states.Select(state => new FanChartData
        {
            Id = "fan-" + state.Code().ToLowerInvariant(),
            Title = "Children in care: " + state.Label(),
            Measure = Measure.Children,
            AsAt = forecast.AsAt,
            History = ForecastCharts.History(loaded, forecast, item => item.Episode.State == state),
            Forecast = [.. forecast.Months.Select(month => FanPoint.Of(month.Month.Last, month.ByPlacement[state]))],
        }).ToList();
        var scale = SmallFan.SharedScale(fans);
        return [.. states.Zip(fans, (state, fan) => new SmallChart(state.Label(), SmallFan.Draw(fan, scale)))];
    }

    /// <summary>One of the tables by name, or null.</summary>
    public static ReportTable? Table(Loaded loaded, ForecastResult forecast, string? name) => Table(loaded, forecast, null, name);

    /// <summary>One of the tables by name, or null; with what makes the range wide where that was worked out.</summary>
    public static ReportTable? Table(Loaded loaded, ForecastResult forecast, UncertaintyDrivers? drivers, string? name) => name switch
    {
        "drivers" => drivers is null ? null : DriversView.Table(loaded, forecast, drivers),
        "dearest" => DearestTables.Placements(loaded, forecast),
        "dear-years" => DearestTables.Years(loaded, forecast),
        "by-year" => ForecastTables.Years(loaded, forecast),
        "by-month" => ForecastTables.Months(loaded, forecast),
        "by-placement" => ForecastTables.Placements(loaded, forecast),
        "cost-by-placement" => ForecastTables.PlacementCosts(loaded, forecast),
        "assumptions" => ForecastTables.Assumptions(forecast),
        _ => null,
    };

    /// <summary>All tables, for the workbook.</summary>
    public static ImmutableArray<ReportTable> Tables(Loaded loaded, ForecastResult forecast, UncertaintyDrivers? drivers) =>
    [
        ForecastTables.Years(loaded, forecast),
        ForecastTables.Months(loaded, forecast),
        ForecastTables.Placements(loaded, forecast),
        ForecastTables.PlacementCosts(loaded, forecast),
        .. new[]
        {
            drivers is null ? null : DriversView.Table(loaded, forecast, drivers),
            DearestTables.Placements(loaded, forecast),
            DearestTables.Years(loaded, forecast),
        }.OfType<ReportTable>(),
        ForecastTables.Assumptions(forecast),
    ];
}
