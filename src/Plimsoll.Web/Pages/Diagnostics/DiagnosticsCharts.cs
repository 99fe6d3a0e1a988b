using System.Collections.Immutable;
using Plimsoll.Core.Forecast.Diagnostics;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Charts;
using Plimsoll.Statistics.Rates;
using Plimsoll.Web.Frame;
using Plimsoll.Web.TagHelpers;

namespace Plimsoll.Web.Pages.Diagnostics;

/// <summary>The message chart: leavers seen against expected.</summary>
public static class DiagnosticsCharts
{
    /// <summary>Draws it.</summary>
    public static PageChart Fit(Loaded loaded, ForecastDiagnostics made, ShownBy by)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(made);
        var rows = Rows(made, by);
        RatiosAroundOneData Data(string id) => new() { Id = id, Title = "Children who left care before eighteen, seen against expected", Rows = rows };
        return new PageChart(
            DiagnosticsWords.ChartTitle(rows, by),
            $"Children who left care before eighteen, seen against what the fitted rates expect. The line through each dot is the range that chance leaves open, 95 times in 100. {loaded.Place}, {InWords.Date(made.Since)} to {InWords.Date(made.AsAt)}.",
            loaded.ReturnsSource,
            RatiosAroundOne.Draw(Data("fit"), ChartSize.Full),
            RatiosAroundOne.Draw(Data("fit-narrow"), ChartSize.Narrow));
    }

    private static ImmutableArray<RatioRow> Rows(ForecastDiagnostics made, ShownBy by)
    {
        var counts = by switch
        {
            ShownBy.Cause => made.Leaving.Select(item => (item.Of, item.Count)),
            ShownBy.Age => Bands(made.Table(FitCut.LeavingByAge)),
            ShownBy.Time => Bands(made.Table(FitCut.LeavingByTime)),
            _ => Bands(made.Table(FitCut.LeavingByYear)),
        };
        return [.. counts.Where(item => item.Count.Expected > 0).Select(item => Row(item.Of, item.Count))];
    }

    // All causes together.
    private static IEnumerable<(string Of, ObservedExpected Count)> Bands(FitTable table) => table.Cells
        .GroupBy(cell => cell.Band)
        .Select(band => (band.Key, band.Aggregate(default(ObservedExpected), (sum, cell) => sum.Plus(cell.Count))));

    private static RatioRow Row(string words, ObservedExpected count)
    {
        var (low, high) = count.Interval(ResidualCheck.Coverage);
        return new RatioRow(words, count.Observed, count.Expected, low, high);
    }
}
