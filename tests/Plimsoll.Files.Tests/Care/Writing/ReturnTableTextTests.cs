using Plimsoll.Core.Care;
using Plimsoll.Core.Care.Submitted;
using Plimsoll.Files.Care.Writing;

namespace Plimsoll.Files.Tests.Care.Writing;

public sealed class ReturnTableTextTests
{
    private static readonly DateOnly Born = new(2012, 2, 29);

    private static readonly SubmittedReturn Return = new(
        2027,
        [new SubmittedHeader("000123", "F", Born, "WBRI", "UN1", "1", new DateOnly(2026, 12, 1)), new SubmittedHeader("B2", "U", null, "", "", "", null)],
        [
            new SubmittedEpisode("000123", new DateOnly(2026, 4, 1), "S", "V2", "N1", "U6", "PR1", new DateOnly(2026, 4, 9), "X1", "CARPL", "AN1 2AB", "AN12 3AB", "9910000"),
            new SubmittedEpisode("000123", new DateOnly(2026, 4, 9), "P", "V2", "N1", "T4", "", null, "", "", "", "", ""),
        ],
        [new SubmittedReview("000123", Born, new DateOnly(2026, 5, 1), "PN1")],
        [new SubmittedUnaccompanied("000123", "F", Born, null)],
        [new SubmittedOutcome("000123", Born, 7, "", "0", "", "1", "1", "0", "1", "0", "1")],
        [new SubmittedLeaver("000123", Born, "YES", "F4", "U1")],
        [new SubmittedAdoption("000123", Born, new DateOnly(2026, 6, 1), new DateOnly(2026, 7, 1), "0", "2", "MF", "L11")],
        [new SubmittedAdoptionDecision("000123", Born, new DateOnly(2026, 6, 1), new DateOnly(2026, 8, 1), "RD3")],
        [new SubmittedEarlierPermanence("000123", Born, "P2", "", "zz/05/2020")],
        [new SubmittedMissing("000123", Born, "M", new DateOnly(2026, 6, 1), null)],
        [new SubmittedSocialWorker("000123", Born, "SW1", new DateOnly(2026, 6, 1), null, "FCONTA")],
        [new SubmittedDeprivation("000123", Born, new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 30))]);

    [Theory]
    [InlineData(ReturnTable.Header, "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\n000123,F,29/02/2012,WBRI,UN1,1,01/12/2026\r\nB2,U,,,,,\r\n")]
    [InlineData(
        ReturnTable.Episodes,
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\r\n"
        + "000123,01/04/2026,S,V2,N1,U6,PR1,09/04/2026,X1,CARPL,AN1 2AB,AN12 3AB,9910000\r\n"
        + "000123,09/04/2026,P,V2,N1,T4,,,,,,,\r\n")]
    [InlineData(ReturnTable.Reviews, "CHILD,DOB,REVIEW,REVIEW_CODE\r\n000123,29/02/2012,01/05/2026,PN1\r\n")]
    [InlineData(ReturnTable.Uasc, "CHILD,SEX,DOB,DUC\r\n000123,F,29/02/2012,\r\n")]
    [InlineData(
        ReturnTable.Oc2,
        "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,"
        + "INTERVENTION_RECEIVED,INTERVENTION_OFFERED\r\n000123,29/02/2012,7,,0,,1,1,0,1,0,1\r\n")]
    [InlineData(ReturnTable.Oc3, "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\r\n000123,29/02/2012,YES,F4,U1\r\n")]
    [InlineData(
        ReturnTable.Ad1,
        "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR\r\n000123,29/02/2012,01/06/2026,01/07/2026,0,2,MF,L11\r\n")]
    [InlineData(
        ReturnTable.PlacedAdoption,
        "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\r\n000123,29/02/2012,01/06/2026,01/08/2026,RD3\r\n")]
    [InlineData(ReturnTable.PrevPerm, "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\r\n000123,29/02/2012,P2,,zz/05/2020\r\n")]
    [InlineData(ReturnTable.Missing, "CHILD,DOB,MISSING,MIS_START,MIS_END\r\n000123,29/02/2012,M,01/06/2026,\r\n")]
    [InlineData(ReturnTable.SwEpisodes, "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\r\n000123,29/02/2012,SW1,01/06/2026,,FCONTA\r\n")]
    [InlineData(ReturnTable.DoLo, "CHILD,DOB,DOLO_START,DOLO_END\r\n000123,29/02/2012,01/06/2026,30/06/2026\r\n")]
    public void A_table_is_written_in_the_official_columns_with_British_dates(ReturnTable table, string text) =>
        Assert.Equal(text, ReturnTableText.Of(Return, table));

    [Fact]
    public void A_cell_with_a_comma_or_a_quote_stands_in_quotes()
    {
        var odd = Return with { Leavers = [new SubmittedLeaver("a,\"b\"", Born, "YES", "F4", "U1")] };
        Assert.EndsWith("\"a,\"\"b\"\"\",29/02/2012,YES,F4,U1\r\n", ReturnTableText.Of(odd, ReturnTable.Oc3), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2022, "2021-22", 10)]
    [InlineData(2024, "2023-24", 11)]
    [InlineData(2027, "2026-27", 12)]
    [InlineData(2000, "1999-00", 9)]
    public void A_year_has_its_folder_and_only_the_tables_collected_in_it(int year, string folder, int tables)
    {
        Assert.Equal(folder, ReturnWriter.FolderName(year));
        Assert.Equal(tables, ReturnWriter.Tables(year).Count());
    }
}
