namespace Plimsoll.Reports.Tables;

/// <summary>How the cells of a column are written. Closed: one of the cases below.</summary>
public abstract record ColumnKind
{
    private ColumnKind()
    {
    }

    /// <summary>Whether the cells hold numbers, which are right-aligned.</summary>
    public bool IsNumeric => this is not (Words or Dates or Months);

    /// <summary>Words.</summary>
    public static ColumnKind Text { get; } = new Words();

    /// <summary>Whole numbers: 1,234.</summary>
    public static ColumnKind Whole { get; } = new Decimals(0);

    /// <summary>Numbers with one decimal: 12.3.</summary>
    public static ColumnKind OneDecimal { get; } = new Decimals(1);

    /// <summary>Pounds, shown whole: £1,662.</summary>
    public static ColumnKind Pounds { get; } = new Money(MoneyUnit.Pounds);

    /// <summary>Pounds, shown in whole thousands under the heading "£k".</summary>
    public static ColumnKind ThousandPounds { get; } = new Money(MoneyUnit.Thousands);

    /// <summary>Pounds, shown in millions with one decimal under the heading "£m".</summary>
    public static ColumnKind MillionPounds { get; } = new Money(MoneyUnit.Millions);

    /// <summary>Shares, shown as percentages with one decimal: 26.4%.</summary>
    public static ColumnKind Percent { get; } = new Share();

    /// <summary>Days: 31 October 2026.</summary>
    public static ColumnKind Date { get; } = new Dates();

    /// <summary>Months: October 2026.</summary>
    public static ColumnKind Month { get; } = new Months();

    /// <summary>Changes in a number of children: 4 more, 5 fewer, no change.</summary>
    public static ColumnKind ChangeInChildren { get; } = new Change(Whole, "more", "fewer", "no change");

    /// <summary>Words.</summary>
    public sealed record Words : ColumnKind;

    /// <summary>Plain numbers.</summary>
    /// <param name="Places">Decimals shown: 0 or 1.</param>
    public sealed record Decimals(int Places) : ColumnKind;

    /// <summary>Amounts, held in pounds whatever the unit shown.</summary>
    /// <param name="Unit">The unit shown.</param>
    public sealed record Money(MoneyUnit Unit) : ColumnKind;

    /// <summary>Shares of one.</summary>
    public sealed record Share : ColumnKind;

    /// <summary>Days.</summary>
    public sealed record Dates : ColumnKind;

    /// <summary>Calendar months.</summary>
    public sealed record Months : ColumnKind;

    /// <summary>A signed number that never stands without its word.</summary>
    /// <param name="Size">How the size is written: a number or money kind.</param>
    /// <param name="Up">The word for a positive number: more, overspend, adds.</param>
    /// <param name="Down">The word for a negative one: fewer, underspend, takes off.</param>
    /// <param name="None">The word for zero: no change, on budget.</param>
    public sealed record Change(ColumnKind Size, string Up, string Down, string None) : ColumnKind;
}

/// <summary>The unit in which a column shows money.</summary>
public enum MoneyUnit
{
    /// <summary>£, whole.</summary>
    Pounds,

    /// <summary>£k, whole.</summary>
    Thousands,

    /// <summary>£m, one decimal.</summary>
    Millions,
}

/// <summary>A column of a table.</summary>
/// <param name="Heading">What stands in it: "Started".</param>
/// <param name="Unit">The unit where the heading does not say it: "£m"; empty for counts and words.</param>
/// <param name="Kind">How its cells are written.</param>
/// <param name="Group">The heading over several neighbouring columns: "Children at 31 March"; empty for none.</param>
public sealed record ReportColumn(string Heading, string Unit, ColumnKind Kind, string Group = "")
{
    /// <summary>Heading and unit on one line, with the group before them: "Cost of placements: Low, £m".</summary>
    public string FullHeading => (Group.Length == 0 ? "" : Group + ": ") + HeadingWithUnit;

    /// <summary>The heading in files, whose unit is always the base unit: £ where the page shows £m.</summary>
    public string FileHeading => (this with { Unit = BaseUnit }).FullHeading;

    private string BaseUnit => (Kind is ColumnKind.Change change ? change.Size : Kind) switch
    {
        ColumnKind.Money => "£",
        ColumnKind.Share => "%",
        _ => Unit,
    };

    /// <summary>Heading and unit on one line: "Low, £m".</summary>
    public string HeadingWithUnit => Unit.Length == 0 ? Heading : Heading + ", " + Unit;
}
