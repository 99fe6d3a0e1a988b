using System.Collections.Immutable;
using Plimsoll.Core.Forecast.Assumptions;
using Plimsoll.Core.Forecast.Diagnostics;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Tables;
using Plimsoll.Statistics.Rates;
using Plimsoll.Web.Frame;

namespace Plimsoll.Web.Pages.Diagnostics;

/// <summary>The tables of the page; each is also a file. None has a row for a child.</summary>
public static class DiagnosticsTables
{
    private const string Seen100 = "Seen for every 100 expected";

    /// <summary>A table by its name in addresses, or null.</summary>
    public static ReportTable? Find(Loaded loaded, ForecastDiagnostics made, ImmutableArray<AssumptionInForce> assumptions, string? name) => name switch
    {
        "evidence" => Evidence(loaded, made),
        "returns" => Returns(loaded, made),
        "replay" => Replay(loaded, made),
        "checks" => Checks(loaded, made),
        "assumptions" => Assumptions(loaded, assumptions),
        _ => Enum.GetValues<FitCut>().Where(cut => DiagnosticsWords.Name(cut) == name).Select(cut => Fit(loaded, made, cut)).FirstOrDefault(),
    };

    /// <summary>Every table, for one workbook.</summary>
    public static ImmutableArray<ReportTable> All(Loaded loaded, ForecastDiagnostics made, ImmutableArray<AssumptionInForce> assumptions) =>
        [Evidence(loaded, made), Checks(loaded, made), Replay(loaded, made), Returns(loaded, made), .. Enum.GetValues<FitCut>().Select(cut => Fit(loaded, made, cut)), Assumptions(loaded, assumptions)];

