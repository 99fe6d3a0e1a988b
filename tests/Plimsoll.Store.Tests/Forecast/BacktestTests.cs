using System.Collections.Immutable;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Backtest;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Store.Tests.Forecast;

public sealed class SqliteBacktestTests(SqlitePlace place) : BacktestTests(place), IClassFixture<SqlitePlace>;

public sealed class PostgreSqlBacktestTests(PostgreSqlPlace place) : BacktestTests(place), IClassFixture<PostgreSqlPlace>;

public abstract class BacktestTests(Place place)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static BacktestResult Sample(string id, string dataset) => new(
        id,
        dataset,
        new DateOnly(2026, 3, 31),
        "0.1.0",
        200,
        ulong.MaxValue,
        "Test prices",
        [new DateOnly(2023, 3, 31)],
        12,
        [
            new BacktestCheck(
                new DateOnly(2023, 3, 31), 12, BacktestTarget.Cost, new Distribution(1.0 / 3, 1e-300, 0.1 + 0.2, 3, 4, 5, 6, 1e15 + 0.3), 5.5, 0.25, 1.0 / 7, true,
                [new BaselineCheck(BaselineNames.LastValue, 5, 5, 5, null)]),
        ],
        [
            new BacktestSummary(
                BacktestTarget.InCare, 12, 9, 3, 8, 5, 1, 3, 12.5, 0.03, -1, null, 9.75, 0.5,
                [new BaselineSummary(BaselineNames.LastValue, 14, 2, 7, 11, 0.1136)]),
        ],
        [new BacktestYear(new FinancialYear(2023), new DateOnly(2023, 9, 30), new Distribution(1, 2, 3, 4, 5, 6, 7, 8), 5.25)],
        new ForecastTuning { HalfLifeMonths = null, PullWeight = 0.7, TrendPrior = 0.3, Origins = 8, Backtest = id, Verdict = "Tested.", Spread = [new SpreadFactor(3, 0.95), new SpreadFactor(12, 1.2)] },
        [new BacktestChoice("Weight of the past", "a", "b", "c")],
        new HeldOutYear(new DateOnly(2025, 4, 1), 17, 14, 13, 10.5, 10.25),
        "Tested.",
        "Answer.",
        "Finding.",
        ["Caution."],
        [new BacktestMiss(new DateOnly(2023, 3, 31), 12, 433, 392, true, 151, 170.5, 160, 183, 168.25, 168, "What.", "Records.", "Why.")]);

    [Fact]
    public async Task A_backtest_comes_back_as_it_was_and_belongs_to_its_dataset()
    {
        await using var workspace = await place.OpenFreshAsync();
        var saved = Sample("b1", "0123456789ab");
        await workspace.SaveBacktestAsync(saved, Samples.At(9), Cancel);
        Assert.Null(await workspace.LatestBacktestAsync("another", Cancel));
        var (stored, at) = (await workspace.LatestBacktestAsync("0123456789ab", Cancel))!;

        Assert.Equal(Samples.At(9).At, at);
        Assert.Equal(saved.Tuning, stored.Tuning);
        Assert.Equal(saved.Origins, stored.Origins);
        Assert.Equal(saved.Choices, stored.Choices);
        Assert.Equal(saved.Misses, stored.Misses);
        Assert.Equal(saved.CostYears, stored.CostYears);
        Assert.Equal(saved.Cautions, stored.Cautions);
        Assert.Equal(saved.Checks[0] with { Baselines = stored.Checks[0].Baselines }, stored.Checks[0]);
        Assert.Equal(saved.Checks[0].Baselines, stored.Checks[0].Baselines);
        Assert.Equal(saved.Summaries[0] with { Baselines = stored.Summaries[0].Baselines }, stored.Summaries[0]);
        Assert.Equal(saved.Summaries[0].Baselines, stored.Summaries[0].Baselines);
        Assert.Equal(
            saved with
            {
                Origins = stored.Origins,
                Checks = stored.Checks,
                Summaries = stored.Summaries,
                CostYears = stored.CostYears,
                Tuning = stored.Tuning,
                Choices = stored.Choices,
                Cautions = stored.Cautions,
                Misses = stored.Misses,
            },
            stored);
    }

    [Fact]
    public async Task The_latest_run_counts_and_every_run_is_in_the_journal()
    {
        await using var workspace = await place.OpenFreshAsync();
        await workspace.SaveBacktestAsync(Sample("b1", "d"), Samples.At(9), Cancel);
        await workspace.SaveBacktestAsync(Sample("b2", "d"), Samples.At(10), Cancel);
        Assert.Equal("b2", (await workspace.LatestBacktestAsync("d", Cancel))!.Result.Id);
        await workspace.SaveBacktestAsync(Sample("b1", "d"), Samples.At(11), Cancel);
        Assert.Equal("b1", (await workspace.LatestBacktestAsync("d", Cancel))!.Result.Id);

        var journal = await workspace.JournalAsync(Cancel);
        Assert.Equal(3, journal.Length);
        Assert.Contains("backtest b1 of dataset d", journal[^1].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forecast_keeps_the_tuning_that_it_was_made_with()
    {
        await using var workspace = await place.OpenFreshAsync();
        var forecast = Forecasts.Sample("f1");
        forecast = forecast with { Settings = forecast.Settings with { Tuning = Sample("b1", "d").Tuning } };
        await workspace.SaveForecastAsync(forecast, Samples.Change, Cancel);
        Assert.Equal(forecast.Settings.Tuning, (await workspace.ForecastAsync("f1", Cancel))!.Settings.Tuning);
    }
}
