using System.IO.Compression;
using System.Text;
using Plimsoll.Core.Care;
using Plimsoll.Files.Care;

namespace Plimsoll.Files.Tests.Care;

public sealed class ReadingReturnsTests
{
    [Fact]
    public void An_episode_is_read_as_it_stands_with_postcodes_cut_to_the_district()
    {
        var rows = Returns.ReadEpisodes("00a7,15/04/2023,S,C2,n1,u6,pr4,20/06/2023,x1,CARPL,AN1 2BB,an123cd,sc012345");
        var episode = Assert.Single(rows.Episodes);
        Assert.Equal(
            new EpisodeRow(
                new ChildKey("", "00A7"), new DateOnly(2023, 4, 15), "S", "C2", "N1", "U6", "PR4", new DateOnly(2023, 6, 20), "X1", "CARPL",
                "AN1", "AN12", "SC012345", 2024, new SourceRow("episodes.csv", 2)),
            episode);
        Assert.Empty(rows.Findings);
        var file = Assert.Single(rows.Files);
        Assert.Equal((ReturnTable.Episodes, 1, 0, 1), (file.Table, file.Rows, file.LeftOut, file.Used));
        Assert.Equal([2024], file.Years);
        Assert.Equal(new DateOnly(2024, 3, 31), file.DataEnd);
    }

    [Fact]
    public void A_header_and_an_unaccompanied_child_are_read_as_they_stand()
    {
        var rows = Returns.Rows(Returns.Read(
            ("e.csv", Returns.Episodes(Returns.Open)),
            ("h.csv", Returns.Headers("0001,2,02/03/2012,WBRI,A123456789012,1,04/05/2022")),
            ("u.csv", Returns.Uasc("0001,2,02/03/2012,02/03/2030"))));
        Assert.Equal(
            new HeaderRow(new ChildKey("", "0001"), "F", new DateOnly(2012, 3, 2), "WBRI", "A123456789012", "1", new DateOnly(2022, 5, 4), 2024, new SourceRow("h.csv", 2)),
            Assert.Single(rows.Headers));
        Assert.Equal(
            new UascRow(new ChildKey("", "0001"), "F", new DateOnly(2012, 3, 2), new DateOnly(2030, 3, 2), 2024, new SourceRow("u.csv", 2)),
            Assert.Single(rows.Unaccompanied));
        Assert.Empty(rows.Findings);
    }

    [Fact]
    public void A_folder_with_year_folders_is_read_and_its_headers_take_the_year_of_the_episodes_beside_them()
    {
        using var folder = new TestFolder();
        folder.Write("2022-23/ep.csv", Returns.Episodes("0001,01/05/2022,S,C2,N1,U6,PR1,,,,,,"));
        folder.Write("2022-23/ch.csv", Returns.Headers("0001,1,02/03/2012,WBRI,UN1,,"));
        folder.Write("2023-24/ep.csv", Returns.Episodes("0001,01/05/2022,S,C2,N1,U6,PR1,01/06/2023,E4A,,,,"));
        folder.Write("2023-24/ch.csv", Returns.Headers("0001,1,02/03/2012,WBRI,UN2,,"));
        folder.Write("readme.txt", "Exported in May.");
        var rows = Returns.Rows(folder.Read());
        Assert.Equal(["2022-23/ch.csv", "2022-23/ep.csv", "2023-24/ch.csv", "2023-24/ep.csv"], rows.Files.Select(file => file.Name));
        Assert.Equal([2023, 2024], rows.Headers.Select(header => header.CollectionYear));
        Assert.Equal([2023, 2024], rows.Episodes.Select(episode => episode.CollectionYear));
        Assert.Contains("readme.txt", Returns.TheFinding(rows, "skipped-file", "Files").Rows.Select(row => row.File));
    }

    [Fact]
    public void The_order_in_which_files_are_named_changes_nothing()
    {
        using var folder = new TestFolder();
        var paths = new[]
        {
            folder.Write("a.csv", Returns.Episodes("0001,01/05/2022,S,C2,N1,U6,PR1,,,,,,")),
            folder.Write("b.csv", Returns.Episodes("0002,01/05/2023,S,C2,N1,U6,PR1,,,,,,")),
            folder.Write("c.csv", Returns.Headers("0001,1,02/03/2012,WBRI,UN1,,")),
        };
        var forward = Returns.Rows(TestFolder.Read(paths));
        var backward = Returns.Rows(TestFolder.Read([.. paths.Reverse()]));
        Assert.Equal(forward.Episodes, backward.Episodes);
        Assert.Equal(forward.Headers, backward.Headers);
        Assert.Equal(forward.Files.Select(file => (file.Name, file.Hash)), backward.Files.Select(file => (file.Name, file.Hash)));
    }

