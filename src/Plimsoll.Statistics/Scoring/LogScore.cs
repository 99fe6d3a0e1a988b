using MathNet.Numerics.Distributions;

namespace Plimsoll.Statistics.Scoring;

/// <summary>
/// Logarithmic score: minus the log of the probability (density) that the forecast gave to what happened. Smaller is
/// better. Proper, but unforgiving of surprises and in no units: give it beside the CRPS.
/// </summary>
public static class LogScore
{
    /// <summary>Of a normal distribution.</summary>
    /// <param name="mean">Mean.</param>
    /// <param name="deviation">Standard deviation, above zero.</param>
    /// <param name="observed">What happened.</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard deviation is not above zero.</exception>
    public static double OfNormal(double mean, double deviation, double observed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(deviation);
        return -Normal.PDFLn(mean, deviation, observed);
    }
}
