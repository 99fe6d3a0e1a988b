namespace Plimsoll.Statistics.Counts;

/// <summary>Whether counts scatter around their means as much as the model says.</summary>
public static class Dispersion
{
    /// <summary>
    /// Pearson's statistic over its degrees of freedom: about 1 where the model holds, far above 1 for a Poisson model of
    /// counts that come in clusters.
    /// </summary>
    /// <param name="counts">Counts.</param>
    /// <param name="means">Fitted mean of each, above zero.</param>
    /// <param name="coefficients">How many coefficients were fitted, below the number of counts.</param>
    /// <param name="size">Size of the negative binomial; infinity for a Poisson.</param>
    /// <exception cref="ArgumentException">Lengths differ, or no degree of freedom is left.</exception>
    public static double Pearson(ReadOnlySpan<double> counts, ReadOnlySpan<double> means, int coefficients, double size = double.PositiveInfinity)
    {
        Check(counts, means);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(coefficients, counts.Length);
        var sum = 0.0;
        for (var row = 0; row < counts.Length; row++)
        {
            var rest = counts[row] - means[row];
            sum += rest * rest / (means[row] + (means[row] * means[row] / size));
        }

        return sum / (counts.Length - coefficients);
    }

    /// <summary>Residual deviance: twice the log-likelihood lost against a model that hits every count, with the same size.</summary>
    /// <param name="counts">Counts.</param>
    /// <param name="means">Fitted mean of each, above zero.</param>
    /// <param name="size">Size of the negative binomial; infinity for a Poisson.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static double Deviance(ReadOnlySpan<double> counts, ReadOnlySpan<double> means, double size = double.PositiveInfinity)
    {
        Check(counts, means);
        var sum = 0.0;
        for (var row = 0; row < counts.Length; row++)
        {
            var (count, mean) = (counts[row], means[row]);
            var hit = count > 0 ? count * Math.Log(count / mean) : 0;
            sum += hit - (double.IsPositiveInfinity(size) ? count - mean : (count + size) * Math.Log((count + size) / (mean + size)));
        }

        return 2 * sum;
    }

    /// <summary>
    /// Standard error of a size found by maximum likelihood, the means being given: from the curvature of the log-likelihood
    /// in the size.
    /// </summary>
    /// <param name="counts">Counts.</param>
    /// <param name="means">Fitted mean of each, above zero.</param>
    /// <param name="size">The size, above zero.</param>
    /// <returns>The standard error, or null where the log-likelihood has no peak there, as for counts no wider than Poisson.</returns>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static double? SizeError(ReadOnlySpan<double> counts, ReadOnlySpan<double> means, double size)
    {
        Check(counts, means);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        var curvature = 0.0;
        for (var row = 0; row < counts.Length; row++)
        {
            var (count, all) = (counts[row], means[row] + size);
            curvature += Trigamma(size) - Trigamma(size + count) - (1 / size) + (2 / all) - ((count + size) / (all * all));
        }

        return curvature > 0 ? 1 / Math.Sqrt(curvature) : null;
    }

    // Second derivative of the log of the gamma function: recurrence up to 12, then its asymptotic series.
    private static double Trigamma(double at)
    {
        var sum = 0.0;
        for (; at < 12; at++)
        {
            sum += 1 / (at * at);
        }

        var square = 1 / (at * at);
        return sum + (1 / at) + (square / 2)
            + (square / at * ((1.0 / 6) - (square * ((1.0 / 30) - (square * ((1.0 / 42) - (square * ((1.0 / 30) - (square * 5 / 66)))))))));
    }

    private static void Check(ReadOnlySpan<double> counts, ReadOnlySpan<double> means)
    {
        if (counts.Length != means.Length)
        {
            throw new ArgumentException("One mean is needed for each count.", nameof(means));
        }
    }
}
