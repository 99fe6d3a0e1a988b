using System.Text;
using CsvHelper;

namespace Plimsoll.Files.Vocabulary;

/// <summary>
/// The rows of a comma-separated UTF-8 file, one at a time and never more than one in memory: the only place that knows
/// the CSV library. A quoted field may hold commas and line breaks; wholly empty lines are passed over.
/// </summary>
internal sealed class CsvRows : IDisposable
{
    /// <summary>A row longer than this is a quotation mark that never closes, not a row.</summary>
    private const int LongestRow = 1 << 20;

    private readonly CsvReader reader;

    /// <param name="utf8">The content; left open.</param>
    public CsvRows(Stream utf8)
    {
        var options = new CsvReaderOptions
        {
            Separator = ',',
            Encoding = Encoding.UTF8,
            TrackLineNumbers = true,
            MaxRecordSize = LongestRow,
            OnMalformedRecord = record => HasUnclosedQuote |= record.Reason == CsvMalformedReason.UnterminatedQuote,
        };
        reader = CsvReader.Create(utf8, options, leaveOpen: true);
        reader.ReadHeader();
        Heading = reader.Headers is null ? [] : [.. reader.Headers.Select(name => name.Trim())];
    }

    /// <summary>The column names, trimmed; empty for a file without a heading.</summary>
    public string[] Heading { get; }

    /// <summary>True when a quotation mark was opened and the file ended before it closed.</summary>
    public bool HasUnclosedQuote { get; private set; }

    /// <summary>The line on which the current row starts, the heading being on line 1.</summary>
    public int Line => (int)reader.LineNumber;

    /// <summary>The number of cells in the current row.</summary>
    public int Cells => reader.FieldCount;

    /// <summary>The current row as it stands in the file.</summary>
    public ReadOnlySpan<byte> Raw => reader.RawRecord;

    /// <summary>Moves to the next row; false at the end.</summary>
    /// <exception cref="CsvFormatException">A row is longer than a megabyte: a quotation mark was never closed.</exception>
    public bool Next() => reader.Read();

    /// <summary>A cell of the current row without the spaces around it; empty past the end of the row.</summary>
    public ReadOnlySpan<byte> Cell(int column) => column < 0 || column >= reader.FieldCount ? default : Trim(reader.GetSpan(column));

    /// <summary>A cell as text.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(Cell(column));

    /// <summary>True when every cell of the row is blank: a line of commas at the end of a spreadsheet.</summary>
    public bool IsBlank()
    {
        for (var column = 0; column < reader.FieldCount; column++)
        {
            if (!Cell(column).IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the row has one cell for each heading; more are allowed while they are blank.</summary>
    public bool FitsHeading()
    {
        if (Cells < Heading.Length)
        {
            return false;
        }

        for (var column = Heading.Length; column < Cells; column++)
        {
            if (!Cell(column).IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc />
    public void Dispose() => reader.Dispose();

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty || (cell[0] > ' ' && cell[^1] > ' ' && cell[0] != 0xC2 && cell[^1] != 0xA0))
        {
            return cell;
        }

        var start = 0;
        var end = cell.Length;
        while (start < end && SpaceAtStart(cell[start..end]) is > 0 and var width)
        {
            start += width;
        }

        while (start < end && SpaceAtEnd(cell[start..end]) is > 0 and var width)
        {
            end -= width;
        }

        return cell[start..end];
    }

    // Spreadsheets and web pages leave no-break spaces (C2 A0) around codes.
    private static int SpaceAtStart(ReadOnlySpan<byte> text) => text[0] <= ' ' ? 1 : text is [0xC2, 0xA0, ..] ? 2 : 0;

    private static int SpaceAtEnd(ReadOnlySpan<byte> text) => text[^1] <= ' ' ? 1 : text is [.., 0xC2, 0xA0] ? 2 : 0;
}
