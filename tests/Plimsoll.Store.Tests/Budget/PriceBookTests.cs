using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Store.Tests.Budget;

public sealed class SqlitePriceBookTests(SqlitePlace place) : PriceBookTests(place), IClassFixture<SqlitePlace>;

public sealed class PostgreSqlPriceBookTests(PostgreSqlPlace place) : PriceBookTests(place), IClassFixture<PostgreSqlPlace>;

public abstract class PriceBookTests(Place place)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_last_price_list_saved_is_in_force_to_the_last_decimal()
    {
        await using var workspace = await place.OpenFreshAsync();
        Assert.Null(await workspace.CurrentPricesAsync(Cancel));

        var old = new PriceBook("Old list", IsShippedDefault: true, []);
        var prices = new PriceBook("Anyshire placement prices 2026", IsShippedDefault: false,
        [
            new PriceRow(PlacementState.HomeExternal, 0, 18, new Money(5_862.123456789m), new Period(new DateOnly(2026, 4, 1), null), "Contract register"),
            new PriceRow(PlacementState.FosterAgency, 10, 16, new Money(1_012.50m), new Period(new DateOnly(2025, 4, 1), new DateOnly(2026, 4, 1)), "£ & \"quotes\""),
        ]);
        await workspace.SavePricesAsync(old, Samples.Change, Cancel);
        await workspace.SavePricesAsync(prices, Samples.At(10), Cancel);

        var stored = (await workspace.CurrentPricesAsync(Cancel))!;
        Assert.Equal((prices.Name, prices.IsShippedDefault), (stored.Name, stored.IsShippedDefault));
        Assert.Equal(prices.Rows, stored.Rows);
        Assert.Equal("Anyshire placement prices 2026, 2 prices", (await workspace.JournalAsync(Cancel))[1].Subject);
    }
}
