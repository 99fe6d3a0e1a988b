using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Charts;
using Plimsoll.Web.Frame;
using Plimsoll.Web.TagHelpers;

namespace Plimsoll.Web.Pages.Children;

/// <summary>The charts of the page.</summary>
public static class ChildrenCharts
{
    /// <summary>The number shown at each month's end.</summary>
    public static PageChart Trend(Loaded loaded, ChildrenQuery query, ChildrenCounts counts)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(counts);
        LineChartData Data(string id) => new()
        {
            Id = id,
            Title = "Children in care at month end",
            Measure = Measure.Children,
            Points = [.. counts.Trend.Select(point => new DatedValue(point.Day, point.Children))],
        };
        return new PageChart(
            ChildrenWords.TrendTitle(query, counts),
            $"Children in care at month end: {ChildrenWords.Filters(loaded, query)}. {loaded.Place}, {InWords.Month(CalendarMonth.Of(counts.Trend[0].Day))} to {InWords.Month(CalendarMonth.Of(query.On))}.",
            loaded.ReturnsSource,
            LineChart.Draw(Data("trend"), ChartSize.Full),
            LineChart.Draw(Data("trend-narrow"), ChartSize.Narrow));
    }

    /// <summary>By placement, against a year before.</summary>
    public static PageChart ByPlacement(Loaded loaded, ChildrenQuery query, ChildrenCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var parts = PlacementStates.All
            .Select(state => (
                Label: state.Label(),
                Now: counts.Shown.Count(item => item.Episode.State == state),
                Before: counts.ShownBefore.Count(item => item.Episode.State == state)))
            .Where(part => part.Now > 0 || part.Before > 0)
            .ToList();
        return Bars(loaded, query, counts, "placement", parts);
    }

    /// <summary>By age, against a year before.</summary>
    public static PageChart ByAge(Loaded loaded, ChildrenQuery query, ChildrenCounts counts)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(counts);
        var parts = AgeBands.All
            .Select(band => (
                Band: band,
                Label: band.From is 0 or < 0 ? band.Label : "Aged " + band.Label,
                Now: counts.Shown.Count(item => AgeBands.Of(item.Child.Born, query.On) == band),
                Before: counts.YearBefore is { } day ? counts.ShownBefore.Count(item => AgeBands.Of(item.Child.Born, day) == band) : 0))
            .Where(part => part.Band.Key is not ("18+" or "unknown") || part.Now > 0 || part.Before > 0)
            .Select(part => (part.Label, part.Now, part.Before))
            .ToList();
        return Bars(loaded, query, counts, "age", parts);
    }

    /// <summary>How the number changed over twelve months.</summary>
    public static PageChart Steps(Loaded loaded, YearOfFlow year)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(year);
        WaterfallData Data(string id) => new()
        {
            Id = id,
            Title = "Children in care: opening number, started, ceased, closing number",
            Measure = Measure.Children,
            OpeningWords = InWords.Date(year.OpeningDay),
            Opening = year.Opening,
            Steps = [.. year.Steps.Select(Step)],
            ClosingWords = InWords.Date(year.ClosingDay),
        };
        return new PageChart(
            year.Title,
            $"Children in care: opening number, started (solid), ceased (striped), closing number. All children. {loaded.Place}, year to {InWords.Date(year.ClosingDay)}.",
            loaded.ReturnsSource,
            Waterfall.Draw(Data("steps"), ChartSize.Full),
            Waterfall.Draw(Data("steps-narrow"), ChartSize.Narrow));
    }

    private static WaterfallStep Step(FlowStep step) => step.Change > 0
        ? new WaterfallStep.Adds(step.Label, step.Change)
        : new WaterfallStep.TakesOff(step.Label, -step.Change);

    private static PageChart Bars(
        Loaded loaded, ChildrenQuery query, ChildrenCounts counts, string by, List<(string Label, int Now, int Before)> parts)
    {
        var before = counts.YearBefore is { } day ? $", against {InWords.Date(day)}" : "";
        BarsAgainstBeforeData Data(string id) => new()
        {
            Id = id,
            Title = "Children in care by " + by,
            NowWords = InWords.Date(query.On),
            BeforeWords = "a year before",
            Bars = parts.Count == 0
                ? [new BarAgainstBefore("No children", 0, null)]
                : [.. parts.Select(part => new BarAgainstBefore(part.Label, part.Now, counts.YearBefore is null ? null : part.Before))],
        };
        return new PageChart(
            ChildrenWords.PartsTitle(parts, by, counts.YearBefore is not null),
            $"Children in care by {by}: {ChildrenWords.Filters(loaded, query)}. {loaded.Place}, {InWords.Date(query.On)}{before}.",
            loaded.ReturnsSource,
            BarsAgainstBefore.Draw(Data("by-" + by), ChartSize.Half),
            BarsAgainstBefore.Draw(Data("by-" + by + "-narrow"), ChartSize.Narrow));
    }
}
