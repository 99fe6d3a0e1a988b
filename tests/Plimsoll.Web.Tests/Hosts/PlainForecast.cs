using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Web.Tests.Hosts;

/// <summary>
/// A forecast with numbers that a reader can reckon: the number in care stays, ten children below and above it at the
/// ends of the range, and every child costs £1,000 a week.
/// </summary>
public static class PlainForecast
{
    public static ForecastResult Of(CareDataset data, int months = 24)
    {
        var asAt = data.DataEnd;
        var now = Stock.Children(data, asAt).ToList();
        var rows = Enumerable.Range(1, months).Select(i =>
        {
            var month = CalendarMonth.Of(asAt).Plus(i);
            var cost = now.Count * 1000d * month.Days / 7;
            return new ForecastMonth(
                month,
                Around(now.Count, 10),
                Around(15, 3),
                Around(15, 3),
                Around(now.Count * month.Days, 100),
                Around(cost, cost / 10),
                PlacementStates.All.ToImmutableDictionary(state => state, state => Around(now.Count(item => item.Episode.State == state), 0)),
                PlacementStates.All.ToImmutableDictionary(state => state, _ => Around(0, 0)));
        }).ToImmutableArray();
        var years = rows.GroupBy(month => FinancialYear.Of(month.Month.First)).Select(year =>
        {
            var cost = year.Sum(month => month.Cost.Mean);
            return new ForecastYear(year.Key, Around(cost, cost / 10), Around(year.Sum(month => month.CareDays.Mean), 100), Money.Zero, 0, year.Count() == 12, year.Key.StartYear == 2026 ? 0.3 : null);
        }).ToImmutableArray();
        return new ForecastResult(
            "abc123def456",
            asAt,
            now.Count,
            new ForecastSettings { Months = months, Budgets = ImmutableDictionary<FinancialYear, Money>.Empty.Add(new FinancialYear(2026), new Money(20_000_000m)) },
            rows,
            years,
            new ForecastTrace(data.Id, "Test prices", PricesAreShippedDefault: true, 7, 1000, "0.1.0", [new ForecastAssumption("Children starting care", "15 a month", "Test")], []),
            new ForecastTiming(1, 1, 1, 3));
    }

    private static Distribution Around(double middle, double tenth) =>
        new(middle, middle - (tenth * 1.3), middle - tenth, middle - (tenth / 2), middle, middle + (tenth / 2), middle + tenth, middle + (tenth * 1.3));
}
