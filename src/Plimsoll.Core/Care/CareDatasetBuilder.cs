using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;

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
        var findings = new HistoryFindings();
        var episodes = ByChild(rows.Episodes);
        var returns = ReturnsByAuthority(rows.Episodes);
        var born = Births(rows, findings);
        var unaccompanied = rows.Unaccompanied.Select(row => row.Child).ToHashSet();
        var years = returns.Values.SelectMany(set => set).Distinct().Order().ToImmutableArray();
        var lastYear = years.IsEmpty ? 0 : years[^1];
        var dataEnd = DataEnd(rows, lastYear);

        var merging = new EpisodeChain(codes, findings);
        var building = new PeriodBuilder(codes, findings);
        var keys = episodes.Keys.ToArray();
        Array.Sort(keys);
        var children = ImmutableArray.CreateBuilder<ChildHistory>(keys.Length);
        var used = 0;
        foreach (var key in keys)
        {
            var own = episodes[key];
            var seen = own.Select(row => row.CollectionYear).ToHashSet();
            var merged = YearMerge.Merge(own, findings);
            used += merged.Count;
            var child = Child(key, merged[0], born, unaccompanied, findings);
            var turns18 = child.Turns18 is { } birthday && birthday <= dataEnd ? birthday : (DateOnly?)null;
            var authority = returns[key.Authority];
            var chain = merging.Settle(merged, seen, authority, lastYear, turns18);
            children.Add(building.Build(child, chain, new DateOnly(authority.Min - 1, 4, 1), turns18));
        }

        return new CareDataset(
            id,
            WindowStart: years.IsEmpty ? DateOnly.MinValue : new DateOnly(years[0] - 1, 4, 1),
            dataEnd,
            years,
            [.. returns.Keys.Where(authority => authority.Length > 0).Order(StringComparer.Ordinal)],
            children.ToImmutable(),
            used,
            rows.Files,
            [.. rows.Findings.Concat(findings.ToFindings()).OrderBy(finding => finding.Changes).ThenBy(finding => finding.Severity)]);
    }

    private static Dictionary<ChildKey, List<EpisodeRow>> ByChild(IReadOnlyList<EpisodeRow> rows)
    {
        var children = new Dictionary<ChildKey, List<EpisodeRow>>();
        foreach (var row in rows)
        {
            if (!children.TryGetValue(row.Child, out var own))
            {
                own = [];
                children.Add(row.Child, own);
            }

            own.Add(row);
        }

        return children;
    }

    private static SortedDictionary<string, SortedSet<int>> ReturnsByAuthority(IReadOnlyList<EpisodeRow> rows)
    {
        var returns = new SortedDictionary<string, SortedSet<int>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (!returns.TryGetValue(row.Child.Authority, out var years))
            {
                years = [];
                returns.Add(row.Child.Authority, years);
            }

            years.Add(row.CollectionYear);
        }

        return returns;
    }

    // 31 March of the last return, unless the files say that they end earlier (a return still in progress).
    private static DateOnly DataEnd(ReturnRows rows, int lastYear)
    {
        if (lastYear == 0)
        {
            return DateOnly.MinValue;
        }

        var marchEnd = new DateOnly(lastYear, 3, 31);
        var latest = rows.Files
            .Where(file => file.Table == ReturnTable.Episodes && file.Years.Contains(lastYear))
            .Max(file => file.DataEnd);
        return latest is { } end && end < marchEnd ? end : marchEnd;
    }

    private static Dictionary<ChildKey, DateOnly?> Births(ReturnRows rows, HistoryFindings findings)
    {
        var born = new Dictionary<ChildKey, DateOnly?>();
        var from = new Dictionary<ChildKey, HeaderRow>();
        foreach (var row in rows.Headers
            .OrderByDescending(row => row.CollectionYear)
            .ThenBy(row => row.Source.File, StringComparer.Ordinal)
            .ThenBy(row => row.Source.Line))
        {
            if (row.Born is null)
            {
                born.TryAdd(row.Child, null);
            }
            else if (!from.TryGetValue(row.Child, out var latest))
            {
                from.Add(row.Child, row);
                born[row.Child] = row.Born;
            }
            else if (latest.Born != row.Born)
            {
                findings.Add(
                    HistoryFinding.BirthContradiction,
                    row.Child,
                    row.Source,
                    "DOB",
                    $"born {InWords.FileDate(row.Born.Value)}; a later return says {InWords.FileDate(latest.Born!.Value)}",
                    "used the latest return");
            }
        }

        foreach (var row in rows.Unaccompanied.OrderByDescending(row => row.CollectionYear).Where(row => row.Born is not null))
        {
            if (born.TryGetValue(row.Child, out var known) && known is null)
            {
                born[row.Child] = row.Born;
            }
        }

        return born;
    }

    private static ChildHistory Child(
        ChildKey key, EpisodeRow first, Dictionary<ChildKey, DateOnly?> births, HashSet<ChildKey> unaccompanied, HistoryFindings findings)
    {
        if (!births.TryGetValue(key, out var born))
        {
            findings.Add(HistoryFinding.NoHeader, key, first.Source, "CHILD", "no row in Header", "counted, age not known");
        }
        else if (born is { } day && day > first.Commenced)
        {
            findings.Add(
                HistoryFinding.BornAfterEntry,
                first,
                "DECOM",
                $"born {InWords.FileDate(day)}, first episode began {InWords.FileDate(first.Commenced)}",
                "counted, age not known");
            born = null;
        }

        return new ChildHistory(key, born, "", unaccompanied.Contains(key), [], [], []);
    }
}
