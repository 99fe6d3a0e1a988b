using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast.Bridges;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Charts;
using Plimsoll.Reports.Tables;
using Plimsoll.Web.Frame;
using Plimsoll.Web.TagHelpers;

namespace Plimsoll.Web.Pages.Forecast;

/// <summary>The chart and the tables of a bridge; each table is also a file.</summary>
public static class CompareView
{
    private static readonly string[] Names = ["steps", "placements", "number"];

    private static readonly ColumnKind Effect = new ColumnKind.Change(ColumnKind.Pounds, "adds", "takes off", "no change");

    /// <summary>The steps of the cost as bars from no change.</summary>
    public static PageChart Cost(Loaded loaded, ForecastBridge bridge)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(bridge);
        ChangeStepsData Data(string id) => new()
        {
            Id = id,
            Title = $"Steps of the average cost of {bridge.Year}",
            Measure = new Measure.Pounds(),
            Steps =
            [
                .. bridge.Steps.Where(step => step.Part != BridgePart.Unexplained || step.Amount != Money.Zero).Select(step => step.Amount < Money.Zero
                    ? (WaterfallStep)new WaterfallStep.TakesOff(step.Part.Label(), -(double)step.Amount.Pounds)
                    : new WaterfallStep.Adds(step.Part.Label(), (double)step.Amount.Pounds)),
            ],
            TotalWords = "Change altogether",
        };
        var change = bridge.Change;
        var title = change == Money.Zero
            ? $"The average cost of {bridge.Year} has not moved"
            : $"{InWords.Prose(new Money(Math.Abs(change.Pounds)))} {(change > Money.Zero ? "more" : "less")} for {bridge.Year} than before";
        return new PageChart(
            title,
            $"What adds to the average cost and what takes off, £. {loaded.Place}. From {InWords.Millions(bridge.FromCost)} to {InWords.Millions(bridge.ToCost)}; bars begin at no change.",
            $"forecasts {bridge.From} and {bridge.To}, means of their simulated futures",
            ChangeSteps.Draw(Data("bridge"), ChartSize.Full),
            ChangeSteps.Draw(Data("bridge-narrow"), ChartSize.Narrow));
    }

    /// <summary>The steps of the cost with their figures.</summary>
    public static ReportTable Steps(Loaded loaded, ForecastBridge bridge)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(bridge);
        var volume = bridge.Of(BridgePart.InCare) + bridge.Of(BridgePart.Starts);
        var rows = ImmutableArray.CreateBuilder<ReportRow>();
        rows.Add(ReportRow.Of("Forecast before", Cell.NotApplicable, Cell.Of(bridge.FromCost), Cell.Of("Forecast " + bridge.From)));
        var reached = bridge.FromCost;
        foreach (var step in bridge.Steps)
        {
            reached += step.Amount;
            rows.Add(ReportRow.Of(step.Part.Label(), Cell.Of(step.Amount), Cell.Of(reached), Cell.Of(step.Basis)));
            if (step.Part == BridgePart.Starts)
            {
                rows.Add(new ReportRow(
                    Cell.Of("Volume: both together"), [Cell.Of(volume), Cell.NotApplicable, Cell.Of("children cared for")], RowRole.Subtotal));
            }
        }

        rows.Add(ReportRow.Total("Forecast after", Cell.Of(bridge.Change), Cell.Of(bridge.ToCost), Cell.Of("Forecast " + bridge.To)));
        return new ReportTable(
            "Steps of the cost",
            $"Expected gross cost of placements in {bridge.Year}, £. {loaded.Place}. The steps sum to the change to the penny.",
            new ReportColumn("What moved", "", ColumnKind.Text),
            [
                new ReportColumn("Effect", "£", Effect),
                new ReportColumn("Cost after it", "£", ColumnKind.Pounds),
                new ReportColumn("From", "", ColumnKind.Text),
            ],
            rows.ToImmutable(),
            Source(bridge),
            null);
    }

    /// <summary>The steps by kind of placement.</summary>
    public static ReportTable Placements(Loaded loaded, ForecastBridge bridge)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(bridge);
        var factors = BridgeParts.Factors;
        return new ReportTable(
            "Steps by placement",
            $"Average cost from {InWords.Month(bridge.ComparedFrom!.Value)} to {InWords.Month(CalendarMonth.Of(bridge.Year.Last))}, which both forecast, £. {loaded.Place}. A minus takes off.",
            new ReportColumn("Placement", "", ColumnKind.Text),
            [
                new ReportColumn("Before", "£", ColumnKind.Pounds),
                .. factors.Select(part => new ReportColumn(part.Label(), "£", ColumnKind.Pounds)),
                new ReportColumn("After", "£", ColumnKind.Pounds),
            ],
            [
                .. bridge.Placements.Select(row => new ReportRow(Cell.Of(row.State.Label()), [Cell.Of(row.From), .. row.Amounts.Select(Cell.Of), Cell.Of(row.To)])),
                new ReportRow(
                    Cell.Of("All placements"),
                    [
                        Cell.Of(bridge.Placements.Sum(row => row.From.Pounds)),
                        .. factors.Select(part => Cell.Of(bridge.Of(part))),
                        Cell.Of(bridge.Placements.Sum(row => row.To.Pounds)),
                    ],
                    RowRole.Total),
            ],
            Source(bridge),
            null);
    }

    /// <summary>The steps of the number in care.</summary>
    public static ReportTable Number(Loaded loaded, ForecastBridge bridge)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(bridge);
        var number = bridge.Number;
        return new ReportTable(
            "Steps of the number in care",
            $"Expected number of children in care at the end of {InWords.Month(number.Month)}. {loaded.Place}.",
            new ReportColumn("What moved", "", ColumnKind.Text),
            [
                new ReportColumn("Effect", "children", new ColumnKind.Change(ColumnKind.OneDecimal, "adds", "takes off", "no change")),
                new ReportColumn("Children after it", "", ColumnKind.OneDecimal),
                new ReportColumn("From", "", ColumnKind.Text),
            ],
            [
                ReportRow.Of("Forecast before", Cell.NotApplicable, Cell.Of(number.From), Cell.Of("Forecast " + bridge.From)),
                .. number.Steps.Select((step, index) => ReportRow.Of(
                    step.Label,
                    Cell.Of(step.Change),
                    Cell.Of(number.From + number.Steps.Take(index + 1).Sum(one => one.Change)),
                    step.Basis.Length == 0 ? Cell.NotApplicable : Cell.Of(step.Basis))),
                ReportRow.Total("Forecast after", Cell.Of(number.To - number.From), Cell.Of(number.To), Cell.Of("Forecast " + bridge.To)),
            ],
            Source(bridge),
            null);
    }

    /// <summary>One of the tables by name, or null.</summary>
    public static ReportTable? Table(Loaded loaded, ForecastBridge bridge, string? name) => name switch
    {
        "steps" => Steps(loaded, bridge),
        "placements" when bridge?.ComparedFrom is not null => Placements(loaded, bridge),
        "number" => Number(loaded, bridge),
        _ => null,
    };

    /// <summary>All tables, for the workbook.</summary>
    public static ImmutableArray<ReportTable> Tables(Loaded loaded, ForecastBridge bridge) =>
        [.. Names.Select(name => Table(loaded, bridge, name)).OfType<ReportTable>()];

    private static string Source(ForecastBridge bridge) => $"Forecasts {bridge.From} and {bridge.To}, means of their simulated futures";
}
