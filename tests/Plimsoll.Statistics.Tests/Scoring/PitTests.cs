using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Scoring;

namespace Plimsoll.Statistics.Tests.Scoring;

public sealed class PitTests
{
    private const int Checks = 10_000;

    [Fact]
    public void The_share_at_or_below_and_its_distance_from_uniform_agree_with_R()
    {
        double[] shares = [.. ScoredEnsembles.Scores.Select((scores, check) => Pit.Share(ScoredEnsembles.Members[check], scores[0]))];
        for (var check = 0; check < shares.Length; check++)
        {
            Assert.Equal(ScoredEnsembles.Scores[check][3], shares[check], 1e-10);
        }

        Assert.Equal(0.17, Pit.DistanceFromUniform(shares), 1e-10);
    }

    [Fact]
    public void A_perfect_forecaster_of_small_counts_gives_uniform_transforms()
    {
        var stream = new Xoshiro256(24);
        var transforms = new double[Checks];
        var members = new double[9];
        for (var check = 0; check < Checks; check++)
        {
            var mean = 0.5 + (3 * stream.NextDouble());
            for (var member = 0; member < members.Length; member++)
            {
                members[member] = stream.NextPoisson(mean);
            }

            transforms[check] = Pit.Randomised(members, stream.NextPoisson(mean), stream);
        }

        Assert.True(Pit.DistanceFromUniform(transforms) < 1.63 / Math.Sqrt(Checks));
        Assert.All(Pit.Histogram(transforms, 10), count => Assert.Equal(Checks / 10.0, count, 4 * Math.Sqrt(Checks * 0.09)));
    }

    [Fact]
    public void A_forecast_that_is_too_narrow_heaps_its_transforms_at_both_ends()
    {
        var stream = new Xoshiro256(25);
        var transforms = new double[Checks];
        for (var check = 0; check < Checks; check++)
        {
            double[] members = [.. Enumerable.Range(0, 19).Select(_ => 0.5 * stream.NextNormal())];
            transforms[check] = Pit.Randomised(members, stream.NextNormal(), stream);
        }

        var histogram = Pit.Histogram(transforms, 10);
        Assert.True(histogram[0] > 2 * histogram[4] && histogram[9] > 2 * histogram[4]);
        Assert.True(Pit.DistanceFromUniform(transforms) > 1.63 / Math.Sqrt(Checks));
    }

    [Fact]
    public void The_transform_of_a_known_distribution_of_counts_is_uniform()
    {
        // A coin: 0 or 1, as likely either way.
        var stream = new Xoshiro256(26);
        var transforms = new double[Checks];
        for (var check = 0; check < Checks; check++)
        {
            transforms[check] = stream.NextBelow(2) == 0 ? Pit.Between(0, 0.5, stream) : Pit.Between(0.5, 1, stream);
        }

        Assert.True(Pit.DistanceFromUniform(transforms) < 1.63 / Math.Sqrt(Checks));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pit.Between(0.6, 0.5, stream));
    }
}
