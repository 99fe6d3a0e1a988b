namespace Plimsoll.Statistics.Summaries;

/// <summary>
/// The nearest run of values that never falls: neighbours that are out of order are replaced by their weighted mean, until
/// none is (pool adjacent violators; Barlow and others 1972).
/// </summary>
public static class IsotonicMeans
{
    /// <summary>Fits a run that never falls, least squares.</summary>
    /// <param name="values">Values in order.</param>
    /// <param name="weights">Weight of each, above zero.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a weight is not above zero.</exception>
    public static double[] NonDecreasing(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        if (values.Length != weights.Length)
        {
            throw new ArgumentException("One weight is needed for each value.", nameof(weights));
        }

        var pools = new List<(double Mean, double Weight, int Length)>();
        for (var index = 0; index < values.Length; index++)
        {
            if (!(weights[index] > 0))
            {
                throw new ArgumentException("A weight is not above zero.", nameof(weights));
            }

            var pool = (Mean: values[index], Weight: weights[index], Length: 1);
            while (pools.Count > 0 && pools[^1].Mean > pool.Mean)
            {
                var before = pools[^1];
                var weight = before.Weight + pool.Weight;
                pool = (((before.Mean * before.Weight) + (pool.Mean * pool.Weight)) / weight, weight, before.Length + pool.Length);
                pools.RemoveAt(pools.Count - 1);
            }

            pools.Add(pool);
        }

        return [.. pools.SelectMany(pool => Enumerable.Repeat(pool.Mean, pool.Length))];
    }
}
