using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Bridges;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Tests.Forecast.Bridges;

/// <summary>Bridges between snapshots whose figures are made up or simulated.</summary>
public sealed class ForecastBridgeTests
{
    private static readonly FinancialYear Year = new(2026);

    [Fact]
    public void Steps_sum_to_the_change_to_the_penny_whatever_the_snapshots()
    {
        for (var seed = 1ul; seed <= 60; seed++)
        {
            var (from, to) = (Snapshot("a", seed * 2, (int)(seed % 5)), Snapshot("b", (seed * 2) + 1, (int)(seed % 3)));
            var bridge = Bridge(from, to);
            Assert.Equal(bridge.ToCost - bridge.FromCost, Sum(bridge.Steps.Select(step => step.Amount)));
            Assert.Equal(Money.FromSimulated(from.Years[0].Cost.Mean), bridge.FromCost);
            Assert.Equal(Money.Zero, bridge.Of(BridgePart.Unexplained));
            foreach (var row in bridge.Placements)
            {
                Assert.Equal(row.To - row.From, Sum(row.Amounts));
            }

            for (var part = 0; part < BridgeParts.Factors.Count; part++)
            {
                Assert.Equal(bridge.Of(BridgeParts.Factors[part]), Sum(bridge.Placements.Select(row => row.Amounts[part])));
            }

            Assert.Equal(bridge.Number.To - bridge.Number.From, bridge.Number.Steps.Sum(step => step.Change));
            Assert.All(bridge.Steps, step => Assert.Equal(step.Amount, step.Amount.ToPenny()));
        }
    }

    [Fact]
    public void Turned_round_every_step_has_the_other_sign()
    {
        for (var seed = 1ul; seed <= 30; seed++)
        {
            var (from, to) = (Snapshot("a", seed * 2, 1), Snapshot("b", (seed * 2) + 1, (int)(seed % 4)));
            var (there, back) = (Bridge(from, to), Bridge(to, from));
            Assert.Equal(there.Steps.Select(step => step.Amount * -1), back.Steps.Select(step => step.Amount));
            Assert.Equal(there.Placements.SelectMany(row => row.Amounts).Select(amount => amount * -1), back.Placements.SelectMany(row => row.Amounts));
            Assert.Equal(there.Number.Steps.Select(step => -step.Change), back.Number.Steps.Select(step => step.Change));
            Assert.Equal((there.FromCost, there.ToCost), (back.ToCost, back.FromCost));
        }
    }

