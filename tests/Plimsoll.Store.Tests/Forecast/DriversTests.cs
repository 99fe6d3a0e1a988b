using Plimsoll.Core.Forecast.Drivers;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Store.Tests.Forecast;

public sealed class SqliteDriversTests(SqlitePlace place) : DriversTests(place), IClassFixture<SqlitePlace>;

public sealed class PostgreSqlDriversTests(PostgreSqlPlace place) : DriversTests(place), IClassFixture<PostgreSqlPlace>;

public abstract class DriversTests(Place place)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Drivers_come_back_as_they_were_and_the_last_ones_count()
    {
        await using var workspace = await place.OpenFreshAsync();
        await workspace.SaveForecastAsync(Forecasts.Sample("f1"), Samples.At(9), Cancel);
        Assert.Null(await workspace.DriversAsync("f1", Cancel));
        await workspace.SaveDriversAsync(Sample(100), Samples.At(10), Cancel);
        await workspace.SaveDriversAsync(Sample(1000), Samples.At(11), Cancel);

        var stored = (await workspace.DriversAsync("f1", Cancel))!;
        var saved = Sample(1000);
        Assert.Equal(saved with { Figures = stored.Figures }, stored);
        Assert.Equal(saved.Figures.Select(figure => (figure.MonthsAhead, figure.Month, figure.Year, figure.StandardDeviation)), stored.Figures.Select(figure => (figure.MonthsAhead, figure.Month, figure.Year, figure.StandardDeviation)));
        Assert.Equal(saved.Figures.SelectMany(figure => figure.Shares), stored.Figures.SelectMany(figure => figure.Shares));
        Assert.Contains("forecast f1", (await workspace.JournalAsync(Cancel))[^1].Subject, StringComparison.Ordinal);
    }

    private static UncertaintyDrivers Sample(int rows) => new(
        "f1",
        rows,
        ulong.MaxValue,
        "0.1.0",
        [
            new DrivenFigure(12, new CalendarMonth(2027, 3), null, 1.0 / 3, [.. DriverGroups.All.Select(group => new DriverShare(group, 0.1 + 0.2, 30, 1e-300))]),
            new DrivenFigure(null, null, new FinancialYear(2026), 1e15 + 0.3, [.. DriverGroups.All.Select(group => new DriverShare(group, 1.0 / 7, 14, 0.01))]),
        ]);
}
