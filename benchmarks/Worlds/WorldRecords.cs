using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Benchmarks.Worlds;

/// <summary>
/// What five yearly returns show of the true lives: episodes that touch the five years and nothing later. Of children in
/// care before, the episode in force when the first return opens is the earliest that is known.
/// </summary>
internal static class WorldRecords
{
    /// <summary>The dataset.</summary>
    public static CareDataset Of(WorldPlan plan, IEnumerable<Life> lives)
    {
        var stream = new Xoshiro256(Xoshiro256.KeyOf(plan.Seed, 0xD1571ECUL));
        var children = new List<ChildHistory>();
        foreach (var life in lives)
        {
            var rows = life.Episodes.Where(care => care.End > plan.Window && care.Start < plan.From).Select(care => Rows(plan, care)).ToList();
            if (rows.Count > 0)
            {
                children.AddRange(plan.Kind == WorldKind.Untidy
                    ? UntidyRecords.Of(plan, life, rows, stream)
                    : [Child(life, $"W{life.Number}", life.Born, rows)]);
            }
        }

        return new CareDataset(
            $"world-{(char)plan.Kind}-{plan.Seed}",
            WorldPlan.WindowStart,
            WorldPlan.FirstDay.AddDays(-1),
            [.. Enumerable.Range(WorldPlan.WindowStart.Year + 1, 5)],
            [],
            [.. children],
            children.Sum(child => child.Counted.Length),
            [],
            []);
    }

    /// <summary>A child as the import would build it.</summary>
    public static ChildHistory Child(Life life, string id, DateOnly? born, IReadOnlyList<CareRows> cares)
    {
        var need = life.Unaccompanied ? "N5" : "N1";
        return new ChildHistory(
            new ChildKey("", id),
            born,
            "U",
            life.Unaccompanied,
            [.. cares.SelectMany(care => Counted(care, need))],
            [.. cares.Select((care, number) => PeriodOf(care, need, number + 1))],
            []);
    }

    // The rows of the returns for one period of care.
    private static CareRows Rows(WorldPlan plan, Episode care)
    {
        var cuts = care.Stays.Select(stay => stay.Start).Concat(care.Statuses.Select(status => status.Start)).Distinct().Order().ToList();
        var rows = new List<CareRow>();
        for (var cut = 0; cut < cuts.Count; cut++)
        {
            var start = cuts[cut];
            var end = cut + 1 < cuts.Count ? cuts[cut + 1] : care.End;
            if (end > plan.Window && start < plan.From)
            {
                var moved = care.Stays.Any(stay => stay.Start == start);
                rows.Add(new CareRow(
                    start,
                    cut == 0 ? 'S' : moved ? 'P' : 'L',
                    care.Stays.Last(stay => stay.Start <= start).State,
                    care.Statuses.Last(status => status.Start <= start).Code));
            }
        }

        // An end on the day after the last return is not yet in it.
        return care.End < plan.From
            ? new CareRows(rows, rows[0].Reason == 'S', care.End, care.Exit)
            : new CareRows(rows, rows[0].Reason == 'S', null, null);
    }

    private static IEnumerable<CountedEpisode> Counted(CareRows care, string need) => care.Rows.Select((row, index) => new CountedEpisode(
        new Period(Day(row.Start), index + 1 < care.Rows.Count ? Day(care.Rows[index + 1].Start) : care.End is { } end ? Day(end) : null),
        row.LegalStatus,
        need,
        "U4",
        "PR4",
        row.State,
        index == 0,
        index == care.Rows.Count - 1 && care.End is not null));

    private static PeriodOfCare PeriodOf(CareRows care, string need, int number)
    {
        var starts = care.Rows.Where((row, index) => index == 0 || row.Reason == 'P').ToList();
        DateOnly? closed = care.End is { } end ? Day(end) : null;
        var spells = starts.Select((row, index) => new PlacementSpell(
            new Period(Day(row.Start), index + 1 < starts.Count ? Day(starts[index + 1].Start) : closed),
            row.State,
            index > 0 || care.StartKnown || row.Reason == 'P',
            index == 0 && care.StartKnown ? SpellStart.Entry : SpellStart.Move)).ToImmutableArray();
        return new PeriodOfCare(
            new Period(Day(care.Rows[0].Start), closed),
            care.StartKnown,
            care.Exit,
            closed is null ? PeriodEnding.Open : PeriodEnding.Exited,
            need,
            number,
            spells);
    }

    private static DateOnly Day(int number) => DateOnly.FromDayNumber(number);
}

/// <summary>A row of the returns.</summary>
/// <param name="Start">Day number of its first day.</param>
/// <param name="Reason">Why it is new: S start of care, P placement, L legal status.</param>
/// <param name="State">Placement state.</param>
/// <param name="LegalStatus">Legal status.</param>
internal sealed record CareRow(int Start, char Reason, PlacementState State, string LegalStatus);

/// <summary>The rows of one period of care.</summary>
/// <param name="Rows">In order, at least one.</param>
/// <param name="StartKnown">Whether the first row is taken for the start of care.</param>
/// <param name="End">Day number of the first day after; null while open.</param>
/// <param name="Exit">How it ended; null while open.</param>
internal sealed record CareRows(IReadOnlyList<CareRow> Rows, bool StartKnown, int? End, CareExit? Exit);
