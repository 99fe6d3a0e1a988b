using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Scoring;

namespace Plimsoll.Statistics.Tests.Scoring;

public sealed class CentralRangeTests
{
    [Fact]
    public void Quantiles_pinball_losses_and_interval_scores_of_an_ensemble_agree_with_R()
    {
        var intervalScores = 0.0;
        var inside = 0;
        for (var check = 0; check < ScoredEnsembles.Members.Length; check++)
        {
            var scores = ScoredEnsembles.Scores[check];
            var range = CentralRange.OfEnsemble(ScoredEnsembles.Members[check], 0.8);
            Assert.Equal(scores[4], range.Lower, 1e-10);
            Assert.Equal(scores[5], range.Upper, 1e-10);
            var losses = QuantileLoss.OfEnsemble(ScoredEnsembles.Members[check], [0.1, 0.9], scores[0]);
            Assert.Equal(scores[6], losses[0], 1e-10);
            Assert.Equal(scores[7], losses[1], 1e-10);
            Assert.Equal(scores[8], range.Score(scores[0]), 1e-10);
            Assert.Equal(scores[9] == 1, range.Contains(scores[0]));
            intervalScores += range.Score(scores[0]) / ScoredEnsembles.Members.Length;
            inside += range.Contains(scores[0]) ? 1 : 0;
        }

        Assert.Equal(46.09234, intervalScores, 1e-10);
        Assert.Equal(33, inside);
    }

    [Fact]
    public void An_outcome_outside_costs_ten_times_the_miss_on_an_80_percent_range()
    {
        var range = new CentralRange(0.8, 100, 120);
        Assert.Equal(20, range.Score(120));
        Assert.Equal(20 + (10 * 5), range.Score(125), 1e-12);
        Assert.Equal(20 + (10 * 5), range.Score(95), 1e-12);
    }

    [Fact]
    public void Being_above_a_90th_percentile_costs_nine_times_being_below_it()
    {
        Assert.Equal(9, QuantileLoss.Pinball(0.9, 100, 110), 1e-12);
        Assert.Equal(1, QuantileLoss.Pinball(0.9, 100, 90), 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => QuantileLoss.Pinball(1, 100, 90));
    }

    [Fact]
    public void The_quantile_score_over_many_levels_is_the_CRPS()
    {
        var members = ScoredEnsembles.Members[0];
        var sorted = members.Order().ToArray();
        const int levels = 50_000;
        double[] level = [.. Enumerable.Range(0, levels).Select(index => (index + 0.5) / levels)];
        double[] quantile = [.. level.Select(share => sorted[(int)(share * sorted.Length)])];
        Assert.Equal(Crps.Ensemble(members, 123.192), QuantileLoss.QuantileScore(level, quantile, 123.192), 1e-3);
    }

    [Theory]
    [InlineData(24, 0.5, 0.291666666666667, 0.708333333333333)]
    [InlineData(36, 0.5, 0.333333333333333, 0.666666666666667)]
    [InlineData(60, 0.5, 0.366666666666667, 0.633333333333333)]
    [InlineData(120, 0.5, 0.408333333333333, 0.591666666666667)]
    [InlineData(240, 0.5, 0.4375, 0.5625)]
    [InlineData(24, 0.8, 0.625, 0.958333333333333)]
    [InlineData(36, 0.8, 0.666666666666667, 0.916666666666667)]
    [InlineData(60, 0.8, 0.7, 0.9)]
    [InlineData(120, 0.8, 0.725, 0.866666666666667)]
    [InlineData(240, 0.8, 0.75, 0.85)]
    [InlineData(24, 0.9, 0.75, 1)]
    [InlineData(36, 0.9, 0.805555555555556, 0.972222222222222)]
    [InlineData(60, 0.9, 0.816666666666667, 0.966666666666667)]
    [InlineData(120, 0.9, 0.841666666666667, 0.95)]
    [InlineData(240, 0.9, 0.8625, 0.9375)]
    [InlineData(24, 0.95, 0.833333333333333, 1)]
    [InlineData(36, 0.95, 0.861111111111111, 1)]
    [InlineData(60, 0.95, 0.883333333333333, 1)]
    [InlineData(120, 0.95, 0.908333333333333, 0.983333333333333)]
    [InlineData(240, 0.95, 0.920833333333333, 0.975)]
    public void The_band_of_how_many_should_fall_inside_agrees_with_R(int checks, double level, double lowest, double highest)
    {
        var band = CoverageBand.For(checks, level);
        Assert.Equal(lowest, band.LowestShare, 1e-10);
        Assert.Equal(highest, band.HighestShare, 1e-10);
    }

    [Fact]
    public void An_honest_range_keeps_to_the_band_as_often_as_promised()
    {
        var stream = new Xoshiro256(22);
        var band = CoverageBand.For(36, 0.8);
        const int worlds = 4_000;
        var kept = 0;
        for (var world = 0; world < worlds; world++)
        {
            var inside = 0;
            for (var check = 0; check < 36; check++)
            {
                inside += stream.NextDouble() < 0.8 ? 1 : 0;
            }

            kept += band.Allows(inside) ? 1 : 0;
        }

        Assert.InRange((double)kept / worlds, 0.945, 0.985);
        Assert.False(band.Allows(20));
    }

    [Fact]
    public void A_band_gets_narrower_with_more_checks_and_always_holds_the_level()
    {
        var width = double.PositiveInfinity;
        foreach (var checks in new[] { 20, 80, 320, 1280, 5120 })
        {
            var band = CoverageBand.For(checks, 0.8);
            Assert.InRange(0.8, band.LowestShare, band.HighestShare);
            Assert.True(band.HighestShare - band.LowestShare < width);
            width = band.HighestShare - band.LowestShare;
        }
    }
}
