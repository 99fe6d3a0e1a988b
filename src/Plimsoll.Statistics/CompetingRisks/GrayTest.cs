using Plimsoll.Statistics.Survival;

namespace Plimsoll.Statistics.CompetingRisks;

/// <summary>
/// Gray's test (1988) that groups have the same cumulative incidence of a cause. It compares subdistribution hazards: those who
/// left by another cause stay in the denominator. A log-rank test on the cause compares another thing, the cause-specific hazards.
/// </summary>
public static class GrayTest
{
    /// <summary>Tests one cause; everybody under observation from the start.</summary>
    /// <param name="exit">Time at which observation ends.</param>
    /// <param name="cause">0 when censored, else the cause of the event from 1.</param>
    /// <param name="of">The cause to compare.</param>
    /// <param name="group">Group of each subject, from 0.</param>
    /// <param name="groups">Number of groups, at least 2.</param>
    /// <param name="rho">Weight (1 - pooled incidence) to this power; 0 weighs all times alike.</param>
    /// <returns>Observed is events of the cause; expected is what a common subdistribution hazard gives, weighted by the power.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a time is not finite, or a cause or group is out of range.</exception>
    public static GroupTest Compare(
        ReadOnlySpan<double> exit, ReadOnlySpan<int> cause, int of, ReadOnlySpan<int> group, int groups, double rho = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(of, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 2);
        Observed.CheckGroups(group, groups, exit.Length);
        if (cause.Length != exit.Length)
        {
            throw new ArgumentException($"There are {cause.Length} outcomes for {exit.Length} exits; give one each.", nameof(cause));
        }

        // One table with (group, own cause or another) as the cause has everything at every time.
        var split = new int[exit.Length];
        var atRisk = new double[groups];
        for (var subject = 0; subject < split.Length; subject++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(cause[subject], nameof(cause));
            split[subject] = cause[subject] == 0 ? 0 : 1 + (2 * group[subject]) + (cause[subject] == of ? 0 : 1);
            atRisk[group[subject]]++;
        }

        var table = RiskTable.Of(default, exit, split, 2 * groups, default);
        var leaving = new double[table.Times.Length, groups];
        for (var subject = 0; subject < split.Length; subject++)
        {
            leaving[Array.BinarySearch(table.Times, exit[subject]), group[subject]]++;
        }

        var sums = new Sums(groups);
        for (var row = 0; row < table.Times.Length; row++)
        {
            sums.Advance(atRisk, table.Events, row, rho);
            for (var one = 0; one < groups; one++)
            {
                atRisk[one] -= leaving[row, one];
            }
        }

        var covariance = sums.Covariance();
        var score = sums.Seen.Zip(sums.Awaited, (seen, awaited) => seen - awaited).ToArray();
        var (square, degrees, chance) = GroupTest.Form(score, covariance);
        return new GroupTest(sums.Seen, sums.Awaited, covariance, square, degrees, chance);
    }

    /// <summary>
    /// What Gray's variance adds up over time. Own notation by the paper: risk of a group is those at risk over its survival (h),
    /// a is the score's response to the hazard now, c the same added up, and own, mixed and plain are the parts of the variance
    /// with c at the end of time squared, once and not at all.
    /// </summary>
    private sealed class Sums(int groups)
    {
        private readonly double[] survival = [.. Enumerable.Repeat(1.0, groups)];
        private readonly double[] incidence = new double[groups];
        private readonly double[,] a = new double[groups, groups];
        private readonly double[,] c = new double[groups, groups];
        private readonly double[,] plain = new double[groups, groups];
        private readonly double[,] mixed = new double[groups, groups];
        private readonly double[] own = new double[groups];
        private double pooled;

        internal double[] Seen { get; } = new double[groups];

        internal double[] Awaited { get; } = new double[groups];

        internal void Advance(double[] atRisk, double[][] events, int row, double rho)
        {
            var (first, second) = (0.0, 0.0);
            for (var one = 0; one < groups; one++)
            {
                first += events[2 * one][row];
                second += events[(2 * one) + 1][row];
            }

            if (first + second <= 0)
            {
                return;
            }

            var risk = new double[groups];
            var after = (double[])survival.Clone();
            var incident = (double[])incidence.Clone();
            var (total, subdistribution) = (0.0, 0.0);
            for (var one = 0; one < groups; one++)
            {
                if (atRisk[one] > 0)
                {
                    var (of, other) = (events[2 * one][row], events[(2 * one) + 1][row]);
                    risk[one] = atRisk[one] / survival[one];
                    after[one] = survival[one] * (atRisk[one] - of - other) / atRisk[one];
                    incident[one] += survival[one] * of / atRisk[one];
                    total += risk[one];
                    subdistribution += risk[one] * (1 - incidence[one]);
                }
            }

            var now = pooled + (first / total);
            var weight = Math.Pow(1 - pooled, rho);
            for (var one = 0; one < groups; one++)
            {
                Seen[one] += weight * events[2 * one][row];
                Awaited[one] += weight * first * risk[one] * (1 - incidence[one]) / subdistribution;
                for (var other = 0; other < groups; other++)
                {
                    a[one, other] = weight * risk[one] * ((one == other ? 1 : 0) - (risk[other] / total));
                    c[one, other] += first > 0 ? a[one, other] * first / (total * (1 - pooled)) : 0;
                }
            }

            for (var k = 0; k < groups; k++)
            {
                if (first > 0 && atRisk[k] > 0)
                {
                    var share = after[k] > 0 ? 1 - ((1 - now) / after[k]) : 1;
                    var ties = first > 1 ? 1 - ((first - 1) / ((total * survival[k]) - 1)) : 1;
                    Add(k, ties * survival[k] * first / (total * atRisk[k]), share, 1);
                }

                var others = events[(2 * k) + 1][row];
                if (others > 0 && after[k] > 0)
                {
                    var ties = others > 1 ? 1 - ((others - 1) / (atRisk[k] - 1)) : 1;
                    Add(k, ties * survival[k] * survival[k] * others / (atRisk[k] * atRisk[k]), (1 - now) / after[k], 0);
                }
            }

            pooled = now;
            after.CopyTo(survival, 0);
            incident.CopyTo(incidence, 0);
        }

        internal double[,] Covariance()
        {
            var covariance = (double[,])plain.Clone();
            for (var one = 0; one < groups; one++)
            {
                for (var other = 0; other < groups; other++)
                {
                    for (var k = 0; k < groups; k++)
                    {
                        covariance[one, other] += (c[one, k] * c[other, k] * own[k]) + (c[one, k] * mixed[other, k]) + (c[other, k] * mixed[one, k]);
                    }
                }
            }

            return covariance;
        }

        /// <summary>Adds the noise of a group's events; direct is 1 for events of the cause, which move the score themselves.</summary>
        private void Add(int k, double noise, double share, int direct)
        {
            own[k] += share * share * noise;
            for (var one = 0; one < groups; one++)
            {
                var left = (direct * a[one, k]) - (share * c[one, k]);
                mixed[one, k] += left * share * noise;
                for (var other = 0; other < groups; other++)
                {
                    plain[one, other] += left * ((direct * a[other, k]) - (share * c[other, k])) * noise;
                }
            }
        }
    }
}
