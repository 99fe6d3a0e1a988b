using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Backtest;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Web.Tests.Hosts;

namespace Plimsoll.Web.Tests.Backtest;

/// <summary>The page before and after a test: first the offer, then the result, and its sentence beside the forecast.</summary>
public sealed class BacktestPageTests(AnyshireHost host) : IClassFixture<AnyshireHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_offers_the_test_then_shows_it_and_the_forecast_prints_it()
    {
        var before = await host.PageAsync("/backtest");
        Assert.Contains("not yet been tested on your own data", before.Words, StringComparison.Ordinal);
        Assert.Contains("Test it on your own past", before.Words, StringComparison.Ordinal);
        Assert.Contains("href=\"/backtest\"", (await host.PageAsync("/forecast/abc123def456")).Html, StringComparison.Ordinal);

        var outcome = await host.Bench.BacktestAsync(new BacktestSettings { Replicates = 100 }, AnyshireHost.Change, null, Cancel);
        var backtest = Assert.IsType<BacktestDone>(outcome).Result;

        var page = await host.PageAsync("/backtest");
        Assert.Contains(backtest.Answer, page.Words, StringComparison.Ordinal);
        foreach (var check in backtest.Of(BacktestTarget.InCare, 12))
        {
            Assert.Contains(
                InWords.Whole((decimal)check.Happened) + (check.IsInsideEighty ? ", inside" : ", outside"), page.Words, StringComparison.Ordinal);
        }

        Assert.All(backtest.Misses, miss => Assert.Contains(miss.What, page.Words, StringComparison.Ordinal));
        Assert.All(backtest.Cautions, caution => Assert.Contains(caution, page.Words, StringComparison.Ordinal));

        // A forecast that was made before says so; one made now carries the verdict.
        Assert.Contains("made before the test", (await host.PageAsync("/forecast/abc123def456")).Words, StringComparison.Ordinal);
        var made = await host.Bench.ForecastAsync(new ForecastSettings { Months = 12, Replicates = 100 }, AnyshireHost.Change, null, Cancel);
        var forecast = Assert.IsType<ForecastDone>(made).Result;
        Assert.Equal(backtest.Tuning, forecast.Settings.Tuning);
        var tested = await host.PageAsync("/forecast/" + forecast.Id);
        Assert.Contains(backtest.Verdict, tested.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Not yet tested on your own data.", tested.Words, StringComparison.Ordinal);

        // A caller's own tuning stands.
        var own = ForecastTuning.Default with { PullWeight = 0.5 };
        made = await host.Bench.ForecastAsync(new ForecastSettings { Months = 12, Replicates = 100, Tuning = own }, AnyshireHost.Change, null, Cancel);
        Assert.Equal(own, Assert.IsType<ForecastDone>(made).Result.Settings.Tuning);

        foreach (var (name, rows) in new[] { ("headline", 9), ("by-distance", 5), ("by-placement", 4), ("cost", 9), ("methods", 5), ("settings", 4), ("checks", backtest.Checks.Length) })
        {
            var text = await host.Client.GetStringAsync(new Uri($"/backtest?handler=Table&name={name}&format=csv", UriKind.Relative), Cancel);
            Assert.Equal(rows + 1, text.TrimEnd().Split("\r\n").Length);
        }

        var book = await host.Client.GetAsync(new Uri("/backtest?handler=Table&name=all&format=xlsx", UriKind.Relative), Cancel);
        Assert.Equal($"backtest-{backtest.Id}.xlsx", book.Content.Headers.ContentDisposition?.FileName);
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_not_found()
    {
        var answer = await host.Client.GetAsync(new Uri("/backtest?handler=Table&name=nothing&format=csv", UriKind.Relative), Cancel);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }
}
