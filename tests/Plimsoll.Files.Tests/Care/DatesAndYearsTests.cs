using Plimsoll.Core.Care;
using Plimsoll.Files.Care;

namespace Plimsoll.Files.Tests.Care;

public sealed class DatesAndYearsTests
{
    private static string Row(string child, string start, string end = "", string reason = "") =>
        $"{child},{start},S,C2,N1,U6,PR1,{end},{reason},,,,";

    [Theory]
    [InlineData("07/05/2023")]
    [InlineData("7/5/2023")]
    [InlineData("2023-05-07")]
    [InlineData("2023-05-07 00:00:00")]
    [InlineData("2023-05-07T00:00:00")]
    [InlineData("07/05/2023 00:00")]
    public void Dates_are_read_day_first_or_year_first_with_or_without_midnight(string date) =>
        Assert.Equal(new DateOnly(2023, 5, 7), Assert.Single(Returns.ReadEpisodes(Row("1", date)).Episodes).Commenced);

    [Theory]
    [InlineData("31/02/2020")]
    [InlineData("2020-02-31")]
    [InlineData("07/05/23")]
    [InlineData("7 May 2023")]
    [InlineData("45053")]
    [InlineData("2023-05-07 13:45:00")]
    [InlineData("")]
    public void A_start_that_cannot_be_read_leaves_the_row_out(string date)
    {
        var rows = Returns.ReadEpisodes(Row("1", date), Row("2", "07/05/2023"), Row("3", "08/05/2023"));
        var rule = date == "2020-02-31" ? "mixed-dates" : "141";
        var finding = Returns.TheFinding(rows, rule);
        Assert.Equal(["2", "3"], rows.Episodes.Select(episode => episode.Child.LocalId));
        Assert.Equal((FindingEffect.Count, 1), (finding.Changes, finding.Children));
        Assert.Equal(new FindingRow("episodes.csv", 2, "DECOM", "1", finding.Rows[0].Says, "left this row out"), Assert.Single(finding.Rows));
        Assert.Equal(1, rows.Files[0].LeftOut);
    }

    [Fact]
    public void An_end_that_cannot_be_read_counts_as_still_in_care()
    {
        var rows = Returns.ReadEpisodes(Row("1", "07/05/2023", "31/02/2024", "E4A"));
        Assert.Null(Assert.Single(rows.Episodes).Ceased);
        Assert.Equal("DEC is 31/02/2024, which is not a date", Assert.Single(Returns.TheFinding(rows, "147").Rows).Says);
        Assert.DoesNotContain(rows.Findings, finding => finding.Rule == "148");
    }

    [Fact]
    public void In_a_column_of_mixed_forms_the_more_frequent_form_is_read_and_the_other_never_guessed()
    {
        var rows = Returns.ReadEpisodes(Row("1", "2023-05-07"), Row("2", "07/05/2023"), Row("3", "08/05/2023"));
        Assert.Equal(["2", "3"], rows.Episodes.Select(episode => episode.Child.LocalId));
        var place = Assert.Single(Returns.TheFinding(rows, "mixed-dates").Rows);
        Assert.Equal((2, "DECOM", "DECOM is 2023-05-07, the rest of the column is written dd/mm/yyyy"), (place.Line, place.Column, place.Says));
    }

    [Fact]
    public void Each_column_has_its_own_form()
    {
        var rows = Returns.ReadEpisodes(Row("1", "2023-05-07", "01/06/2023", "E4A"), Row("2", "2023-05-08"));
        Assert.Equal(new DateOnly(2023, 6, 1), rows.Episodes[0].Ceased);
        Assert.Empty(rows.Findings);
    }

