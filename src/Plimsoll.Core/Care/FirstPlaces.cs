using System.Collections.Immutable;

namespace Plimsoll.Core.Care;

/// <summary>Keeps the first places of a finding in file order, whatever the order in which they are found, and counts the others.</summary>
/// <param name="most">How many are kept; never more than twice as many are held.</param>
internal sealed class FirstPlaces(int most)
{
    private readonly SortedDictionary<string, int> unlisted = new(StringComparer.Ordinal);
    private List<FindingRow> rows = [];

    // Set once the list was cut: the last place that is still listed.
    private FindingRow? last;

    /// <summary>How many were found.</summary>
    public int Count { get; private set; }

    public void Add(FindingRow row)
    {
        Count++;
        if (last is not null && Order(row, last) >= 0)
        {
            LeaveOut(row);
            return;
        }

        rows.Add(row);
        if (rows.Count >= 2L * most)
        {
            Cut();
        }
    }

    public ImmutableArray<FindingRow> Listed()
    {
        Cut();
        return [.. rows];
    }

    public ImmutableArray<UnlistedPlaces> Unlisted()
    {
        Cut();
        return [.. unlisted.Select(file => new UnlistedPlaces(file.Key, file.Value))];
    }

    private void Cut()
    {
        // A stable sort: places of one line stay in the order in which they were found.
        rows = [.. rows.OrderBy(row => row.File, StringComparer.Ordinal).ThenBy(row => row.Line)];
        if (rows.Count <= most)
        {
            return;
        }

        rows[most..].ForEach(LeaveOut);
        rows.RemoveRange(most, rows.Count - most);
        last = rows[^1];
    }

    private void LeaveOut(FindingRow row) => unlisted[row.File] = unlisted.GetValueOrDefault(row.File) + 1;

    private static int Order(FindingRow a, FindingRow b)
    {
        var file = string.CompareOrdinal(a.File, b.File);
        return file != 0 ? file : a.Line.CompareTo(b.Line);
    }
}
