using System.Collections.Immutable;
using Plimsoll.Core.Forecast;

namespace Plimsoll.Store.Tests.Forecast;

public sealed class SqliteForecastSnapshotTests(SqlitePlace place) : ForecastSnapshotTests(place), IClassFixture<SqlitePlace>;

public sealed class PostgreSqlForecastSnapshotTests(PostgreSqlPlace place) : ForecastSnapshotTests(place), IClassFixture<PostgreSqlPlace>;

public abstract class ForecastSnapshotTests(Place place)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_forecast_comes_back_bit_for_bit()
    {
        await using var workspace = await place.OpenFreshAsync();
        var saved = Forecasts.Sample("f1", months: 60);
        await workspace.SaveForecastAsync(saved, Samples.Change, Cancel);
        var stored = (await workspace.ForecastAsync("f1", Cancel))!;

        Assert.Equal((saved.Id, saved.AsAt, saved.StockAtStart, saved.Timing), (stored.Id, stored.AsAt, stored.StockAtStart, stored.Timing));
        Assert.Equal(saved.Years, stored.Years);
        foreach (var (month, again) in saved.Months.Zip(stored.Months))
        {
            Assert.Equal(month with { ByPlacement = again.ByPlacement, CostByPlacement = again.CostByPlacement }, again);
            AssertSame(month.ByPlacement, again.ByPlacement);
            AssertSame(month.CostByPlacement, again.CostByPlacement);
            Assert.Equal(BitConverter.DoubleToInt64Bits(month.InCare.P95), BitConverter.DoubleToInt64Bits(again.InCare.P95));
        }

        Assert.Equal(60, stored.Months.Length);
        Assert.Equal(saved.Settings with { YearlyPriceRise = stored.Settings.YearlyPriceRise, Budgets = stored.Settings.Budgets }, stored.Settings);
        AssertSame(saved.Settings.YearlyPriceRise, stored.Settings.YearlyPriceRise);
        AssertSame(saved.Settings.Budgets, stored.Settings.Budgets);
        Assert.Equal(saved.Trace with { Assumptions = stored.Trace.Assumptions, Notes = stored.Trace.Notes }, stored.Trace);
        Assert.Equal(saved.Trace.Assumptions, stored.Trace.Assumptions);
        Assert.Equal(saved.Trace.Notes, stored.Trace.Notes);
    }

    [Fact]
    public async Task The_same_forecast_saved_twice_is_one_and_the_latest_again()
    {
        await using var workspace = await place.OpenFreshAsync();
        Assert.Null(await workspace.LatestForecastAsync(Cancel));
        await workspace.SaveForecastAsync(Forecasts.Sample("f1"), Samples.At(9), Cancel);
        await workspace.SaveForecastAsync(Forecasts.Sample("f2"), Samples.At(10), Cancel);
        Assert.Equal("f2", (await workspace.LatestForecastAsync(Cancel))!.Id);

        var slower = Forecasts.Sample("f1") with { Timing = new ForecastTiming(9, 9, 9, 9) };
        await workspace.SaveForecastAsync(slower, Samples.At(11), Cancel);
        var latest = (await workspace.LatestForecastAsync(Cancel))!;
        Assert.Equal(("f1", Forecasts.Sample("f1").Timing), (latest.Id, latest.Timing));

        var list = await workspace.ForecastsAsync(Cancel);
        Assert.Equal([("f1", Samples.At(11).At), ("f2", Samples.At(10).At)], list.Select(forecast => (forecast.Id, forecast.When)));
        Assert.Equal(
            (new DateOnly(2026, 3, 31), "0123456789ab", "3 months, 5,000 futures, seed 18446744073709551615, starts follow the recent trend, the engine's own range"),
            (list[0].AsAt, list[0].Dataset, list[0].Settings));
    }

    [Fact]
    public async Task A_forecast_that_is_not_there_is_null()
    {
        await using var workspace = await place.OpenFreshAsync();
        Assert.Null(await workspace.ForecastAsync("nowhere", Cancel));
        Assert.Empty(await workspace.ForecastsAsync(Cancel));
    }

    [Fact]
    public async Task A_damaged_forecast_is_reported_in_words()
    {
        var location = await place.FreshAsync();
        await using var workspace = await Workspace.OpenAsync(location, Cancel);
        await workspace.SaveForecastAsync(Forecasts.Sample("f1"), Samples.Change, Cancel);
        await place.MeddleAsync(location, "UPDATE forecasts SET body = '{\"Id\":'");
        var error = await Assert.ThrowsAsync<WorkspaceException>(() => workspace.ForecastAsync("f1", Cancel));
        Assert.StartsWith("A record in the workspace (ForecastResult) cannot be read.", error.Message, StringComparison.Ordinal);
    }

    private static void AssertSame<TKey, TValue>(ImmutableDictionary<TKey, TValue> expected, ImmutableDictionary<TKey, TValue> actual)
        where TKey : notnull =>
        Assert.Equal(expected.OrderBy(pair => pair.Key), actual.OrderBy(pair => pair.Key));
}
