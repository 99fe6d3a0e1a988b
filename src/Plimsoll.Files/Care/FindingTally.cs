using System.Collections.Immutable;
using Plimsoll.Core.Care;

namespace Plimsoll.Files.Care;

/// <summary>The places of one kind of finding: the first ones as they are, and counts of all.</summary>
internal sealed class FindingTally
{
    private readonly List<FindingRow> listed = [];
    private readonly SortedDictionary<string, int> unlisted = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> columns = new(StringComparer.Ordinal);
    private readonly NumberSet children = new();

    /// <summary>How many places.</summary>
    public int Length { get; private set; }

    /// <summary>How many of them are cells that are blank.</summary>
    public int Blank { get; private set; }

    /// <summary>How many different children.</summary>
    public int Children => children.Count;

    /// <summary>The columns of the places, in order of name.</summary>
    public IEnumerable<string> Columns => columns.Keys;

    /// <summary>The places that are listed.</summary>
    public ImmutableArray<FindingRow> Listed => [.. listed];

    /// <summary>The others, file by file.</summary>
    public ImmutableArray<UnlistedPlaces> Unlisted => [.. unlisted.Select(file => new UnlistedPlaces(file.Key, file.Value))];

    /// <summary>How many places are in a column.</summary>
    public int In(string column) => columns.GetValueOrDefault(column);

    /// <summary>Adds a place; it is listed while fewer than <paramref name="most"/> are.</summary>
    /// <param name="row">The place.</param>
    /// <param name="childNumber">A number that is the child's alone; 0 when there is no child.</param>
    /// <param name="most">How many places are listed.</param>
    public void Add(FindingRow row, long childNumber, int most)
    {
        Length++;
        Blank += row.Says.EndsWith(" is blank", StringComparison.Ordinal) ? 1 : 0;
        columns[row.Column] = In(row.Column) + 1;
        if (childNumber != 0)
        {
            children.Add(childNumber);
        }

        if (listed.Count < most)
        {
            listed.Add(row);
        }
        else
        {
            unlisted[row.File] = unlisted.GetValueOrDefault(row.File) + 1;
        }
    }
}
