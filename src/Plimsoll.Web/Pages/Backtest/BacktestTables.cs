using System.Collections.Immutable;
using Plimsoll.Core.Forecast.Backtest;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Tables;
using Plimsoll.Web.Frame;

namespace Plimsoll.Web.Pages.Backtest;

/// <summary>The tables of a backtest; each is also a file.</summary>
public static class BacktestTables
{
    /// <summary>The names of the tables, in the order of the workbook.</summary>
    public static ImmutableArray<string> Names { get; } = ["headline", "by-distance", "by-placement", "cost", "methods", "settings", "checks"];

    /// <summary>One of the tables by name, or null.</summary>
    /// <param name="loaded">The records.</param>
    /// <param name="backtest">The backtest.</param>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public static ReportTable? Of(Loaded loaded, BacktestResult backtest, string? name)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(backtest);
        return name switch
        {
            "headline" => Headline(loaded, backtest),
            "by-distance" => Distances(loaded, backtest),
            "by-placement" => Placements(loaded, backtest),
            "cost" => Cost(loaded, backtest),
            "methods" => Methods(loaded, backtest),
            "settings" => Settings(backtest),
            "checks" => Checks(loaded, backtest),
            _ => null,
        };
    }

    private static ReportTable Headline(Loaded loaded, BacktestResult backtest) => new(
        $"Children in care {AheadWords.InText(backtest.Headline)} after each forecast",
        $"Number of children. {loaded.Place}. Low and high: an 8 in 10 chance of falling between them.",
        new ReportColumn("Forecast made on", "", ColumnKind.Date),
        [.. Range(ColumnKind.Whole, ""), new ReportColumn("What happened", "", ColumnKind.Whole), new ReportColumn("80% range", "", ColumnKind.Text)],
        [
            .. backtest.Of(BacktestTarget.InCare, backtest.Headline).Select(check => new ReportRow(
                Cell.Of(check.Origin),
                [
                    Cell.Of(check.Said.P10), Cell.Of(check.Said.P50), Cell.Of(check.Said.P90), Cell.Of(check.Happened),
                    Cell.Of(Result(check.Happened, check.Said.P10, check.Said.P90)),
                ])),
        ],
        Source(backtest),
        backtest.DataEnd);

    private static ReportTable Distances(Loaded loaded, BacktestResult backtest) => new(
        "Number of children, by how far ahead",
        $"{loaded.Place}. A fair 80% range holds 8 in 10; a fair 50% range, 5 in 10.",
        new ReportColumn("How far ahead", "", ColumnKind.Text),
        [
            new ReportColumn("Tests", "", ColumnKind.Whole),
            new ReportColumn("Inside 80%", "", ColumnKind.Whole),
            new ReportColumn("Inside 50%", "", ColumnKind.Whole),
            new ReportColumn("Middle line", "", ColumnKind.Whole, MissedBy),
            new ReportColumn("\u201cNo change\u201d", "", ColumnKind.Whole, MissedBy),
        ],
        [
            .. Total(backtest).Select(summary => ReportRow.Of(
                AheadWords.Distance(summary.Months),
                Cell.Of(summary.Checks),
                Cell.Of(summary.InsideEighty),
                Cell.Of(summary.InsideFifty),
                Cell.Of(summary.MissedBy),
                Cell.Of(summary.NoChange!.MissedBy))),
        ],
        Source(backtest),
        backtest.DataEnd);

    private static ReportTable Placements(Loaded loaded, BacktestResult backtest) => new(
        $"By kind of placement, {AheadWords.InText(backtest.Headline)} ahead",
        $"Number of children. {loaded.Place}.",
        new ReportColumn("Placement", "", ColumnKind.Text),
        [
            new ReportColumn("Tests", "", ColumnKind.Whole),
            new ReportColumn("Inside 80%", "", ColumnKind.Whole),
            new ReportColumn("Middle line", "", ColumnKind.Whole, MissedBy),
            new ReportColumn("\u201cNo change\u201d", "", ColumnKind.Whole, MissedBy),
            new ReportColumn("On average", "", new ColumnKind.Change(ColumnKind.Whole, "too high", "too low", "as it came")),
        ],
        [
            .. backtest.Summaries
                .Where(summary => summary.Months == backtest.Headline && BacktestTargets.Placements.Contains(summary.Target))
                .Select(summary => ReportRow.Of(
                    summary.Target.Label(),
                    Cell.Of(summary.Checks),
                    Cell.Of(summary.InsideEighty),
                    Cell.Of(summary.MissedBy),
                    Cell.Of(summary.NoChange!.MissedBy),
                    Cell.Of(Math.Round((decimal)summary.Bias, MidpointRounding.AwayFromZero)))),
        ],
        Source(backtest),
        backtest.DataEnd);

    private static ReportTable Cost(Loaded loaded, BacktestResult backtest) => new(
        "Cost of placements of the financial year",
        $"£m. {loaded.Place}. What happened fell inside {InWords.Whole(backtest.CostYears.Count(year => year.IsInsideEighty))} times out of {InWords.Whole(backtest.CostYears.Length)}.",
        new ReportColumn("Year", "", ColumnKind.Text),
        [
            new ReportColumn("Forecast made on", "", ColumnKind.Date),
            .. Range(ColumnKind.MillionPounds, "£m"),
            new ReportColumn("Outturn", "£m", ColumnKind.MillionPounds),
            new ReportColumn("80% range", "", ColumnKind.Text),
        ],
        [
            .. backtest.CostYears.OrderBy(year => year.Year).ThenBy(year => year.Origin).Select(year => ReportRow.Of(
                year.Year.ToString(),
                Cell.Of(year.Origin),
                Cell.Of(year.Said.P10),
                Cell.Of(year.Said.P50),
                Cell.Of(year.Said.P90),
                Cell.Of(year.Happened),
                Cell.Of(Result(year.Happened, year.Said.P10, year.Said.P90)))),
        ],
        Source(backtest),
        backtest.DataEnd)
    {
        Notes = ["Gross cost of placements, before grants and contributions. Outturn is the cost of the recorded nights; forecast and outturn are valued at the same list prices and rises, so this tests children and placements, not prices."],
    };

    private static ReportTable Methods(Loaded loaded, BacktestResult backtest) => new(
        "Against simple methods",
        $"Number of children. {loaded.Place}. Smaller is better in both.",
        new ReportColumn("How far ahead", "", ColumnKind.Text),
        [.. MethodColumns(MissedBy, ColumnKind.Whole), .. MethodColumns("Score (CRPS)", ColumnKind.OneDecimal)],
        [
            .. Total(backtest).Select(summary => ReportRow.Of(
                AheadWords.Distance(summary.Months),
                [
                    Cell.Of(summary.MissedBy), .. summary.Baselines.Select(baseline => Cell.Of(baseline.MissedBy)),
                    Cell.Of(summary.Crps), .. summary.Baselines.Select(baseline => baseline.Crps is { } crps ? Cell.Of(crps) : Cell.NotApplicable),
                ])),
        ],
        Source(backtest),
        backtest.DataEnd)
    {
        Notes = ["No change: the last number stays. Drift: the average monthly change goes on. Mean rates: a chain of average daily rates between ages and placements, the kind of model that councils use today. The score (continuous ranked probability score) judges line and range together, in children."],
    };

    private static ReportTable Settings(BacktestResult backtest) => new(
        "What later forecasts take from this",
        "A setting changes only where the tests show a clear gain.",
        new ReportColumn("Setting", "", ColumnKind.Text),
        [new ReportColumn("Usual", "", ColumnKind.Text), new ReportColumn("From now on", "", ColumnKind.Text), new ReportColumn("Why", "", ColumnKind.Text)],
        [.. backtest.Choices.Select(choice => ReportRow.Of(choice.Name, Cell.Of(Capital(choice.Usual)), Cell.Of(Capital(choice.Chosen)), Cell.Of(choice.Why)))],
        Source(backtest),
        backtest.DataEnd)
    {
        Notes = backtest.HeldOut is null ? [] : ["A separate check. " + HeldOut(backtest)],
    };

    /// <summary>The separate check in words; empty where there was none.</summary>
    public static string HeldOut(BacktestResult backtest)
    {
        ArgumentNullException.ThrowIfNull(backtest);
        return backtest.HeldOut is { } held
            ? $"Outcomes since {InWords.Date(held.Since)} chose nothing. Inside the 80% range: {InWords.Whole(held.InsideTuned)} of {InWords.Whole(held.Checks)} with these settings, {InWords.Whole(held.InsideAsItCame)} with the usual ones. Mean score {InWords.OneDecimal((decimal)held.CrpsTuned)} against {InWords.OneDecimal((decimal)held.CrpsAsItCame)}; smaller is better."
            : "";
    }

    private static ReportTable Checks(Loaded loaded, BacktestResult backtest) => new(
        "Every test",
        $"{loaded.Place}. Children are numbers at the month\u2019s end; cost is from the forecast\u2019s date to that day, in £.",
        new ReportColumn("Forecast made on", "", ColumnKind.Date),
        [
            new ReportColumn("Held against", "", ColumnKind.Date),
            new ReportColumn("Of what", "", ColumnKind.Text),
            .. Range(ColumnKind.Whole, ""),
            new ReportColumn("What happened", "", ColumnKind.Whole),
            new ReportColumn("80% range", "", ColumnKind.Text),
            new ReportColumn("\u201cNo change\u201d said", "", ColumnKind.Whole),
        ],
        [
            .. backtest.Checks.Select(check => new ReportRow(
                Cell.Of(check.Origin),
                [
                    Cell.Of(check.On),
                    Cell.Of(check.Target.Label()),
                    Cell.Of(check.Said.P10),
                    Cell.Of(check.Said.P50),
                    Cell.Of(check.Said.P90),
                    Cell.Of(check.Happened),
                    Cell.Of(Result(check.Happened, check.Said.P10, check.Said.P90)),
                    Cell.Of(check.Baselines.First(baseline => baseline.Method == BaselineNames.LastValue).Median),
                ])),
        ],
        Source(backtest),
        backtest.DataEnd);

    private const string MissedBy = "Missed by, children";

    private static IEnumerable<BacktestSummary> Total(BacktestResult backtest) =>
        backtest.Summaries.Where(summary => summary.Target == BacktestTarget.InCare);

    private static ImmutableArray<ReportColumn> Range(ColumnKind kind, string unit) =>
        [new("Low", unit, kind), new("Central", unit, kind), new("High", unit, kind)];

    private static ImmutableArray<ReportColumn> MethodColumns(string group, ColumnKind kind) =>
        [new("Ours", "", kind, group), new("No change", "", kind, group), new("Drift", "", kind, group), new("Mean rates", "", kind, group)];

    private static string Result(double happened, double low, double high) =>
        happened < low ? "outside, below" : happened > high ? "outside, above" : "inside";

    private static string Source(BacktestResult backtest) =>
        $"Backtest {backtest.Id}, seed {backtest.Seed}, {InWords.Whole(backtest.Replicates)} simulated futures each, dataset {backtest.Dataset}, prices: {backtest.PriceList}";

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
