using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Statistics.Simulation;

/// <summary>
/// Changes of the number of starts that share their chance with the baseline. Every start of the baseline has a mark, a
/// uniform of its own: a scenario that avoids a share of starts drops those whose mark lies below the share, and the
/// others are the baseline's, bit for bit. Starts that are added come after the baseline's in number, on a stream of
/// their own, so that none of the baseline's is renumbered.
/// </summary>
public static class StartMarks
{
    // The purpose of the stream of marks; a number once given keeps its meaning.
    private const ulong Purpose = 0x_5747_4D41_524B;

    /// <summary>The mark of a start, uniform on [0, 1). It takes nothing from the subject's own stream.</summary>
    /// <param name="subject">Key of the subject's stream.</param>
    public static double Of(ulong subject) => (Xoshiro256.Scatter(subject ^ Purpose) >> 11) * (1.0 / (1UL << 53));

    /// <summary>Whether a scenario avoids a start.</summary>
    /// <param name="subject">Key of the subject's stream.</param>
    /// <param name="factor">Factor on the number of starts; from 1 up nobody is avoided.</param>
    public static bool IsAvoided(ulong subject, double factor) => factor < 1 && Of(subject) < 1 - factor;

    /// <summary>
    /// Number of starts that a factor above one adds to a month. Given the level that the month drew
    /// (<see cref="Variates.NextNegativeBinomial(Xoshiro256, double, double, out double)"/>) baseline and addition are
    /// independent Poisson counts, and their sum has the distribution of the baseline with its mean multiplied.
    /// </summary>
    /// <param name="stream">A stream for this purpose and month alone.</param>
    /// <param name="mean">Mean of the baseline's starts in the month.</param>
    /// <param name="level">Level that the baseline's month drew; 1 for a Poisson count.</param>
    /// <param name="factor">Factor on the number of starts; up to 1 nothing is added.</param>
    public static int Added(Xoshiro256 stream, double mean, double level, double factor) =>
        factor > 1 ? stream.NextPoisson((factor - 1) * mean * level) : 0;
}
