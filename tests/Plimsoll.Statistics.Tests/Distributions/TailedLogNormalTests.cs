using Plimsoll.Statistics.Distributions;

namespace Plimsoll.Statistics.Tests.Distributions;

public sealed class TailedLogNormalTests
{
    private static readonly TailedLogNormal Heavy = new(Math.Log(5000), 0.45, new ParetoTail(1.3, 0.35), 60_000);

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.9, 1.2815515655446004)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.001, -3.090232306167813)]
    public void Normal_quantiles_are_those_of_R(double share, double score)
    {
        Assert.Equal(score, StandardNormal.Score(share), 9);
        Assert.Equal(share, StandardNormal.Below(score), 12);
    }

    [Fact]
    public void Without_tail_and_cap_it_is_the_log_normal()
    {
        var prices = new TailedLogNormal(7, 0.5, null, double.PositiveInfinity);
        Assert.Equal(Math.Exp(7.125), prices.Mean, 8);
        Assert.Equal(Math.Exp(7), prices.Quantile(0.5), 8);
        Assert.Equal(Math.Exp(7 + (0.5 * 1.959963984540054)), prices.Quantile(0.975), 4);
        Assert.Equal(Math.Sqrt(Math.Exp(0.25) - 1), prices.RelativeSpread(), 2);
    }

    [Fact]
    public void The_tail_is_a_Generalised_Pareto_above_the_90th_percentile()
    {
        // By hand: threshold exp(1.28155) = 3.6022, smooth scale 0.1 / 0.175498 x threshold = 2.0526; at the 99th
        // percentile a tenth of the tail is left: excess = 2.0526 x (10^0.25 - 1) / 0.25 = 6.3898.
        var prices = new TailedLogNormal(0, 1, new ParetoTail(1, 0.25), double.PositiveInfinity);
        Assert.Equal(3.6022, prices.Threshold, 4);
        Assert.Equal(3.6022, prices.Quantile(0.9), 4);
        Assert.Equal(3.6022 + 6.3898, prices.Quantile(0.99), 3);
    }

    [Fact]
    public void The_mean_is_that_of_the_quantiles_with_tail_and_cap()
    {
        foreach (var shape in new[] { -0.1, 0, 0.2, 0.55 })
        {
            foreach (var cap in new[] { 4000, 12_000, 60_000 })
            {
                var prices = new TailedLogNormal(Math.Log(5000), 0.45, new ParetoTail(1.3, shape), cap);
                const int steps = 400_000;
                var mean = Enumerable.Range(0, steps).Average(step => prices.Quantile((step + 0.5) / steps));
                Assert.Equal(1, mean / prices.Mean, 0.0002);
            }
        }
    }

    [Fact]
    public void Amounts_rise_with_the_uniform_and_never_pass_the_cap()
    {
        var before = 0.0;
        for (var step = 0; step <= 1000; step++)
        {
            var price = Heavy.Quantile(step / 1000.0);
            Assert.InRange(price, before, Heavy.Cap);
            before = price;
        }

        Assert.Equal(8, new TailedLogNormal(0, 1, new ParetoTail(1, 0.5), 8).Quantile(1));
    }

    [Fact]
    public void The_score_of_an_amount_is_the_score_that_gives_it()
    {
        foreach (var score in new[] { -3, -1, 0, 1.2, 1.3, 2, 2.9 })
        {
            Assert.Equal(score, Heavy.ScoreOf(Heavy.AtScore(score)), 8);
        }

        Assert.Equal(-StandardNormal.Furthest, Heavy.ScoreOf(0));
    }

    [Fact]
    public void No_spread_makes_every_amount_the_same()
    {
        var prices = new TailedLogNormal(Math.Log(700), 0, new ParetoTail(1, 0.25), 1050);
        Assert.Equal(700, prices.Mean, 9);
        Assert.Equal(700, prices.Quantile(0.01), 9);
        Assert.Equal(700, prices.Quantile(0.999), 9);
        Assert.Equal(0, prices.ScoreOf(900));
    }
}
