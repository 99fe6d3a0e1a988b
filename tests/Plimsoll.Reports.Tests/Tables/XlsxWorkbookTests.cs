using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Tables;

namespace Plimsoll.Reports.Tests.Tables;

public sealed class XlsxWorkbookTests
{
    private static ReportWorkbook Book => new()
    {
        Title = "Forecast of children in care and cost",
        Place = "Anyshire",
        Tables = [("By year", SampleTables.Years), ("By month", SampleTables.Months)],
        Trace = [new FigureInput("Seed", "1")],
        Definitions = [new ReportDefinition("In care", "A child with an open episode at the end of the day.")],
        Notes = ["Made-up data. Anyshire is not a real council."],
    };

    [Fact]
    public void Every_cell_reads_back_as_the_table_has_it()
    {
        var sheets = Read(XlsxWorkbook.ToBytes(Book));
        Assert.Equal(["By year", "By month", "About"], sheets.Select(sheet => sheet.Name));
        foreach (var (rows, table) in new[] { (sheets[0].Rows, SampleTables.Years), (sheets[1].Rows, SampleTables.Months) })
        {
            Assert.Equal(table.Title, rows[0][0]);
            Assert.Equal(table.Subtitle, rows[1][0]);
            Assert.Equal(table.AllColumns.Select(column => column.FileHeading), rows[3].Take(table.Columns.Length + 1));
            for (var i = 0; i < table.Rows.Length; i++)
            {
                var cells = table.Rows[i].Cells.Prepend(table.Rows[i].Heading).ToList();
                for (var j = 0; j < cells.Count; j++)
                {
                    Assert.Equal(Expected(cells[j]), rows[4 + i][j]);
                }
            }
        }
    }

    [Fact]
    public void The_last_sheet_says_where_the_numbers_come_from()
    {
        var about = Read(XlsxWorkbook.ToBytes(Book))[2].Rows.Select(row => string.Join(" | ", row)).ToList();
        Assert.Contains("Forecast by financial year | SSDA903 returns 2018/19 to 2026/27. Records to 31 October 2026.", about);
        Assert.Contains("Seed | 1", about);
        Assert.Contains("In care | A child with an open episode at the end of the day.", about);
        Assert.Contains("Note | Made-up data. Anyshire is not a real council.", about);
    }

    [Fact]
    public void The_same_tables_give_the_same_bytes() => Assert.Equal(XlsxWorkbook.ToBytes(Book), XlsxWorkbook.ToBytes(Book));

    [Fact]
    public void There_is_no_formula_macro_or_link_to_elsewhere()
    {
        foreach (var (name, text) in Parts(XlsxWorkbook.ToBytes(Book with { Tables = [("x", SampleTables.Words("=1+1", "@SUM(A1)"))] })))
        {
            Assert.DoesNotContain("<x:f>", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<f>", text, StringComparison.Ordinal);
            Assert.DoesNotContain("External", text, StringComparison.Ordinal);
            Assert.DoesNotContain("vba", name, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Headings_are_frozen_and_changes_show_their_word()
    {
        var parts = Parts(XlsxWorkbook.ToBytes(Book)).ToList();
        var sheet = parts.Single(part => part.Name.EndsWith("sheet1.xml", StringComparison.Ordinal)).Text;
        Assert.Contains("state=\"frozen\"", sheet, StringComparison.Ordinal);
        Assert.Contains("ySplit=\"4\"", sheet, StringComparison.Ordinal);
        // "Cost of placements: Central, £" takes three lines of 15 points: not every spreadsheet grows a row by itself.
        Assert.Contains("<x:row r=\"4\" ht=\"45\" customHeight=\"1\">", sheet, StringComparison.Ordinal);
        var styles = parts.Single(part => part.Name.EndsWith("styles.xml", StringComparison.Ordinal)).Text;
        Assert.Contains("#,##0 &quot;more&quot;;#,##0 &quot;fewer&quot;;&quot;no change&quot;", styles, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_keeps_to_the_published_format()
    {
        using var file = new MemoryStream(XlsxWorkbook.ToBytes(Book));
        using var document = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(file, isEditable: false);
        var faults = new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).ToList();
        Assert.True(faults.Count == 0, string.Join("; ", faults.Select(fault => fault.Path?.XPath + ": " + fault.Description)));
    }

    [Theory]
    [InlineData("a < b & \"c\"")]
    [InlineData("  spaces kept  ")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("literal _x0041_ stays")]
    [InlineData("£ – ’ é")]
    public void Words_come_back_as_they_were(string words) =>
        Assert.Equal(words, Read(XlsxWorkbook.ToBytes(Book with { Tables = [("w", SampleTables.Words(words))] }))[0].Rows[4][0]);

    [Fact]
    public void Names_of_sheets_are_what_Excel_takes()
    {
        var names = SheetNames.For(["a/b:c", "A B C", "", "'quoted'", new string('x', 40), new string('x', 40), "About", "about"]);
        Assert.Equal(
            ["a b c", "A B C 2", "Table", "quoted", new string('x', 31), new string('x', 29) + " 2", "About", "about 2"],
            names);
    }

    private static object? Expected(Cell cell) => cell switch
    {
        Cell.Text text => text.Words,
        Cell.Missing missing => MissingWords.Of(missing.Reason),
        Cell.Number number => (double)number.Value,
        Cell.Day day => day.Value.ToDateTime(TimeOnly.MinValue),
        Cell.Month month => month.Value.First.ToDateTime(TimeOnly.MinValue),
        _ => throw new ArgumentOutOfRangeException(nameof(cell)),
    };

    private static List<(string Name, List<object?[]> Rows)> Read(byte[] bytes)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(bytes));
        var sheets = new List<(string, List<object?[]>)>();
        do
        {
            var rows = new List<object?[]>();
            while (reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => (object?)reader.GetValue(i))]);
            }

            sheets.Add((reader.Name, rows));
        }
        while (reader.NextResult());

        return sheets;
    }

    private static IEnumerable<(string Name, string Text)> Parts(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries)
        {
            using var text = new StreamReader(entry.Open());
            yield return (entry.FullName, text.ReadToEnd());
        }
    }
}
