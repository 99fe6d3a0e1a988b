using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Plimsoll.Statistics.Survival;

/// <summary>A test that curves of groups are one and the same.</summary>
/// <param name="Observed">Events of each group.</param>
/// <param name="Expected">Events of each group if all had the same hazard.</param>
/// <param name="Covariance">Covariance of observed less expected, groups by groups.</param>
/// <param name="ChiSquare">Statistic.</param>
/// <param name="DegreesOfFreedom">Its degrees of freedom.</param>
/// <param name="PValue">Chance of a statistic as large, if the curves are the same; 1 when there is nothing to compare.</param>
public sealed record GroupTest(
    double[] Observed, double[] Expected, double[,] Covariance, double ChiSquare, int DegreesOfFreedom, double PValue)
{
    /// <summary>The quadratic form of scores in their covariance, on as many degrees of freedom as the covariance has rank.</summary>
    internal static (double ChiSquare, int Degrees, double PValue) Form(double[] score, double[,] covariance)
    {
        if (score.Length == 0)
        {
            return (0, 0, 1);
        }

        // A group without anybody at risk at an event has a row of zeros; the pseudo-inverse leaves it out.
        var parts = Matrix<double>.Build.DenseOfArray(covariance).Evd(Symmetricity.Symmetric);
        var largest = parts.EigenValues.Enumerate().Max(value => value.Real);
        var along = parts.EigenVectors.TransposeThisAndMultiply(Vector<double>.Build.Dense(score));
        var (sum, degrees) = (0.0, 0);
        for (var place = 0; place < score.Length; place++)
        {
            var value = parts.EigenValues[place].Real;
            if (value > 1e-10 * largest && value > 0)
            {
                sum += along[place] * along[place] / value;
                degrees++;
            }
        }

        return degrees == 0 ? (0, 0, 1) : (sum, degrees, SpecialFunctions.GammaUpperRegularized(degrees / 2.0, sum / 2));
    }
}

/// <summary>The log-rank test (Mantel and Haenszel) of two or more groups, with late entry.</summary>
public static class LogRank
{
    /// <summary>Tests whether the groups share one hazard at every time.</summary>
    /// <param name="entry">Clock time at which each subject comes under observation; empty when everybody is there from the start.</param>
    /// <param name="exit">Clock time at which observation ends, after entry.</param>
    /// <param name="happened">Whether it ended with the event; else the subject is censored.</param>
    /// <param name="group">Group of each subject, from 0.</param>
    /// <param name="groups">Number of groups, at least 2.</param>
    /// <exception cref="ArgumentException">Lengths differ, or an entry is not before its exit, or a group is out of range.</exception>
    public static GroupTest Compare(
        ReadOnlySpan<double> entry, ReadOnlySpan<double> exit, ReadOnlySpan<bool> happened, ReadOnlySpan<int> group, int groups)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 2);
        Survival.Observed.CheckGroups(group, groups, exit.Length);
        var cause = Survival.Observed.Causes(happened);
        for (var subject = 0; subject < cause.Length && subject < group.Length; subject++)
        {
            cause[subject] *= group[subject] + 1;
        }

        // With the group as the cause, one table has the events of each group.
        var table = RiskTable.Of(entry, exit, cause, groups, default);
        var (coming, leaving) = (Sorted(entry, group, groups), Sorted(exit, group, groups));
        var observed = new double[groups];
        var expected = new double[groups];
        var covariance = new double[groups, groups];
        var share = new double[groups];
        for (var row = 0; row < table.Times.Length; row++)
        {
            var (events, total) = (table.EventsAt(row), table.AtRisk[row]);
            if (events <= 0)
            {
                continue;
            }

            for (var one = 0; one < groups; one++)
            {
                share[one] = (FromOn(leaving[one], table.Times[row]) - FromOn(coming[one], table.Times[row])) / total;
                observed[one] += table.Events[one][row];
                expected[one] += events * share[one];
            }

            var spread = total > 1 ? events * (total - events) / (total - 1) : 0;
            for (var one = 0; one < groups; one++)
            {
                for (var other = 0; other < groups; other++)
                {
                    covariance[one, other] += spread * share[one] * ((one == other ? 1 : 0) - share[other]);
                }
            }
        }

        var score = observed.Zip(expected, (seen, awaited) => seen - awaited).ToArray();
        var (square, degrees, chance) = GroupTest.Form(score, covariance);
        return new GroupTest(observed, expected, covariance, square, degrees, chance);
    }

    private static double[][] Sorted(ReadOnlySpan<double> times, ReadOnlySpan<int> group, int groups)
    {
        var sorted = new List<double>[groups];
        for (var one = 0; one < groups; one++)
        {
            sorted[one] = [];
        }

        for (var subject = 0; subject < times.Length; subject++)
        {
            sorted[group[subject]].Add(times[subject]);
        }

        foreach (var list in sorted)
        {
            list.Sort();
        }

        return [.. sorted.Select(list => list.ToArray())];
    }

    /// <summary>How many of the sorted times lie at a time or later.</summary>
    private static int FromOn(double[] sorted, double time)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] < time ? (middle + 1, high) : (low, middle);
        }

        return sorted.Length - low;
    }
}
