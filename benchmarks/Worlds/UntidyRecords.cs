using Plimsoll.Core.Care;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Benchmarks.Worlds;

/// <summary>
/// Everyday faults of returns as the import leaves them: dates of birth that are missing, rows of a start that are lost,
/// starts of care before the first return that nobody knows, ends that were never sent and are repaired at the year's
/// end or not at all yet, and children who change their identifier between two years and are then there twice for a while.
/// </summary>
internal static class UntidyRecords
{
    private const double NoBirth = 0.03;
    private const double LostFirstRow = 0.03;
    private const double UnknownStart = 0.3;
    private const double MissingEnd = 0.02;
    private const double NewIdentifier = 0.01;

    /// <summary>The child, or the two children that one became.</summary>
    public static IEnumerable<ChildHistory> Of(WorldPlan plan, Life life, List<CareRows> cares, Xoshiro256 stream)
    {
        DateOnly? born = stream.NextDouble() < NoBirth ? null : life.Born;
        for (var index = 0; index < cares.Count; index++)
        {
            var next = index + 1 < cares.Count ? cares[index + 1].Rows[0].Start : int.MaxValue;
            cares[index] = Ended(plan, life.Born, Begun(plan, cares[index], stream), next, stream);
        }

        var id = $"W{life.Number}";
        var change = stream.NextDouble() < NewIdentifier ? YearEnd(plan, 1 + stream.NextBelow(4)) : int.MaxValue;
        var split = cares.FindIndex(care => care.Rows[0].Start < change && (care.End ?? int.MaxValue) > change && change < plan.From);
        if (split < 0)
        {
            return [WorldRecords.Child(life, id, born, cares)];
        }

        var whole = cares[split];
        var before = whole.Rows.Where(row => row.Start < change).ToList();

        // The later year's rows begin with the episode in force, whose first day lies before the change.
        var after = whole.Rows.Where(row => row.Start >= before[^1].Start).ToList();
        return
        [
            WorldRecords.Child(life, id, born, [.. cares.Take(split), new CareRows(before, whole.StartKnown, change, CareExit.Other)]),
            WorldRecords.Child(
                life, id + "X", born, [whole with { Rows = after, StartKnown = after[0].Start > plan.Window }, .. cares.Skip(split + 1)]),
        ];
    }

    private static CareRows Begun(WorldPlan plan, CareRows care, Xoshiro256 stream)
    {
        var draw = stream.NextDouble();
        if (care.Rows[0].Start <= plan.Window)
        {
            var reason = care.Rows[0].Reason == 'S' ? 'L' : care.Rows[0].Reason;
            return draw < UnknownStart
                ? care with { Rows = [care.Rows[0] with { Reason = reason }, .. care.Rows.Skip(1)], StartKnown = false }
                : care;
        }

        // Without its first row care seems to start with the second.
        return draw < LostFirstRow && care.Rows.Count > 1 ? care with { Rows = [.. care.Rows.Skip(1)] } : care;
    }

    private static CareRows Ended(WorldPlan plan, DateOnly born, CareRows care, int next, Xoshiro256 stream)
    {
        if (care.End is not { } end || stream.NextDouble() >= MissingEnd || care.Exit == CareExit.Age18)
        {
            return care;
        }

        var yearEnd = Enumerable.Range(1, 5).Select(year => YearEnd(plan, year)).First(day => day > end);

        // The import ends care at eighteen at the latest.
        var eighteen = Ages.Birthday(born, 18).DayNumber;
        if (eighteen < Math.Min(yearEnd, next))
        {
            return care with { End = eighteen, Exit = CareExit.Age18 };
        }

        // The last return's missing ends are still open; earlier ones were closed because the next return has no such child.
        return next <= yearEnd ? care
            : yearEnd == plan.From ? care with { End = null, Exit = null }
            : care with { End = yearEnd, Exit = CareExit.Other };
    }

    private static int YearEnd(WorldPlan plan, int year) => DateOnly.FromDayNumber(plan.Window).AddYears(year).DayNumber;
}
