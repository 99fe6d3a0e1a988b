namespace Plimsoll.Statistics.Appraisal;

/// <summary>
/// Payback over simulated futures. Futures that never pay back within the horizon stay in: leaving them out, or dividing
/// mean costs by mean savings, makes every case look safe.
/// </summary>
/// <param name="Futures">How many futures.</param>
/// <param name="NeverShare">Share of futures that do not pay back within the horizon.</param>
/// <param name="P10">Period by which 1 in 10 futures have paid back; null if fewer do.</param>
/// <param name="P50">Period by which half have; null if fewer do.</param>
/// <param name="P90">Period by which 9 in 10 have; null if fewer do.</param>
/// <param name="PaidBackBy">Share of futures that have paid back by the end of each period.</param>
public sealed record PaybackSpread(int Futures, double NeverShare, int? P10, int? P50, int? P90, double[] PaidBackBy)
{
    /// <summary>Of the flows of each future, by the payback that lasts to the horizon.</summary>
    /// <param name="flows">One array of flows a future, all of one length; discounted flows for discounted payback.</param>
    /// <exception cref="ArgumentException">There is no future, or lengths differ.</exception>
    public static PaybackSpread Of(IReadOnlyList<double[]> flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        if (flows.Count == 0 || flows.Any(future => future.Length != flows[0].Length))
        {
            throw new ArgumentException("Futures must be at least one, and of one length.", nameof(flows));
        }

        var paid = new int[flows[0].Length];
        foreach (var future in flows)
        {
            if (Payback.Of(future).Lasting is { } period)
            {
                paid[period]++;
            }
        }

        for (var period = 1; period < paid.Length; period++)
        {
            paid[period] += paid[period - 1];
        }

        // Counted in whole futures, so that 9 of 10 is 90% and not a hair less.
        int? By(int tenths)
        {
            var period = Array.FindIndex(paid, futures => futures * 10L >= (long)tenths * flows.Count);
            return period < 0 ? null : period;
        }

        return new PaybackSpread(
            flows.Count,
            (double)(flows.Count - paid[^1]) / flows.Count,
            By(1),
            By(5),
            By(9),
            [.. paid.Select(futures => (double)futures / flows.Count)]);
    }
}
