using System.Collections.Concurrent;
using System.Text.Json;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Backtest;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Tests.Forecast.Backtest;

public sealed class BacktesterTests
{
    private static readonly BacktestSettings Quick = new() { Replicates = 100 };

    private static readonly Lazy<(CareDataset Data, BacktestResult Result)> Steady = new(() =>
    {
        var data = new World { Seed = 21, StartsADay = 0.08, After = 0 }.Run().Data;
        return (data, Test(data, Quick with { Threads = 2 }));
    });

    internal static BacktestResult Test(CareDataset data, BacktestSettings settings) =>
        Assert.IsType<BacktestDone>(Backtester.Run(data, World.Prices, settings, "test", null, CancellationToken.None)).Result;

    [Fact]
    public void Five_returns_are_tested_from_twelve_quarter_ends_as_far_ahead_as_the_records_reach()
    {
        var plan = BacktestPlan.Of(Steady.Value.Data);
        Assert.Equal(12, plan.Origins.Length);
        Assert.Equal((new DateOnly(2023, 3, 31), new DateOnly(2025, 12, 31)), (plan.Origins[0].Day, plan.Origins[^1].Day));
        Assert.Equal([3, 6, 12, 24, 36], plan.Origins[0].Horizons);
        Assert.Equal([3], plan.Origins[^1].Horizons);

        // Outcomes of the last twelve months choose nothing.
        Assert.Equal(8, plan.Learning.Length);
        Assert.All(plan.Learning, origin => Assert.True(origin.End(origin.Horizons[origin.Learning - 1]) <= new DateOnly(2025, 3, 31)));
    }

    [Fact]
    public void A_return_in_progress_is_judged_to_its_last_whole_month()
    {
        var data = Steady.Value.Data with { DataEnd = new DateOnly(2026, 2, 20) };
        Assert.All(BacktestPlan.Of(data).Origins, origin => Assert.True(origin.End(origin.Horizons[^1]) <= new DateOnly(2026, 1, 31)));
        Assert.Equal(new DateOnly(2025, 9, 30), BacktestPlan.Of(data).Origins[^1].Day);
    }

    [Fact]
    public void What_happened_is_what_the_records_count()
    {
        var (data, result) = Steady.Value;
        Assert.All(
            result.Checks.Where(check => check.Target == BacktestTarget.InCare),
            check => Assert.Equal(Stock.Number(data, check.On), check.Happened));
        Assert.All(
            result.Checks.GroupBy(check => (check.Origin, check.Months)),
            group => Assert.Equal(
                group.First(check => check.Target == BacktestTarget.InCare).Happened,
                group.Where(check => BacktestTargets.Placements.Contains(check.Target)).Sum(check => check.Happened)));
    }

    [Fact]
    public void The_forecast_of_a_check_is_the_forecast_that_the_engine_makes_from_that_day()
    {
        var (data, result) = Steady.Value;
        var check = result.Of(BacktestTarget.InCare, 12).First();
        var forecast = ForecasterTests.Forecast(
            data, new ForecastSettings { From = check.Origin.AddDays(1), Months = 36, Replicates = Quick.Replicates, Prices = PriceMode.List });
        Assert.Equal(forecast.Months[11].InCare, check.Said);

        // A whole financial year ahead, cost is the cost of the year.
        var year = result.CostYears.First(item => item.Origin == check.Origin);
        Assert.Equal(forecast.Years[0].Cost.P50, year.Said.P50, 3);
        Assert.Equal(result.Of(BacktestTarget.Cost, 12).First().Happened, year.Happened, 6);
    }

    [Fact]
    public void No_forecast_sees_the_future()
    {
        var data = new World { Seed = 22, StartsADay = 0.08, Returns = 3, After = 0 }.Run().Data;
        var before = Test(data, Quick);
        var from = before.Origins[0].AddDays(1);
        var later = data with
        {
            Children = [.. data.Children.Where(child => child.Periods[0].Days.Start < from).Select(child => ForecasterTests.Reopened(child, from))],
        };
        var after = Test(later, Quick);
        Assert.NotEqual(before.Checks.Select(check => check.Happened), after.Checks.Select(check => check.Happened));
        var (first, second) = (Of(before), Of(after));
        Assert.Equal(first.Select(check => check.Said), second.Select(check => check.Said));
        Assert.Equal(
            first.SelectMany(check => check.Baselines).Select(baseline => (baseline.Method, baseline.Median, baseline.P10, baseline.P90)),
            second.SelectMany(check => check.Baselines).Select(baseline => (baseline.Method, baseline.Median, baseline.P10, baseline.P90)));

        BacktestCheck[] Of(BacktestResult result) => [.. result.Checks.Where(check => check.Origin == from.AddDays(-1))];
    }

