using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Care;

/// <summary>
/// The same episode stands in each annual return until it closes. The key is child and DECOM, and the latest return
/// wins; what it contradicts becomes a finding (rules 502, 503).
/// </summary>
internal static class YearMerge
{
    /// <summary>Merges the rows of one child into one row an episode, in order of DECOM, then DEC with open last.</summary>
    public static List<EpisodeRow> Merge(List<EpisodeRow> rows, HistoryFindings findings)
    {
        rows.Sort(Order);
        var merged = new List<EpisodeRow>(rows.Count);
        for (var first = 0; first < rows.Count;)
        {
            var next = first + 1;
            var latest = rows[first].CollectionYear;
            while (next < rows.Count && rows[next].Commenced == rows[first].Commenced)
            {
                latest = Math.Max(latest, rows[next].CollectionYear);
                next++;
            }

            var kept = merged.Count;
            for (var index = first; index < next; index++)
            {
                if (rows[index].CollectionYear == latest)
                {
                    merged.Add(rows[index]);
                }
            }

            for (var index = first; index < next; index++)
            {
                if (rows[index].CollectionYear != latest)
                {
                    Compare(rows[index], merged[^1], findings);
                }
            }

            for (var index = kept; index < merged.Count - 1; index++)
            {
                if (merged[index].Ceased != merged[index].Commenced)
                {
                    findings.Add(
                        HistoryFinding.Duplicate,
                        merged[index],
                        "DECOM",
                        $"began {InWords.FileDate(merged[index].Commenced)}, as does line {InWords.Whole(merged[^1].Source.Line)}",
                        "left this row out");
                }
            }

            first = next;
        }

        return merged;
    }

    private static int Order(EpisodeRow a, EpisodeRow b)
    {
        var commenced = a.Commenced.CompareTo(b.Commenced);
        if (commenced != 0)
        {
            return commenced;
        }

        var ceased = (a.Ceased ?? DateOnly.MaxValue).CompareTo(b.Ceased ?? DateOnly.MaxValue);
        if (ceased != 0)
        {
            return ceased;
        }

        var year = a.CollectionYear.CompareTo(b.CollectionYear);
        if (year != 0)
        {
            return year;
        }

        var file = string.CompareOrdinal(a.Source.File, b.Source.File);
        return file != 0 ? file : a.Source.Line.CompareTo(b.Source.Line);
    }

    private static void Compare(EpisodeRow earlier, EpisodeRow latest, HistoryFindings findings)
    {
        if (earlier.Ceased is { } ceased && latest.Ceased != ceased)
        {
            findings.Add(
                HistoryFinding.Reopened,
                earlier,
                "DEC",
                $"ended {InWords.FileDate(ceased)}; the return to 31 March {latest.CollectionYear} says "
                    + (latest.Ceased is { } later ? InWords.FileDate(later) : "still open"),
                "used the latest return");
        }
        else if (earlier.Ceased is null
            && (earlier.LegalStatus != latest.LegalStatus
                || earlier.Provider != latest.Provider
                || (earlier.Place != latest.Place && !IsRenamed(earlier.Place, latest.Place))))
        {
            findings.Add(
                HistoryFinding.Carried,
                earlier,
                "PLACE",
                $"{earlier.LegalStatus} {earlier.Place} {earlier.Provider}; the return to 31 March {latest.CollectionYear} says "
                    + $"{latest.LegalStatus} {latest.Place} {latest.Provider}",
                "used the latest return");
        }
    }

    // The year-to-year changes that the return itself asks for: H5 to K3, Z1 to Z11 to Z14.
    private static bool IsRenamed(string earlier, string latest) =>
        (earlier, latest) is ("H5", "K3") or ("Z1", "Z11" or "Z12" or "Z13" or "Z14");
}
