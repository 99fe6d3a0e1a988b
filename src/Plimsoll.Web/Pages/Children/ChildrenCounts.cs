using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Web.Frame;

namespace Plimsoll.Web.Pages.Children;

/// <summary>The children that a query shows on its day, and a year before where the records reach back so far.</summary>
/// <param name="Shown">Shown on the day.</param>
/// <param name="All">All in care on the day.</param>
/// <param name="YearBefore">The day a year before, or null when it lies before the records.</param>
/// <param name="ShownBefore">Shown on that day; empty when it lies before the records.</param>
/// <param name="Trend">The number shown at each month's end up to the day, and on the day itself.</param>
public sealed record ChildrenCounts(
    ImmutableArray<InCareOn> Shown,
    int All,
    DateOnly? YearBefore,
    ImmutableArray<InCareOn> ShownBefore,
    ImmutableArray<(DateOnly Day, int Children)> Trend)
{
    /// <summary>More (positive) or fewer (negative) than a year before; null where that is not known.</summary>
    public int? Change => YearBefore is null ? null : Shown.Length - ShownBefore.Length;

    /// <summary>Counts.</summary>
    public static ChildrenCounts Of(Loaded loaded, ChildrenQuery query)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(query);
        var all = Stock.Children(loaded.Data, query.On).ToImmutableArray();
        var before = query.On.AddYears(-1);
        DateOnly? yearBefore = before >= loaded.FirstDay ? before : null;
        return new ChildrenCounts(
            [.. all.Where(item => query.Shows(item, query.On))],
            all.Length,
            yearBefore,
            yearBefore is { } day ? [.. Stock.Children(loaded.Data, day).Where(item => query.Shows(item, day))] : [],
            [.. TrendDays(loaded.FirstDay, query.On)
                .Select(day => (day, Stock.Children(loaded.Data, day).Count(item => query.Shows(item, day))))]);
    }

    /// <summary>The month ends from the first day of the records to a day, and the day itself.</summary>
    public static IEnumerable<DateOnly> TrendDays(DateOnly first, DateOnly last)
    {
        for (var month = CalendarMonth.Of(first); month.Last < last; month = month.Plus(1))
        {
            yield return month.Last;
        }

        yield return last;
    }
}
