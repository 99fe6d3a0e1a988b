using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Summaries;

namespace Plimsoll.Statistics.Scoring;

/// <summary>Mean difference of two forecasts' scores, and how sure one can be of it.</summary>
/// <param name="Mean">Mean of the differences; below zero, the first forecast is better.</param>
/// <param name="Origins">How many origins.</param>
/// <param name="IndependentBlocks">Origins over block length: about how many independent pieces of evidence there are.</param>
/// <param name="Uncertainty">Null where there are fewer than two blocks, so that nothing can be said.</param>
public sealed record ScoreDifference(double Mean, int Origins, double IndependentBlocks, DifferenceUncertainty? Uncertainty);

/// <summary>How far a mean difference may be chance.</summary>
/// <param name="StandardError">Standard error of the mean.</param>
/// <param name="Lower">Lower end of the interval.</param>
/// <param name="Upper">Upper end of the interval.</param>
/// <param name="ChanceBelowZero">Share of resampled means below zero, half of those that equal zero included.</param>
public sealed record DifferenceUncertainty(double StandardError, double Lower, double Upper, double ChanceBelowZero);

/// <summary>
/// Resamples whole stretches of neighbouring origins. A forecast three years ahead made this quarter and one made the next
/// are judged by nearly the same future, so resampling single origins would pretend to much more evidence than there is.
/// Stretches may run over the end to the start, so that every origin counts alike (Politis and Romano 1992).
/// </summary>
public static class BlockBootstrap
{
    /// <summary>Judges the mean of differences of scores.</summary>
    /// <param name="differences">Score of the first less score of the second, one an origin in order of time; with several series, the mean over them at that origin.</param>
    /// <param name="blockLength">Origins that share a future: the horizon over the distance of origins, at least 1.</param>
    /// <param name="draws">How many resamples, at least 100; 2,000 by custom.</param>
    /// <param name="stream">Randomness.</param>
    /// <param name="confidence">Chance that the interval is meant to hold the true mean.</param>
    /// <exception cref="ArgumentException">There is no difference, one is not finite, or an option is out of range.</exception>
    public static ScoreDifference MeanDifference(
        ReadOnlySpan<double> differences, int blockLength, int draws, Xoshiro256 stream, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(blockLength, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 100);
        Levels.Check(confidence);
        var mean = SortedMembers.Of(differences, 1).Mean();
        var blocks = (double)differences.Length / blockLength;
        return new ScoreDifference(
            mean,
            differences.Length,
            blocks,
            blocks < 2 ? null : Resample(differences, blockLength, draws, stream, confidence));
    }

    private static DifferenceUncertainty Resample(
        ReadOnlySpan<double> differences, int blockLength, int draws, Xoshiro256 stream, double confidence)
    {
        var means = new double[draws];
        for (var draw = 0; draw < draws; draw++)
        {
            var sum = 0.0;
            for (var taken = 0; taken < differences.Length;)
            {
                var start = stream.NextBelow(differences.Length);
                for (var step = 0; step < blockLength && taken < differences.Length; step++, taken++)
                {
                    sum += differences[(start + step) % differences.Length];
                }
            }

            means[draw] = sum / differences.Length;
        }

        var centre = means.Average();
        var variance = means.Sum(value => (value - centre) * (value - centre)) / (draws - 1);
        var below = means.Count(value => value < 0) + (0.5 * means.Count(value => value == 0));
        Array.Sort(means);
        var tail = (1 - confidence) / 2;
        return new DifferenceUncertainty(
            Math.Sqrt(variance), Spread.Percentile(means, tail), Spread.Percentile(means, 1 - tail), below / draws);
    }
}
