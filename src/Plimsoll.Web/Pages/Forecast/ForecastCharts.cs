using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Charts;
using Plimsoll.Web.Frame;
using Plimsoll.Web.Pages.Children;
using Plimsoll.Web.TagHelpers;

namespace Plimsoll.Web.Pages.Forecast;

/// <summary>The charts of a forecast.</summary>
public static class ForecastCharts
{
    /// <summary>How many months of history stand before the forecast.</summary>
    private const int MonthsOfHistory = 60;

    /// <summary>Children in care: what happened and what to expect.</summary>
    /// <param name="loaded">The records, for the history.</param>
    /// <param name="forecast">The forecast.</param>
    /// <param name="id">Unique within the page.</param>
    /// <param name="size">The drawing for a wide page.</param>
    /// <param name="months">How many months of the forecast to show at most.</param>
    public static PageChart Children(Loaded loaded, ForecastResult forecast, string id, ChartSize size, int months)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(forecast);
        var shown = forecast.Months.Take(months).ToImmutableArray();
        var history = History(loaded, forecast, item => true);
        FanChartData Data(string name) => new()
        {
            Id = name,
            Title = "Children in care, actual and forecast",
            Measure = Measure.Children,
            AsAt = forecast.AsAt,
            History = history,
            Forecast = [.. shown.Select(month => FanPoint.Of(month.Month.Last, month.InCare))],
            CallOut = forecast.AsAt.AddYears(1),
        };
        return new PageChart(
            ForecastWords.ChildrenTitle(forecast, shown[^1]),
            $"Children in care at month end. {loaded.Place}, {InWords.Month(CalendarMonth.Of(history.Length > 0 ? history[0].Day : forecast.AsAt))} to {InWords.Month(shown[^1].Month)}. Solid line: what happened. Dashed line and bands: forecast {forecast.Id}.",
            $"{loaded.ReturnsSource}, {InWords.Whole(forecast.Trace.Replicates)} simulated futures, seed {forecast.Trace.Seed}",
            FanChart.Draw(Data(id), size),
            FanChart.Draw(Data(id + "-narrow"), ChartSize.Narrow));
    }

    /// <summary>Cost of placements a week, month by month: months of different length compare fairly.</summary>
    public static PageChart Cost(Loaded loaded, ForecastResult forecast, string id, ChartSize size)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(forecast);
        FanChartData Data(string name) => new()
        {
            Id = name,
            Title = "Cost of placements a week, forecast",
            Measure = new Measure.Pounds(),
            AsAt = forecast.AsAt,
            Forecast = [.. forecast.Months.Select(month => FanPoint.Of(month.Month.Last, AWeek(month, forecast.AsAt)))],
            CallOut = forecast.AsAt.AddYears(1),
        };
        return new PageChart(
            ForecastWords.CostTitle(forecast),
            $"Gross cost of placements a week, before grants and contributions. {loaded.Place}, {InWords.Month(forecast.Months[0].Month)} to {InWords.Month(forecast.Months[^1].Month)}. Forecast {forecast.Id}.",
            $"{loaded.ReturnsSource}; prices: {forecast.Trace.PriceList}{(forecast.Trace.PricesAreShippedDefault ? " (default prices, not your own)" : "")}",
            FanChart.Draw(Data(id), size),
            FanChart.Draw(Data(id + "-narrow"), ChartSize.Narrow));
    }

    /// <summary>The number shown at each month's end up to the day before the forecast, and on that day.</summary>
    internal static ImmutableArray<DatedValue> History(Loaded loaded, ForecastResult forecast, Func<InCareOn, bool> shows)
    {
        var first = CalendarMonth.Of(forecast.AsAt).Plus(-MonthsOfHistory).Last;
        return forecast.AsAt > loaded.Data.DataEnd
            ? []
            :
            [
                .. ChildrenCounts.TrendDays(first > loaded.FirstDay ? first : loaded.FirstDay, forecast.AsAt)
                    .Select(day => new DatedValue(day, Stock.Children(loaded.Data, day).Count(shows))),
            ];
    }

    /// <summary>A month's cost as pounds a week over the nights of the month that the forecast covers.</summary>
    public static Distribution AWeek(ForecastMonth month, DateOnly asAt)
    {
        var first = month.Month.First > asAt ? month.Month.First : asAt.AddDays(1);
        var weeks = (month.Month.Last.DayNumber - first.DayNumber + 1) / 7d;
        var cost = month.Cost;
        return new Distribution(cost.Mean / weeks, cost.P5 / weeks, cost.P10 / weeks, cost.P25 / weeks, cost.P50 / weeks, cost.P75 / weeks, cost.P90 / weeks, cost.P95 / weeks);
    }
}
