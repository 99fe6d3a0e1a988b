using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Tables;
using Plimsoll.Web.Frame;

namespace Plimsoll.Web.Pages.Forecast;

/// <summary>The tables of a forecast; each is also a file.</summary>
public static class ForecastTables
{
    /// <summary>Low, central and high by financial year, with the budget where there is one.</summary>
    public static ReportTable Years(Loaded loaded, ForecastResult forecast)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(forecast);
        var hasBudget = forecast.Years.Any(year => forecast.Settings.Budgets.ContainsKey(year.Year));
        return new ReportTable(
            "Forecast by financial year",
            $"{loaded.Place}, {forecast.Years[0].Year} to {forecast.Years[^1].Year}. Low and high: an 8 in 10 chance of falling between them. Gross cost of placements, before grants and contributions.",
            new ReportColumn("Financial year", "", ColumnKind.Text),
            [
                new ReportColumn("Basis", "", ColumnKind.Text),
                .. Spread("Children at 31 March", "", ColumnKind.Whole),
                .. Spread("Cost of placements", "£m", ColumnKind.MillionPounds),
                .. hasBudget ? BudgetColumns : [],
            ],
            [.. forecast.Years.Select(year => YearRow(forecast, year, hasBudget))],
            Source(forecast),
            forecast.AsAt)
        { Notes = Notes(forecast, "A year that the forecast does not reach the end of is marked; its cost is that of the part covered.") };
    }

    /// <summary>Low, central and high by month.</summary>
    public static ReportTable Months(Loaded loaded, ForecastResult forecast)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(forecast);
        return new ReportTable(
            "Forecast by month",
            $"{loaded.Place}, {InWords.Month(forecast.Months[0].Month)} to {InWords.Month(forecast.Months[^1].Month)}. Low and high: an 8 in 10 chance of falling between them.",
            new ReportColumn("Month", "", ColumnKind.Month),
            [
                .. Spread("Children at month end", "", ColumnKind.Whole),
                .. Spread("Cost of placements", "£k", ColumnKind.ThousandPounds),
                new ReportColumn("Started", "", ColumnKind.OneDecimal, Averages),
                new ReportColumn("Ceased", "", ColumnKind.OneDecimal, Averages),
                new ReportColumn("Children at month end", "", ColumnKind.OneDecimal, Averages),
                new ReportColumn("Cost", "£k", ColumnKind.ThousandPounds, Averages),
            ],
            [
                .. forecast.Months.Select(month => new ReportRow(
                    Cell.Of(month.Month),

                    [
                        .. Cells(month.InCare), .. Cells(month.Cost),
                        Cell.Of(month.Started.Mean), Cell.Of(month.Ceased.Mean), Cell.Of(month.InCare.Mean), Cell.Of(month.Cost.Mean),
                    ])),
            ],
            Source(forecast),
            forecast.AsAt)
        {
            Notes = Notes(
                forecast,
                "Central figures are the middle of the simulated futures and do not add up exactly. Averages do: children at the end of one month + started \u2212 ceased = children at the end of the next, and months of cost sum to the year."),
        };
    }

    /// <summary>Central number with its range by placement, at the end of the forecast's first, second, ... twelve months.</summary>
    public static ReportTable Placements(Loaded loaded, ForecastResult forecast)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(forecast);
        var points = forecast.Months.Where((_, index) => (index + 1) % 12 == 0).ToImmutableArray();
        if (points.IsEmpty || points[^1] != forecast.Months[^1])
        {
            points = points.Add(forecast.Months[^1]);
        }

        return new ReportTable(
            "Children in care by placement",
            $"Number of children at month end. {loaded.Place}. Low and high: an 8 in 10 chance of falling between them; they do not add up to those of the total, because they would not all happen together.",
            new ReportColumn("Placement", "", ColumnKind.Text),
            [
                new ReportColumn($"On {InWords.Date(forecast.AsAt)}", "", ColumnKind.Whole),
                .. points.SelectMany(point => Spread(InWords.Month(point.Month), "", ColumnKind.Whole)),
            ],
            [
                .. PlacementStates.All.Select(state => new ReportRow(
                    Cell.Of(state.Label()),
                    [NowIn(loaded, forecast, state), .. points.SelectMany(point => Cells(point.ByPlacement[state]))])),
                new ReportRow(
                    Cell.Of("All children in care"),
                    [Cell.Of(forecast.StockAtStart), .. points.SelectMany(point => Cells(point.InCare))],
                    RowRole.Total),
            ],
            Source(forecast),
            forecast.AsAt);
    }

    /// <summary>Average cost by placement and financial year; the parts sum to the total.</summary>
    public static ReportTable PlacementCosts(Loaded loaded, ForecastResult forecast)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(forecast);
        var years = forecast.Months.GroupBy(month => FinancialYear.Of(month.Month.First)).OrderBy(year => year.Key).ToImmutableArray();
        return new ReportTable(
            "Cost by placement",
            $"Averages, £k. {loaded.Place}, {InWords.Month(forecast.Months[0].Month)} to {InWords.Month(forecast.Months[^1].Month)}. Gross cost of placements, before grants and contributions.",
            new ReportColumn("Placement", "", ColumnKind.Text),
            [.. years.Select(year => new ReportColumn(year.Key.ToString(), "£k", ColumnKind.ThousandPounds))],
            [
                .. PlacementStates.All.Select(state => new ReportRow(
                    Cell.Of(state.Label()),
                    [.. years.Select(year => Cell.Of(year.Sum(month => month.CostByPlacement[state].Mean)))])),
                new ReportRow(Cell.Of("All placements"), [.. years.Select(year => Cell.Of(year.Sum(month => month.Cost.Mean)))], RowRole.Total),
            ],
            Source(forecast),
            forecast.AsAt)
        { Notes = Notes(forecast, "Averages add up; the average of a year lies a little above its central figure, because a few futures are very dear. Days before the forecast starts are not in this table.") };
    }

    /// <summary>What the forecast takes as given.</summary>
    public static ReportTable Assumptions(ForecastResult forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        return new ReportTable(
            "Assumptions",
            "What the forecast takes as given. Change one and run it again: nothing is overwritten.",
            new ReportColumn("Assumption", "", ColumnKind.Text),
            [new ReportColumn("Value", "", ColumnKind.Text), new ReportColumn("Where it comes from", "", ColumnKind.Text)],
            [.. forecast.Trace.Assumptions.Select(item => ReportRow.Of(item.Name, Cell.Of(ForecastWords.Capital(item.Value)), Cell.Of(item.Source)))],
            Source(forecast),
            forecast.AsAt);
    }

    private const string Averages = "Averages, which add up";

    private static ImmutableArray<ReportColumn> BudgetColumns { get; } =
    [
        new("Budget", "£m", ColumnKind.MillionPounds),
        new("Central against budget", "£k", new ColumnKind.Change(ColumnKind.ThousandPounds, "overspend", "underspend", "on budget")),
        new("Chance of staying within", "", ColumnKind.Percent),
    ];

    private static ReportRow YearRow(ForecastResult forecast, ForecastYear year, bool hasBudget)
    {
        var end = forecast.Months.FirstOrDefault(month => month.Month == CalendarMonth.Of(year.Year.Last));
        var basis = !year.IsWhole ? "part of the year"
            : year.RecordedCareDays > 0 ? $"records to {InWords.Date(forecast.AsAt)}, then forecast"
            : "forecast";
        return new ReportRow(
            Cell.Of(year.Year.ToString()),
            [
                Cell.Of(basis),
                .. end is null ? [Cell.NotApplicable, Cell.NotApplicable, Cell.NotApplicable] : Cells(end.InCare),
                .. Cells(year.Cost),
                .. hasBudget ? Budget(forecast, year) : [],
            ]);
    }

    private static Cell[] Budget(ForecastResult forecast, ForecastYear year) =>
        forecast.Settings.Budgets.TryGetValue(year.Year, out var budget)
            ?
            [
                Cell.Of(budget),
                year.IsWhole ? Cell.Of(Money.FromSimulated(year.Cost.P50) - budget) : Cell.NotApplicable,
                year.WithinBudget is { } chance ? Cell.Of(chance) : Cell.NotApplicable,
            ]
            : [Cell.NotKnown, Cell.NotApplicable, Cell.NotApplicable];

    private static Cell NowIn(Loaded loaded, ForecastResult forecast, PlacementState state) => forecast.AsAt > loaded.Data.DataEnd
        ? Cell.NotLoaded
        : Cell.Of(Stock.Children(loaded.Data, forecast.AsAt).Count(item => item.Episode.State == state));

    private static ImmutableArray<ReportColumn> Spread(string group, string unit, ColumnKind kind) =>
        [new("Low", unit, kind, group), new("Central", unit, kind, group), new("High", unit, kind, group)];

    private static Cell[] Cells(Distribution spread) => [Cell.Of(spread.P10), Cell.Of(spread.P50), Cell.Of(spread.P90)];

    private static string Source(ForecastResult forecast) =>
        $"Forecast {forecast.Id}, seed {forecast.Trace.Seed}, {InWords.Whole(forecast.Trace.Replicates)} simulated futures, dataset {forecast.Trace.Dataset}, prices: {forecast.Trace.PriceList}";

    private static ImmutableArray<string> Notes(ForecastResult forecast, string note) =>
    [
        .. new[] { note, forecast.Trace.PricesAreShippedDefault ? "Costs rest on the default prices, not on your own." : "" }.Where(sentence => sentence.Length > 0),
    ];
}
