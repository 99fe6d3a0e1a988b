using System.Globalization;

namespace Plimsoll.Core.Vocabulary;

/// <summary>A council's financial year, 1 April to 31 March, written 2024/25.</summary>
/// <param name="StartYear">The calendar year of its 1 April: 2024 for 2024/25.</param>
public readonly record struct FinancialYear(int StartYear) : IComparable<FinancialYear>
{
    /// <summary>The financial year that holds a day.</summary>
    public static FinancialYear Of(DateOnly day) => new(day.Month >= 4 ? day.Year : day.Year - 1);

    /// <summary>1 April.</summary>
    public DateOnly First => new(StartYear, 4, 1);

    /// <summary>31 March.</summary>
    public DateOnly Last => new(StartYear + 1, 3, 31);

    /// <summary>365 or 366. Weeks in a year are days over seven, never 52.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>The following year.</summary>
    public FinancialYear Next => new(StartYear + 1);

    /// <summary>Reads the written form 2024/25; null when it is not one.</summary>
    public static FinancialYear? Read(string text)
    {
        if (text is not { Length: 7 } || text[4] != '/'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var end))
        {
            return null;
        }

        return (year + 1) % 100 == end ? new FinancialYear(year) : null;
    }

    /// <inheritdoc />
    public int CompareTo(FinancialYear other) => StartYear.CompareTo(other.StartYear);

    /// <summary>True when the first year is earlier.</summary>
    public static bool operator <(FinancialYear a, FinancialYear b) => a.StartYear < b.StartYear;

    /// <summary>True when the first year is later.</summary>
    public static bool operator >(FinancialYear a, FinancialYear b) => a.StartYear > b.StartYear;

    /// <summary>True when the first year is not later.</summary>
    public static bool operator <=(FinancialYear a, FinancialYear b) => a.StartYear <= b.StartYear;

    /// <summary>True when the first year is not earlier.</summary>
    public static bool operator >=(FinancialYear a, FinancialYear b) => a.StartYear >= b.StartYear;

    /// <summary>The written form, 2024/25.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{StartYear:0000}/{(StartYear + 1) % 100:00}");
}
