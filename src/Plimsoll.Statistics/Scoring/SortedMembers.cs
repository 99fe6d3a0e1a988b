using Plimsoll.Statistics.Summaries;

namespace Plimsoll.Statistics.Scoring;

/// <summary>The members of an ensemble, checked and put in order once, so that every score can use them.</summary>
internal readonly struct SortedMembers
{
    private readonly double[] values;

    private SortedMembers(double[] values) => this.values = values;

    public ReadOnlySpan<double> Values => values;

    public int Count => values.Length;

    public static SortedMembers Of(ReadOnlySpan<double> members, int fewest)
    {
        if (members.Length < fewest)
        {
            throw new ArgumentException($"An ensemble needs at least {fewest} members here, and has {members.Length}.", nameof(members));
        }

        var sorted = members.ToArray();
        Array.Sort(sorted);

        // NaN sorts first; infinities sort to the ends.
        if (!double.IsFinite(sorted[0]) || !double.IsFinite(sorted[^1]))
        {
            throw new ArgumentException("A member of the ensemble is not a finite number.", nameof(members));
        }

        return new SortedMembers(sorted);
    }

    public double Quantile(double level) => Spread.Percentile(values, level);

    public double Mean()
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    /// <summary>How many members lie below a value, and how many equal it.</summary>
    public (int Below, int Equal) Rank(double value)
    {
        var (below, equal) = (0, 0);
        foreach (var member in values)
        {
            below += member < value ? 1 : 0;
            equal += member == value ? 1 : 0;
        }

        return (below, equal);
    }
}
