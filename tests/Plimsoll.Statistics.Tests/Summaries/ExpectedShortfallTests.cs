using Plimsoll.Statistics.Summaries;

namespace Plimsoll.Statistics.Tests.Summaries;

public sealed class ExpectedShortfallTests
{
    [Fact]
    public void The_worst_tenth_of_twenty_is_the_mean_of_the_largest_two() =>
        Assert.Equal(19.5, ExpectedShortfall.Of([.. Enumerable.Range(1, 20).Select(value => (double)value)]), 12);

    [Fact]
    public void A_value_on_the_border_counts_in_part() =>
        Assert.Equal((15 + (0.5 * 14)) / 1.5, ExpectedShortfall.Of([.. Enumerable.Range(1, 15).Select(value => (double)value)]), 12);

    [Fact]
    public void One_value_is_its_own_worst_outcome_and_the_whole_is_the_mean()
    {
        Assert.Equal(7, ExpectedShortfall.Of([7]));
        Assert.Equal(2, ExpectedShortfall.Of([1, 2, 3], 1), 12);
    }

    [Fact]
    public void A_share_of_nothing_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => ExpectedShortfall.Of([1, 2], 0));
}
