using Plimsoll.Statistics.Distributions;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Statistics.Tests.Distributions;

public sealed class TailedLogNormalFitTests
{
    private static readonly TailedLogNormalFit Parent = TailedLogNormalFit.Prior(Math.Log(1000), 0.4, UpperTail.Pareto, 8000);

    private static TailedLogNormalFit Fit(params double[] amounts) =>
        TailedLogNormalFit.Of(amounts, [.. amounts.Select(_ => 1.0)], Parent);

    private static double[] Sample(TailedLogNormal truth, int count, ulong seed)
    {
        var stream = new Xoshiro256(seed);
        return [.. Enumerable.Range(0, count).Select(_ => truth.Quantile(stream.NextDouble()))];
    }

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    [Fact]
    public void Many_amounts_give_back_the_distribution_they_came_from()
    {
        var truth = new TailedLogNormal(Math.Log(5000), 0.45, new ParetoTail(1.4, 0.4), 200_000);
        var found = Fit(Sample(truth, 100_000, 11)).Distribution;
        Assert.Equal(truth.LogMean, found.LogMean, 0.01);
        Assert.Equal(truth.LogSd, found.LogSd, 0.01);
        Assert.Equal(1.4, found.Tail!.Value.Stretch, 0.08);
        Assert.Equal(0.4, found.Tail.Value.Shape, 0.05);
        Assert.Equal(1, found.Mean / truth.Mean, 0.02);
        foreach (var share in new[] { 0.1, 0.5, 0.9, 0.95, 0.99 })
        {
            Assert.Equal(1, found.Quantile(share) / truth.Quantile(share), 0.04);
        }
    }

    [Fact]
    public void A_heavy_tail_does_not_widen_the_body()
    {
        var truth = new TailedLogNormal(Math.Log(1000), 0.2, new ParetoTail(4, 0.5), 1e6);
        var amounts = Sample(truth, 20_000, 12);
        var logs = Array.ConvertAll(amounts, Math.Log);
        var crude = Deviation(logs);
        Assert.True(crude > 0.26, "The sample's own standard deviation is carried off by the tail.");
        Assert.Equal(0.2, Fit(amounts).Distribution.LogSd, 0.01);
    }

    [Fact]
    public void No_amounts_give_the_parent() => Assert.Equal(Parent.Distribution, Fit().Distribution);

    [Fact]
    public void Five_amounts_count_five_against_the_parents_fifteen()
    {
        var found = TailedLogNormalFit.Of(
            [2000, 2000, 2000, 2000, 2000], [1, 1, 1, 1, 1], TailedLogNormalFit.Prior(Math.Log(1000), 0.4, UpperTail.LogNormal, 8000));
        Assert.Equal(((5 * Math.Log(2000)) + (15 * Math.Log(1000))) / 20, found.Distribution.LogMean, 10);
        Assert.Equal(15 * 0.4 / 19, found.Distribution.LogSd, 10);
        Assert.Equal(8000, found.Distribution.Cap);
    }

    [Fact]
    public void One_amount_moves_the_mean_a_little_and_leaves_the_spread()
    {
        var found = Fit(4000).Distribution;
        Assert.Equal((Math.Log(4000) + (15 * Math.Log(1000))) / 16, found.LogMean, 10);
        Assert.Equal(0.4, found.LogSd, 10);
    }

    [Fact]
    public void Forty_identical_amounts_have_no_spread()
    {
        var fit = Fit([.. Enumerable.Repeat(850.0, 40)]);
        Assert.Equal(850, fit.Distribution.Mean, 8);
        Assert.Equal(850, fit.Draw(new Xoshiro256(1)).Quantile(0.99), 8);
    }

    [Fact]
    public void Weights_count_as_so_many_amounts()
    {
        double[] amounts = [500, 900, 1500];
        double[] weights = [1, 2, 1];
        Assert.Equal(16.0 / 6, TailedLogNormalFit.EffectiveCount(weights), 10);
        var found = TailedLogNormalFit.Of(amounts, weights, TailedLogNormalFit.Prior(Math.Log(1000), 0.4, UpperTail.LogNormal, 8000));
        var own = (Math.Log(500) + (2 * Math.Log(900)) + Math.Log(1500)) / 4;
        var count = 16.0 / 6;
        Assert.Equal(((count * own) + (15 * Math.Log(1000))) / (count + 15), found.Distribution.LogMean, 10);
    }

    [Fact]
    public void Nothing_is_dearer_than_half_as_much_again_as_the_dearest_seen()
    {
        var amounts = Sample(new TailedLogNormal(Math.Log(5000), 0.5, new ParetoTail(1, 0.3), 1e6), 60, 5);
        Assert.Equal(1.5 * amounts.Max(), Fit(amounts).Distribution.Cap, 6);
    }

    [Fact]
    public void Draws_scatter_as_the_standard_errors_say_and_shapes_stay_below_point_six()
    {
        var fit = Fit(Sample(new TailedLogNormal(Math.Log(5000), 0.5, new ParetoTail(1, 0.3), 1e6), 100, 6));
        var stream = new Xoshiro256(7);
        var draws = Enumerable.Range(0, 20_000).Select(_ => fit.Draw(stream)).ToArray();
        var mean = draws.Average(draw => draw.LogMean);
        var sd = Math.Sqrt(draws.Average(draw => (draw.LogMean - mean) * (draw.LogMean - mean)));
        Assert.Equal(fit.Distribution.LogMean, mean, 0.002);
        Assert.Equal(fit.Distribution.LogSd / 10, sd, 0.001);
        var spread = Math.Sqrt(draws.Average(draw => Math.Pow(Math.Log(draw.LogSd / fit.Distribution.LogSd), 2)));
        Assert.Equal(1 / Math.Sqrt(2 * 99), spread, 0.005);
        Assert.All(draws, draw => Assert.InRange(draw.Tail!.Value.Shape, -0.2, 0.6));
    }

    [Fact]
    public void The_prior_of_the_tail_is_centred_on_a_shape_of_a_quarter()
    {
        var stream = new Xoshiro256(8);
        var shapes = Enumerable.Range(0, 50_000).Select(_ => TailPosterior.Prior.Draw(stream).Shape).ToArray();
        Assert.Equal(0.25, shapes.Average(), 0.01);
        Assert.Equal(0.15, Deviation(shapes), 0.01);
        Assert.Equal(0.25, TailPosterior.Prior.Mean.Shape, 0.01);
    }

    [Fact]
    public void The_same_stream_draws_the_same_distribution() =>
        Assert.Equal(Parent.Draw(new Xoshiro256(3)), Parent.Draw(new Xoshiro256(3)));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(double.NaN)]
    public void Amounts_that_are_not_above_zero_are_refused(double amount) =>
        Assert.Throws<ArgumentException>(() => Fit(1000, amount));
}
