using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Store.Tests.Forecast;

/// <summary>A made-up forecast with numbers that are hard to write down.</summary>
internal static class Forecasts
{
    public static ForecastResult Sample(string id, int months = 3) => new(
        id,
        new DateOnly(2026, 3, 31),
        447,
        new ForecastSettings
        {
            From = new DateOnly(2026, 4, 1),
            Months = months,
            Replicates = 5000,
            Seed = ulong.MaxValue,
            Entries = EntriesMode.Trend,
            Spread = SpreadMode.Own,
            YearlyPriceRise = PriceRises.Default.SetItem(PlacementState.Custody, 0.0123456789m),
            Budgets = ImmutableDictionary<FinancialYear, Money>.Empty.Add(new FinancialYear(2026), new Money(30_600_000.01m)),
            Threads = 2,
        },
        [.. Enumerable.Range(0, months).Select(i => new ForecastMonth(
            new CalendarMonth(2026, 4).Plus(i), Hard(i), Hard(i + 1), Hard(i + 2), Hard(i + 3), Hard(i + 4), ByState(i), ByState(i + 7)))],
        [
            new ForecastYear(new FinancialYear(2025), Hard(1), Hard(2), new Money(12.345m), 17, IsWhole: false, WithinBudget: null),
            new ForecastYear(new FinancialYear(2026), Hard(3), Hard(4), Money.Zero, 0, IsWhole: true, WithinBudget: 1.0 / 3.0),
        ],
        new ForecastTrace(
            "0123456789ab", "Anyshire placement prices 2026", PricesAreShippedDefault: false, ulong.MaxValue, 5000, "0.1.0",
            [new ForecastAssumption("Children starting care", "15.3 a month, pulled 85% of the way to balance", "The records")],
            ["Two authorities are forecast together."]),
        new ForecastTiming(1.5, 2.25, 1000.0 / 3.0, 0.1 + 0.2));

    private static Distribution Hard(int i) => new(
        0.1 + 0.2 + i, Math.PI * i, 1e-300 * (i + 1), double.Epsilon, 1.0 / 3.0, 1e15 + 0.3, double.MaxValue / (i + 1), i % 2 == 0 ? -0.0 : 447);

    private static ImmutableDictionary<PlacementState, Distribution> ByState(int i) =>
        PlacementStates.All.ToImmutableDictionary(state => state, state => Hard(i + (int)state));
}
