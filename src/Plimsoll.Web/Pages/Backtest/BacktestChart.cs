using Plimsoll.Core.Forecast.Backtest;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Charts;
using Plimsoll.Web.Frame;
using Plimsoll.Web.TagHelpers;

namespace Plimsoll.Web.Pages.Backtest;

/// <summary>The chart of a backtest: what we would have said, and what happened.</summary>
public static class BacktestChart
{
    /// <summary>The number in care at the headline distance.</summary>
    /// <param name="loaded">The records.</param>
    /// <param name="backtest">The backtest.</param>
    public static PageChart Of(Loaded loaded, BacktestResult backtest)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(backtest);
        var ahead = AheadWords.InText(backtest.Headline);
        RangesAgainstOutcomesData Data(string id) => new()
        {
            Id = id,
            Title = "What we would have said, and what happened",
            RowHeading = "Forecast made on",
            OutcomeHeading = AheadWords.Later(backtest.Headline),
            Measure = Measure.Children,
            Rows =
            [
                .. backtest.Of(BacktestTarget.InCare, backtest.Headline).Select(check => new RangeAgainstOutcome(
                    InWords.Date(check.Origin), check.Said.P10, check.Said.P25, check.Said.P50, check.Said.P75, check.Said.P90, check.Happened)),
            ],
        };
        return new PageChart(
            backtest.Finding,
            $"Children in care {ahead} after each forecast. {loaded.Place}; forecasts made each quarter from the records up to that day.",
            $"{loaded.ReturnsSource}, {InWords.Whole(backtest.Replicates)} simulated futures each, seed {backtest.Seed}",
            RangesAgainstOutcomes.Draw(Data("tests"), ChartSize.Full),
            RangesAgainstOutcomes.Draw(Data("tests-narrow"), ChartSize.Narrow));
    }
}
