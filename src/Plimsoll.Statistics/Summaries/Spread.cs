namespace Plimsoll.Statistics.Summaries;

/// <summary>Mean and percentiles of simulated values.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="P5">5th percentile.</param>
/// <param name="P10">10th percentile.</param>
/// <param name="P25">25th percentile.</param>
/// <param name="P50">Median.</param>
/// <param name="P75">75th percentile.</param>
/// <param name="P90">90th percentile.</param>
/// <param name="P95">95th percentile.</param>
public readonly record struct Spread(double Mean, double P5, double P10, double P25, double P50, double P75, double P90, double P95)
{
    /// <summary>Summarises values; sorts them in place.</summary>
    /// <param name="values">At least one value, none of them NaN.</param>
    public static Spread Of(Span<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        values.Sort();
        return new Spread(
            sum / values.Length,
            Percentile(values, 0.05),
            Percentile(values, 0.10),
            Percentile(values, 0.25),
            Percentile(values, 0.50),
            Percentile(values, 0.75),
            Percentile(values, 0.90),
            Percentile(values, 0.95));
    }

    /// <summary>Percentile of sorted values, straight lines between them (Hyndman and Fan's type 7, as R and Excel).</summary>
    /// <param name="sorted">Ascending, at least one.</param>
    /// <param name="share">From 0 to 1.</param>
    public static double Percentile(ReadOnlySpan<double> sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        return below + 1 < sorted.Length
            ? sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below]))
            : sorted[^1];
    }
}
