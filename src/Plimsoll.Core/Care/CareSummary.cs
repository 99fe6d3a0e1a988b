using System.Collections.Immutable;

namespace Plimsoll.Core.Care;

/// <summary>The care records of a workspace in counts, without the histories behind them: what an import reports.</summary>
/// <param name="Id">Identifies the content, as <see cref="CareDataset.Id"/> does.</param>
/// <param name="WindowStart">First day of the data: 1 April of the first return.</param>
/// <param name="DataEnd">Last day of the data, inclusive.</param>
/// <param name="Children">Children with at least one episode.</param>
/// <param name="EpisodesUsed">Episodes after years are merged.</param>
/// <param name="PeriodsOfCare">Periods of care.</param>
/// <param name="InCare">Children in care at the end of the last day of the data, short breaks left out.</param>
/// <param name="Findings">Everything found in reading, merging and chaining, with exact counts.</param>
public sealed record CareSummary(
    string Id,
    DateOnly WindowStart,
    DateOnly DataEnd,
    int Children,
    int EpisodesUsed,
    int PeriodsOfCare,
    int InCare,
    ImmutableArray<Finding> Findings)
{
    /// <summary>The counts of a dataset that is at hand.</summary>
    public static CareSummary Of(CareDataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new CareSummary(
            data.Id,
            data.WindowStart,
            data.DataEnd,
            data.Children.Length,
            data.EpisodesUsed,
            data.PeriodsOfCare,
            Stock.Number(data, data.DataEnd),
            data.Findings);
    }
}

/// <summary>
/// Counts care records one child after another, holding no more than the child at hand and the places of findings that
/// are listed. The counts and findings are those of <see cref="CareDatasetBuilder"/> for the same rows.
/// </summary>
/// <param name="frame">What is known of all returns together.</param>
/// <param name="codes">Code lists with their mappings to states and exits.</param>
/// <param name="mostListed">How many places of one finding are listed.</param>
public sealed class CareSummaryBuilder(DatasetFrame frame, CodeLists codes, int mostListed)
{
    private readonly ChildSettling settling = new(frame, codes, mostListed);
    private int children;
    private int periods;
    private int inCare;

    /// <summary>Counts a child. Every child comes once, with all its rows; children come in any order.</summary>
    /// <param name="own">All rows of the child.</param>
    public void Add(ChildRecords own)
    {
        ArgumentNullException.ThrowIfNull(own);
        if (settling.Settle(own) is not { } child)
        {
            return;
        }

        children++;
        periods += child.Periods.Length;
        inCare += child.Counted.Any(episode => episode.Days.Contains(frame.DataEnd)) ? 1 : 0;
    }

    /// <summary>The counts of all children that came.</summary>
    /// <param name="id">Identity of the content.</param>
    /// <param name="read">What was found in reading.</param>
    public CareSummary Close(string id, ImmutableArray<Finding> read) => new(
        id, frame.WindowStart, frame.DataEnd, children, settling.EpisodesUsed, periods, inCare, settling.FindingsWith(read));
}