    [Fact]
    public void Between_equal_forecasts_nothing_moves()
    {
        var bridge = Bridge(Snapshot("a", 1, 2), Snapshot("b", 1, 2));
        Assert.All(bridge.Steps, step => Assert.Equal(Money.Zero, step.Amount));
        Assert.All(bridge.Number.Steps, step => Assert.Equal(0, step.Change));
        Assert.Contains("nothing in it moved", bridge.Answer(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_only_prices_differ_only_price_moves_the_cost()
    {
        var from = Snapshot("a", 1, 0);
        var bridge = Bridge(from, Changed(from, "b", month => month with
        {
            Cost = Spread(month.Cost.Mean * 1.1),
            CostByPlacement = Times(month.CostByPlacement, 1.1),
        }));
        Assert.Equal([BridgePart.Price], Moved(bridge));
        Assert.Equal(bridge.Change, bridge.Of(BridgePart.Price));
        Assert.StartsWith("The average cost of 2026/27 moves from", bridge.Answer(), StringComparison.Ordinal);
        Assert.Contains("Price of a day adds", bridge.Answer(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_only_starts_differ_with_days_in_step_only_starts_move_the_cost()
    {
        // A tenth more children cared for, each as long, at the same places and prices.
        var from = Snapshot("a", 1, 0);
        var starts = from.Months.Sum(month => month.Started.Mean);
        var extra = 0.1 * (from.StockAtStart + starts);
        var bridge = Bridge(from, Changed(from, "b", month => month with
        {
            Started = Spread(month.Started.Mean + (extra * month.Started.Mean / starts)),
            Cost = Spread(month.Cost.Mean * 1.1),
            CostByPlacement = Times(month.CostByPlacement, 1.1),
            MeanCareDaysByPlacement = month.MeanCareDaysByPlacement!.ToImmutableDictionary(pair => pair.Key, pair => pair.Value * 1.1),
        }));
        Assert.Equal([BridgePart.Starts], Moved(bridge));
        Assert.InRange(bridge.Number.Steps[1].Change, (decimal)extra - 0.1m, (decimal)extra + 0.1m);
    }

    [Fact]
    public void A_swap_between_placements_at_the_same_number_of_days_is_mix()
    {
        var (cheap, dear) = (PlacementState.FosterInHouse, PlacementState.HomeExternal);
        static double Price(PlacementState state) => 20 + (50.0 * (int)state);
        static ForecastMonth Priced(ForecastMonth month, ImmutableDictionary<PlacementState, double> days) => month with
        {
            Cost = Spread(days.Sum(pair => pair.Value * Price(pair.Key))),
            CostByPlacement = days.ToImmutableDictionary(pair => pair.Key, pair => Spread(pair.Value * Price(pair.Key))),
            MeanCareDaysByPlacement = days,
        };

        var from = Changed(Snapshot("x", 1, 0), "a", month => Priced(month, month.MeanCareDaysByPlacement!));
        var bridge = Bridge(from, Changed(from, "b", month =>
        {
            var days = month.MeanCareDaysByPlacement!;
            var moved = days[cheap] / 2;
            return Priced(month, days.SetItem(cheap, days[cheap] - moved).SetItem(dear, days[dear] + moved));
        }));
        Assert.Equal([BridgePart.Mix], Moved(bridge));
        Assert.True(bridge.Change > new Money(1000));
    }

    [Fact]
    public void What_is_recorded_instead_of_forecast_is_a_step_of_its_own()
    {
        var from = Changed(Snapshot("x", 1, 0), "a", month => month with { Started = Spread(10), Ceased = Spread(8) });
        var to = Later(from, "b", months: 3, recorded: 123_456.78m);
        var bridge = Bridge(from, to);
        var forecast = Money.FromSimulated(from.Months.Take(3).Sum(month => month.Cost.Mean));
        Assert.Equal([BridgePart.Recorded], Moved(bridge));
        Assert.InRange((new Money(123_456.78m) - forecast - bridge.Of(BridgePart.Recorded)).Pounds, -0.02m, 0.02m);
        Assert.Equal(new CalendarMonth(2026, 7), bridge.ComparedFrom);
        Assert.Contains("1 April 2026 to 30 June 2026", bridge.Steps[0].Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_whose_months_do_not_add_up_to_its_year_shows_it_as_not_explained()
    {
        var before = Snapshot("a", 1, 0);
        var after = before with { Id = "b", Years = [before.Years[0] with { Cost = Spread(before.Years[0].Cost.Mean + 1000) }] };
        var bridge = Bridge(before, after);
        Assert.Equal(new Money(1000), bridge.Of(BridgePart.Unexplained));
        Assert.Equal(new Money(1000), bridge.Change);
        Assert.Equal([BridgePart.Unexplained], Moved(bridge));
    }

    [Fact]
    public void Real_forecasts_from_two_dates_are_bridged_to_the_penny()
    {
        var data = new World { StartsADay = 0.1 }.Run().Data;
        ForecastResult At(DateOnly from) => Assert.IsType<ForecastDone>(Forecaster.Run(
            data, World.Prices, new ForecastSettings { From = from, Months = 24, Replicates = 100 }, "test", null, CancellationToken.None)).Result;

        var (before, after) = (At(new DateOnly(2025, 10, 1)), At(new DateOnly(2025, 11, 12)));
        foreach (var year in ForecastBridge.YearsOf(before, after))
        {
            var bridge = Assert.IsType<BridgeDone>(ForecastBridge.Between(before, after, year)).Bridge;
            Assert.Equal(bridge.Change, Sum(bridge.Steps.Select(step => step.Amount)));
            Assert.Equal(Money.Zero, bridge.Of(BridgePart.Unexplained));
            Assert.Equal(0, bridge.Number.Steps[^1].Change);
            Assert.Equal(year.StartYear == 2025 ? new CalendarMonth(2025, 12) : new CalendarMonth(year.StartYear, 4), bridge.ComparedFrom);
        }
    }

    [Fact]
    public void What_cannot_be_compared_is_refused_in_words()
    {
        var from = Snapshot("a", 1, 0);
        var old = Changed(from, "old", month => month with { MeanCareDaysByPlacement = null });
        Assert.Contains("earlier version", Refused(from, old, Year).What, StringComparison.Ordinal);
        Assert.Contains("does not cover the whole of 2030/31", Refused(from, Snapshot("b", 2, 0), new FinancialYear(2030)).What, StringComparison.Ordinal);
        Assert.Contains("2026/27", Refused(from, Snapshot("b", 2, 0), new FinancialYear(2030)).ToDo, StringComparison.Ordinal);
    }

    private static BridgeRefused Refused(ForecastResult from, ForecastResult to, FinancialYear year) =>
        Assert.IsType<BridgeRefused>(ForecastBridge.Between(from, to, year));

    private static ForecastBridge Bridge(ForecastResult from, ForecastResult to) =>
        Assert.IsType<BridgeDone>(ForecastBridge.Between(from, to, Year)).Bridge;

    private static IEnumerable<BridgePart> Moved(ForecastBridge bridge) =>
        bridge.Steps.Where(step => Math.Abs(step.Amount.Pounds) > 0.05m).Select(step => step.Part);

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);

    // A forecast of 2026/27 with random figures that fit together, a number of whose months are recorded already.
    private static ForecastResult Snapshot(string id, ulong seed, int recorded)
    {
        var stream = new Xoshiro256(Xoshiro256.KeyOf(seed, 99));
        var first = new CalendarMonth(2026, 4);
        var stock = 50.0 + stream.NextBelow(500);
        var atStart = stock;
        var months = Enumerable.Range(0, 12).Select(index =>
        {
            var month = first.Plus(index);
            var (started, ceased) = (5 + (20 * stream.NextDouble()), 5 + (20 * stream.NextDouble()));
            stock += started - ceased;
            var days = PlacementStates.All.ToImmutableDictionary(state => state, _ => stream.NextDouble() < 0.2 ? 0 : 1000 * stream.NextDouble());
            var costs = PlacementStates.All.ToImmutableDictionary(state => state, state => Spread(days[state] * (20 + (800 * stream.NextDouble()))));
            return new ForecastMonth(
                month, Spread(stock), Spread(started), Spread(ceased), Spread(days.Values.Sum()), Spread(costs.Values.Sum(cost => cost.Mean)),
                PlacementStates.All.ToImmutableDictionary(state => state, _ => Spread(stock / PlacementStates.Count)), costs)
            { MeanCareDaysByPlacement = days };
        }).ToImmutableArray();
        var whole = Of(id, (int)atStart, months, new DateOnly(2026, 3, 31), 0);
        return recorded == 0 ? whole : Later(whole, id, recorded, (decimal)Math.Round(1_000_000 * stream.NextDouble(), 2));
    }

    private static ForecastResult Later(ForecastResult forecast, string id, int months, decimal recorded) => Of(
        id, forecast.StockAtStart, forecast.Months[months..], forecast.Months[months - 1].Month.Last, recorded) with
    {
        // The number that was expected is the number that was found.
        StockAtStart = (int)forecast.Months[months - 1].InCare.Mean,
    };

    private static ForecastResult Changed(ForecastResult forecast, string id, Func<ForecastMonth, ForecastMonth> change)
    {
        var stock = (double)forecast.StockAtStart;
        return Of(
            id,
            forecast.StockAtStart,
            [
                .. forecast.Months.Select(change).Select(month =>
                {
                    stock += month.Started.Mean - month.Ceased.Mean;
                    return month with { InCare = Spread(stock) };
                }),
            ],
            forecast.AsAt,
            0);
    }

    private static ForecastResult Of(string id, int stock, ImmutableArray<ForecastMonth> months, DateOnly asAt, decimal recorded)
    {
        var cost = Spread((double)recorded + months.Sum(month => month.Cost.Mean));
        return new ForecastResult(
            id,
            asAt,
            stock,
            new ForecastSettings(),
            months,
            [new ForecastYear(Year, cost, Spread(1), new Money(recorded), 0, IsWhole: true, null)],
            new ForecastTrace("d", "Test prices", false, 1, 100, "test", [], []),
            new ForecastTiming(0, 0, 0, 0));
    }

    private static ImmutableDictionary<PlacementState, Distribution> Times(ImmutableDictionary<PlacementState, Distribution> costs, double factor) =>
        costs.ToImmutableDictionary(pair => pair.Key, pair => Spread(pair.Value.Mean * factor));

    private static Distribution Spread(double mean) => new(mean, mean, mean, mean, mean, mean, mean, mean);
}
