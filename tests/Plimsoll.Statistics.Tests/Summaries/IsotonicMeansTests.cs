using Plimsoll.Statistics.Summaries;

namespace Plimsoll.Statistics.Tests.Summaries;

public sealed class IsotonicMeansTests
{
    [Fact]
    public void Neighbours_out_of_order_take_their_weighted_mean()
    {
        Assert.Equal([1, 2, 3], IsotonicMeans.NonDecreasing([1, 2, 3], [1, 1, 1]));
        Assert.Equal([2, 2, 2], IsotonicMeans.NonDecreasing([3, 2, 1], [1, 1, 1]));
        Assert.Equal([1, 2.5, 2.5, 4], IsotonicMeans.NonDecreasing([1, 4, 2, 4], [1, 1, 3, 1]));
        Assert.Empty(IsotonicMeans.NonDecreasing([], []));
    }

    [Fact]
    public void A_late_low_value_pulls_down_all_that_stand_above_it() =>
        Assert.Equal([1.5, 1.5, 1.5, 1.5], IsotonicMeans.NonDecreasing([2, 2, 2, 0], [1, 1, 1, 1]));

    [Fact]
    public void Weights_are_one_for_each_value_and_above_zero()
    {
        Assert.Throws<ArgumentException>(() => IsotonicMeans.NonDecreasing([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => IsotonicMeans.NonDecreasing([1, 2], [1, 0]));
    }
}
