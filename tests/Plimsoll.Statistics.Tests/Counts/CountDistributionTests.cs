using Plimsoll.Statistics.Counts;

namespace Plimsoll.Statistics.Tests.Counts;

public sealed class CountDistributionTests
{
    [Theory]
    [InlineData(0.4, 0.7)]
    [InlineData(12, 3)]
    [InlineData(250, 40)]
    [InlineData(7, double.PositiveInfinity)]
    public void Probabilities_add_up_to_the_cumulative_ones_and_give_mean_and_variance(double mean, double size)
    {
        var counts = new CountDistribution(mean, size);
        var (sum, first, second) = (0.0, 0.0, 0.0);
        for (var count = 0; count < 3_000; count++)
        {
            var chance = counts.Probability(count);
            sum += chance;
            first += chance * count;
            second += chance * count * count;
            if (count < 400)
            {
                Assert.Equal(sum, counts.Cumulative(count), 1e-10);
            }
        }

        Assert.Equal(1, sum, 1e-9);
        Assert.Equal(mean, first, 1e-7 * mean);
        Assert.Equal(counts.Variance, second - (first * first), 1e-6 * counts.Variance);
    }

    [Fact]
    public void A_quantile_is_the_smallest_count_that_reaches_its_level()
    {
        var counts = new CountDistribution(12, 3);
        for (var percent = 1; percent < 100; percent++)
        {
            var quantile = counts.Quantile(percent / 100.0);
            Assert.True(counts.Cumulative(quantile) >= percent / 100.0);
            Assert.True(counts.Cumulative(quantile - 1) < percent / 100.0);
        }
    }

    [Fact]
    public void Nothing_expected_is_nothing_seen()
    {
        var none = new CountDistribution(0, 2);
        Assert.Equal(0, none.Quantile(0.99));
        Assert.Equal(1, none.Probability(0));
        Assert.Equal(0, none.Probability(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => none.Quantile(1));
    }

    [Fact]
    public void The_size_of_counts_no_wider_than_Poisson_is_not_known_at_all() =>
        Assert.True((Dispersion.SizeError([4, 6, 5, 5], [5, 5, 5, 5], 1e5) ?? double.PositiveInfinity) > 1e5);
}
