using MathNet.Numerics;

namespace Plimsoll.Statistics.Distributions;

/// <summary>The normal distribution with mean nought and standard deviation one.</summary>
public static class StandardNormal
{
    /// <summary>Scores beyond this are cut: one in a billion.</summary>
    public const double Furthest = 6;

    /// <summary>Share below a score.</summary>
    public static double Below(double score) => 0.5 * SpecialFunctions.Erfc(-score / Math.Sqrt(2));

    /// <summary>The score below which a share lies, cut at <see cref="Furthest"/> on both sides.</summary>
    /// <param name="share">From 0 to 1.</param>
    public static double Score(double share) =>
        share <= 0 ? -Furthest
        : share >= 1 ? Furthest
        : Math.Clamp(-Math.Sqrt(2) * SpecialFunctions.ErfcInv(2 * share), -Furthest, Furthest);

    /// <summary>Height of the curve at a score.</summary>
    public static double Density(double score) => Math.Exp(-0.5 * score * score) / Math.Sqrt(2 * Math.PI);
}
