using System.Text;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Tables;

namespace Plimsoll.Reports.Tests.Tables;

public sealed class CsvTableTests
{
    [Fact]
    public void A_table_is_written_as_kept() => Golden.Matches(CsvTable.ToText(SampleTables.Years), "years.golden.csv");

    [Fact]
    public void Numbers_are_plain_and_money_is_in_pounds()
    {
        var lines = CsvTable.ToText(SampleTables.Years).Split("\r\n");
        Assert.Equal("Financial year,Started,Children at 31 March: Low,Children at 31 March: Central,\"Cost of placements: Central, £\",\"Share, %\",Change,\"Change, in words\"", lines[0]);
        Assert.Equal("2024/25,196,n/a,428,25213400.25,26.4,30,more", lines[1]);
        Assert.Equal("2025/26,181,not known,438,27900000,50,-10,fewer", lines[2]);
        Assert.Equal("2026/27,1189,426.4,not due,not loaded,0,0,no change", lines[3]);
    }

    [Fact]
    public void Days_and_months_are_ISO() =>
        Assert.Equal(
            "Month,In care,Counted on\r\n2026-09,445.25,2026-09-30\r\n2026-10,447,2026-10-31\r\n",
            CsvTable.ToText(SampleTables.Months));

    [Fact]
    public void A_file_begins_with_the_byte_order_mark_and_ends_lines_with_CRLF()
    {
        var bytes = CsvTable.ToBytes(SampleTables.Months);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes[3..]);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+44", "'+44")]
    [InlineData("-1+2", "'-1+2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("ordinary", "ordinary")]
    [InlineData("", "")]
    public void Words_that_would_run_as_a_formula_are_defused(string words, string field) =>
        Assert.Equal("'=1+1\r\n" + field + "\r\n", CsvTable.ToText(SampleTables.Words(words)));

    [Fact]
    public void A_negative_number_stays_a_number() =>
        Assert.Contains(",-10,fewer\r\n", CsvTable.ToText(SampleTables.Years), StringComparison.Ordinal);

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData(" spaced ", "\" spaced \"")]
    public void Separators_quotes_and_line_ends_are_quoted(string words, string field) =>
        Assert.Equal("'=1+1\r\n" + field + "\r\n", CsvTable.ToText(SampleTables.Words(words)));

    [Fact]
    public void A_row_that_does_not_fit_its_columns_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Table(Cell.Of(1), Cell.Of(2)));
        Assert.Throws<ArgumentException>(() => Table(Cell.Of("words")));
        Assert.Throws<ArgumentException>(() => Table(Cell.Of(new DateOnly(2026, 1, 1))));
        Assert.Single(Table(Cell.NotKnown).Rows);

        static ReportTable Table(params ReadOnlySpan<Cell> cells) => new(
            "t", "", new ReportColumn("r", "", ColumnKind.Text), [new ReportColumn("n", "", ColumnKind.Whole)], [ReportRow.Of("a", cells)], "s", null);
    }

    [Fact]
    public void Money_built_from_parts_keeps_its_pennies() =>
        Assert.Equal(new Cell.Number(0.1m + 0.2m), Cell.Of(new Money(0.3m)));
}