    /// <summary>What is behind each rate.</summary>
    public static ReportTable Evidence(Loaded loaded, ForecastDiagnostics made)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(made);
        return new ReportTable(
            "What stands behind each rate",
            Subtitle(loaded, made, "Events and years of children at risk. “Recent” counts a record less, the longer ago it is: the effective sample"),
            new ReportColumn("Rate", "", ColumnKind.Text),
            [
                new ReportColumn("Events", "", ColumnKind.Whole, "All records"),
                new ReportColumn("Years of children", "", ColumnKind.Whole, "All records"),
                new ReportColumn("Events", "", ColumnKind.OneDecimal, "Recent"),
                new ReportColumn("Expected", "", ColumnKind.OneDecimal, "Recent"),
                new ReportColumn("Years of children", "", ColumnKind.Whole, "Recent"),
                new ReportColumn("Borrowed", "", ColumnKind.Percent),
            ],
            [.. made.Leaving.Concat(made.Moving).Select(item => ReportRow.Of(
                item.Of,
                Cell.Of(item.Count.Observed),
                Cell.Of(item.ChildYears),
                Cell.Of(item.Weighted.Observed),
                Cell.Of(item.Weighted.Expected),
                Cell.Of(item.WeightedChildYears),
                Cell.Of(item.Borrowed)))],
            loaded.ReturnsSource,
            made.AsAt)
        {
            Notes =
            [
                "Borrowed: share of the rates that leans on the common pattern of all your children rather than on children of just that age and time.",
                .. made.LeaversLeftOut > 0
                    ? [$"{InWords.Children(made.LeaversLeftOut)} who left teach no rate, because it is not known for how long they had been in care or when they were born."]
                    : ImmutableArray<string>.Empty,
            ],
        };
    }

    /// <summary>Seen against expected, cut one way.</summary>
    public static ReportTable Fit(Loaded loaded, ForecastDiagnostics made, FitCut cut)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(made);
        var table = made.Table(cut);
        return new ReportTable(
            DiagnosticsWords.Cut(cut),
            Subtitle(loaded, made, "Events seen and expected, every record counted once. Low and high: 95 in 100 times chance leaves the true ratio between them"),
            new ReportColumn(cut switch { FitCut.LeavingByAgeAndTime => "Age", < FitCut.MovesByAge => "Left care", _ => "Moves" }, "", ColumnKind.Text),
            [
                new ReportColumn(Band(cut), "", ColumnKind.Text),
                new ReportColumn("Seen", "", ColumnKind.Whole),
                new ReportColumn("Expected", "", ColumnKind.OneDecimal),
                new ReportColumn("Ratio", "", ColumnKind.Whole, Seen100),
                new ReportColumn("Low", "", ColumnKind.Whole, Seen100),
                new ReportColumn("High", "", ColumnKind.Whole, Seen100),
                new ReportColumn("Beyond chance", "", ColumnKind.Text),
                new ReportColumn("Borrowed", "", ColumnKind.Percent),
            ],
            [.. table.Cells.Select(Row)],
            loaded.ReturnsSource,
            made.AsAt)
        { Notes = [DiagnosticsWords.Check(table), .. cut is FitCut.LeavingByYear or FitCut.MovesByYear ? [ByYear] : ImmutableArray<string>.Empty] };
    }

    /// <summary>The residual checks, a row for each cut.</summary>
    public static ReportTable Checks(Loaded loaded, ForecastDiagnostics made)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(made);
        return new ReportTable(
            "Does what was seen differ from what is expected by more than chance?",
            Subtitle(loaded, made, "Cells in which at least one event is expected"),
            new ReportColumn("Compared", "", ColumnKind.Text),
            [
                new ReportColumn("Cells", "", ColumnKind.Whole),
                new ReportColumn("Beyond chance", "", ColumnKind.Whole),
                new ReportColumn("By chance alone", "", ColumnKind.OneDecimal),
                new ReportColumn("Pearson", "", ColumnKind.OneDecimal),
                new ReportColumn("Degrees of freedom", "", ColumnKind.Whole),
                new ReportColumn("Probability", "", ColumnKind.Percent),
                new ReportColumn("Dispersion", "", ColumnKind.OneDecimal),
            ],
            [.. made.Telling.Select(table => ReportRow.Of(
                DiagnosticsWords.Cut(table.Cut),
                Cell.Of(table.Check.Cells),
                Cell.Of(table.Check.Off),
                Cell.Of(table.Check.OffByChance),
                Cell.Of(table.Check.ChiSquare),
                Cell.Of(table.Check.Degrees),
                Cell.Of(table.Check.Probability),
                Cell.Of(table.Check.Dispersion)))],
            loaded.ReturnsSource,
            made.AsAt)
        { Notes = ["Probability: how often chance alone gives differences as large. Below 5% deserves a look; one in twenty such tables falls there by chance.", ByYear, "Leaving by cause and age, and by cause and time in care, stand below but not here: the rates were made to agree with them."] };
    }

    /// <summary>The recorded years walked again.</summary>
    public static ReportTable Replay(Loaded loaded, ForecastDiagnostics made)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(made);
        return new ReportTable(
            "The recorded years walked again",
            Subtitle(loaded, made, $"Children in care at the end of the day: as recorded, and as the fitted rates lead to from the children in care at the start and everyone recorded as starting. Mean of {InWords.Whole(made.Replay.Replicates)} walks"),
            new ReportColumn("Day", "", ColumnKind.Date),
            [
                new ReportColumn("Recorded", "", ColumnKind.Whole),
                new ReportColumn("Expected", "", ColumnKind.OneDecimal),
                new ReportColumn("Error of the walks", "", ColumnKind.OneDecimal),
                new ReportColumn("Recorded less expected", "", new ColumnKind.Change(ColumnKind.OneDecimal, "more", "fewer", "the same")),
                new ReportColumn("Chance, give or take", "", ColumnKind.OneDecimal),
                new ReportColumn("Beyond chance", "", ColumnKind.Text),
            ],
            [.. made.Replay.Points.Select(point => new ReportRow(
                Cell.Of(point.Day),
                [
                    Cell.Of(point.Recorded),
                    Cell.Of(point.Expected),
                    Cell.Of(point.Error),
                    Cell.Of(point.Residual),
                    Cell.Of(2 * point.Chance),
                    Cell.Of(point.IsWithinChance ? "no" : "yes"),
                ]))],
            loaded.ReturnsSource,
            made.AsAt)
        {
            Notes =
            [
                "One set of rates, fitted with most weight on recent years, is used for all years. A gap that opens in early years and closes later shows that rates have changed, not that the forecast starts from a wrong number: it starts from the recorded one.",
                .. made.Replay.LeftOut > 0 ? [$"{InWords.Count(made.Replay.LeftOut, "period", "periods")} of care without a date of birth are left out on both sides."] : ImmutableArray<string>.Empty,
            ],
        };
    }

    /// <summary>Who comes back.</summary>
    public static ReportTable Returns(Loaded loaded, ForecastDiagnostics made)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(made);
        return new ReportTable(
            "Children who come back, against published experience",
            Subtitle(loaded, made, "Returns to care by time since leaving, and yearly chances for children who left and are under eighteen"),
            new ReportColumn("Left care", "", ColumnKind.Text),
            [
                new ReportColumn("Time since", "", ColumnKind.Text),
                new ReportColumn("Seen", "", ColumnKind.Whole),
                new ReportColumn("As published", "", ColumnKind.OneDecimal),
                new ReportColumn("Years of children", "", ColumnKind.Whole),
                new ReportColumn("Published", "a year", ColumnKind.Percent),
                new ReportColumn("Used", "a year", ColumnKind.Percent),
                new ReportColumn("Beyond chance", "", ColumnKind.Text),
            ],
            [.. made.Returns.Select(item => ReportRow.Of(
                item.Left,
                Cell.Of(item.Since),
                Cell.Of(item.Count.Observed),
                Cell.Of(item.Count.Expected),
                Cell.Of(item.ChildYears),
                Cell.Of(item.PublishedAYear),
                Cell.Of(item.UsedAYear),
                item.Count.Expected > 0 ? Cell.Of(Beyond(item.Count)) : Cell.NotApplicable))],
            loaded.ReturnsSource + "; published: Goldacre and others, 2022, for children who went home; our judgement for special guardianship",
            made.AsAt)
        { Notes = ["Rates are those while the time lasts: 50% a year over one month is about 4 in 100 children."] };
    }

    /// <summary>The assumptions as they stand.</summary>
    public static ReportTable Assumptions(Loaded loaded, ImmutableArray<AssumptionInForce> assumptions)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        return new ReportTable(
            "Assumptions that you may change",
            $"What every forecast takes as given until somebody changes it. {loaded.Place}.",
            new ReportColumn("Assumption", "", ColumnKind.Text),
            [
                new ReportColumn("In force", "", ColumnKind.Text),
                new ReportColumn("Default", "", ColumnKind.Text),
                new ReportColumn("Source of the default", "", ColumnKind.Text),
                new ReportColumn("Set by", "", ColumnKind.Text),
            ],
            [.. assumptions.Select(item => ReportRow.Of(
                item.Assumption.Title, Cell.Of(item.Words), Cell.Of(item.DefaultWords), Cell.Of(item.Assumption.Source), Cell.Of(AssumptionWords.SetBy(item))))],
            "Settings of this workspace",
            null);
    }

    private const string ByYear = "By year, a difference most often means that rates have changed: the forecast counts recent years more, so it follows the change rather than the years before it.";

    private static string Band(FitCut cut) => cut switch
    {
        FitCut.LeavingByAge or FitCut.MovesByAge => "Age",
        FitCut.LeavingByTime or FitCut.LeavingByAgeAndTime => "Time in care",
        FitCut.MovesByTime => "Time in placement",
        _ => "Financial year",
    };

    private static ReportRow Row(FitCell cell)
    {
        var (low, high) = cell.Count.Interval(ResidualCheck.Coverage);
        return ReportRow.Of(
            cell.Of,
            Cell.Of(cell.Band),
            Cell.Of(cell.Count.Observed),
            Cell.Of(cell.Count.Expected),
            Cell.Of(100 * cell.Count.Ratio),
            Cell.Of(100 * low),
            Cell.Of(100 * high),
            Cell.Of(Beyond(cell.Count)),
            cell.Borrowed is { } share ? Cell.Of(share) : Cell.NotApplicable);
    }

    private static string Beyond(ObservedExpected count) => count.IsOff(ResidualCheck.Coverage) ? count.Ratio > 1 ? "more" : "fewer" : "no";

    private static string Subtitle(Loaded loaded, ForecastDiagnostics made, string measure) =>
        $"{measure}. {loaded.Place}, {InWords.Date(made.Since)} to {InWords.Date(made.AsAt)}.";
}
