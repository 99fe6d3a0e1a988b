using MathNet.Numerics.Distributions;

namespace Plimsoll.Statistics.Scoring;

/// <summary>How many of a number of checks should fall inside a range, if the range is honest and the checks independent.</summary>
/// <param name="Checks">How many checks.</param>
/// <param name="Level">Share meant to fall inside.</param>
/// <param name="Fewest">Fewest inside that chance alone explains.</param>
/// <param name="Most">Most inside that chance alone explains.</param>
public sealed record CoverageBand(int Checks, double Level, int Fewest, int Most)
{
    /// <summary>The fewest as a share of the checks.</summary>
    public double LowestShare => (double)Fewest / Checks;

    /// <summary>The most as a share of the checks.</summary>
    public double HighestShare => (double)Most / Checks;

    /// <summary>
    /// The band between exact quantiles of the binomial distribution. Checks that overlap in time are not independent:
    /// give the number of independent ones (the span divided by the horizon), not the number of checks.
    /// </summary>
    /// <param name="checks">How many independent checks, at least one.</param>
    /// <param name="level">Share meant to fall inside, between 0 and 1.</param>
    /// <param name="confidence">How often an honest range keeps to the band, at least; 0.95 by custom.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no check, or a share is not between 0 and 1.</exception>
    public static CoverageBand For(int checks, double level, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(checks, 1);
        Levels.Check(level);
        Levels.Check(confidence);
        var tail = (1 - confidence) / 2;
        return new CoverageBand(checks, level, Quantile(checks, level, tail), Quantile(checks, level, 1 - tail));
    }

    /// <summary>Whether a number inside agrees with an honest range.</summary>
    /// <param name="inside">How many checks fell inside.</param>
    public bool Allows(int inside) => inside >= Fewest && inside <= Most;

    // The smallest number whose cumulative probability reaches a share.
    private static int Quantile(int checks, double level, double share)
    {
        var (low, high) = (0, checks);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Binomial.CDF(level, checks, middle) >= share)
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
