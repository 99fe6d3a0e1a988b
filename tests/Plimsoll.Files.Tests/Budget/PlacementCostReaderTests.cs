using System.Text;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Files.Budget;

namespace Plimsoll.Files.Tests.Budget;

public sealed class PlacementCostReaderTests
{
    private const string Heading =
        "child,provider,weeklyCore,weeklyEducation,weeklyHealth,start,end,framework,blockOrSpot,contributions";

    private static PlacementCostOutcome Outcome(params string[] lines) =>
        PlacementCostReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))), "costs-october.csv");

    private static PlacementCostSheet Sheet(params string[] lines) => Assert.IsType<PlacementCostOutcome.Read>(Outcome(lines)).Sheet;

    private static string Refusal(params string[] lines) =>
        Assert.Single(Assert.IsType<PlacementCostOutcome.Refused>(Outcome(lines)).Refusals).ToString();

    [Fact]
    public void A_row_becomes_a_placement_cost_with_unknowns_left_unknown()
    {
        var sheet = Sheet(
            Heading,
            "0012,Larkmere Homes,4000,500.50,,01/04/2025,30/09/2025,yes,spot,1000",
            "7,,850,,,2025-06-01,,,,");
        Assert.Equal("costs-october", sheet.Name);
        Assert.Empty(sheet.Findings);
        Assert.Equal(
            [
                new PlacementCost(
                    new ChildKey("", "0012"), "Larkmere Homes", new Money(4000), new Money(500.50m), null,
                    new Period(new DateOnly(2025, 4, 1), new DateOnly(2025, 9, 30)), FrameworkUse.On, Purchase.Spot, new Money(1000),
                    new SourceRow("costs-october.csv", 2)),
                new PlacementCost(
                    new ChildKey("", "7"), "", new Money(850), null, null, new Period(new DateOnly(2025, 6, 1), null),
                    FrameworkUse.Unknown, Purchase.Unknown, null, new SourceRow("costs-october.csv", 3)),
            ],
            sheet.Rows);
    }

    [Fact]
    public void Headings_and_amounts_are_read_as_finance_teams_write_them()
    {
        var sheet = Sheet(
            "LA,Person ID,Supplier Name,Total Weekly (£),Start Date,Planned End Date,Contract Type,Income",
            "Anyshire,42,Otterholt Living,\"£1,060.00\",01/04/2025,,Block contract,(250)");
        var row = Assert.Single(sheet.Rows);
        Assert.Equal(new ChildKey("Anyshire", "42"), row.Child);
        Assert.Equal(new Money(1060), row.Weekly);
        Assert.Equal(Purchase.Block, row.Purchase);
        Assert.Equal(new Money(250), row.Contributions);
    }

    [Fact]
    public void What_is_not_education_or_health_in_a_whole_price_is_core()
    {
        var row = Assert.Single(Sheet("child,start,weeklyTotal,weeklyEducation,weeklyHealth", "1,2025-04-01,5000,600,").Rows);
        Assert.Equal((new Money(4400), new Money(600)), (row.Core, row.Education));
        Assert.Equal(new Money(5000), row.Weekly);
    }

    [Fact]
    public void Rows_at_fault_are_left_out_and_become_findings_with_their_lines()
    {
        var sheet = Sheet(
            Heading,
            "1,,4000,,,2025-04-01,,,,",
            "1,,4000,,,2025-04-01,,,,",
            ",,4000,,,2025-04-01,,,,",
            "2,,4000,,,,,,,",
            "3,,4000,,,2025-04-01,2025-04-01,,,",
            "4,,\"1,06\",,,2025-04-01,,,,",
            "5,,,,,2025-04-01,,,,",
            "6,,-10,,,2025-04-01,,,,",
            "7,,4000,,,2025-04-01,,perhaps,,",
            "8,,4000");
        Assert.Equal(["1", "7"], sheet.Rows.Select(row => row.Child.LocalId));
        Assert.Equal(
            [
                ("cost-shape", "11"), ("cost-no-child", "4"), ("cost-no-start", "5"), ("cost-end", "6"), ("cost-no-amount", "7 8 9"),
                ("cost-repeat", "3"), ("cost-word", "10"),
            ],
            sheet.Findings.Select(finding => (finding.Rule, string.Join(' ', finding.Rows.Select(row => row.Line)))));
        Assert.Equal("3 rows have no weekly amount that can be used.", sheet.Findings[4].Meaning);
        Assert.Equal(FindingEffect.Cost, sheet.Findings[4].Changes);
        Assert.Equal(FindingEffect.Nothing, sheet.Findings[6].Changes);
    }

    [Fact]
    public void A_file_without_child_start_or_amount_is_refused_and_so_is_one_without_a_usable_row()
    {
        Assert.Contains("no column for the child (child) or the first day (start)", Refusal("name,weeklyCore", "x,1"), StringComparison.Ordinal);
        Assert.Contains("no column for an amount", Refusal("child,start", "1,2025-04-01"), StringComparison.Ordinal);
        Assert.Contains("not one cost", Refusal(Heading), StringComparison.Ordinal);
        Assert.Contains("1 row has no first day", Refusal(Heading, "1,,4000,,,,,,,"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_spreadsheet_is_refused_with_the_way_to_save_it_as_CSV()
    {
        var outcome = PlacementCostReader.Read(new MemoryStream([0x50, 0x4B, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0]), "costs.xlsx");
        var refusal = Assert.Single(Assert.IsType<PlacementCostOutcome.Refused>(outcome).Refusals);
        Assert.Contains("CSV", refusal.ToString(), StringComparison.Ordinal);
    }
}
