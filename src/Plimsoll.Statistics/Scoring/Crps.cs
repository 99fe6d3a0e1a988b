using Gauss = MathNet.Numerics.Distributions.Normal;


namespace Plimsoll.Statistics.Scoring;

/// <summary>
/// Continuous ranked probability score: the area between the forecast's distribution and the step at what happened, in
/// the units of the forecast. Zero is perfect; smaller is better; for a forecast of one number it is the absolute
/// error. Proper: an honest forecaster expects the smallest score. (Gneiting and Raftery 2007.)
/// </summary>
public static class Crps
{
    /// <summary>CRPS of the distribution that puts equal weight on every member. It favours large ensembles.</summary>
    /// <param name="members">Simulated values in any order, at least one, all finite.</param>
    /// <param name="observed">What happened.</param>
    /// <exception cref="ArgumentException">There is no member, or a value is not finite.</exception>
    public static double Ensemble(ReadOnlySpan<double> members, double observed) => Ensemble(SortedMembers.Of(members, 1), observed);

    /// <summary>
    /// The CRPS that the distribution behind the members is expected to have: it does not depend on how many members
    /// were drawn, so ensembles of different sizes can be compared. May be below zero for one check. (Ferro 2014.)
    /// </summary>
    /// <param name="members">Simulated values in any order, at least two, all finite.</param>
    /// <param name="observed">What happened.</param>
    /// <exception cref="ArgumentException">There are fewer than two members, or a value is not finite.</exception>
    public static double Fair(ReadOnlySpan<double> members, double observed) => Fair(SortedMembers.Of(members, 2), observed);

    /// <summary>CRPS of a normal distribution, in closed form.</summary>
    /// <param name="mean">Mean.</param>
    /// <param name="deviation">Standard deviation, zero or more; zero is a forecast of one number.</param>
    /// <param name="observed">What happened.</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard deviation is below zero.</exception>
    public static double Normal(double mean, double deviation, double observed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(deviation);
        if (deviation == 0)
        {
            return Math.Abs(observed - mean);
        }

        var z = (observed - mean) / deviation;
        return deviation * ((z * ((2 * Gauss.CDF(0, 1, z)) - 1))
            + (2 * Gauss.PDF(0, 1, z)) - (1 / Math.Sqrt(Math.PI)));
    }

    internal static double Ensemble(SortedMembers members, double observed) =>
        Distance(members, observed) - (HalfSpread(members) / members.Count / members.Count);

    internal static double Fair(SortedMembers members, double observed) =>
        Distance(members, observed) - (HalfSpread(members) / members.Count / (members.Count - 1));

    private static double Distance(SortedMembers members, double observed)
    {
        var sum = 0.0;
        foreach (var member in members.Values)
        {
            sum += Math.Abs(member - observed);
        }

        return sum / members.Count;
    }

    // Half the sum of |x - x'| over all ordered pairs: each sorted value is larger than those before it.
    private static double HalfSpread(SortedMembers members)
    {
        var sum = 0.0;
        var values = members.Values;
        var centre = values[values.Length / 2];
        for (var index = 0; index < values.Length; index++)
        {
            sum += ((2.0 * index) + 1 - values.Length) * (values[index] - centre);
        }

        return sum;
    }
}
