using MathNet.Numerics.Distributions;

namespace Plimsoll.Statistics.Scoring;

/// <summary>
/// An ensemble that stands for a distribution of which only some quantiles are known, so that it can be scored like a
/// simulation. Between quantiles, and beyond the outer two, values run in straight lines on the normal scale: a normal
/// distribution comes back exactly, and one near it closely.
/// </summary>
public static class QuantileEnsemble
{
    /// <summary>Members at the middles of equal slices of probability. Score them with <see cref="Crps.Ensemble(ReadOnlySpan{double}, double)"/>.</summary>
    /// <param name="levels">Levels between 0 and 1, ascending, at least two.</param>
    /// <param name="quantiles">The quantile of each level, not descending.</param>
    /// <param name="members">How many members, at least one.</param>
    /// <exception cref="ArgumentException">Lengths differ, there are fewer than two levels, or an order is broken.</exception>
    public static double[] Of(ReadOnlySpan<double> levels, ReadOnlySpan<double> quantiles, int members)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(members, 1);
        if (levels.Length < 2 || levels.Length != quantiles.Length)
        {
            throw new ArgumentException("One quantile is needed for each level, and at least two levels.", nameof(quantiles));
        }

        var scale = new double[levels.Length];
        for (var index = 0; index < scale.Length; index++)
        {
            Levels.Check(levels[index], nameof(levels));
            scale[index] = Normal.InvCDF(0, 1, levels[index]);
            if (index > 0 && (scale[index] <= scale[index - 1] || quantiles[index] < quantiles[index - 1]))
            {
                throw new ArgumentException("Levels and their quantiles must ascend.", nameof(quantiles));
            }
        }

        var values = new double[members];
        var upper = 1;
        for (var member = 0; member < members; member++)
        {
            var z = Normal.InvCDF(0, 1, (member + 0.5) / members);
            while (upper < scale.Length - 1 && scale[upper] < z)
            {
                upper++;
            }

            var share = (z - scale[upper - 1]) / (scale[upper] - scale[upper - 1]);
            values[member] = quantiles[upper - 1] + (share * (quantiles[upper] - quantiles[upper - 1]));
        }

        return values;
    }
}
