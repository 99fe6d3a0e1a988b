namespace Plimsoll.Statistics.Summaries;

/// <summary>The mean of the worst outcomes: what it costs when it goes badly, not only where badly begins.</summary>
public static class ExpectedShortfall
{
    /// <summary>
    /// Mean of the largest share of sorted values (Acerbi and Tasche 2002): where the share does not fall on a whole
    /// number of values, the value on the border counts in part.
    /// </summary>
    /// <param name="sorted">Ascending, at least one value.</param>
    /// <param name="worst">Share of the outcomes, above 0 and at most 1; a tenth by convention here.</param>
    public static double Of(ReadOnlySpan<double> sorted, double worst = 0.1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(worst);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(worst, 1);
        if (sorted.IsEmpty)
        {
            throw new ArgumentException("There is at least one value.", nameof(sorted));
        }

        var wanted = worst * sorted.Length;
        var left = wanted;
        var sum = 0.0;
        for (var index = sorted.Length - 1; index >= 0 && left > 0; index--)
        {
            var part = Math.Min(1, left);
            sum += part * sorted[index];
            left -= part;
        }

        return sum / wanted;
    }
}
