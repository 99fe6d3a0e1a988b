using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Care;

/// <summary>Opening number, starts, ends and closing number of a month, or of the part of it that was asked for.</summary>
/// <param name="Month">The month.</param>
/// <param name="Opening">In care at the end of the day before.</param>
/// <param name="Started">Starts of counted care: every one, not the yearly indicators' first start.</param>
/// <param name="Ceased">Ends of counted care: every one.</param>
/// <param name="Closing">In care at the end of the last day. Opening + Started - Ceased = Closing.</param>
public sealed record FlowMonth(CalendarMonth Month, int Opening, int Started, int Ceased, int Closing);

/// <summary>A start or an end of counted care.</summary>
/// <param name="Child">The child.</param>
/// <param name="On">The day of the start, or the first night no longer in care.</param>
/// <param name="Episode">The first or the last episode.</param>
public readonly record struct FlowEvent(ChildHistory Child, DateOnly On, CountedEpisode Episode);

/// <summary>Counts starts and ends of care.</summary>
public static class Flow
{
    /// <summary>Every start of counted care from one day to another, both inside, in order of child.</summary>
    public static IEnumerable<FlowEvent> Starts(CareDataset data, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(data);
        foreach (var child in data.Children)
        {
            foreach (var episode in child.Counted)
            {
                if (episode.StartsCare && episode.Days.Start >= from && episode.Days.Start <= to)
                {
                    yield return new FlowEvent(child, episode.Days.Start, episode);
                }
            }
        }
    }

    /// <summary>Every end of counted care from one day to another, both inside, in order of child.</summary>
    public static IEnumerable<FlowEvent> Ends(CareDataset data, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(data);
        foreach (var child in data.Children)
        {
            foreach (var episode in child.Counted)
            {
                if (episode.EndsCare && episode.Days.End is { } end && end >= from && end <= to)
                {
                    yield return new FlowEvent(child, end, episode);
                }
            }
        }
    }

    /// <summary>The flow by month.</summary>
    /// <param name="data">The records.</param>
    /// <param name="from">First day, inside.</param>
    /// <param name="to">Last day, inside; not before <paramref name="from"/>.</param>
    /// <returns>One row a month that is touched; the first and the last may be part of a month.</returns>
    public static ImmutableArray<FlowMonth> ByMonth(CareDataset data, DateOnly from, DateOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var first = CalendarMonth.Of(from);
        var months = first.MonthsUntil(CalendarMonth.Of(to)) + 1;
        var started = new int[months];
        var ceased = new int[months];
        foreach (var start in Starts(data, from, to))
        {
            started[first.MonthsUntil(CalendarMonth.Of(start.On))]++;
        }

        foreach (var end in Ends(data, from, to))
        {
            ceased[first.MonthsUntil(CalendarMonth.Of(end.On))]++;
        }

        var rows = ImmutableArray.CreateBuilder<FlowMonth>(months);
        // The first day there is has no day before it, and nobody in care.
        var opening = from == DateOnly.MinValue ? 0 : Stock.Number(data, from.AddDays(-1));
        for (var month = 0; month < months; month++)
        {
            var closing = opening + started[month] - ceased[month];
            rows.Add(new FlowMonth(first.Plus(month), opening, started[month], ceased[month], closing));
            opening = closing;
        }

        return rows.MoveToImmutable();
    }
}
