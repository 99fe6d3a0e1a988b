using System.Globalization;

namespace Plimsoll.Core.Vocabulary;

/// <summary>A calendar month, such as April 2024. Written 2024-04 in files.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Number">1 for January to 12 for December.</param>
public readonly record struct CalendarMonth(int Year, int Number) : IComparable<CalendarMonth>
{
    /// <summary>The month that holds a day.</summary>
    public static CalendarMonth Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>The first day of the month.</summary>
    public DateOnly First => new(Year, Number, 1);

    /// <summary>The last day of the month; month-end counts are taken at its end.</summary>
    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    /// <summary>The number of days in the month.</summary>
    public int Days => DateTime.DaysInMonth(Year, Number);

    /// <summary>The month that lies the given number of months later.</summary>
    public CalendarMonth Plus(int months) => Of(First.AddMonths(months));

    /// <summary>The number of months from this one to a later one.</summary>
    public int MonthsUntil(CalendarMonth later) => ((later.Year - Year) * 12) + later.Number - Number;

    /// <inheritdoc />
    public int CompareTo(CalendarMonth other) => (Year, Number).CompareTo((other.Year, other.Number));

    /// <summary>True when the first month is earlier.</summary>
    public static bool operator <(CalendarMonth a, CalendarMonth b) => a.CompareTo(b) < 0;

    /// <summary>True when the first month is later.</summary>
    public static bool operator >(CalendarMonth a, CalendarMonth b) => a.CompareTo(b) > 0;

    /// <summary>True when the first month is not later.</summary>
    public static bool operator <=(CalendarMonth a, CalendarMonth b) => a.CompareTo(b) <= 0;

    /// <summary>True when the first month is not earlier.</summary>
    public static bool operator >=(CalendarMonth a, CalendarMonth b) => a.CompareTo(b) >= 0;

    /// <summary>The form used in files and addresses: 2024-04.</summary>
    public override string ToString() => First.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
