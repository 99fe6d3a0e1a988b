using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Plimsoll.Reports.Charts;

namespace Plimsoll.Reports.Tables;

/// <summary>Streams one sheet: rows go to the file as they come, so that a large table does not fill the memory.</summary>
internal sealed partial class XlsxSheet : IDisposable
{
    /// <summary>Pixels to one character of a column's width, with room for bold letters.</summary>
    public const double PixelsPerCharacter = 7.5;

    private const uint MostRows = 1_048_576;
    private const double PointsPerLine = 15;
    private readonly double[] widths;
    private readonly OpenXmlWriter writer;
    private uint row;
    private int column;

    /// <summary>Begins the sheet.</summary>
    /// <param name="part">The part of the package that holds it.</param>
    /// <param name="widths">Widths of the columns in characters.</param>
    /// <param name="frozenRows">Rows that stay in view; the first column stays with them. None when zero.</param>
    public XlsxSheet(WorksheetPart part, IEnumerable<double> widths, uint frozenRows)
    {
        this.widths = [.. widths];
        writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        var view = new SheetView { WorkbookViewId = 0 };
        if (frozenRows > 0)
        {
            var corner = FormattableString.Invariant($"B{frozenRows + 1}");
            view.Append(new Pane
            {
                HorizontalSplit = 1,
                VerticalSplit = frozenRows,
                TopLeftCell = corner,
                ActivePane = PaneValues.BottomRight,
                State = PaneStateValues.Frozen,
            });
        }

        writer.WriteElement(new SheetViews(view));
        writer.WriteElement(new Columns(this.widths.Select((width, i) => new Column
        {
            Min = (uint)i + 1,
            Max = (uint)i + 1,
            Width = width,
            CustomWidth = true,
        })));
        writer.WriteStartElement(new SheetData());
    }

    /// <summary>Begins the next row.</summary>
    /// <param name="lines">Its height in lines; spreadsheets do not all grow a row to its wrapped words by themselves.</param>
    public void BeginRow(double lines = 1)
    {
        row++;
        column = 0;
        if (row > MostRows)
        {
            throw new InvalidOperationException("A sheet of a workbook holds at most 1,048,576 rows; write this table as CSV.");
        }

        var element = new Row { RowIndex = row };
        if (lines != 1)
        {
            element.Height = lines * PointsPerLine;
            element.CustomHeight = true;
        }

        writer.WriteStartElement(element);
    }

    public void EndRow() => writer.WriteEndElement();

    /// <summary>A row of words that are wrapped within their columns.</summary>
    public void WrappedRow(IReadOnlyList<(string Words, uint Style)> cells)
    {
        BeginRow(cells.Select((cell, i) => TextLines.Of(cell.Words, widths[i] * PixelsPerCharacter, "c-bold").Count).Max());
        foreach (var (words, style) in cells)
        {
            Words(words, style);
        }

        EndRow();
    }

    /// <summary>The title of a sheet, in large letters.</summary>
    public void TitleRow(string title, uint style)
    {
        BeginRow(lines: 1.4);
        Words(title, style);
        EndRow();
    }

    /// <summary>A row of words on one line, from the first column.</summary>
    public void WordsRow(uint style, params ReadOnlySpan<string> words)
    {
        BeginRow();
        foreach (var word in words)
        {
            Words(word, style);
        }

        EndRow();
    }

    /// <summary>Words are marked as such in the file, so that no spreadsheet runs them as a formula.</summary>
    public void Words(string words, uint style) => writer.WriteElement(new DocumentFormat.OpenXml.Spreadsheet.Cell(
        new InlineString(new Text(Clean(words)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        CellReference = NextReference(),
        StyleIndex = style,
        DataType = CellValues.InlineString,
    });

    public void Number(decimal number, uint style) => writer.WriteElement(new DocumentFormat.OpenXml.Spreadsheet.Cell(
        new CellValue(number.ToString(CultureInfo.InvariantCulture)))
    {
        CellReference = NextReference(),
        StyleIndex = style,
    });

    /// <summary>Ends the sheet: printed on landscape pages, as wide as one page.</summary>
    public void Dispose()
    {
        writer.WriteEndElement();
        writer.WriteElement(new PageSetup { Orientation = OrientationValues.Landscape, PaperSize = 9, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteEndElement();
        writer.Dispose();
    }

    private string NextReference()
    {
        var letters = new StringBuilder();
        for (var n = ++column; n > 0; n = (n - 1) / 26)
        {
            letters.Insert(0, (char)('A' + ((n - 1) % 26)));
        }

        return letters.Append(row.ToString(CultureInfo.InvariantCulture)).ToString();
    }

    /// <summary>The format reads _x0041_ as an escape and holds no control characters.</summary>
    private static string Clean(string words)
    {
        var escaped = LooksLikeEscape().Replace(words, "_x005F_");
        var clean = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (i + 1 < escaped.Length && XmlConvert.IsXmlSurrogatePair(escaped[i + 1], escaped[i]))
            {
                clean.Append(escaped[i]).Append(escaped[++i]);
            }
            else
            {
                clean.Append(XmlConvert.IsXmlChar(escaped[i]) ? escaped[i] : '\uFFFD');
            }
        }

        return clean.ToString();
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LooksLikeEscape();
}
