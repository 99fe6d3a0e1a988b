using MathNet.Numerics;
using Plimsoll.Statistics.Rates;

namespace Plimsoll.Statistics.Counts;

/// <summary>
/// Counts that vary more than chance alone (NB2): mean m, variance m + m squared over size. Children come into care
/// with their brothers and sisters, so a Poisson is too narrow.
/// </summary>
public static class NegativeBinomial
{
    /// <summary>Log probability of a count; counts that are weighted sums need not be whole.</summary>
    /// <param name="count">Zero or more.</param>
    /// <param name="mean">Above zero.</param>
    /// <param name="size">Above zero, or infinity for a Poisson.</param>
    public static double LogProbability(double count, double mean, double size) => LogCoefficient(count, size) + LogKernel(count, mean, size);

    /// <summary>The part of <see cref="LogProbability"/> that does not depend on the mean.</summary>
    internal static double LogCoefficient(double count, double size) => double.IsPositiveInfinity(size)
        ? -SpecialFunctions.GammaLn(count + 1)
        : SpecialFunctions.GammaLn(size + count) - SpecialFunctions.GammaLn(size) - SpecialFunctions.GammaLn(count + 1);

    /// <summary>The part of <see cref="LogProbability"/> that depends on the mean.</summary>
    internal static double LogKernel(double count, double mean, double size)
    {
        mean = Math.Max(mean, 1e-300);
        return double.IsPositiveInfinity(size)
            ? (count * Math.Log(mean)) - mean
            : (size * Math.Log(size / (size + mean))) + (count * Math.Log(mean / (size + mean)));
    }

    /// <summary>The size that makes counts most likely, their means being given.</summary>
    /// <param name="counts">Counts.</param>
    /// <param name="means">Mean of each.</param>
    /// <param name="least">Smallest size considered.</param>
    /// <param name="most">Largest size considered; close to a Poisson when large.</param>
    public static double Size(double[] counts, double[] means, double least = 1e-3, double most = 1e5)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(means);
        return Math.Exp(Peak.Of(
            logSize =>
            {
                var sum = 0.0;
                for (var index = 0; index < counts.Length; index++)
                {
                    sum += LogProbability(counts[index], means[index], Math.Exp(logSize));
                }

                return sum;
            },
            Math.Log(least),
            Math.Log(most)));
    }

    /// <summary>Negative binomial regression: coefficients and size by maximum likelihood, in turns.</summary>
    /// <param name="design">Rows by columns.</param>
    /// <param name="counts">Counts of the rows.</param>
    /// <param name="exposure">Time at risk of the rows.</param>
    /// <param name="ridge">Penalty of each column; zero for none.</param>
    /// <returns>The fit and the size.</returns>
    public static (CountFit Fit, double Size) Regression(double[,] design, double[] counts, double[] exposure, double[] ridge)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(exposure);
        var fit = CountRegression.Fit(design, counts, exposure, ridge);
        var size = double.PositiveInfinity;
        for (var turn = 0; turn < 100; turn++)
        {
            var means = new double[counts.Length];
            for (var row = 0; row < counts.Length; row++)
            {
                means[row] = exposure[row] * CountRegression.Rate(design, row, fit.Coefficients);
            }

            var next = Size(counts, means);
            fit = CountRegression.Fit(design, counts, exposure, ridge, next);
            if (Math.Abs(next - size) < 1e-9 * next)
            {
                return (fit, next);
            }

            size = next;
        }

        return (fit, size);
    }
}
