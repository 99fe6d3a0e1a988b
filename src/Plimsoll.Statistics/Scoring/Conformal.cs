namespace Plimsoll.Statistics.Scoring;

/// <summary>A multiplier for the half width of ranges, or the plain answer that there is too little history for one.</summary>
/// <param name="Checks">How many residuals there were.</param>
/// <param name="Level">Share of outcomes meant to fall inside.</param>
/// <param name="FewestChecks">How many residuals the level needs at least.</param>
/// <param name="Factor">Half width in units of the scale by which residuals were divided; null where there are too few.</param>
public sealed record ConformalFactor(int Checks, double Level, int FewestChecks, double? Factor);

/// <summary>
/// Split-conformal widening: the range's half width is the k-th smallest of past residuals, k = ceil((n + 1) level). It then
/// holds at least that share of new outcomes, provided that old and new can be swapped without anyone noticing. Residuals
/// of one short series with overlapping horizons cannot: pool them over many series, and claim nothing for one alone.
/// (Lei and others 2018.)
/// </summary>
public static class Conformal
{
    // (n + 1)(1 - alpha) may come out a hair above a whole number.
    private const double Rounding = 1e-9;

    /// <summary>Which residual, counted from the smallest, is the half width.</summary>
    /// <param name="residuals">How many residuals there are, zero or more.</param>
    /// <param name="level">Share of outcomes meant to fall inside, between 0 and 1.</param>
    /// <returns>The index from 1; above the number of residuals where there are too few.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is below zero, or the level not between 0 and 1.</exception>
    public static int Index(int residuals, double level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(residuals);
        Levels.Check(level);
        return (int)Math.Ceiling(((residuals + 1.0) * level) - Rounding);
    }

    /// <summary>The fewest residuals that allow a range of a level: 9 for 90%, 19 for 95%.</summary>
    /// <param name="level">Share of outcomes meant to fall inside, between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static int FewestResiduals(double level)
    {
        Levels.Check(level);
        return (int)Math.Ceiling((level / (1 - level)) - Rounding);
    }

    /// <summary>How far an outcome lay from the forecast, in units of the forecast's own scale, so that residuals of small and large series can be pooled.</summary>
    /// <param name="observed">What happened.</param>
    /// <param name="centre">The forecast's median.</param>
    /// <param name="scale">Above zero: its inter-quartile range, or half the width of its range.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not above zero.</exception>
    public static double Residual(double observed, double centre, double scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        return Math.Abs(observed - centre) / scale;
    }

    /// <summary>The factor by which the scale is multiplied to give the half width of a range.</summary>
    /// <param name="residuals">Normalised absolute residuals, pooled over series, in any order.</param>
    /// <param name="level">Share of outcomes meant to fall inside, between 0 and 1.</param>
    /// <exception cref="ArgumentException">A residual is below zero or not finite, or the level not between 0 and 1.</exception>
    public static ConformalFactor Factor(ReadOnlySpan<double> residuals, double level)
    {
        var index = Index(residuals.Length, level);
        double? factor = null;
        if (!residuals.IsEmpty)
        {
            var sorted = SortedMembers.Of(residuals, 1).Values;
            if (sorted[0] < 0)
            {
                throw new ArgumentException("A residual is below zero; give absolute residuals.", nameof(residuals));
            }

            factor = index <= residuals.Length ? sorted[index - 1] : null;
        }

        return new ConformalFactor(residuals.Length, level, FewestResiduals(level), factor);
    }
}
