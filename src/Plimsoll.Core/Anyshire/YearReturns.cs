using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Care.Submitted;

namespace Plimsoll.Core.Anyshire;

/// <summary>Cuts the whole records into yearly returns: what a council knew and sent at the end of each collection year.</summary>
internal static class YearReturns
{
    /// <summary>The return of one collection year.</summary>
    public static SubmittedReturn Of(int year, IReadOnlyList<ChildRecord> children, ulong seed)
    {
        var first = new DateOnly(year - 1, 4, 1);
        var last = new DateOnly(year, 3, 31);
        var inYear = children.Where(child => child.Episodes.Any(episode => Overlaps(episode, first, last))).ToList();
        var leavers = children.Where(child => !child.IsShortBreak && LeaverTable.Belongs(child, first, last)).ToList();
        var inCare = inYear.Where(child => !child.IsShortBreak).ToList();
        var tables = new CompanionTables(year, seed);
        return new SubmittedReturn(
            year,
            [.. inYear.Union(leavers).OrderBy(child => child.Particulars.Id, StringComparer.Ordinal).Select(child => Header(child, year, first, last))],
            Sorted(inYear.SelectMany(child => child.Episodes)
                .Where(episode => Overlaps(episode, first, last))
                .Select(episode => AsKnown(episode, year, last)), row => row.Child),
            Sorted(inCare.SelectMany(tables.Reviews), row => row.Child),
            Sorted(inCare.Where(child => child.Particulars.IsUnaccompanied && !leavers.Contains(child)).Select(tables.Unaccompanied), row => row.Child),
            Sorted(inCare.Where(child => CompanionTables.WholeYear(child, first, last)).Select(tables.Outcome), row => row.Child),
            Sorted(leavers.Select(child => LeaverTable.Row(child, year, seed)), row => row.Child),
            Sorted(inCare.SelectMany(child => AdoptionTables.Adopted(child, first, last, seed)), row => row.Child),
            Sorted(inCare.SelectMany(child => AdoptionTables.Decisions(child, first, last)), row => row.Child),
            Collected(ReturnTable.PrevPerm, year, inCare.SelectMany(tables.EarlierPermanence), row => row.Child),
            Sorted(inCare.SelectMany(tables.Missing), row => row.Child),
            Collected(ReturnTable.SwEpisodes, year, inCare.SelectMany(tables.SocialWorkers), row => row.Child),
            Collected(ReturnTable.DoLo, year, inCare.SelectMany(tables.Deprivations), row => row.Child));
    }

    /// <summary>Whether an episode belongs in a year's return: a child who leaves on 1 April is in the new year's.</summary>
    public static bool Overlaps(SubmittedEpisode episode, DateOnly first, DateOnly last) =>
        episode.Commenced <= last && (episode.Ceased is not { } ceased || ceased >= first);

    private static SubmittedHeader Header(ChildRecord child, int year, DateOnly first, DateOnly last)
    {
        var who = child.Particulars;
        var period = child.IsShortBreak ? null : child.LastPeriodIn(first, last);
        var known = period?.End is { } left && left < last ? left : last;
        var mother = period is not null && who.FirstChildBorn is { } born && born <= known ? born : (DateOnly?)null;
        return new SubmittedHeader(
            who.Id,
            who.SexIn(year),
            who.Born,
            who.Ethnicity,
            child.IsShortBreak ? "" : who.UpnAt(last),
            period is null || !who.IsGirl ? "" : mother is null ? "0" : "1",
            mother);
    }

    private static SubmittedEpisode AsKnown(SubmittedEpisode episode, int year, DateOnly last)
    {
        var place = PlacementCoding.PlaceIn(year, episode.Place);
        return episode.Ceased is { } ceased && ceased <= last
            ? episode with { Place = place }
            : episode with { Place = place, Ceased = null, ReasonCeased = "", ReasonPlacementChange = "" };
    }

    private static ImmutableArray<T> Sorted<T>(IEnumerable<T> rows, Func<T, string> child) => [.. rows.OrderBy(child, StringComparer.Ordinal)];

    private static ImmutableArray<T> Collected<T>(ReturnTable table, int year, IEnumerable<T> rows, Func<T, string> child) =>
        SubmittedReturn.FirstCollected(table) is { } from && year < from ? [] : Sorted(rows, child);
}
