using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Backtest;

namespace Plimsoll.Core.Tests.Forecast.Backtest;

public sealed class CheckSummariesTests
{
    // Low 80, quarter 90, middle 100, three quarters 110, high 120.
    private static BacktestCheck Check(int quarter, double happened, double crps) => new(
        new DateOnly(2023, 3, 31).AddMonths(3 * quarter),
        12,
        BacktestTarget.InCare,
        new Distribution(101, 75, 80, 90, 100, 110, 120, 125),
        happened,
        crps,
        0.5,
        false,
        [new BaselineCheck(BaselineNames.LastValue, 104, 100, 108, 2 * crps)]);

    [Fact]
    public void Summaries_equal_what_a_reader_reckons_by_hand()
    {
        var summary = Assert.Single(CheckSummaries.Of([Check(0, 80, 4), Check(1, 95, 2), Check(2, 100, 1), Check(3, 121, 5)]));
        Assert.Equal((4, 3, 2), (summary.Checks, summary.InsideEighty, summary.InsideFifty));
        Assert.Equal((20 + 5 + 0 + 21) / 4.0, summary.MissedBy, 12);
        Assert.Equal(((20 / 80.0) + (5 / 95.0) + 0 + (21 / 121.0)) / 4, summary.MissedByShare!.Value, 12);
        Assert.Equal(101 - ((80 + 95 + 100 + 121) / 4.0), summary.Bias, 12);
        Assert.Equal(0.2, summary.HalfWidth!.Value, 12);
        Assert.Equal(3, summary.Crps, 12);

        // Four origins a quarter apart, a year ahead: 21 months of outcomes hold one whole year and a part.
        Assert.Equal(1, summary.SeparateChecks);
        var simple = Assert.Single(summary.Baselines);
        Assert.Equal((24 + 9 + 4 + 17) / 4.0, simple.MissedBy, 12);
        Assert.Equal(104 - 99, simple.Bias, 12);
        Assert.Equal(1, simple.InsideEighty);
        Assert.Equal(0.5, simple.Skill!.Value, 12);
        Assert.Same(simple, summary.NoChange);
    }

    [Theory]
    [InlineData(12, 3, 12)]
    [InlineData(9, 12, 3)]
    [InlineData(5, 24, 1)]
    [InlineData(1, 36, 1)]
    public void Overlapping_checks_amount_to_as_many_as_fit_without_overlap(int checks, int months, int separate) =>
        Assert.Equal(separate, CheckSummaries.Separate(checks, months));

    [Fact]
    public void A_year_speaks_first_where_three_checks_reach_it()
    {
        BacktestSummary Summary(int months, int checks) => CheckSummaries.Of([.. Enumerable.Range(0, checks).Select(quarter => Check(quarter, 100, 1) with { Months = months })]).Single();
        Assert.Equal(12, Backtester.Headline([Summary(3, 6), Summary(12, 3), Summary(24, 3)]));
        Assert.Equal(6, Backtester.Headline([Summary(3, 6), Summary(6, 5), Summary(12, 2)]));
    }
}
