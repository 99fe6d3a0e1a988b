using System.Text;
using Plimsoll.Core.Care;
using Plimsoll.Files.Care;

namespace Plimsoll.Files.Tests.Care;

public sealed class RefusalTests
{
    private static readonly string Good = Returns.Episodes(Returns.Open);

    [Fact]
    public void A_missing_column_is_named_with_the_closest_table()
    {
        var refusal = Returns.TheRefusal(Returns.Read(("ep.csv", Good.Replace("DECOM", "START", StringComparison.Ordinal))));
        Assert.Equal("ep.csv", refusal.File);
        Assert.Contains("nearest to Episodes", refusal.What, StringComparison.Ordinal);
        Assert.Contains("a missing column: DECOM", refusal.What, StringComparison.Ordinal);
        Assert.Contains("an unexpected column: START", refusal.What, StringComparison.Ordinal);
        Assert.Contains("CHILD, DECOM, RNE", refusal.Do, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_stands_twice_is_refused() =>
        Assert.Contains("DEC stands twice", Returns.TheRefusal(Returns.Read(("ep.csv", Good.Replace("URN", "DEC", StringComparison.Ordinal)))).What, StringComparison.Ordinal);

    [Fact]
    public void In_a_folder_an_unknown_csv_file_is_a_finding_and_is_skipped()
    {
        using var folder = new TestFolder();
        folder.Write("e.csv", Good);
        folder.Write("homes.csv", "NAME,PLACES\nThe Elms,4\n");
        var finding = Returns.TheFinding(Returns.Rows(folder.Read()), "unknown-table", "Files");
        Assert.Equal((FindingSeverity.Query, "homes.csv"), (finding.Severity, Assert.Single(finding.Rows).File));
    }

    [Fact]
    public void A_folder_whose_only_episodes_lack_a_column_is_refused_not_half_read()
    {
        using var folder = new TestFolder();
        folder.Write("e.csv", Good.Replace(",DEC,", ",ENDED,", StringComparison.Ordinal));
        folder.Write("h.csv", Returns.Headers("0001,1,02/03/2012,WBRI,UN1,,"));
        var refusal = Returns.TheRefusal(folder.Read());
        Assert.Equal("e.csv", refusal.File);
        Assert.Contains("missing column: DEC", refusal.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_good_episodes_a_file_that_lacks_a_column_is_a_finding_that_says_so()
    {
        using var folder = new TestFolder();
        folder.Write("2023/e.csv", Good);
        folder.Write("2024/e.csv", Good.Replace(",DEC,", ",ENDED,", StringComparison.Ordinal));
        var finding = Returns.TheFinding(Returns.Rows(folder.Read()), "unknown-table", "Files");
        Assert.Equal((FindingSeverity.Error, FindingEffect.Count), (finding.Severity, finding.Changes));
        Assert.Contains("missing column: DEC", Assert.Single(finding.Rows).Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Utf16_with_or_without_a_mark_is_refused_with_the_way_to_save_as_utf8(bool withMark)
    {
        var encoding = new UnicodeEncoding(bigEndian: false, byteOrderMark: withMark);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Good)];
        var refusal = Returns.TheRefusal(Returns.ReadBytes(("ep.csv", bytes)));
        Assert.Contains("UTF-16", refusal.What, StringComparison.Ordinal);
        Assert.Contains("CSV UTF-8", refusal.Do, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(";", "semicolons")]
    [InlineData("\t", "tabs")]
    public void Another_delimiter_is_refused_in_words(string delimiter, string word) =>
        Assert.Contains(word, Returns.TheRefusal(Returns.Read(("ep.csv", Good.Replace(",", delimiter, StringComparison.Ordinal)))).What, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\r\n\r\n")]
    public void An_empty_file_is_refused(string text) =>
        Assert.Contains("empty", Returns.TheRefusal(Returns.Read(("ep.csv", text))).What, StringComparison.Ordinal);

    [Fact]
    public void A_heading_without_rows_is_refused_when_there_is_nothing_else() =>
        Assert.Contains("not one row", Returns.TheRefusal(Returns.Read(("ep.csv", Returns.Episodes()))).What, StringComparison.Ordinal);

    [Fact]
    public void A_heading_without_rows_beside_a_return_is_a_note()
    {
        var rows = Returns.Rows(Returns.Read(("ep.csv", Good), ("uasc.csv", Returns.Uasc())));
        Assert.Equal("uasc.csv", Assert.Single(Returns.TheFinding(rows, "no-rows", "Files").Rows).File);
        Assert.Equal(0, Assert.Single(rows.Files, file => file.Table == ReturnTable.Uasc).Rows);
    }

    [Fact]
    public void A_folder_without_returns_is_refused()
    {
        using var folder = new TestFolder();
        folder.Write("notes.txt", "nothing");
        Assert.Contains("no table of the children looked after return", Returns.TheRefusal(folder.Read()).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_is_not_there_is_refused() =>
        Assert.Contains("no such file", Returns.TheRefusal(TestFolder.Read("/no/such/place.csv")).What, StringComparison.Ordinal);

    [Fact]
    public void A_workbook_is_refused_with_the_way_to_save_as_csv() =>
        Assert.Contains("workbook", Returns.TheRefusal(Returns.ReadBytes(("episodes.xlsx", Returns.Zip(("xl/workbook.xml", "<x/>"))))).What, StringComparison.Ordinal);

    [Fact]
    public void An_xml_return_is_refused_with_what_to_do() =>
        Assert.Contains("XML", Returns.TheRefusal(Returns.Read(("return.xml", "<?xml version=\"1.0\"?><EXPSSDA903/>"))).What, StringComparison.Ordinal);

    [Fact]
    public void A_quotation_mark_that_never_closes_is_refused_because_rows_would_be_lost() =>
        Assert.Contains(
            "quotation mark",
            Returns.TheRefusal(Returns.Read(("ep.csv", Returns.Episodes(Returns.Open, "\"0002,01/05/2023,S,C2,N1,U6,PR1,,,,,,", Returns.Open)))).What,
            StringComparison.Ordinal);

    [Fact]
    public void A_quotation_mark_that_swallows_more_than_a_megabyte_is_refused_too()
    {
        var many = Enumerable.Range(0, 40_000).Select(number => $"{number},01/05/2023,S,C2,N1,U6,PR1,,,,,,");
        Assert.Contains(
            "quotation mark",
            Returns.TheRefusal(Returns.Read(("ep.csv", Returns.Episodes(["\"0002,01/05/2023,S,C2,N1,U6,PR1,,,,,,", .. many])))).What,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_before_it_is_read_with_its_size_and_the_limit()
    {
        using var sources = new ImportSources(new ImportLimits(2048, 10));
        sources.AddUpload(new ReturnUpload("big.csv", new MemoryStream(new byte[4096])));
        var refusal = Returns.TheRefusal(ReturnReader.Read(sources, "big.csv", Returns.Today, Returns.Codes, null, CancellationToken.None));
        Assert.Contains("4 KB", refusal.What, StringComparison.Ordinal);
        Assert.Contains("2 KB", refusal.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_refusal_is_given_at_once()
    {
        var outcome = Returns.Read(("a.csv", ""), ("b.csv", "x;y;z\n1;2;3\n"), ("c.csv", Good));
        Assert.Equal(["a.csv", "b.csv"], Assert.IsType<ReadOutcome.Refused>(outcome).Refusals.Select(refusal => refusal.File));
    }

    [Fact]
    public void A_cancelled_import_stops() =>
        Assert.Throws<OperationCanceledException>(() => ReturnReader.Read(
            [new ReturnUpload("e.csv", new MemoryStream(Encoding.UTF8.GetBytes(Good)))], Returns.Today, Returns.Codes, null, new CancellationToken(canceled: true)));

    [Fact]
    public void Progress_ends_at_no_more_than_everything_and_never_goes_back()
    {
        var seen = new List<ReadProgress>();
        ReturnReader.Read([new ReturnUpload("e.csv", new MemoryStream(Encoding.UTF8.GetBytes(Good)))], Returns.Today, Returns.Codes, new Listener(seen), CancellationToken.None);
        Assert.NotEmpty(seen);
        Assert.All(seen, step => Assert.InRange(step.Done, 0, step.Total));
        Assert.Equal(seen.Select(step => step.Done).Order(), seen.Select(step => step.Done));
    }

    private sealed class Listener(List<ReadProgress> seen) : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value) => seen.Add(value);
    }

    [Fact]
    public void Control_characters_in_a_file_name_or_a_cell_never_reach_a_terminal()
    {
        var rows = Returns.Rows(Returns.Read(("\u001b[31mred.csv", Returns.Episodes("1,\u001b]0;x,S,C2,N1,U6,PR1,,,,,,", Returns.Open))));
        Assert.Equal("?[31mred.csv", Assert.Single(rows.Files).Name);
        Assert.All(rows.Findings.SelectMany(finding => finding.Rows), row => Assert.DoesNotContain(row.Says + row.File, char.IsControl));
    }

    [Fact]
    public void A_file_just_above_the_limit_is_not_said_to_be_of_that_very_size() =>
        Assert.StartsWith("The file is a little above 1.0 GB", Reasons.TooLarge("x.csv", (1L << 30) + 1, 1L << 30).What, StringComparison.Ordinal);
}
