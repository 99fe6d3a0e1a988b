using MathNet.Numerics.Distributions;

namespace Plimsoll.Statistics.Rates;

/// <summary>Events seen beside the events that a model expects in the same time at risk.</summary>
/// <param name="Observed">Events seen, zero or more; a part of one where a record is spread over cells.</param>
/// <param name="Expected">Events that the model expects, above zero.</param>
public readonly record struct ObservedExpected(double Observed, double Expected)
{
    /// <summary>Observed over expected: one where the model fits.</summary>
    public double Ratio => Observed / Expected;

    /// <summary>Adds another cell.</summary>
    public ObservedExpected Plus(ObservedExpected other) => new(Observed + other.Observed, Expected + other.Expected);

    /// <summary>Exact Poisson interval of the ratio (Garwood), the expected number taken as given.</summary>
    /// <param name="coverage">Probability inside, such as 0.95.</param>
    public (double Low, double High) Interval(double coverage) => new OccurrenceExposure(Observed, Expected).ExactInterval(coverage);

    /// <summary>Whether the interval leaves out one: more or fewer events than chance alone readily gives.</summary>
    /// <param name="coverage">Probability inside the interval.</param>
    public bool IsOff(double coverage) => Interval(coverage) is var (low, high) && (low > 1 || high < 1);

    /// <summary>
    /// Probability that the interval leaves out one although the model is right. It is below one less the coverage, the
    /// more so the fewer events are expected, because counts are whole.
    /// </summary>
    /// <param name="coverage">Probability inside the interval.</param>
    public double ChanceOff(double coverage)
    {
        var tail = (1 - coverage) / 2;
        var most = (int)(Expected + (12 * Math.Sqrt(Expected)) + 40);
        var mean = Expected;

        // The first count at which the lower tail is no longer rare, and the first at which the upper tail is.
        var low = First(count => Poisson.CDF(mean, count) >= tail, most);
        var high = First(count => count > 0 && 1 - Poisson.CDF(mean, count - 1) < tail, most);
        return (low > 0 ? Poisson.CDF(mean, low - 1) : 0) + (1 - Poisson.CDF(mean, high - 1));
    }

    private static int First(Func<int, bool> holds, int most)
    {
        var (low, high) = (0, most);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (holds(middle))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
