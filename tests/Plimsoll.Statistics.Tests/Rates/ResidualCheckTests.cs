using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Rates;

namespace Plimsoll.Statistics.Tests.Rates;

public sealed class ResidualCheckTests
{
    [Fact]
    public void The_exact_interval_of_ten_seen_for_five_expected_is_that_of_the_tables_of_the_Poisson_distribution()
    {
        // Garwood's limits for a count of 10 are 4.795 and 18.390.
        var (low, high) = new ObservedExpected(10, 5).Interval(0.95);
        Assert.Equal(4.795 / 5, low, 3);
        Assert.Equal(18.390 / 5, high, 3);
    }

    [Fact]
    public void None_seen_has_no_lower_limit_and_one_sided_chance_above()
    {
        // The upper limit of a count of none is the log of forty.
        var (low, high) = new ObservedExpected(0, 2).Interval(0.95);
        Assert.Equal(0, low);
        Assert.Equal(Math.Log(40) / 2, high, 6);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(4.2)]
    [InlineData(25)]
    [InlineData(300)]
    public void The_chance_of_being_off_is_the_sum_of_the_chances_of_all_counts_that_are_off(double expected)
    {
        var (chance, sum) = (Math.Exp(-expected), 0.0);
        for (var count = 0; count < 1000; count++)
        {
            sum += new ObservedExpected(count, expected).IsOff(0.95) ? chance : 0;
            chance *= expected / (count + 1);
        }

        Assert.Equal(sum, new ObservedExpected(0, expected).ChanceOff(0.95), 9);
        Assert.InRange(sum, 0, 0.05);
    }

    [Fact]
    public void Counts_that_follow_the_model_are_off_about_as_often_as_chance_says()
    {
        var stream = new Xoshiro256(7);
        var cells = Enumerable.Range(0, 4000).Select(number => 1 + (number % 40)).Select(mean => new ObservedExpected(stream.NextPoisson(mean), mean));
        var check = ResidualCheck.Of(cells, fitted: 0);
        Assert.Equal(4000, check.Cells);
        Assert.InRange(check.Off, check.OffByChance - (4 * Math.Sqrt(check.OffByChance)), check.OffByChance + (4 * Math.Sqrt(check.OffByChance)));
        Assert.InRange(check.Dispersion, 0.93, 1.07);
        Assert.InRange(check.Probability, 0.001, 0.999);
    }

    [Fact]
    public void Counts_in_clusters_show_as_dispersion_and_a_small_probability()
    {
        var stream = new Xoshiro256(7);
        var cells = Enumerable.Range(0, 200).Select(_ => new ObservedExpected(3 * stream.NextPoisson(10), 30));
        var check = ResidualCheck.Of(cells, fitted: 0);
        Assert.InRange(check.Dispersion, 2.2, 3.8);
        Assert.True(check.Probability < 0.001);
        Assert.True(check.Off > 4 * check.OffByChance);
    }

    [Fact]
    public void Pearson_is_reckoned_by_hand_with_small_cells_put_together()
    {
        // (12 - 10)² / 10 + (5 - 6)² / 6, of which the second is two cells of three put together; one total was met.
        var check = ResidualCheck.Of([new(12, 10), new(4, 3), new(1, 3), new(0, 0)], fitted: 1);
        Assert.Equal(0.4 + (1.0 / 6), check.ChiSquare, 9);
        Assert.Equal(1, check.Degrees);
        Assert.Equal(3, check.Cells);
        Assert.Equal(0.4516, check.Probability, 3);
    }
}
