using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Tests.Budget;

public sealed class DailyPricesTests
{
    private static readonly Dictionary<PlacementState, decimal> NoRise = [];
    private static readonly Dictionary<PlacementState, decimal> TenPercent = PlacementStates.All.ToDictionary(state => state, _ => 0.10m);

    private static PriceRow Row(int from, int to, decimal weekly, DateOnly start, DateOnly? end = null) =>
        new(PlacementState.FosterAgency, from, to, new Money(weekly), new Period(start, end), "test");

    private static DailyPrices Over(PriceBook book, Dictionary<PlacementState, decimal> rises, DateOnly first, DateOnly from, DateOnly until) =>
        DailyPrices.Over(book, rises, NoRise, first, from, until);

    [Fact]
    public void Thirty_nights_at_700_pounds_a_week_cost_3000_pounds()
    {
        var first = new DateOnly(2025, 6, 1);
        var prices = Over(new PriceBook("Test", false, [Row(0, 18, 700, new DateOnly(2025, 4, 1))]), TenPercent, first, first, first.AddDays(60));
        Assert.Equal(3000, prices.Of(PlacementState.FosterAgency, 0, first, first.AddDays(30)), 8);
    }

    [Fact]
    public void Prices_rise_on_each_1_April_after_the_first_day_of_the_forecast()
    {
        var from = new DateOnly(2025, 3, 31);
        var prices = Over(new PriceBook("Test", false, [Row(0, 18, 700, new DateOnly(2020, 4, 1))]), TenPercent, from, from, new DateOnly(2027, 5, 1));
        double On(DateOnly day) => prices.Of(PlacementState.FosterAgency, 0, day, day.AddDays(1));
        Assert.Equal(100, On(from), 8);
        Assert.Equal(110, On(new DateOnly(2025, 4, 1)), 8);
        Assert.Equal(110, On(new DateOnly(2026, 3, 31)), 8);
        Assert.Equal(121, On(new DateOnly(2026, 4, 1)), 8);
        Assert.Equal(133.1, On(new DateOnly(2027, 4, 1)), 8);
    }

    [Fact]
    public void A_forecast_from_1_April_does_not_rise_that_day_and_neither_does_a_new_list_price()
    {
        var from = new DateOnly(2025, 4, 1);
        var book = new PriceBook("Test", false, [Row(0, 18, 700, new DateOnly(2020, 4, 1), new DateOnly(2026, 4, 1)), Row(0, 18, 1400, new DateOnly(2026, 4, 1))]);
        var prices = Over(book, TenPercent, from, from, new DateOnly(2028, 4, 1));
        double On(DateOnly day) => prices.Of(PlacementState.FosterAgency, 0, day, day.AddDays(1));
        Assert.Equal(100, On(from), 8);
        Assert.Equal(200, On(new DateOnly(2026, 4, 1)), 8);
        Assert.Equal(220, On(new DateOnly(2027, 4, 1)), 8);
    }

    [Fact]
    public void Recorded_nights_before_the_forecast_are_at_list_prices()
    {
        var prices = Over(
            new PriceBook("Test", false, [Row(0, 18, 700, new DateOnly(2020, 4, 1))]), TenPercent, new DateOnly(2025, 4, 1), new DateOnly(2025, 10, 1), new DateOnly(2026, 5, 1));
        Assert.Equal(183 * 100, prices.Of(PlacementState.FosterAgency, 0, new DateOnly(2025, 4, 1), new DateOnly(2025, 10, 1)), 6);
    }

    [Fact]
    public void A_month_in_which_the_price_changes_costs_its_days_at_each_price()
    {
        var first = new DateOnly(2025, 6, 1);
        var book = new PriceBook("Test", false, [Row(0, 18, 700, new DateOnly(2020, 4, 1)), Row(0, 18, 1400, new DateOnly(2025, 6, 11))]);
        var prices = Over(book, TenPercent, first, first, first.AddDays(30));
        Assert.Equal((10 * 100) + (20 * 200), prices.Of(PlacementState.FosterAgency, 0, first, first.AddDays(30)), 8);
    }

    [Fact]
    public void Age_bands_are_those_of_the_list_and_states_without_a_price_are_noted()
    {
        var first = new DateOnly(2025, 6, 1);
        var book = new PriceBook("Test", false, [Row(0, 5, 700, first), Row(5, 11, 770, first), Row(11, 18, 840, first)]);
        var prices = Over(book, TenPercent, first, first, first.AddDays(7));
        Assert.Equal([5, 11], prices.AgeEdges);
        double Week(int? age) => prices.Of(PlacementState.FosterAgency, prices.BandOf(age), first, first.AddDays(7));
        Assert.Equal(700, Week(4), 8);
        Assert.Equal(770, Week(5), 8);
        Assert.Equal(840, Week(17), 8);
        Assert.Equal(PlacementStates.Count - 1, prices.Notes.Count(note => note.Contains("holds no price", StringComparison.Ordinal)));
    }
}