    [Theory]
    [InlineData("Reviews", "CHILD,DOB,REVIEW,REVIEW_CODE", "1,01/01/2012,01/05/2023,PN1")]
    [InlineData("Oc2", "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED", "1,01/01/2012,10,,0,,1,1,1,0,,")]
    [InlineData("Oc3", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM", "1,01/01/2005,YES,F1,U1")]
    [InlineData("Ad1", "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR", "1,01/01/2020,01/01/2023,01/02/2023,0,2,MF,L11")]
    [InlineData("PlacedAdoption", "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED", "1,01/01/2020,01/01/2023,,")]
    [InlineData("PrevPerm", "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM", "1,01/01/2020,P1,,zz/05/2020")]
    [InlineData("Missing", "CHILD,DOB,MISSING,MIS_START,MIS_END", "1,01/01/2010,M,01/05/2023,02/05/2023")]
    [InlineData("SwEpisodes", "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON", "1,01/01/2010,SW1,01/05/2023,,FCONTA")]
    [InlineData("DoLo", "CHILD,DOB,DOLO_START,DOLO_END", "1,01/01/2010,01/05/2026,")]
    public void The_tables_that_no_figure_uses_yet_are_recognised_and_kept(string table, string heading, string row)
    {
        var text = Returns.Csv(heading, row);
        var rows = Returns.Rows(Returns.Read(("episodes.csv", Returns.Episodes(Returns.Open)), ("other.csv", text)));
        var file = Assert.Single(rows.Files, file => file.Name == "other.csv");
        Assert.Equal(Enum.Parse<ReturnTable>(table), file.Table);
        Assert.Equal((1, 0), (file.Rows, file.LeftOut));
        Assert.Equal([2024], file.Years);
        using var unpacked = new StreamReader(new GZipStream(new MemoryStream([.. file.Kept]), CompressionMode.Decompress), Encoding.UTF8);
        Assert.Equal(text, unpacked.ReadToEnd());
    }

    [Fact]
    public void Columns_may_come_in_any_order_and_case_with_authority_and_year()
    {
        var text = "YEAR,urn,DEC,decom,rne,ls,cin,place,place_provider,rec,reason_place_change,home_post,pl_post,LA,Child\n"
            + "2024,,,2023-05-01,S,C2,N1,U6,PR1,,,,,Anyshire,0001\n";
        var rows = Returns.Rows(Returns.Read(("x.csv", text)));
        var episode = Assert.Single(rows.Episodes);
        Assert.Equal(new ChildKey("Anyshire", "0001"), episode.Child);
        Assert.Equal(new DateOnly(2023, 5, 1), episode.Commenced);
        Assert.Equal(["Anyshire"], rows.Files[0].Authorities);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_byte_order_mark_either_line_ending_quotes_and_trailing_blank_lines_change_nothing(string newLine)
    {
        var text = "\uFEFF" + string.Join(newLine, Returns.EpisodesHeading, "\"0001\",\"01/05/2023\",S,C2,N1,\"U6\",PR1,,,,,,", "", ",,,,,,,,,,,,", "", "");
        var rows = Returns.Rows(Returns.Read(("x.csv", text)));
        Assert.Equal("0001", Assert.Single(rows.Episodes).Child.LocalId);
        Assert.Equal(1, rows.Files[0].Rows);
        Assert.Empty(rows.Findings);
    }

    [Fact]
    public void A_quoted_cell_with_a_line_break_keeps_the_line_numbers_of_later_rows_right()
    {
        var rows = Returns.ReadEpisodes("0001,01/05/2023,S,C2,N1,U6,PR1,,,,\"AN1\r\n2BB\",,", "0002,31/02/2023,S,C2,N1,U6,PR1,,,,,,");
        Assert.Equal(4, Assert.Single(Returns.TheFinding(rows, "141").Rows).Line);
    }

    [Fact]
    public void Leading_zeros_of_identifiers_are_kept()
    {
        var rows = Returns.ReadEpisodes("007,01/05/2023,S,C2,N1,U6,PR1,,,,,,", "7,01/05/2023,S,C2,N1,U6,PR1,,,,,,");
        Assert.Equal(["007", "7"], rows.Episodes.Select(episode => episode.Child.LocalId));
    }

    [Fact]
    public void Identifiers_lose_a_decimal_only_when_every_one_in_the_column_has_it()
    {
        var all = Returns.ReadEpisodes("12.0,01/05/2023,S,C2,N1,U6,PR1,,,,,,", "13.0,01/05/2023,S,C2,N1,U6,PR1,,,,,,");
        Assert.Equal(["12", "13"], all.Episodes.Select(episode => episode.Child.LocalId));
        var some = Returns.ReadEpisodes("12.0,01/05/2023,S,C2,N1,U6,PR1,,,,,,", "A3,01/05/2023,S,C2,N1,U6,PR1,,,,,,");
        Assert.Equal(["12.0", "A3"], some.Episodes.Select(episode => episode.Child.LocalId));
    }

    [Fact]
    public void Numeric_codes_of_spreadsheets_lose_their_decimal()
    {
        var rows = Returns.Rows(Returns.Read(("e.csv", Returns.Episodes(Returns.Open)), ("h.csv", Returns.Headers("0001,1.0,02/03/2012,WBRI,UN1,0.0,"))));
        var header = Assert.Single(rows.Headers);
        Assert.Equal(("M", "0"), (header.Sex, header.Mother));
        Assert.Empty(rows.Findings);
    }

    [Fact]
    public void The_same_file_given_twice_is_read_once_with_a_note()
    {
        var text = Returns.Episodes(Returns.Open);
        var rows = Returns.Rows(Returns.Read(("a.csv", text), ("b.csv", text)));
        Assert.Single(rows.Episodes);
        var finding = Returns.TheFinding(rows, "same-file", "Files");
        Assert.Equal(FindingSeverity.Note, finding.Severity);
        Assert.Equal("b.csv", Assert.Single(finding.Rows).File);
    }

    [Fact]
    public void The_same_content_for_two_years_is_read_for_both()
    {
        var uasc = Returns.Uasc("0001,2,02/03/2012,");
        var rows = Returns.Rows(Returns.Read(
            ("2022/e.csv", Returns.Episodes("0001,01/05/2022,S,C2,N1,U6,PR1,,,,,,")), ("2022/u.csv", uasc),
            ("2023/e.csv", Returns.Episodes("0001,01/05/2023,S,C2,N1,U6,PR1,,,,,,")), ("2023/u.csv", uasc)));
        Assert.Equal([2023, 2024], rows.Unaccompanied.Select(row => row.CollectionYear));
        Assert.Empty(rows.Findings);
    }

    [Fact]
    public void A_row_that_repeats_exactly_is_kept_once_with_a_finding()
    {
        var rows = Returns.ReadEpisodes(Returns.Open, Returns.Open, Returns.Open.Replace("0001", "0002", StringComparison.Ordinal));
        Assert.Equal(2, rows.Episodes.Count);
        Assert.Equal(3, Assert.Single(Returns.TheFinding(rows, "duplicate-row").Rows).Line);
        Assert.Equal((3, 1), (rows.Files[0].Rows, rows.Files[0].LeftOut));
    }

    [Fact]
    public void A_child_under_two_authorities_is_two_children_with_a_note()
    {
        var rows = Returns.Rows(Returns.Read(("e.csv", Returns.EpisodesHeading + ",LA\n"
            + Returns.Open + ",Anyshire\n" + Returns.Open + ",Otherton\n" + Returns.Open.Replace("0001", "0002", StringComparison.Ordinal) + ",Otherton\n")));
        Assert.Equal(3, rows.Episodes.Select(episode => episode.Child).Distinct().Count());
        Assert.Equal("0001", Assert.Single(Returns.TheFinding(rows, "two-authorities").Rows).Child);
    }

    [Fact]
    public void A_file_without_an_authority_column_takes_the_one_authority_that_the_others_name()
    {
        var rows = Returns.Rows(Returns.Read(
            ("e.csv", Returns.EpisodesHeading + ",LA\n" + Returns.Open + ",Anyshire\n"),
            ("h.csv", Returns.Headers("0001,1,02/03/2012,WBRI,UN1,,"))));
        Assert.Equal(rows.Episodes[0].Child, Assert.Single(rows.Headers).Child);
        Assert.Equal("h.csv", Assert.Single(Returns.TheFinding(rows, "authority-assumed", "Files").Rows).File);
    }

    [Fact]
    public void A_full_postcode_never_leaves_the_reader_even_from_the_wrong_column()
    {
        var rows = Returns.ReadEpisodes(
            "0001,AN12 3CD,S,C2,N1,U6,PR1,,,,,,", "AN12 3CD,01/05/2023,AN123CD,C2,N1,AN12 3CD,AN12 3CD,,AN12 3CD,,1 High Street,an12 3cd,AN12 3CD", Returns.Open);
        var everything = string.Concat(rows.Episodes.Select(episode => episode.ToString()))
            + string.Concat(rows.Findings.SelectMany(finding => finding.Rows).Select(row => row.ToString()));
        Assert.DoesNotContain("3CD", everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("High", everything, StringComparison.OrdinalIgnoreCase);
    }
}
