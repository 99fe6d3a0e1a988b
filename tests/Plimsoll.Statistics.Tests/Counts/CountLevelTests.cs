using Plimsoll.Statistics.Counts;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Statistics.Tests.Counts;

public sealed class CountLevelTests
{
    private static double[] Ones(int length) => [.. Enumerable.Repeat(1.0, length)];

    [Fact]
    public void A_steady_series_gives_its_mean_with_the_error_of_its_counts()
    {
        var stream = new Xoshiro256(1);
        var counts = Enumerable.Range(0, 60).Select(_ => (double)stream.NextPoisson(12)).ToArray();
        var level = CountLevel.Filter(counts, Ones(60), double.PositiveInfinity);
        Assert.InRange(level.Mean, 10.5, 13.5);
        var draws = Enumerable.Range(0, 4000).Select(_ => Math.Exp(level.Draw(stream).LogLevel)).ToArray();
        Assert.Equal(level.Mean, draws.Average(), 0.1);
    }

    [Fact]
    public void A_level_that_changed_is_found_near_where_it_is_now()
    {
        var stream = new Xoshiro256(2);
        var counts = Enumerable.Range(0, 60).Select(month => (double)stream.NextPoisson(month < 36 ? 8 : 16)).ToArray();
        var level = CountLevel.Filter(counts, Ones(60), double.PositiveInfinity);
        Assert.InRange(level.Mean, 13.5, 18.5);
        Assert.InRange(level.MeanStep, 0.03, 0.09);
    }

    [Fact]
    public void Draws_of_the_level_cover_the_truth_as_often_as_they_say()
    {
        var covered = 0;
        for (ulong world = 0; world < 200; world++)
        {
            var stream = new Xoshiro256(1000 + world);
            var counts = Enumerable.Range(0, 48).Select(_ => (double)stream.NextNegativeBinomial(6, 8)).ToArray();
            var level = CountLevel.Filter(counts, Ones(48), 8);
            var draws = Enumerable.Range(0, 400).Select(_ => level.Draw(stream).LogLevel).Order().ToArray();
            covered += draws[40] <= Math.Log(6) && Math.Log(6) <= draws[359] ? 1 : 0;
        }

        // 80% intervals; the true level stands still, so that allowing for steps covers a little more.
        Assert.InRange(covered, 150, 190);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public void Months_without_any_event_give_a_small_level_that_is_not_zero(int months)
    {
        var level = CountLevel.Filter(new double[months], Ones(months), double.PositiveInfinity);
        Assert.InRange(level.Mean, 1e-4, 1.0 / months);
    }

    [Fact]
    public void The_size_of_a_negative_binomial_is_found_again()
    {
        var stream = new Xoshiro256(3);
        var counts = Enumerable.Range(0, 20_000).Select(_ => (double)stream.NextNegativeBinomial(10, 4)).ToArray();
        Assert.Equal(10, counts.Average(), 0.15);
        Assert.InRange(NegativeBinomial.Size(counts, [.. counts.Select(_ => 10.0)]), 3.8, 4.2);
    }
}
