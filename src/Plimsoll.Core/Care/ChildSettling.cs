using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Care;

/// <summary>
/// Makes the care history of one child after another and collects what is found on the way. The whole dataset and the
/// summary are both built with it, so that their counts and findings are the same.
/// </summary>
/// <param name="frame">What is known of all returns together.</param>
/// <param name="codes">Code lists with their mappings to states and exits.</param>
/// <param name="mostListed">How many places of one finding are listed.</param>
internal sealed class ChildSettling(DatasetFrame frame, CodeLists codes, int mostListed)
{
    private readonly HistoryFindings findings = new(mostListed);

    /// <summary>Episodes after years are merged, so far.</summary>
    public int EpisodesUsed { get; private set; }

    /// <summary>Settles a child; each child once.</summary>
    /// <returns>The history, or null for a child without episodes.</returns>
    public ChildHistory? Settle(ChildRecords own)
    {
        var header = Births.Of(own, findings);
        if (own.Episodes.Count == 0)
        {
            return null;
        }

        var seen = own.Episodes.Select(row => row.CollectionYear).ToHashSet();
        var merged = YearMerge.Merge(own.Episodes, findings);
        EpisodesUsed += merged.Count;
        var child = new ChildHistory(own.Child, BornOf(header, merged[0]), "", own.Unaccompanied.Count > 0, [], [], []);
        var turns18 = child.Turns18 is { } birthday && birthday <= frame.DataEnd ? birthday : (DateOnly?)null;
        var returns = frame.ReturnsOf(own.Child.Authority);
        var chain = new EpisodeChain(codes, findings).Settle(merged, seen, returns, frame.LastYear, turns18);
        return new PeriodBuilder(codes, findings).Build(child, chain, DatasetFrame.FirstDayOf(returns.Min), turns18);
    }

    /// <summary>What was found in reading and in settling, by what it may change and how serious it is.</summary>
    /// <param name="read">What was found in reading.</param>
    public ImmutableArray<Finding> FindingsWith(ImmutableArray<Finding> read) =>
        [.. read.Concat(findings.ToFindings()).OrderBy(finding => finding.Changes).ThenBy(finding => finding.Severity)];

    private DateOnly? BornOf(Births header, EpisodeRow first)
    {
        if (!header.HasHeader)
        {
            findings.Add(HistoryFinding.NoHeader, first.Child, first.Source, "CHILD", "no row in Header", "counted, age not known");
            return null;
        }

        if (header.Born is not { } day || day <= first.Commenced)
        {
            return header.Born;
        }

        findings.Add(
            HistoryFinding.BornAfterEntry,
            first,
            "DECOM",
            $"born {InWords.FileDate(day)}, first episode began {InWords.FileDate(first.Commenced)}",
            "counted, age not known");
        return null;
    }
}
