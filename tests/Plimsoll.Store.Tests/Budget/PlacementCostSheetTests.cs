using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Store.Budget;

namespace Plimsoll.Store.Tests.Budget;

public sealed class SqlitePlacementCostSheetTests(SqlitePlace place) : PlacementCostSheetTests(place), IClassFixture<SqlitePlace>;

public sealed class PostgreSqlPlacementCostSheetTests(PostgreSqlPlace place) : PlacementCostSheetTests(place), IClassFixture<PostgreSqlPlace>;

public abstract class PlacementCostSheetTests(Place place)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static PlacementCostSheet Sheet(string name, decimal weekly) => new(
        name,
        [
            new PlacementCost(
                new ChildKey("Anyshire", "0012"), "Hill & \"Dale\" Homes", new Money(weekly), null, new Money(250.123456m),
                new Period(new DateOnly(2026, 4, 1), new DateOnly(2026, 9, 30)), FrameworkUse.Off, Purchase.Spot, new Money(500), new SourceRow("costs.csv", 2)),
            new PlacementCost(
                new ChildKey("", "7"), "", null, new Money(900), null,
                new Period(new DateOnly(2025, 4, 1), null), FrameworkUse.Unknown, Purchase.Block, null, new SourceRow("costs.csv", 3)),
        ])
    {
        Findings =
        [
            new Finding(
                "cost-repeat", FindingSeverity.Error, "Placement costs", FindingEffect.Cost, "1 row repeats another one exactly.", "We used the first.", 1,
                [new FindingRow("costs.csv", 4, "", "7", "the same row", "left the row out")]),
        ],
    };

    [Fact]
    public async Task The_last_sheet_saved_is_in_force_to_the_last_decimal_with_its_findings()
    {
        await using var workspace = await place.OpenFreshAsync();
        Assert.Null(await workspace.CurrentPlacementCostsAsync(Cancel));
        var sheet = Sheet("Costs October", 4_312.987654321m);
        Assert.Equal(SheetSaved.InForce, await workspace.SavePlacementCostsAsync(Sheet("Costs April", 4_000m), Samples.Change, Cancel));
        Assert.Equal(SheetSaved.InForce, await workspace.SavePlacementCostsAsync(sheet, Samples.At(10), Cancel));

        var stored = (await workspace.CurrentPlacementCostsAsync(Cancel))!;
        Assert.Equal("Costs October", stored.Name);
        Assert.Equal(sheet.Rows, stored.Rows);
        var (finding, kept) = (Assert.Single(sheet.Findings), Assert.Single(stored.Findings));
        Assert.Equal(finding.Meaning, kept.Meaning);
        Assert.Equal(finding.Rows, kept.Rows);
        Assert.Equal("Costs October, 2 costs", (await workspace.JournalAsync(Cancel))[1].Subject);
    }

    [Fact]
    public async Task The_same_sheet_again_changes_nothing_and_an_earlier_one_can_be_put_back()
    {
        await using var workspace = await place.OpenFreshAsync();
        await workspace.SavePlacementCostsAsync(Sheet("April", 4_000m), Samples.Change, Cancel);
        Assert.Equal(SheetSaved.AlreadyInForce, await workspace.SavePlacementCostsAsync(Sheet("April", 4_000m), Samples.At(10), Cancel));
        Assert.Single(await workspace.JournalAsync(Cancel));

        await workspace.SavePlacementCostsAsync(Sheet("October", 4_100m), Samples.At(11), Cancel);
        Assert.Equal(SheetSaved.InForce, await workspace.SavePlacementCostsAsync(Sheet("April", 4_000m), Samples.At(12), Cancel));
        Assert.Equal("April", (await workspace.CurrentPlacementCostsAsync(Cancel))!.Name);
        Assert.Equal(3, (await workspace.JournalAsync(Cancel)).Length);
    }
}
