using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Plimsoll.Reports.Charts;

namespace Plimsoll.Reports.Tables;

/// <summary>
/// Writes tables as an Excel workbook: numbers as numbers (money in pounds, unrounded, whatever the page shows),
/// frozen bold headings, notes under each table and a sheet that says where all of it comes from. No formulas,
/// macros or links; the same tables give the same bytes.
/// </summary>
public static class XlsxWorkbook
{
    private const uint HeaderRow = 4;
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    // Entries of a zip carry a time; none is known here, so all have the earliest that the format can hold.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The workbook as bytes of a file.</summary>
    public static byte[] ToBytes(ReportWorkbook workbook)
    {
        using var file = new MemoryStream();
        Write(workbook, file);
        return file.ToArray();
    }

    /// <summary>Writes the workbook.</summary>
    /// <param name="workbook">What to write.</param>
    /// <param name="output">Where to; it is left open.</param>
    /// <exception cref="InvalidOperationException">A table has more rows than a sheet can hold.</exception>
    public static void Write(ReportWorkbook workbook, Stream output)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        ArgumentNullException.ThrowIfNull(output);
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            // Named parts: the library would otherwise make random names, and two equal workbooks would differ.
            var book = document.AddNewPart<WorkbookPart>(WorkbookType, "workbook");
            var styles = new XlsxStyles();
            var names = SheetNames.For([.. workbook.Tables.Select(table => table.SheetName), "About"]);
            var sheets = new Sheets();
            for (var i = 0; i < names.Count; i++)
            {
                var id = FormattableString.Invariant($"sheet{i + 1}");
                var part = book.AddNewPart<WorksheetPart>(id);
                if (i < workbook.Tables.Length)
                {
                    WriteTable(workbook.Tables[i].Table, part, styles);
                }
                else
                {
                    AboutSheet.Write(workbook, part, styles);
                }

                sheets.Append(new Sheet { Id = id, SheetId = (uint)i + 1, Name = names[i] });
            }

            styles.Write(book.AddNewPart<WorkbookStylesPart>("styles"));
            book.Workbook = new Workbook(new BookViews(new WorkbookView()), sheets);
            book.Workbook.Save();
        }

        Repack(package, output);
    }

    private static void WriteTable(ReportTable table, WorksheetPart part, XlsxStyles styles)
    {
        var plain = styles.Of(XlsxStyles.General, XlsxRole.Ordinary);
        using var sheet = new XlsxSheet(part, table.AllColumns.Select((column, i) => WidthOf(table, column, i)), HeaderRow);
        sheet.TitleRow(table.Title, styles.Of(XlsxStyles.General, XlsxRole.Title));
        sheet.WordsRow(plain, table.Subtitle);
        sheet.WordsRow(plain, "");
        sheet.WrappedRow([.. table.AllColumns.Select(column =>
            (column.FileHeading, styles.Of(XlsxStyles.General, XlsxRole.Header, column.Kind.IsNumeric)))]);
        foreach (var row in table.Rows)
        {
            sheet.BeginRow();
            foreach (var (cell, column) in row.Cells.Prepend(row.Heading).Zip(table.AllColumns))
            {
                WriteCell(sheet, cell, column, row.Role, styles);
            }

            sheet.EndRow();
        }

        sheet.WordsRow(plain, "");
        foreach (var note in table.Notes)
        {
            sheet.WordsRow(plain, note);
        }

        sheet.WordsRow(plain, "Source: " + table.SourceLine);
    }

    private static void WriteCell(XlsxSheet sheet, Cell cell, ReportColumn column, RowRole row, XlsxStyles styles)
    {
        var role = row switch
        {
            RowRole.Total => XlsxRole.Total,
            RowRole.Subtotal => XlsxRole.Subtotal,
            _ => XlsxRole.Ordinary,
        };
        switch (cell)
        {
            case Cell.Text text:
                sheet.Words(text.Words, styles.Of(XlsxStyles.General, role));
                break;
            case Cell.Missing missing:
                sheet.Words(MissingWords.Of(missing.Reason), styles.Of(XlsxStyles.General, role == XlsxRole.Ordinary ? XlsxRole.Missing : role, column.Kind.IsNumeric));
                break;
            case Cell.Day day:
                sheet.Number(Serial(day.Value), styles.Of("d mmmm yyyy", role));
                break;
            case Cell.Month month:
                sheet.Number(Serial(month.Value.First), styles.Of("mmmm yyyy", role));
                break;
            case Cell.Number number:
                sheet.Number(number.Value, styles.Of(Format(column.Kind), role, isRight: true));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(cell));
        }
    }

    /// <summary>Days since the start that spreadsheets count from.</summary>
    private static decimal Serial(DateOnly day) => day.DayNumber - new DateOnly(1899, 12, 30).DayNumber;

    /// <summary>A change shows its size and its word; the cell holds the signed number.</summary>
    private static string Format(ColumnKind kind) => kind switch
    {
        ColumnKind.Decimals { Places: 0 } or ColumnKind.Money => "#,##0",
        ColumnKind.Decimals => "#,##0.0",
        ColumnKind.Share => "0.0%",
        ColumnKind.Change change => $"{Format(change.Size)} {Quoted(change.Up)};{Format(change.Size)} {Quoted(change.Down)};{Quoted(change.None)}",
        _ => XlsxStyles.General,
    };

    private static string Quoted(string word) => "\"" + word.Replace("\"", "", StringComparison.Ordinal) + "\"";

    /// <summary>Wide enough for the longest number or words, with headings and long words wrapped.</summary>
    private static double WidthOf(ReportTable table, ReportColumn column, int index)
    {
        var cells = table.Rows.Select(row => index == 0 ? row.Heading : row.Cells[index - 1])
            .Select(cell => CellText.Of(cell, column with { Kind = FileKind(column.Kind) }).ToString());
        var longestWord = column.FileHeading.Split(' ').Select(word => word + " ");
        var pixels = cells.Concat(longestWord).Max(words => TextWidth.Of(words, 15, bold: true));
        return Math.Clamp(Math.Ceiling(pixels / XlsxSheet.PixelsPerCharacter) + 2, 10, 60);
    }

    private static ColumnKind FileKind(ColumnKind kind) => kind switch
    {
        ColumnKind.Money => ColumnKind.Pounds,
        ColumnKind.Change change => change with { Size = FileKind(change.Size) },
        _ => kind,
    };

    private static void Repack(MemoryStream package, Stream output)
    {
        package.Position = 0;
        using var from = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var to = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in from.Entries)
        {
            var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = NoTime;
            using var source = entry.Open();
            using var target = copy.Open();
            source.CopyTo(target);
        }
    }
}
