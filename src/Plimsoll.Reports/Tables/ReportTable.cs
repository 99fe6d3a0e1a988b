using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Reports.Tables;

/// <summary>What part a row plays.</summary>
public enum RowRole
{
    /// <summary>A row like others.</summary>
    Ordinary,

    /// <summary>A sum of the rows above it, within the table.</summary>
    Subtotal,

    /// <summary>The sum of the table, in bold.</summary>
    Total,
}

/// <summary>A row.</summary>
/// <param name="Heading">What the row is about; it stands first.</param>
/// <param name="Cells">One cell for each column, in their order.</param>
/// <param name="Role">What part it plays.</param>
public sealed record ReportRow(Cell Heading, ImmutableArray<Cell> Cells, RowRole Role = RowRole.Ordinary)
{
    /// <summary>A row headed by words.</summary>
    public static ReportRow Of(string heading, params ReadOnlySpan<Cell> cells) => new(Cell.Of(heading), [.. cells]);

    /// <summary>A row headed by a month.</summary>
    public static ReportRow Of(CalendarMonth month, params ReadOnlySpan<Cell> cells) => new(Cell.Of(month), [.. cells]);

    /// <summary>A row of totals.</summary>
    public static ReportRow Total(string heading, params ReadOnlySpan<Cell> cells) => new(Cell.Of(heading), [.. cells], RowRole.Total);
}

/// <summary>
/// A table as pages, CSV files and workbooks show it: one model, so that a figure checked in one is the figure in the
/// others.
/// </summary>
public sealed record ReportTable
{
    /// <summary>Makes a table.</summary>
    /// <param name="title">What it shows, and its finding where there is one.</param>
    /// <param name="subtitle">Measure, place and period: "Number of children. Anyshire, 31 October 2026".</param>
    /// <param name="rowHeading">The column of row headings.</param>
    /// <param name="columns">The other columns.</param>
    /// <param name="rows">The rows, in the order shown.</param>
    /// <param name="source">Where the numbers come from.</param>
    /// <param name="asAt">The last day of the records, or null when the table has none.</param>
    /// <exception cref="ArgumentException">A row does not have one cell for each column, or a cell does not fit its column.</exception>
    public ReportTable(
        string title,
        string subtitle,
        ReportColumn rowHeading,
        ImmutableArray<ReportColumn> columns,
        ImmutableArray<ReportRow> rows,
        string source,
        DateOnly? asAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Cells.Length != columns.Length)
            {
                throw new ArgumentException($"Row {i + 1} of \"{title}\" has {rows[i].Cells.Length} cells for {columns.Length} columns.", nameof(rows));
            }

            foreach (var (cell, column) in rows[i].Cells.Prepend(rows[i].Heading).Zip(columns.Prepend(rowHeading)))
            {
                if (!Fits(cell, column.Kind))
                {
                    throw new ArgumentException($"A cell in row {i + 1} of \"{title}\" does not fit the column \"{column.Heading}\".", nameof(rows));
                }
            }
        }

        (Title, Subtitle, RowHeading, Columns, Rows, Source, AsAt) = (title, subtitle, rowHeading, columns, rows, source, asAt);
    }

    /// <summary>What the table shows.</summary>
    public string Title { get; }

    /// <summary>Measure, place and period.</summary>
    public string Subtitle { get; }

    /// <summary>The column of row headings.</summary>
    public ReportColumn RowHeading { get; }

    /// <summary>The other columns.</summary>
    public ImmutableArray<ReportColumn> Columns { get; }

    /// <summary>The rows.</summary>
    public ImmutableArray<ReportRow> Rows { get; }

    /// <summary>Where the numbers come from.</summary>
    public string Source { get; }

    /// <summary>The last day of the records.</summary>
    public DateOnly? AsAt { get; }

    /// <summary>What a reader must know: sign rules, what is left out, why parts do not add.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The row headings' column and the others, as they stand from the left.</summary>
    public IEnumerable<ReportColumn> AllColumns => Columns.Prepend(RowHeading);

    /// <summary>Source and last day as one line under the table.</summary>
    public string SourceLine => Source.TrimEnd('.') + (AsAt is { } day ? $". Records to {InWords.Date(day)}." : ".");

    private static bool Fits(Cell cell, ColumnKind kind) => cell switch
    {
        Cell.Missing => true,
        Cell.Text => kind is ColumnKind.Words,
        Cell.Day => kind is ColumnKind.Dates,
        Cell.Month => kind is ColumnKind.Months,
        Cell.Number => kind.IsNumeric,
        _ => false,
    };
}
