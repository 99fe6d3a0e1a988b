using Plimsoll.Core.Care;

namespace Plimsoll.Files.Tests.Care;

public sealed class CodesTests
{
    private static string Row(string rne = "S", string ls = "C2", string cin = "N1", string place = "U6", string provider = "PR1", string dec = "", string rec = "", string change = "") =>
        $"1,01/05/2023,{rne},{ls},{cin},{place},{provider},{dec},{rec},{change},,,";

    [Theory]
    [InlineData("143", "RNE", "Q,C2,N1,U6,PR1,,,")]
    [InlineData("144", "LS", "S,XX,N1,U6,PR1,,,")]
    [InlineData("145", "CIN", "S,C2,N9,U6,PR1,,,")]
    [InlineData("146", "PLACE", "S,C2,N1,Q9,PR1,,,")]
    [InlineData("149", "REC", "S,C2,N1,U6,PR1,01/06/2023,E99,")]
    [InlineData("178", "PLACE_PROVIDER", "S,C2,N1,U6,PR9,,,")]
    [InlineData("reason-place-change", "REASON_PLACE_CHANGE", "S,C2,N1,U6,PR1,,,WHY")]
    public void A_code_outside_its_list_is_a_finding_and_the_row_is_kept_as_submitted(string rule, string column, string cells)
    {
        var rows = Returns.ReadEpisodes($"1,01/05/2023,{cells},,,");
        var episode = Assert.Single(rows.Episodes);
        Assert.Equal(rule, Assert.Single(rows.Findings).Rule);
        Assert.Equal(column, Assert.Single(rows.Findings[0].Rows).Column);
        Assert.Equal(
            cells.Split(',')[column switch { "RNE" => 0, "LS" => 1, "CIN" => 2, "PLACE" => 3, "PLACE_PROVIDER" => 4, "REC" => 6, _ => 7 }],
            column switch
            {
                "RNE" => episode.ReasonNew,
                "LS" => episode.LegalStatus,
                "CIN" => episode.Need,
                "PLACE" => episode.Place,
                "PLACE_PROVIDER" => episode.Provider,
                "REC" => episode.ReasonCeased,
                _ => episode.ReasonPlacementChange,
            });
    }

