namespace Plimsoll.Files.Care;

/// <summary>How a date is written.</summary>
internal enum DateForm
{
    /// <summary>Not like a date at all.</summary>
    None,

    /// <summary>dd/mm/yyyy, the form of the return.</summary>
    DayFirst,

    /// <summary>yyyy-mm-dd, with or without a midnight time, the form of merged extracts and spreadsheets.</summary>
    YearFirst,
}

/// <summary>One cell read as a date.</summary>
/// <param name="Form">How it is written.</param>
/// <param name="Day">The date; null when there is no such day (31/02/2020).</param>
/// <param name="OnlyMonthFirst">True when it is no date day first but would be one month first (04/25/2024).</param>
internal readonly record struct DateCell(DateForm Form, DateOnly? Day, bool OnlyMonthFirst);

/// <summary>Reads dates from the bytes of a cell, in the two forms that returns use and no other, whatever the machine's culture.</summary>
internal static class DateCells
{
    /// <summary>Reads one cell that is not blank.</summary>
    public static DateCell Read(ReadOnlySpan<byte> cell)
    {
        cell = WithoutMidnight(cell);
        return cell.Length == 10 && cell[4] == '-' && cell[7] == '-' ? ReadYearFirst(cell) : ReadDayFirst(cell);
    }

    private static DateCell ReadYearFirst(ReadOnlySpan<byte> cell)
    {
        var year = Number(cell[..4]);
        var month = Number(cell[5..7]);
        var day = Number(cell[8..]);
        return year < 0 || month < 0 || day < 0 ? default : new DateCell(DateForm.YearFirst, Date(year, month, day), false);
    }

    private static DateCell ReadDayFirst(ReadOnlySpan<byte> cell)
    {
        var first = cell.IndexOf((byte)'/');
        if (first is < 1 or > 2)
        {
            return default;
        }

        var rest = cell[(first + 1)..];
        var second = rest.IndexOf((byte)'/');
        if (second is < 1 or > 2 || rest.Length - second != 5)
        {
            return default;
        }

        var day = Number(cell[..first]);
        var month = Number(rest[..second]);
        var year = Number(rest[(second + 1)..]);
        if (day < 0 || month < 0 || year < 0)
        {
            return default;
        }

        return new DateCell(DateForm.DayFirst, Date(year, month, day), month > 12 && Date(year, day, month) is not null);
    }

    private static ReadOnlySpan<byte> WithoutMidnight(ReadOnlySpan<byte> cell)
    {
        if (cell.Length < 14 || cell[10] is not ((byte)' ' or (byte)'T'))
        {
            return cell;
        }

        foreach (var letter in cell[11..])
        {
            if (letter is not ((byte)'0' or (byte)':' or (byte)'.'))
            {
                return cell;
            }
        }

        return cell[..10];
    }

    private static DateOnly? Date(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return -1;
            }

            number = (number * 10) + digit - '0';
        }

        return number;
    }
}

/// <summary>The dates of one column, counted by form before any row is used: a column is read in one form only.</summary>
internal sealed class DateColumn(string name)
{
    /// <summary>The column's name.</summary>
    public string Name { get; } = name;

    private int dayFirst;
    private int yearFirst;
    private int unreadable;
    private int surelyDayFirst;
    private int surelyMonthFirst;

    /// <summary>Counts one cell that is not blank.</summary>
    public void Count(DateCell cell)
    {
        if (cell.Form == DateForm.None)
        {
            unreadable++;
        }
        else if (cell.Form == DateForm.YearFirst)
        {
            yearFirst++;
        }
        else
        {
            dayFirst++;
            surelyDayFirst += cell.Day is { Day: > 12 } ? 1 : 0;
            surelyMonthFirst += cell.OnlyMonthFirst ? 1 : 0;
        }
    }

    /// <summary>The form in which the column is read: the more frequent one; the return's own when both are as frequent.</summary>
    public DateForm Form => yearFirst > dayFirst ? DateForm.YearFirst : DateForm.DayFirst;

    /// <summary>True when the dates are written month first, as American settings do: read day first they would be silently wrong.</summary>
    public bool IsMonthFirst => surelyMonthFirst >= 3 && surelyMonthFirst > surelyDayFirst && Form == DateForm.DayFirst;

    /// <summary>True when the column has many cells and none looks like a date: it is another column.</summary>
    public bool HasNoDates => unreadable >= 10 && dayFirst + yearFirst == 0;
}
