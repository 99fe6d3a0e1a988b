namespace Plimsoll.Statistics.Scoring;

/// <summary>
/// Scores of single quantiles. A quantile of level 0.9 should be exceeded 1 time in 10: being above it costs nine times
/// as much as being as far below it.
/// </summary>
public static class QuantileLoss
{
    /// <summary>Pinball loss of one quantile, in the units of the forecast; zero is perfect.</summary>
    /// <param name="level">Level of the quantile, between 0 and 1.</param>
    /// <param name="quantile">The forecast quantile.</param>
    /// <param name="observed">What happened.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static double Pinball(double level, double quantile, double observed)
    {
        Levels.Check(level);
        return observed >= quantile ? level * (observed - quantile) : (1 - level) * (quantile - observed);
    }

    /// <summary>Pinball losses of an ensemble at several levels (quantiles of Hyndman and Fan's type 7).</summary>
    /// <param name="members">Simulated values in any order, at least one, all finite.</param>
    /// <param name="levels">Levels between 0 and 1.</param>
    /// <param name="observed">What happened.</param>
    /// <returns>One loss a level.</returns>
    /// <exception cref="ArgumentException">There is no member, a value is not finite, or a level is not between 0 and 1.</exception>
    public static double[] OfEnsemble(ReadOnlySpan<double> members, ReadOnlySpan<double> levels, double observed)
    {
        var sorted = SortedMembers.Of(members, 1);
        var losses = new double[levels.Length];
        for (var index = 0; index < levels.Length; index++)
        {
            losses[index] = Pinball(levels[index], sorted.Quantile(levels[index]), observed);
        }

        return losses;
    }

    /// <summary>
    /// Quantile score: twice the mean pinball loss over levels. With levels evenly spread between 0 and 1 it comes to the
    /// CRPS as they become many.
    /// </summary>
    /// <param name="levels">Levels between 0 and 1, at least one.</param>
    /// <param name="quantiles">The forecast quantile of each level.</param>
    /// <param name="observed">What happened.</param>
    /// <exception cref="ArgumentException">There is no level, the lengths differ, or a level is not between 0 and 1.</exception>
    public static double QuantileScore(ReadOnlySpan<double> levels, ReadOnlySpan<double> quantiles, double observed)
    {
        if (levels.IsEmpty || levels.Length != quantiles.Length)
        {
            throw new ArgumentException("One quantile is needed for each level, and at least one level.", nameof(quantiles));
        }

        var sum = 0.0;
        for (var index = 0; index < levels.Length; index++)
        {
            sum += Pinball(levels[index], quantiles[index], observed);
        }

        return 2 * sum / levels.Length;
    }
}
