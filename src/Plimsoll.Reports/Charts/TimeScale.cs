using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Reports.Charts;

/// <summary>The horizontal scale: days from left to right, with month ends marked as far apart as their words need.</summary>
internal sealed record TimeScale(DateOnly First, DateOnly Last, double Left, double Right)
{
    private static readonly int[] Steps = [1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 480];

    public double X(DateOnly day) =>
        Left + ((double)(day.DayNumber - First.DayNumber) / Math.Max(1, Last.DayNumber - First.DayNumber) * (Right - Left));

    /// <summary>Month ends, counted in equal steps from the month of a day so that its anniversaries are marked.</summary>
    /// <param name="from">The day.</param>
    /// <param name="air">Least room between two labels, in pixels.</param>
    /// <param name="yearsAlone">Writes 2026 for October 2026 where the steps are whole years.</param>
    public IReadOnlyList<(double X, string Words)> Ticks(DateOnly from, double air, bool yearsAlone)
    {
        foreach (var step in Steps)
        {
            var ticks = Marked(from, step, yearsAlone);
            var widest = ticks.Count == 0 ? 0 : ticks.Max(tick => Label.WidthOf(tick.Words, "c-axis"));
            var fits = Enumerable.Range(1, Math.Max(0, ticks.Count - 1)).All(i => ticks[i].X - ticks[i - 1].X >= widest + air);
            if (fits)
            {
                return ticks;
            }
        }

        return [];
    }

    private List<(double X, string Words)> Marked(DateOnly from, int step, bool yearsAlone)
    {
        var middle = CalendarMonth.Of(from);
        var before = CalendarMonth.Of(First).MonthsUntil(middle) / step;
        var after = middle.MonthsUntil(CalendarMonth.Of(Last)) / step;

        // A year's months name themselves and leave no room for the year; two or three months do.
        var isOneYear = CalendarMonth.Of(First).MonthsUntil(CalendarMonth.Of(Last)) is > 3 and < 12;
        var ticks = new List<(double X, string Words)>();
        for (var i = -before; i <= after; i++)
        {
            var month = middle.Plus(i * step);
            var day = month.Last < Last ? month.Last : Last;
            if (day < First)
            {
                continue;
            }

            var format = isOneYear ? "MMM" : yearsAlone && step % 12 == 0 ? "yyyy" : "MMM yyyy";
            ticks.Add((X(day), month.First.ToString(format, System.Globalization.CultureInfo.InvariantCulture)));
        }

        return ticks;
    }
}
