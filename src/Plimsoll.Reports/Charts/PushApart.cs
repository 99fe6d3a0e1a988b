namespace Plimsoll.Reports.Charts;

/// <summary>
/// Moves labels at the end of lines as little as possible (least squares) until neighbours are a gap apart. With the
/// gaps taken off, it is a regression on an order, solved by pooling neighbours that are out of order.
/// </summary>
internal static class PushApart
{
    /// <summary>Finds the new heights.</summary>
    /// <param name="wanted">Wanted heights, from top to bottom.</param>
    /// <param name="gap">Smallest distance between neighbours.</param>
    /// <param name="top">No height is above it.</param>
    /// <param name="bottom">No height is below it, as long as all fit.</param>
    public static double[] Heights(IReadOnlyList<double> wanted, double gap, double top, double bottom)
    {
        var pools = new Stack<(double Sum, int Count)>();
        for (var i = 0; i < wanted.Count; i++)
        {
            var pool = (Sum: wanted[i] - (i * gap), Count: 1);
            while (pools.TryPeek(out var above) && above.Sum / above.Count > pool.Sum / pool.Count)
            {
                pools.Pop();
                pool = (pool.Sum + above.Sum, pool.Count + above.Count);
            }

            pools.Push(pool);
        }

        var lowest = Math.Max(top, bottom - ((wanted.Count - 1) * gap));
        return
        [
            .. pools.Reverse()
                .SelectMany(pool => Enumerable.Repeat(Math.Clamp(pool.Sum / pool.Count, top, lowest), pool.Count))
                .Select((height, i) => height + (i * gap)),
        ];
    }
}
