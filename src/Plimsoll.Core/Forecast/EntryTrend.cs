using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Rates;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// How far the starts of children under sixteen support a trend, and the trend itself. Real authorities' trends rarely
/// persist, so the odds are against one from the outset.
/// </summary>
/// <param name="Probability">Probability that there is a trend worth carrying forward.</param>
/// <param name="LogLevel">Log of starts a month, all ages, on the as-at date along the trend.</param>
/// <param name="Slope">Change of the log a year.</param>
/// <param name="LevelError">Standard error of the level.</param>
/// <param name="SlopeError">Standard error of the slope.</param>
/// <param name="Correlation">Correlation of the two.</param>
internal sealed record EntryTrend(double Probability, double LogLevel, double Slope, double LevelError, double SlopeError, double Correlation)
{
    /// <summary>Prior standard deviation of the slope a year.</summary>
    public const double PriorSlope = 0.06;

    private const double QuarterDays = CareModel.YearDays / 4;

    /// <summary>Fits a log-linear trend to quarterly starts, the last quarter ending on the as-at date.</summary>
    /// <param name="care">What is known.</param>
    /// <param name="history">Starts that were seen, returns among them, without unaccompanied children.</param>
    /// <param name="prior">Probability of a trend before the records are looked at.</param>
    public static EntryTrend Fit(KnownCare care, EntryHistory history, double prior)
    {
        // A little short of a whole number of quarters is one less; windows are cut at real year ends.
        var quarters = (int)Math.Floor(((care.Until - care.WindowStart) / QuarterDays) + 0.02);
        var young = history.Entries.Where(entry => entry.Limit is { } limit && entry.Start < limit - (2 * CareModel.YearDays)).ToList();
        if (quarters < 2)
        {
            // Less than half a year tells nothing about a slope.
            var level = Math.Log((history.Counts.Sum() + 0.5) / history.Months.Sum());
            return new EntryTrend(prior, level, 0, 1 / Math.Sqrt(history.Counts.Sum() + 0.5), PriorSlope, 0);
        }

        var counts = new double[quarters];
        foreach (var entry in young)
        {
            var ago = (int)((care.Until - 1 - entry.Start) / QuarterDays);
            if (ago < quarters)
            {
                counts[quarters - 1 - ago]++;
            }
        }

        var design = new double[quarters, 2];
        var exposure = new double[quarters];
        for (var quarter = 0; quarter < quarters; quarter++)
        {
            (design[quarter, 0], design[quarter, 1], exposure[quarter]) = (1, (quarter + 0.5 - quarters) / 4, 3);
        }

        var (probability, posterior) = (Evidence(design, counts, exposure, prior), CountRegression.Fit(
            design, Lifted(counts), exposure, [0, 1 / (PriorSlope * PriorSlope)]));
        var ofAllAges = (history.Entries.Count + 0.5) / (young.Count + 0.5);
        var (levelError, slopeError) = (posterior.StandardError(0), posterior.StandardError(1));
        return new EntryTrend(
            probability,
            posterior.Coefficients[0] + Math.Log(ofAllAges),
            posterior.Coefficients[1],
            levelError,
            slopeError,
            posterior.Covariance[0, 1] / (levelError * slopeError));
    }

    /// <summary>Draws a level and a slope.</summary>
    public (double LogLevel, double Slope) Draw(Xoshiro256 stream)
    {
        var shared = stream.NextNormal();
        var own = stream.NextNormal();
        return (LogLevel + (LevelError * shared),
            Slope + (SlopeError * ((Correlation * shared) + (Math.Sqrt(Math.Max(0, 1 - (Correlation * Correlation))) * own))));
    }

    // Bayes factor of a normal slope against none, from the estimate and its error (Wakefield's approximation).
    private static double Evidence(double[,] design, double[] counts, double[] exposure, double prior)
    {
        if (counts.Count(count => count > 0) < 2)
        {
            return prior;
        }

        // The faintest of penalties keeps the information regular.
        var fit = CountRegression.Fit(design, counts, exposure, [1e-9, 1e-9]);
        var error = fit.StandardError(1);
        var q = PriorSlope * PriorSlope / (error * error);
        var z = fit.Coefficients[1] / error;
        var factor = Math.Exp(Math.Min(300, z * z * q / (2 * (1 + q)))) / Math.Sqrt(1 + q);
        return prior * factor / ((prior * factor) + 1 - prior);
    }

    // Half an event spread over the quarters keeps the level of a window without any start finite.
    private static double[] Lifted(double[] counts) => [.. counts.Select(count => count + (0.5 / counts.Length))];
}
