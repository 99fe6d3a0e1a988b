using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Care;

/// <summary>
/// Settles the days of one child's episodes: closes those of a child who is absent from the next return, cuts
/// overlaps, closes stays past the eighteenth birthday, and bridges temporary placements.
/// </summary>
/// <param name="codes">The code lists with their mappings.</param>
/// <param name="findings">Where repairs are reported.</param>
internal sealed class EpisodeChain(CodeLists codes, HistoryFindings findings)
{
    /// <summary>Settles the episodes of one child.</summary>
    /// <param name="rows">One row an episode, in order of DECOM.</param>
    /// <param name="seen">The collection years whose Episodes table has the child.</param>
    /// <param name="returns">The collection years loaded for the child's authority, ascending.</param>
    /// <param name="lastYear">The last collection year of the whole dataset.</param>
    /// <param name="turns18">The eighteenth birthday, or null when it is not known or lies after the data.</param>
    /// <returns>Episodes with at least one night, in order, never overlapping; short breaks among them.</returns>
    public List<ChainedEpisode> Settle(
        List<EpisodeRow> rows, HashSet<int> seen, SortedSet<int> returns, int lastYear, DateOnly? turns18)
    {
        var chain = rows.ConvertAll(row => new ChainedEpisode(row));
        foreach (var episode in chain)
        {
            CloseWhereAbsent(episode, seen, returns, lastYear);
        }

        for (var index = 0; index + 1 < chain.Count; index++)
        {
            CutAtNext(chain[index], chain[index + 1]);
        }

        if (turns18 is { } birthday)
        {
            foreach (var episode in chain)
            {
                CloseAtEighteen(episode, birthday);
            }
        }

        foreach (var episode in chain)
        {
            if (!episode.HasNights && episode.Row.Ceased == episode.Row.Commenced && episode.EndsByReason && episode.Row.ReasonNew == "S")
            {
                findings.Add(
                    HistoryFinding.NoNight, episode.Row, "DEC", $"began and ended {InWords.FileDate(episode.Start)}", "left it out of the count");
            }
        }

        foreach (var episode in chain)
        {
            ReportClosing(episode);
        }

        for (var index = 0; index + 1 < chain.Count; index++)
        {
            if (!chain[index].HasNights && chain[index].ReasonNew == "S" && chain[index + 1].Start == chain[index].Start)
            {
                chain[index + 1].ReasonNew = "S";
            }
        }

        chain.RemoveAll(episode => !episode.HasNights);
        BridgeTemporary(chain);
        return chain;
    }

    private static void CloseWhereAbsent(ChainedEpisode episode, HashSet<int> seen, SortedSet<int> returns, int lastYear)
    {
        if (episode.End is not null)
        {
            return;
        }

        var year = episode.Row.CollectionYear;
        var ending = ChainEnding.AsRecorded;
        foreach (var next in returns.GetViewBetween(year + 1, int.MaxValue))
        {
            if (!seen.Contains(next))
            {
                ending = ChainEnding.AbsentNextYear;
                break;
            }

            year = next;
        }

        if (ending == ChainEnding.AsRecorded && year < lastYear)
        {
            ending = ChainEnding.ReturnsEnd;
        }

        var closed = new DateOnly(year, 4, 1);
        if (ending != ChainEnding.AsRecorded && closed > episode.Start)
        {
            episode.End = closed;
            episode.Ending = ending;
        }
    }

