using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Scoring;

namespace Plimsoll.Statistics.Tests.Scoring;

public sealed class CheckSummaryTests
{
    [Fact]
    public void A_summary_of_the_forty_ensembles_agrees_with_R()
    {
        var stream = new Xoshiro256(27);
        var summary = CheckSummary.Of([.. ScoredEnsembles.Scores.Select((scores, check) => ForecastCheck.Of(ScoredEnsembles.Members[check], scores[0], stream))]);
        Assert.Equal(40, summary.Checks);
        Assert.Equal(0.825, summary.CoverageEighty, 1e-12);
        Assert.Equal(46.09234, summary.MeanIntervalScore, 1e-10);
        Assert.Equal(ScoredEnsembles.Scores.Average(scores => scores[2]), summary.MeanCrps, 1e-10);
        Assert.Equal(ScoredEnsembles.Members.Average(members => members.Average()) - ScoredEnsembles.Scores.Average(scores => scores[0]), summary.Bias, 1e-10);
        Assert.InRange(summary.InsideFifty, 0, summary.InsideEighty);
        Assert.InRange(summary.InsideEighty, 0, summary.InsideNinetyFive);
    }

    [Fact]
    public void A_forecaster_who_is_always_too_high_has_a_bias_above_zero_and_low_transforms()
    {
        var stream = new Xoshiro256(28);
        List<ForecastCheck> checks = [];
        for (var check = 0; check < 2_000; check++)
        {
            double[] members = [.. Enumerable.Range(0, 40).Select(_ => 110 + (10 * stream.NextNormal()))];
            checks.Add(ForecastCheck.Of(members, 100 + (10 * stream.NextNormal()), stream));
        }

        var summary = CheckSummary.Of(checks);
        Assert.Equal(10, summary.Bias, 1.0);
        Assert.Equal(0.10, summary.RelativeBias!.Value, 0.01);
        Assert.True(summary.MeanTransform < 0.3);
    }

    [Fact]
    public void A_perfect_forecaster_is_covered_as_promised_and_has_a_mean_transform_of_a_half()
    {
        var stream = new Xoshiro256(29);
        List<ForecastCheck> checks = [];
        for (var check = 0; check < 2_000; check++)
        {
            var centre = 50 + (100 * stream.NextDouble());
            double[] members = [.. Enumerable.Range(0, 400).Select(_ => centre + (10 * stream.NextNormal()))];
            checks.Add(ForecastCheck.Of(members, centre + (10 * stream.NextNormal()), stream));
        }

        var summary = CheckSummary.Of(checks);
        Assert.True(CoverageBand.For(2_000, 0.5, 0.999).Allows(summary.InsideFifty));
        Assert.True(CoverageBand.For(2_000, 0.8, 0.999).Allows(summary.InsideEighty));
        Assert.True(CoverageBand.For(2_000, 0.95, 0.999).Allows(summary.InsideNinetyFive));
        Assert.Equal(0.5, summary.MeanTransform, 4 * Math.Sqrt(1.0 / 12 / 2_000));
    }

    [Fact]
    public void Scoring_leaves_the_members_as_they_were_and_a_forecast_of_one_number_scores_its_error()
    {
        double[] members = [3, 1, 2];
        ForecastCheck.Of(members, 2, new Xoshiro256(30));
        Assert.Equal([3, 1, 2], members);
        Assert.Equal(4, ForecastCheck.Of([10], 6, new Xoshiro256(30)).Crps);
        Assert.Throws<ArgumentException>(() => CheckSummary.Of([]));
    }

    [Fact]
    public void Skill_is_the_share_of_the_baselines_score_that_is_saved()
    {
        Assert.Equal(0.25, Skill.Against(7.5, 10)!.Value, 1e-12);
        Assert.Equal(-1, Skill.Against(20, 10)!.Value, 1e-12);
        Assert.Null(Skill.Against(1, 0));
    }
}
