using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Scoring;

namespace Plimsoll.Statistics.Tests.Scoring;

public sealed class CrpsTests
{
    [Fact]
    public void The_CRPS_of_an_ensemble_agrees_with_R_plain_and_fair()
    {
        for (var check = 0; check < ScoredEnsembles.Members.Length; check++)
        {
            var scores = ScoredEnsembles.Scores[check];
            Assert.Equal(scores[1], Crps.Ensemble(ScoredEnsembles.Members[check], scores[0]), 1e-10);
            Assert.Equal(scores[2], Crps.Fair(ScoredEnsembles.Members[check], scores[0]), 1e-10);
        }

        Assert.Equal(8.48123324, ScoredEnsembles.Scores.Select((scores, check) => Crps.Ensemble(ScoredEnsembles.Members[check], scores[0])).Average(), 1e-10);
    }

    [Theory]
    [InlineData(-3, 0, 0.5, 2.71790520838248, 18.2257913526447)]
    [InlineData(-1, 0, 0.5, 0.726395910842952, 2.22579135264473)]
    [InlineData(0, 0, 0.5, 0.116847488627555, 0.225791352644727)]
    [InlineData(0.5, 0, 0.5, 0.301220678813808, 0.725791352644727)]
    [InlineData(2, 0, 0.5, 1.71791235348455, 8.22579135264473)]
    [InlineData(-3, 1, 0.5, 3.71790520822612, 32.2257913526447)]
    [InlineData(-1, 1, 0.5, 1.71791235348455, 8.22579135264473)]
    [InlineData(0, 1, 0.5, 0.726395910842952, 2.22579135264473)]
    [InlineData(0.5, 1, 0.5, 0.301220678813808, 0.725791352644727)]
    [InlineData(2, 1, 0.5, 0.726395910842952, 2.22579135264473)]
    [InlineData(-3, 0, 1, 2.43657472508634, 5.41893853320467)]
    [InlineData(-1, 0, 1, 0.602441357627616, 1.41893853320467)]
    [InlineData(0, 0, 1, 0.233694977255109, 0.918938533204673)]
    [InlineData(0.5, 0, 1, 0.331403531254856, 1.04393853320467)]
    [InlineData(2, 0, 1, 1.4527918216859, 2.91893853320467)]
    [InlineData(-3, 1, 1, 3.43582470696911, 8.91893853320467)]
    [InlineData(-1, 1, 1, 1.4527918216859, 2.91893853320467)]
    [InlineData(0, 1, 1, 0.602441357627616, 1.41893853320467)]
    [InlineData(0.5, 1, 1, 0.331403531254856, 1.04393853320467)]
    [InlineData(2, 1, 1, 0.602441357627616, 1.41893853320467)]
    [InlineData(-3, 0, 3, 1.80732407288285, 2.51755082187278)]
    [InlineData(-1, 0, 3, 0.832847935151163, 2.07310637742834)]
    [InlineData(0, 0, 3, 0.701084931765327, 2.01755082187278)]
    [InlineData(0.5, 0, 3, 0.734253378579274, 2.03143971076167)]
    [InlineData(2, 0, 3, 1.21414913230315, 2.239773044095)]
    [InlineData(-3, 1, 3, 2.56180193960575, 2.90643971076167)]
    [InlineData(-1, 1, 3, 1.21414913230315, 2.239773044095)]
    [InlineData(0, 1, 3, 0.832847935151163, 2.07310637742834)]
    [InlineData(0.5, 1, 3, 0.734253378579274, 2.03143971076167)]
    [InlineData(2, 1, 3, 0.832847935151163, 2.07310637742834)]
    public void The_CRPS_and_the_log_score_of_a_normal_agree_with_R(double observed, double mean, double deviation, double crps, double log)
    {
        Assert.Equal(crps, Crps.Normal(mean, deviation, observed), 1e-10);
        Assert.Equal(log, LogScore.OfNormal(mean, deviation, observed), 1e-10);
    }

    [Fact]
    public void The_CRPS_of_a_forecast_of_one_number_is_the_absolute_error()
    {
        Assert.Equal(7.5, Crps.Ensemble([112.5], 105));
        Assert.Equal(7.5, Crps.Ensemble([112.5, 112.5, 112.5], 120));
        Assert.Equal(7.5, Crps.Fair([112.5, 112.5], 105));
        Assert.Equal(7.5, Crps.Normal(112.5, 0, 105));
    }

    [Fact]
    public void The_fair_CRPS_does_not_depend_on_the_number_of_members_and_the_plain_one_does()
    {
        // Members and outcome are standard normal: the distribution itself scores 1 over the root of pi.
        var honest = 1 / Math.Sqrt(Math.PI);
        foreach (var size in new[] { 2, 5, 50 })
        {
            const int checks = 40_000;
            var stream = Xoshiro256.For(20, (ulong)size);
            var members = new double[size];
            var (plain, fair, square) = (0.0, 0.0, 0.0);
            for (var check = 0; check < checks; check++)
            {
                for (var member = 0; member < size; member++)
                {
                    members[member] = stream.NextNormal();
                }

                var observed = stream.NextNormal();
                plain += Crps.Ensemble(members, observed) / checks;
                var one = Crps.Fair(members, observed);
                fair += one / checks;
                square += one * one / checks;
            }

            var error = Math.Sqrt((square - (fair * fair)) / checks);
            Assert.Equal(honest, fair, 4 * error);

            // The plain score is too large by half the mean distance of two members over their number.
            Assert.Equal(honest + (1 / Math.Sqrt(Math.PI) / size), plain, 4 * error);
        }
    }

    [Fact]
    public void An_honest_forecaster_scores_better_than_one_who_is_too_sure_or_too_vague()
    {
        var stream = new Xoshiro256(21);
        double[] deviations = [0.5, 1, 2];
        var sums = new double[3];
        for (var check = 0; check < 20_000; check++)
        {
            var observed = stream.NextNormal();
            for (var forecaster = 0; forecaster < 3; forecaster++)
            {
                sums[forecaster] += Crps.Normal(0, deviations[forecaster], observed);
            }
        }

        Assert.True(sums[1] < sums[0]);
        Assert.True(sums[1] < sums[2]);
    }

    [Fact]
    public void An_ensemble_without_members_or_with_a_value_that_is_no_number_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Crps.Ensemble([], 1));
        Assert.Throws<ArgumentException>(() => Crps.Fair([1], 1));
        Assert.Throws<ArgumentException>(() => Crps.Ensemble([1, double.NaN], 1));
        Assert.Throws<ArgumentException>(() => Crps.Ensemble([1, double.PositiveInfinity], 1));
    }
}
