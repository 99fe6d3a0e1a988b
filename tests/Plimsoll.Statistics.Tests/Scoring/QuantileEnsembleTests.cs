using MathNet.Numerics.Distributions;
using Plimsoll.Statistics.Scoring;

namespace Plimsoll.Statistics.Tests.Scoring;

public sealed class QuantileEnsembleTests
{
    private static readonly double[] Levels = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95];

    [Theory]
    [InlineData(100)]
    [InlineData(112)]
    [InlineData(60)]
    public void A_normal_distribution_known_by_seven_percentiles_scores_as_itself(double observed)
    {
        var members = QuantileEnsemble.Of(Levels, [.. Levels.Select(level => Normal.InvCDF(100, 8, level))], 400);
        Assert.Equal(Crps.Normal(100, 8, observed), Crps.Ensemble(members, observed), 0.03);
    }

    [Fact]
    public void A_single_number_scores_by_its_distance() =>
        Assert.Equal(7, Crps.Ensemble(QuantileEnsemble.Of(Levels, [5, 5, 5, 5, 5, 5, 5], 100), 12), 9);

    [Fact]
    public void Orders_that_are_broken_are_refused()
    {
        Assert.Throws<ArgumentException>(() => QuantileEnsemble.Of([0.1, 0.9], [2, 1], 10));
        Assert.Throws<ArgumentException>(() => QuantileEnsemble.Of([0.9, 0.1], [1, 2], 10));
        Assert.Throws<ArgumentException>(() => QuantileEnsemble.Of([0.5], [1], 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => QuantileEnsemble.Of([0, 0.9], [1, 2], 10));
    }
}
