using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Tables;

namespace Plimsoll.Reports.Tests.Tables;

/// <summary>Made-up tables that use every kind of column and cell.</summary>
internal static class SampleTables
{
    public static ReportTable Years => new(
        "Forecast by financial year",
        "Anyshire, 2024/25 to 2026/27. Low and high: an 8 in 10 chance of falling between them.",
        new ReportColumn("Financial year", "", ColumnKind.Text),
        [
            new ReportColumn("Started", "", ColumnKind.Whole),
            new ReportColumn("Low", "", ColumnKind.Whole, "Children at 31 March"),
            new ReportColumn("Central", "", ColumnKind.Whole, "Children at 31 March"),
            new ReportColumn("Central", "£m", ColumnKind.MillionPounds, "Cost of placements"),
            new ReportColumn("Share", "", ColumnKind.Percent),
            new ReportColumn("Change", "", ColumnKind.ChangeInChildren),
        ],
        [
            ReportRow.Of("2024/25", Cell.Of(196), Cell.NotApplicable, Cell.Of(428), Cell.Of(new Money(25_213_400.25m)), Cell.Of(0.2641m), Cell.Of(30)),
            ReportRow.Of("2025/26", Cell.Of(181), Cell.NotKnown, Cell.Of(438), Cell.Of(new Money(27_900_000m)), Cell.Of(0.5m), Cell.Of(-10)),
            ReportRow.Of("2026/27", Cell.Of(1189), Cell.Of(426.4), Cell.NotDue, Cell.NotLoaded, Cell.Of(0m), Cell.Of(0)),
            ReportRow.Total("All years", Cell.Of(1566), Cell.NotApplicable, Cell.NotApplicable, Cell.Of(new Money(53_113_400.25m)), Cell.NotApplicable, Cell.Of(20)),
        ],
        "SSDA903 returns 2018/19 to 2026/27",
        new DateOnly(2026, 10, 31))
    {
        Notes = ["Opening + started − ceased = closing in every row."],
    };

    public static ReportTable Months => new(
        "Children in care by month",
        "Number of children at month end. Anyshire.",
        new ReportColumn("Month", "", ColumnKind.Month),
        [new ReportColumn("In care", "", ColumnKind.OneDecimal), new ReportColumn("Counted on", "", ColumnKind.Date)],
        [
            ReportRow.Of(new CalendarMonth(2026, 9), Cell.Of(445.25m), Cell.Of(new DateOnly(2026, 9, 30))),
            ReportRow.Of(new CalendarMonth(2026, 10), Cell.Of(447m), Cell.Of(new DateOnly(2026, 10, 31))),
        ],
        "SSDA903 returns",
        asAt: null);

    public static ReportTable Words(params ReadOnlySpan<string> words) => new(
        "Words",
        "",
        new ReportColumn("=1+1", "", ColumnKind.Text),
        [],
        [.. words.ToArray().Select(word => ReportRow.Of(word))],
        "Made up",
        asAt: null);
}