    [Fact]
    public void Dates_written_month_first_are_refused_instead_of_read_as_other_days()
    {
        var outcome = Returns.Read(("e.csv", Returns.Episodes(Row("1", "04/25/2023"), Row("2", "05/13/2023"), Row("3", "06/30/2023"), Row("4", "05/06/2023"))));
        Assert.Contains("month first", Returns.TheRefusal(outcome).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_of_starts_without_one_date_is_refused()
    {
        var outcome = Returns.Read(("e.csv", Returns.Episodes([.. Enumerable.Range(1, 12).Select(number => Row($"{number}", $"4500{number}"))])));
        Assert.Contains("Not one value in the column DECOM is a date", Returns.TheRefusal(outcome).What, StringComparison.Ordinal);
    }

    [Fact]
    public void An_end_before_the_start_leaves_the_row_out_and_says_both_dates()
    {
        var rows = Returns.ReadEpisodes(Row("1", "15/03/2024", "12/03/2024", "E4A"), Row("2", "15/03/2024"));
        Assert.Equal("2", Assert.Single(rows.Episodes).Child.LocalId);
        var finding = Returns.TheFinding(rows, "356");
        Assert.Equal("1 episode ended before it began.", finding.Meaning);
        Assert.Equal("ended 12/03/2024, began 15/03/2024", Assert.Single(finding.Rows).Says);
    }

    [Fact]
    public void An_episode_may_end_on_the_day_it_began()
    {
        var rows = Returns.ReadEpisodes(Row("1", "15/03/2024", "15/03/2024", "E4A"));
        Assert.Equal(new DateOnly(2024, 3, 15), Assert.Single(rows.Episodes).Ceased);
        Assert.Empty(rows.Findings);
    }

    [Fact]
    public void A_start_in_2072_or_2203_is_left_out_and_does_not_move_the_year()
    {
        var rows = Returns.ReadEpisodes(Row("1", "15/05/2072"), Row("2", "15/05/2203"), Row("3", "15/05/2023"));
        Assert.Equal((3, 2024), (int.Parse(Assert.Single(rows.Episodes).Child.LocalId, null), rows.Episodes[0].CollectionYear));
        Assert.Equal(2, Returns.TheFinding(rows, "354").Count);
    }

    [Fact]
    public void A_single_later_date_that_is_not_yet_in_the_future_is_a_slip_and_does_not_move_the_year()
    {
        var rows = Returns.ReadEpisodes([.. Enumerable.Range(1, 6).Select(month => Row($"{month}", $"15/0{month}/2019")), Row("SLIP", "15/05/2025")]);
        Assert.Equal(2020, Assert.Single(rows.Episodes.Select(episode => episode.CollectionYear).Distinct()));
        Assert.Equal("SLIP", Assert.Single(Returns.TheFinding(rows, "354").Rows).Child);
    }

    [Fact]
    public void Of_a_handful_of_dates_a_later_one_is_believed()
    {
        var rows = Returns.ReadEpisodes(Row("1", "15/05/2019"), Row("2", "15/06/2019"), Row("3", "15/05/2025"));
        Assert.Equal([2026, 2026, 2026], rows.Episodes.Select(episode => episode.CollectionYear));
    }

    [Fact]
    public void A_start_before_the_Children_Act_is_left_out()
    {
        var rows = Returns.ReadEpisodes(Row("1", "15/05/1923"), Row("2", "15/05/2023"));
        Assert.Equal("2", Assert.Single(rows.Episodes).Child.LocalId);
        Assert.Equal("1", Assert.Single(Returns.TheFinding(rows, "353").Rows).Child);
    }

    [Fact]
    public void An_end_on_1_April_belongs_to_the_year_before_and_a_later_one_counts_as_open()
    {
        var rows = Returns.Read(("e.csv", Returns.EpisodesHeading + ",YEAR\n"
            + Row("1", "15/05/2022", "01/04/2023", "E4A") + ",2022/23\n" + Row("2", "15/05/2022", "02/04/2023", "E4A") + ",2022/23\n"));
        var episodes = Returns.Rows(rows).Episodes;
        Assert.Equal([new DateOnly(2023, 4, 1), null], episodes.Select(episode => episode.Ceased));
        Assert.Equal("2", Assert.Single(Returns.TheFinding(Returns.Rows(rows), "385").Rows).Child);
    }

    [Fact]
    public void A_return_whose_last_date_is_an_end_on_1_April_is_that_of_the_year_before()
    {
        var rows = Returns.ReadEpisodes(Row("1", "15/05/2022", "01/04/2023", "E4A"));
        Assert.Equal(2023, Assert.Single(rows.Episodes).CollectionYear);
        Assert.Equal(new DateOnly(2023, 3, 31), rows.Files[0].DataEnd);
    }

    [Theory]
    [InlineData(2022, 2023)]
    [InlineData(2023, 2023)]
    public void Whether_a_year_label_is_the_start_or_the_end_of_the_return_is_told_by_the_dates(int label, int collection)
    {
        string Labelled(int year) => string.Concat(Enumerable.Range(0, 10).Select(number =>
            Row($"{year}{number}", $"{year - 1}-{7 + (number % 3):00}-15") + $",{label + year - collection}\n"));
        var rows = Returns.Rows(Returns.Read(("e.csv", Returns.EpisodesHeading + ",YEAR\n" + Labelled(collection) + Labelled(collection + 1) + Labelled(collection + 2))));
        Assert.Equal([collection, collection + 1, collection + 2], rows.Files[0].Years);
        Assert.All(rows.Episodes, episode => Assert.StartsWith($"{episode.CollectionYear}", episode.Child.LocalId, StringComparison.Ordinal));
    }

    [Fact]
    public void One_mistyped_date_does_not_turn_the_meaning_of_year_labels()
    {
        var text = Returns.EpisodesHeading + ",YEAR\n"
            + string.Concat(Enumerable.Range(0, 100).Select(number => Row($"A{number}", "15/07/2021") + ",2022\n"))
            + Row("SLIP", "15/07/2022") + ",2022\n"
            + string.Concat(Enumerable.Range(0, 100).Select(number => Row($"B{number}", "15/07/2022") + ",2023\n"));
        var rows = Returns.Rows(Returns.Read(("e.csv", text)));
        Assert.Equal([2022, 2023], rows.Files[0].Years);
        Assert.Equal("SLIP", Assert.Single(Returns.TheFinding(rows, "354").Rows).Child);
    }

    [Theory]
    [InlineData("2022/23")]
    [InlineData("2022-23")]
    [InlineData("2022/2023")]
    public void A_label_that_spells_both_years_needs_no_dates(string label)
    {
        var rows = Returns.Rows(Returns.Read(("e.csv", Returns.EpisodesHeading + ",YEAR\n" + Row("1", "15/05/2019") + $",{label}\n")));
        Assert.Equal(2023, Assert.Single(rows.Episodes).CollectionYear);
    }

    [Fact]
    public void Headers_with_year_labels_follow_the_episodes_beside_them()
    {
        var rows = Returns.Rows(Returns.Read(
            ("e.csv", Returns.EpisodesHeading + ",YEAR\n" + Row("1", "15/05/2022") + ",2022\n"),
            ("h.csv", Returns.HeaderHeading + ",YEAR\n1,1,01/01/2012,WBRI,UN1,,,2022\n")));
        Assert.Equal(2023, Assert.Single(rows.Headers).CollectionYear);
    }

    [Theory]
    [InlineData("episodes 2022-23.csv", "header 2022-23.csv", "header 2023-24.csv", "episodes 2023-24.csv")]
    [InlineData("ep_2023.csv", "hd_2023.csv", "hd_2024.csv", "ep_2024.csv")]
    [InlineData("ep202223.csv", "hd202223.csv", "hd202324.csv", "ep202324.csv")]
    public void Headers_of_several_years_in_one_folder_follow_the_year_in_their_names(string episodes, string header, string laterHeader, string laterEpisodes)
    {
        var rows = Returns.Rows(Returns.Read(
            (episodes, Returns.Episodes(Row("1", "15/05/2022"))),
            (laterEpisodes, Returns.Episodes(Row("2", "15/05/2023"))),
            (header, Returns.Headers("1,1,01/01/2012,WBRI,UN1,,")),
            (laterHeader, Returns.Headers("2,1,01/01/2012,WBRI,UN2,,"))));
        Assert.Equal([("1", 2023), ("2", 2024)], rows.Headers.Select(row => (row.Child.LocalId, row.CollectionYear)).Order());
    }

    [Fact]
    public void A_header_whose_year_cannot_be_told_says_so_and_is_used()
    {
        var rows = Returns.Rows(Returns.Read(
            ("a.csv", Returns.Episodes(Row("1", "15/05/2022"))),
            ("b.csv", Returns.Episodes(Row("2", "15/05/2023"))),
            ("h.csv", Returns.Headers("1,1,01/01/2012,WBRI,UN1,,"))));
        Assert.Equal(0, Assert.Single(rows.Headers).CollectionYear);
        Assert.Equal("h.csv", Assert.Single(Returns.TheFinding(rows, "year-not-known", "Files").Rows).File);
    }

    [Fact]
    public void A_return_still_in_progress_ends_with_its_latest_recorded_date()
    {
        var rows = Returns.Rows(Returns.Read(
            new DateOnly(2024, 8, 10), ("e.csv", Returns.Episodes(Row("1", "15/05/2024", "01/08/2024", "E4A"), Row("2", "20/07/2024"), Row("3", "01/06/2024", "01/09/2024", "E4A")))));
        Assert.Equal(2025, rows.Episodes[0].CollectionYear);
        Assert.Equal(new DateOnly(2024, 8, 1), rows.Files[0].DataEnd);
        Assert.Null(rows.Episodes[2].Ceased);
        Assert.Equal("3", Assert.Single(Returns.TheFinding(rows, "385").Rows).Child);
    }

    [Theory]
    [InlineData("header 2023-24.csv", 2024, true)]
    [InlineData("header_2023_2024.csv", 2024, true)]
    [InlineData("903202324.csv", 0, false)]
    [InlineData("h202324.csv", 2024, true)]
    [InlineData("header2024.csv", 2024, false)]
    [InlineData("header 2023-05.csv", 2023, false)]
    [InlineData("header.csv", 0, false)]
    public void Years_in_file_names_are_found(string name, int year, bool isSpelled)
    {
        var found = YearLabels.InName(name);
        if (year == 0)
        {
            Assert.Empty(found);
        }
        else
        {
            Assert.Equal((year, isSpelled), Assert.Single(found));
        }
    }

    [Theory]
    [InlineData("01/01/2030", "301")]
    [InlineData("01/01/1812", "102")]
    [InlineData("30/02/2012", "102")]
    [InlineData("", "102")]
    public void A_date_of_birth_that_cannot_be_right_is_missing_and_found(string born, string rule)
    {
        var rows = Returns.Rows(Returns.Read(("e.csv", Returns.Episodes(Returns.Open)), ("h.csv", Returns.Headers($"0001,1,{born},WBRI,UN1,,"))));
        Assert.Null(Assert.Single(rows.Headers).Born);
        Assert.Equal(("DOB", "counted with age not known"), (Returns.TheFinding(rows, rule, "Header").Rows[0].Column, Returns.TheFinding(rows, rule, "Header").Rows[0].Did));
    }
}
