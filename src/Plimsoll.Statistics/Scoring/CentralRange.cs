namespace Plimsoll.Statistics.Scoring;

/// <summary>A range that leaves out the same share at either side: the 80% range runs from the 10th to the 90th percentile.</summary>
/// <param name="Level">Share of outcomes meant to fall inside, between 0 and 1.</param>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end, at or above the lower.</param>
public sealed record CentralRange(double Level, double Lower, double Upper)
{
    /// <summary>Upper less lower end.</summary>
    public double Width => Upper - Lower;

    /// <summary>The central range of an ensemble (quantiles of Hyndman and Fan's type 7).</summary>
    /// <param name="members">Simulated values in any order, at least one, all finite.</param>
    /// <param name="level">Share meant to fall inside, between 0 and 1.</param>
    /// <exception cref="ArgumentException">There is no member, a value is not finite, or the level is not between 0 and 1.</exception>
    public static CentralRange OfEnsemble(ReadOnlySpan<double> members, double level) => Of(SortedMembers.Of(members, 1), level);

    /// <summary>Whether an outcome falls inside; the ends belong to it.</summary>
    /// <param name="observed">What happened.</param>
    public bool Contains(double observed) => observed >= Lower && observed <= Upper;

    /// <summary>
    /// Interval score: the width, plus a charge of 2 over the share left out for every unit that the outcome lies outside.
    /// Narrow is rewarded, missing is punished; proper, smaller is better. (Gneiting and Raftery 2007.)
    /// </summary>
    /// <param name="observed">What happened.</param>
    public double Score(double observed) =>
        Width + (2 / (1 - Level) * (Math.Max(0, Lower - observed) + Math.Max(0, observed - Upper)));

    internal static CentralRange Of(SortedMembers members, double level)
    {
        Levels.Check(level);
        return new CentralRange(level, members.Quantile((1 - level) / 2), members.Quantile((1 + level) / 2));
    }
}