    private void CutAtNext(ChainedEpisode episode, ChainedEpisode next)
    {
        if (episode.End is { } end && end <= next.Start && episode.Ending == ChainEnding.AsRecorded)
        {
            return;
        }

        if (episode.Ending is ChainEnding.AbsentNextYear or ChainEnding.ReturnsEnd && episode.End < next.Start)
        {
            return; // Closed with an earlier return, and back in a later one.
        }

        var recorded = episode.Row.Ceased;
        episode.End = next.Start;
        episode.Ending = ChainEnding.CutByNext;
        if (next.Start == episode.Start)
        {
            return; // Reported by the merge as two episodes of one day.
        }

        if (recorded is { } ceased)
        {
            findings.Add(
                HistoryFinding.Overlap,
                episode.Row,
                "DEC",
                $"began {InWords.FileDate(episode.Start)}, ended {InWords.FileDate(ceased)}; the next began {InWords.FileDate(next.Start)} "
                    + $"({next.Row.Source.File} line {InWords.Whole(next.Row.Source.Line)})",
                $"ended it on {InWords.FileDate(next.Start)}");
        }
        else
        {
            findings.Add(
                HistoryFinding.OpenBeforeLater,
                episode.Row,
                "DEC",
                $"began {InWords.FileDate(episode.Start)}, no end date; the next began {InWords.FileDate(next.Start)}",
                $"ended it on {InWords.FileDate(next.Start)}");
        }
    }

    private void CloseAtEighteen(ChainedEpisode episode, DateOnly birthday)
    {
        if (!episode.HasNights || (episode.End is { } end && end <= birthday))
        {
            return;
        }

        if (episode.Row is { LegalStatus: "V2", Place: "K2" })
        {
            return; // Lawful past eighteen: reported when the period is built, if a night past the birthday lies in the data.
        }

        if (episode.Start >= birthday)
        {
            findings.Add(
                HistoryFinding.AfterEighteen,
                episode.Row,
                "DECOM",
                $"began {InWords.FileDate(episode.Start)}; turned 18 on {InWords.FileDate(birthday)}",
                "left it out of the count");
            episode.End = episode.Start;
        }
        else
        {
            episode.End = birthday;
        }

        episode.Ending = ChainEnding.Eighteen;
    }

    private void ReportClosing(ChainedEpisode episode)
    {
        if (!episode.HasNights || episode.End is not { } end)
        {
            return;
        }

        var (kind, says, did) = episode.Ending switch
        {
            ChainEnding.AbsentNextYear => (
                HistoryFinding.AbsentNextYear,
                $"began {InWords.FileDate(episode.Start)}, open; the child is not in the next return",
                $"counted to {InWords.FileDate(end.AddDays(-1))}"),
            ChainEnding.ReturnsEnd => (
                HistoryFinding.ReturnsEnd,
                $"began {InWords.FileDate(episode.Start)}, open; no later return of {episode.Row.Child.Authority} is loaded",
                $"counted to {InWords.FileDate(end.AddDays(-1))}"),
            ChainEnding.Eighteen => (
                HistoryFinding.PastEighteen,
                $"began {InWords.FileDate(episode.Start)}, "
                    + (episode.Row.Ceased is { } ceased ? $"ended {InWords.FileDate(ceased)}" : "still open")
                    + $"; turned 18 on {InWords.FileDate(end)}",
                $"ended it on {InWords.FileDate(end)}"),
            _ => (null, "", ""),
        };
        if (kind is not null)
        {
            findings.Add(kind, episode.Row, "DEC", says, did);
        }
    }

    // T0 to T4 nest inside: the placement of the episode before; where none is before, of the one after; else other.
    private void BridgeTemporary(List<ChainedEpisode> chain)
    {
        for (var index = 0; index < chain.Count; index++)
        {
            var episode = chain[index];
            if (StateMapping.IsTemporary(episode.Row.Place))
            {
                var host = Host(chain, index);
                episode.Placement = host ?? episode.Row;
            }

            episode.Provider = episode.Placement.Provider;
            episode.State = StateMapping.IsTemporary(episode.Placement.Place)
                ? PlacementState.Other
                : StateMapping.State(episode.Placement.Place, episode.Provider, codes.PlacementType);
        }
    }

    private static EpisodeRow? Host(List<ChainedEpisode> chain, int index)
    {
        if (index > 0 && chain[index - 1].End == chain[index].Start && !StateMapping.IsTemporary(chain[index - 1].Placement.Place))
        {
            return chain[index - 1].Placement;
        }

        for (var after = index + 1; after < chain.Count && chain[after - 1].End == chain[after].Start; after++)
        {
            if (!StateMapping.IsTemporary(chain[after].Row.Place))
            {
                return chain[after].Row;
            }
        }

        return null;
    }
}