    [Theory]
    [InlineData(2023, "K3", true)]
    [InlineData(2024, "K3", false)]
    [InlineData(2025, "H5", false)]
    [InlineData(2026, "H5", true)]
    [InlineData(2026, "Z12", false)]
    [InlineData(2025, "Z12", true)]
    [InlineData(2026, "Z1", true)]
    public void A_placement_code_is_checked_against_the_list_of_its_collection_year(int collection, string place, bool isFound)
    {
        var provider = place[0] == 'Z' ? "" : "PR4";
        var rows = Returns.ReadEpisodes($"1,01/05/{collection - 1},S,C2,N1,{place},{provider},,,,,,");
        Assert.Equal(collection, Assert.Single(rows.Episodes).CollectionYear);
        Assert.Equal(isFound ? ["146"] : [], rows.Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void A_reason_without_an_end_and_an_end_without_a_reason_are_one_finding_of_rule_148()
    {
        var rows = Returns.ReadEpisodes(Row(rec: "E4A"), Row(dec: "01/06/2023"), Row(dec: "02/06/2023", rec: "E4A"));
        Assert.Equal(3, rows.Episodes.Count);
        var finding = Returns.TheFinding(rows, "148");
        Assert.Equal("1 episode has a reason for ending but no end date, and 1 an end date but no reason.", finding.Meaning);
        Assert.Equal("Without an end date we counted the child as still in care in that episode, unless a later year's return ends it. Without a reason we counted the end as \"other or not recorded\".", finding.Treatment);
        Assert.Equal([("DEC", 2), ("REC", 3)], finding.Rows.Select(row => (row.Column, row.Line)));
        Assert.Equal("E4A", rows.Episodes[0].ReasonCeased);
        Assert.Null(rows.Episodes[0].Ceased);
    }

    [Theory]
    [InlineData("U4", "", "526", "counted as bought")]
    [InlineData("U6", "PR0", "550", "counted as bought")]
    [InlineData("K2", "PR9", "178", "counted as bought")]
    [InlineData("R1", "", "526", "counted as bought")]
    [InlineData("U1", "", "526", "kept as submitted")]
    public void A_provider_that_cannot_decide_is_counted_as_bought_where_it_decides(string place, string provider, string rule, string did)
    {
        var rows = Returns.ReadEpisodes(Row(place: place, provider: provider));
        var finding = Assert.Single(rows.Findings);
        Assert.Equal((rule, FindingEffect.Cost, did), (finding.Rule, finding.Changes, finding.Rows[0].Did));
    }

    [Theory]
    [InlineData("T1", "")]
    [InlineData("Z1", "")]
    [InlineData("P1", "PR0")]
    public void Temporary_and_scheduled_placements_need_no_provider_and_parents_have_their_own(string place, string provider) =>
        Assert.Empty(Returns.ReadEpisodes(Row(place: place, provider: provider)).Findings);

    [Theory]
    [InlineData("1", "M")]
    [InlineData("2", "F")]
    [InlineData("m", "M")]
    [InlineData("U", "U")]
    [InlineData("9", "9")]
    [InlineData("", "")]
    public void Sex_is_normalised_and_anything_else_kept_as_submitted(string submitted, string read)
    {
        var rows = Returns.Rows(Returns.Read(("e.csv", Returns.Episodes(Row())), ("h.csv", Returns.Headers($"1,{submitted},01/01/2012,WBRI,UN1,,"))));
        Assert.Equal(read, Assert.Single(rows.Headers).Sex);
        Assert.Equal(submitted is "1" or "2" ? 0 : 1, rows.Findings.Count(finding => finding.Rule == "101"));
    }

    [Fact]
    public void An_unknown_ethnicity_is_a_finding() =>
        Assert.Equal(
            "ETHNIC is ABCD, which is in no year's list",
            Returns.TheFinding(
                Returns.Rows(Returns.Read(("e.csv", Returns.Episodes(Row())), ("h.csv", Returns.Headers("1,1,01/01/2012,ABCD,UN1,,")))), "103", "Header").Rows[0].Says);

    [Fact]
    public void Codes_that_are_wrong_and_codes_that_are_missing_are_told_apart()
    {
        Assert.Equal("1 episode has no legal status (LS).", Assert.Single(Returns.ReadEpisodes(Row(ls: "")).Findings).Meaning);
        Assert.Equal(
            "1 episode has a legal status (LS) that the code list of that year does not hold, and 1 none at all.",
            Assert.Single(Returns.ReadEpisodes(Row(ls: "XX"), Row(ls: "")).Findings).Meaning);
    }

    [Fact]
    public void A_blank_identifier_leaves_the_row_out_with_a_finding()
    {
        var rows = Returns.ReadEpisodes(Row(), Row()[1..]);
        Assert.Single(rows.Episodes);
        Assert.Equal((3, ""), (Returns.TheFinding(rows, "no-child").Rows[0].Line, Returns.TheFinding(rows, "no-child").Rows[0].Child));
    }

    [Theory]
    [InlineData("1,01/05/2023,S,C2,N1,U6,PR1,,,,,,,extra")]
    [InlineData("1,01/05/2023,S,C2")]
    public void A_ragged_row_is_left_out_with_a_finding(string row)
    {
        var rows = Returns.ReadEpisodes(Row(), row);
        Assert.Single(rows.Episodes);
        Assert.Equal(3, Assert.Single(Returns.TheFinding(rows, "ragged-row").Rows).Line);
    }

    [Fact]
    public void A_ragged_row_says_nothing_about_the_authorities_of_the_file()
    {
        var rows = Returns.Rows(Returns.Read(("e.csv", Returns.EpisodesHeading + ",LA\n" + Row() + ",Anyshire\n" + Row() + ",Otherton\n" + "2,01/05\n")));
        Assert.Equal(["ragged-row", "two-authorities"], rows.Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void Blank_cells_after_the_last_column_are_no_ragged_row() =>
        Assert.Empty(Returns.ReadEpisodes(Row() + ",,").Findings);

    [Fact]
    public void Findings_count_children_and_list_every_row()
    {
        var rows = Returns.ReadEpisodes([.. Enumerable.Range(0, 300).Select(number => $"{number % 100},{1 + (number / 100):00}/05/2023,S,C2,N9,U6,PR1,,,,,,")]);
        var finding = Returns.TheFinding(rows, "145");
        Assert.Equal((300, 100), (finding.Count, finding.Children));
        Assert.Equal(Enumerable.Range(2, 300), finding.Rows.Select(row => row.Line));
        Assert.StartsWith("300 episodes have", finding.Meaning, StringComparison.Ordinal);
    }
}
