namespace Plimsoll.Core.Vocabulary;

/// <summary>
/// Rounds parts so that they sum to their rounded total: every part is rounded down and the units that are left go
/// to the largest remainders, the earlier part first where two are equal.
/// </summary>
public static class LargestRemainder
{
    /// <summary>Rounds the parts to whole units.</summary>
    /// <param name="parts">Unrounded parts, of any sign.</param>
    /// <returns>Whole numbers in the same order; their sum is the sum of the parts, rounded half away from zero.</returns>
    public static long[] Round(IReadOnlyList<decimal> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var target = (long)Math.Round(parts.Sum(), 0, MidpointRounding.AwayFromZero);
        var rounded = parts.Select(part => (long)Math.Floor(part)).ToArray();
        var left = (int)(target - rounded.Sum());
        foreach (var index in Enumerable.Range(0, parts.Count)
            .OrderByDescending(index => parts[index] - Math.Floor(parts[index]))
            .Take(left))
        {
            rounded[index]++;
        }

        return rounded;
    }
}