    [Fact]
    public void Threads_change_no_bit_of_the_result()
    {
        var (data, result) = Steady.Value;
        var plain = new JsonSerializerOptions { IgnoreReadOnlyProperties = true };
        Assert.Equal(JsonSerializer.Serialize(result, plain), JsonSerializer.Serialize(Test(data, Quick with { Threads = 1 }), plain));
    }

    [Fact]
    public void A_steady_council_keeps_the_usual_settings_and_a_range_of_usual_width()
    {
        var tuning = Steady.Value.Result.Tuning;
        Assert.Equal(
            (ForecastTuning.Default.HalfLifeMonths, ForecastTuning.Default.PullWeight, ForecastTuning.Default.TrendPrior),
            (tuning.HalfLifeMonths, tuning.PullWeight, tuning.TrendPrior));
        Assert.True(tuning.DecidesSpread);
        Assert.All(tuning.Spread, factor => Assert.InRange(factor.Factor, SpreadFit.Least, SpreadFit.Most));
        Assert.Equal(tuning.Spread.OrderBy(factor => factor.Factor).ThenBy(factor => factor.Months), tuning.Spread);
    }

    [Fact]
    public void The_result_says_what_it_found_and_how_little_that_is()
    {
        var result = Steady.Value.Result;
        var summary = result.Summaries.Single(item => item is { Target: BacktestTarget.InCare, Months: 12 });
        Assert.Equal(12, result.Headline);
        Assert.Equal(9, summary.Checks);
        Assert.StartsWith($"Tested on your own past: in {summary.InsideEighty} of 9 checks a year ahead, the number in care fell inside the 80% range.", result.Verdict, StringComparison.Ordinal);
        Assert.Contains("amount to about 3 separate ones", result.Verdict, StringComparison.Ordinal);
        Assert.Equal(result.Verdict, result.Tuning.Verdict);
        Assert.True(result.Tuning.IsTested);
        Assert.Contains(result.Cautions, caution => caution.Contains("as they stand today", StringComparison.Ordinal));
        Assert.Contains(result.Cautions, caution => caution.Contains("not about prices", StringComparison.Ordinal));
        Assert.NotEmpty(result.Misses);
        Assert.All(result.Misses, miss => Assert.Equal(
            miss.Happened, Stock.Number(Steady.Value.Data, miss.Origin) + miss.Started - miss.Left));
    }

    [Fact]
    public void Three_returns_are_tested_but_choose_nothing()
    {
        var data = new World { Seed = 23, StartsADay = 0.05, Returns = 3, After = 0 }.Run().Data;
        var result = Test(data, Quick);
        Assert.Equal(4, result.Origins.Length);
        Assert.Equal(6, result.Headline);
        Assert.True(result.Tuning.IsTested);
        Assert.False(result.Tuning.DecidesSpread);
        Assert.Null(result.HeldOut);
        Assert.All(result.Choices, choice => Assert.Equal(choice.Usual, choice.Chosen));
    }

    [Fact]
    public void What_cannot_be_tested_is_refused_with_a_reason_and_a_way_out()
    {
        var data = Steady.Value.Data;
        (CareDataset Data, BacktestSettings Settings)[] wrong =
        [
            (new World { Seed = 24, StartsADay = 0.05, Returns = 2, After = 0 }.Run().Data, Quick),
            (data with { Children = [] }, Quick),
            (data, Quick with { Replicates = 99 }),
            (data, Quick with { Replicates = 2001 }),
        ];
        foreach (var (records, settings) in wrong)
        {
            var refused = Assert.IsType<BacktestRefused>(Backtester.Run(records, World.Prices, settings, "test", null, CancellationToken.None));
            Assert.All((string[])[refused.What, refused.Why, refused.ToDo], Assert.NotEmpty);
        }
    }

    [Fact]
    public void It_tells_how_far_it_is_and_stops_when_asked()
    {
        var data = new World { Seed = 25, StartsADay = 0.05, Returns = 3, After = 0 }.Run().Data;
        using var cancel = new CancellationTokenSource();
        var told = new Told(_ => { });
        Assert.IsType<BacktestDone>(Backtester.Run(data, World.Prices, Quick, "test", told, cancel.Token));
        Assert.Equal(told.Shares.Order(), told.Shares);
        Assert.Equal(1, told.Shares.Last());

        var stopping = new Told(_ => cancel.Cancel());
        Assert.ThrowsAny<OperationCanceledException>(() => Backtester.Run(data, World.Prices, Quick, "test", stopping, cancel.Token));
    }

    private sealed class Told(Action<double> then) : IProgress<double>
    {
        public ConcurrentQueue<double> Shares { get; } = new();

        public void Report(double value)
        {
            Shares.Enqueue(value);
            then(value);
        }
    }
}
