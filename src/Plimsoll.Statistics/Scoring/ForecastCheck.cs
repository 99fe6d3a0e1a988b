using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Statistics.Scoring;

/// <summary>One forecast of one number held against what happened.</summary>
/// <param name="Observed">What happened.</param>
/// <param name="Mean">Mean of the forecast.</param>
/// <param name="Median">Median of the forecast.</param>
/// <param name="Crps">Fair CRPS; the absolute error where the forecast is one number.</param>
/// <param name="Transform">Randomised probability integral transform, from 0 to 1.</param>
/// <param name="Fifty">The 50% range.</param>
/// <param name="Eighty">The 80% range.</param>
/// <param name="NinetyFive">The 95% range.</param>
public sealed record ForecastCheck(
    double Observed,
    double Mean,
    double Median,
    double Crps,
    double Transform,
    CentralRange Fifty,
    CentralRange Eighty,
    CentralRange NinetyFive)
{
    /// <summary>Holds an ensemble against an outcome.</summary>
    /// <param name="members">Simulated values in any order, at least one, all finite. Their order and the array stay as they are.</param>
    /// <param name="observed">What happened.</param>
    /// <param name="stream">Randomness for the transform only.</param>
    /// <exception cref="ArgumentException">There is no member, or a value is not finite.</exception>
    public static ForecastCheck Of(ReadOnlySpan<double> members, double observed, Xoshiro256 stream)
    {
        var sorted = SortedMembers.Of(members, 1);
        return new ForecastCheck(
            observed,
            sorted.Mean(),
            sorted.Quantile(0.5),
            sorted.Count == 1 ? Scoring.Crps.Ensemble(sorted, observed) : Scoring.Crps.Fair(sorted, observed),
            Pit.Randomised(sorted, observed, stream),
            CentralRange.Of(sorted, 0.50),
            CentralRange.Of(sorted, 0.80),
            CentralRange.Of(sorted, 0.95));
    }
}
