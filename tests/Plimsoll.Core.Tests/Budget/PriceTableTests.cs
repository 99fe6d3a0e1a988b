using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Tests.Budget;

public sealed class PriceTableTests
{
    private static readonly DateOnly April24 = new(2024, 4, 1);
    private static readonly DateOnly April25 = new(2025, 4, 1);

    private static PriceRow Row(PlacementState state, int from, int to, decimal weekly, DateOnly start, DateOnly? end = null) =>
        new(state, from, to, new Money(weekly), new Period(start, end), "test");

    private static readonly PriceBook Book = new("Test", false,
    [
        Row(PlacementState.FosterAgency, 0, 18, 700, April24),
        Row(PlacementState.FosterAgency, 10, 18, 840, April24),
        Row(PlacementState.FosterAgency, 0, 18, 770, April25),
        Row(PlacementState.HomeExternal, 0, 18, 7000, April24, April25),
        Row(PlacementState.Supported, 16, 18, 630, April24),
    ]);

    private static decimal Price(PlacementState state, int? age, DateOnly day) => PriceTable.For(Book, state, age, day) switch
    {
        PriceListed listed => listed.Row.Weekly.Pounds,
        PriceNearest nearest => nearest.Row.Weekly.Pounds,
        _ => -1,
    };

    [Fact]
    public void The_narrowest_age_range_wins_before_the_latest_start()
    {
        Assert.Equal(840, Price(PlacementState.FosterAgency, 12, April25));
        Assert.Equal(770, Price(PlacementState.FosterAgency, 9, April25));
        Assert.Equal(700, Price(PlacementState.FosterAgency, 9, April25.AddDays(-1)));
    }

    [Fact]
    public void Without_a_row_for_the_day_the_nearest_in_time_is_used_and_said_so()
    {
        var before = Assert.IsType<PriceNearest>(PriceTable.For(Book, PlacementState.FosterAgency, 5, new DateOnly(2023, 1, 1)));
        Assert.Equal(700, before.Row.Weekly.Pounds);
        Assert.Contains("1 April 2024", before.Note, StringComparison.Ordinal);
        var after = Assert.IsType<PriceNearest>(PriceTable.For(Book, PlacementState.HomeExternal, 5, April25));
        Assert.Contains("31 March 2025", after.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_row_for_the_age_the_nearest_age_is_used_and_said_so()
    {
        var found = Assert.IsType<PriceNearest>(PriceTable.For(Book, PlacementState.Supported, 15, April25));
        Assert.Contains("ages 16 to 17", found.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_without_any_price_is_missing_which_is_not_zero() =>
        Assert.Equal(new PriceMissing(PlacementState.Secure), PriceTable.For(Book, PlacementState.Secure, 5, April25));

    [Fact]
    public void An_age_that_is_not_known_takes_the_widest_range_and_nineteen_counts_as_seventeen()
    {
        Assert.Equal(770, Price(PlacementState.FosterAgency, null, April25));
        Assert.Equal(840, Price(PlacementState.FosterAgency, 19, April25));
    }
}
