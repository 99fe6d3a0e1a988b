using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Reports.Charts;

/// <summary>A point of a series that is worth naming.</summary>
internal sealed record TurningPoint(DatedValue Point, bool IsHigh, bool IsYearAgo);

/// <summary>Finds what a person would point at: the highest and the lowest value, and the one a year before the last.</summary>
internal static class TurningPoints
{
    /// <summary>
    /// The last point has its own label. Where it is itself the highest, the high before the low is named instead, and
    /// the other way round, so that the way down and up can be read.
    /// </summary>
    public static IReadOnlyList<TurningPoint> Of(IReadOnlyList<DatedValue> points)
    {
        var marks = new List<TurningPoint>();
        var last = points.Count - 1;
        var high = IndexOfMost(points, points.Count, point => point.Value);
        var low = IndexOfMost(points, points.Count, point => -point.Value);
        if (points[high].Value == points[low].Value)
        {
            return marks;
        }

        if (points[high].Value == points[last].Value)
        {
            high = IndexOfMost(points, low + 1, point => point.Value);
        }
        else if (points[low].Value == points[last].Value)
        {
            low = IndexOfMost(points, high + 1, point => -point.Value);
        }

        if (points[high].Value > points[low].Value)
        {
            marks.Add(new TurningPoint(points[high], IsHigh: true, IsYearAgo: false));
        }

        if (low != last && low != high)
        {
            marks.Add(new TurningPoint(points[low], IsHigh: false, IsYearAgo: false));
        }

        marks.RemoveAll(mark => mark.Point == points[last]);
        if (YearAgo(points) is { } ago && !marks.Exists(mark => mark.Point == ago))
        {
            marks.Add(new TurningPoint(ago, IsHigh: ago.Value > points[last].Value, IsYearAgo: true));
        }

        return marks;
    }

    /// <summary>The value twelve months before the last one; none when the series is shorter or skips that month.</summary>
    public static DatedValue? YearAgo(IReadOnlyList<DatedValue> points)
    {
        var month = CalendarMonth.Of(points[^1].Day).Plus(-12);
        foreach (var point in points)
        {
            if (CalendarMonth.Of(point.Day) == month)
            {
                return point;
            }
        }

        return null;
    }

    private static int IndexOfMost(IReadOnlyList<DatedValue> points, int among, Func<DatedValue, double> value) =>
        Enumerable.Range(0, among).MaxBy(i => value(points[i]));
}
