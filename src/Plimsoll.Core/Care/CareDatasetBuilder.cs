using System.Collections.Immutable;

namespace Plimsoll.Core.Care;

/// <summary>
/// Merges the rows of all returns into care histories. The counting rules are those of the SSDA903 guidance as read
/// for counts, cost and forecast: episodes keyed by child and DECOM with the latest return winning, chained by X1,
/// overlaps cut at the later start, short breaks apart, stays closed at the eighteenth birthday.
/// </summary>
public static class CareDatasetBuilder
{
    /// <summary>Builds the dataset. The same rows in any order give the same dataset.</summary>
    /// <param name="id">Identity of the content.</param>
    /// <param name="rows">What was read.</param>
    /// <param name="codes">Code lists with their mappings to states and exits.</param>
    /// <returns>Histories and findings; a dataset without children where no episode could be used.</returns>
    public static CareDataset Build(string id, ReturnRows rows, CodeLists codes)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(codes);
        var frame = new DatasetFrame(rows.Files, rows.Episodes.Select(row => (row.Child.Authority, row.CollectionYear)));
        var settling = new ChildSettling(frame, codes, int.MaxValue);
        var children = ImmutableArray.CreateBuilder<ChildHistory>();
        foreach (var own in ChildRecords.Of(rows))
        {
            if (settling.Settle(own) is { } child)
            {
                children.Add(child);
            }
        }

        return new CareDataset(
            id,
            frame.WindowStart,
            frame.DataEnd,
            frame.Years,
            frame.Authorities,
            children.DrainToImmutable(),
            settling.EpisodesUsed,
            rows.Files,
            settling.FindingsWith(rows.Findings));
    }
}
