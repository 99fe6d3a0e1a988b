using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Statistics.Scoring;

/// <summary>
/// Probability integral transform: where in the forecast's distribution the outcome fell, from 0 to 1. Over many checks
/// of an honest forecast every part of it is as frequent as any other. A heap at both ends: ranges too narrow. A heap in
/// the middle: too wide. A lean to one side: biased. (Czado, Gneiting and Held 2009.)
/// </summary>
public static class Pit
{
    /// <summary>Share of members at or below the outcome. Plain, so that a small ensemble can only give a few values.</summary>
    /// <param name="members">Simulated values in any order, at least one, all finite.</param>
    /// <param name="observed">What happened.</param>
    /// <exception cref="ArgumentException">There is no member, or a value is not finite.</exception>
    public static double Share(ReadOnlySpan<double> members, double observed)
    {
        var sorted = SortedMembers.Of(members, 1);
        var (below, equal) = sorted.Rank(observed);
        return (double)(below + equal) / sorted.Count;
    }

    /// <summary>
    /// Randomised for an ensemble: the outcome's rank among the members, ties and the place within the rank drawn at
    /// random. Exactly uniform when the outcome is one more draw of what the members were drawn from, for counts too.
    /// </summary>
    /// <param name="members">Simulated values in any order, at least one, all finite.</param>
    /// <param name="observed">What happened.</param>
    /// <param name="stream">Randomness.</param>
    /// <exception cref="ArgumentException">There is no member, or a value is not finite.</exception>
    public static double Randomised(ReadOnlySpan<double> members, double observed, Xoshiro256 stream) =>
        Randomised(SortedMembers.Of(members, 1), observed, stream);

    /// <summary>Randomised for a distribution of counts: uniform between the chance of fewer and the chance of as many or fewer.</summary>
    /// <param name="chanceOfFewer">Probability of a count below the outcome.</param>
    /// <param name="chanceOfAsManyOrFewer">Probability of a count at or below the outcome.</param>
    /// <param name="stream">Randomness.</param>
    /// <exception cref="ArgumentOutOfRangeException">The two are not in order between 0 and 1.</exception>
    public static double Between(double chanceOfFewer, double chanceOfAsManyOrFewer, Xoshiro256 stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!(chanceOfFewer >= 0 && chanceOfFewer <= chanceOfAsManyOrFewer && chanceOfAsManyOrFewer <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(chanceOfFewer), chanceOfFewer, "The two chances lie in order between 0 and 1.");
        }

        return chanceOfFewer + (stream.NextDouble() * (chanceOfAsManyOrFewer - chanceOfFewer));
    }

    /// <summary>Numbers of transforms in equal bins from 0 to 1, for a histogram.</summary>
    /// <param name="transforms">Values from 0 to 1.</param>
    /// <param name="bins">How many bins, at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no bin, or a value is not from 0 to 1.</exception>
    public static int[] Histogram(ReadOnlySpan<double> transforms, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var counts = new int[bins];
        foreach (var value in transforms)
        {
            if (!(value is >= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(transforms), value, "A transform lies from 0 to 1.");
            }

            counts[Math.Min(bins - 1, (int)(value * bins))]++;
        }

        return counts;
    }

    /// <summary>
    /// Kolmogorov and Smirnov's distance of the transforms from uniform: the largest gap between the share at or below a
    /// value and the value. About 1.36 over the root of n is exceeded 1 time in 20 by n independent uniforms.
    /// </summary>
    /// <param name="transforms">Values from 0 to 1, at least one.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static double DistanceFromUniform(ReadOnlySpan<double> transforms)
    {
        var sorted = SortedMembers.Of(transforms, 1).Values;
        var largest = 0.0;
        for (var index = 0; index < sorted.Length; index++)
        {
            var above = ((index + 1.0) / sorted.Length) - sorted[index];
            var below = sorted[index] - ((double)index / sorted.Length);
            largest = Math.Max(largest, Math.Max(above, below));
        }

        return largest;
    }

    internal static double Randomised(SortedMembers members, double observed, Xoshiro256 stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var (below, equal) = members.Rank(observed);
        var rank = below + stream.NextBelow(equal + 1);
        return (rank + stream.NextDouble()) / (members.Count + 1);
    }
}
