using System.Globalization;
using System.Text;

namespace Plimsoll.Reports.Tables;

/// <summary>
/// Writes a table as CSV (RFC 4180): UTF-8 with a byte order mark, CRLF, ISO dates (months as 2026-10), numbers
/// without separators and finer than the page shows them (counts to a tenth, money in pounds to the penny, shares to a
/// tenth of a per cent); a change has its word in a column of its own. Words that a spreadsheet would run as a formula get an
/// apostrophe before them.
/// </summary>
public static class CsvTable
{
    /// <summary>The heading row and the rows as bytes of a file.</summary>
    public static byte[] ToBytes(ReportTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(ToText(table))];
    }

    /// <summary>The heading row and the rows as text, without the byte order mark.</summary>
    public static string ToText(ReportTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var text = new StringBuilder();
        AppendRow(text, table.AllColumns.SelectMany(column => column.Kind is ColumnKind.Change
            ? (string[])[Safe(column.FileHeading), Safe(column.Heading + ", in words")]
            : [Safe(column.FileHeading)]));
        foreach (var row in table.Rows)
        {
            AppendRow(text, row.Cells.Prepend(row.Heading).Zip(table.AllColumns).SelectMany(pair => pair.Second.Kind is ColumnKind.Change
                ? (string[])[Field(pair.First, pair.Second.Kind), CellText.Of(pair.First, pair.Second).Word]
                : [Field(pair.First, pair.Second.Kind)]));
        }

        return text.ToString();
    }

    private static string Field(Cell cell, ColumnKind kind) => cell switch
    {
        Cell.Text text => Safe(text.Words),
        Cell.Day day => day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Cell.Month month => month.Value.ToString(),
        Cell.Missing missing => MissingWords.Of(missing.Reason),
        Cell.Number number => Plain(number.Value, kind is ColumnKind.Change change ? change.Size : kind),
        _ => throw new ArgumentOutOfRangeException(nameof(cell)),
    };

    private static string Plain(decimal value, ColumnKind kind) => (kind switch
    {
        ColumnKind.Share => Math.Round(value * 100m, 1, MidpointRounding.AwayFromZero),
        ColumnKind.Money => Math.Round(value, 2, MidpointRounding.AwayFromZero),
        ColumnKind.Decimals decimals => Math.Round(value, decimals.Places + 1, MidpointRounding.AwayFromZero),
        _ => value,
    }).ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Safe(string words) =>
        words.Length > 0 && words[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠'
            ? "'" + words
            : words;

    private static void AppendRow(StringBuilder text, IEnumerable<string> fields)
    {
        text.AppendJoin(',', fields.Select(Quoted)).Append("\r\n");
    }

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny("\",\r\n") || field.StartsWith(' ') || field.EndsWith(' ')
            ? "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : field;
}
