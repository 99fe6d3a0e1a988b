using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Tables;
using Plimsoll.Web.Frame;

namespace Plimsoll.Web.Pages.Children;

/// <summary>The tables of the page; each is also a file.</summary>
public static class ChildrenTables
{
    /// <summary>The number shown at each month's end.</summary>
    public static ReportTable Trend(Loaded loaded, ChildrenQuery query, ChildrenCounts counts)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(counts);
        return new ReportTable(
            "Children in care at the end of each month",
            $"Number of children: {ChildrenWords.Filters(loaded, query)}. {loaded.Place}, {InWords.Date(counts.Trend[0].Day)} to {InWords.Date(query.On)}.",
            new ReportColumn("Day", "", ColumnKind.Date),
            [new ReportColumn("In care", "", ColumnKind.Whole)],
            [.. counts.Trend.Select(point => new ReportRow(Cell.Of(point.Day), [Cell.Of(point.Children)]))],
            loaded.ReturnsSource,
            loaded.Data.DataEnd)
        { Notes = [CountedNote] };
    }

    /// <summary>Placement by age, with the share, the number a year before and the change.</summary>
    public static ReportTable PlacementByAge(Loaded loaded, ChildrenQuery query, ChildrenCounts counts)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(counts);
        var bands = AgeBands.All
            .Where(band => band.Key is not ("18+" or "unknown") || counts.Shown.Any(item => AgeBands.Of(item.Child.Born, query.On) == band))
            .ToImmutableArray();
        var states = PlacementStates.All
            .Where(state => counts.Shown.Any(item => item.Episode.State == state) || counts.ShownBefore.Any(item => item.Episode.State == state))
            .ToImmutableArray();
        var rows = states.Select(state => Row(
            state.Label(),
            [.. counts.Shown.Where(item => item.Episode.State == state)],
            counts.YearBefore is null ? null : counts.ShownBefore.Count(item => item.Episode.State == state),
            RowRole.Ordinary));
        return new ReportTable(
            "Children in care by placement and age",
            $"Number of children: {ChildrenWords.Filters(loaded, query)}. {loaded.Place}, {InWords.Date(query.On)}{(counts.YearBefore is { } day ? $", against {InWords.Date(day)}" : "")}.",
            new ReportColumn("Placement", "", ColumnKind.Text),
            [
                .. bands.Select(band => new ReportColumn(band.Label, "", ColumnKind.Whole)),
                new ReportColumn("All ages", "", ColumnKind.Whole),
                new ReportColumn("Share", "", ColumnKind.Percent),
                new ReportColumn("A year before", "", ColumnKind.Whole),
                new ReportColumn("Change", "", ColumnKind.ChangeInChildren),
            ],
            [.. rows, Row("All shown", counts.Shown, counts.YearBefore is null ? null : counts.ShownBefore.Length, RowRole.Total)],
            loaded.ReturnsSource,
            loaded.Data.DataEnd)
        { Notes = ["For staff only: numbers of five or fewer are shown. Do not publish this table as it stands."] };

        ReportRow Row(string label, ImmutableArray<InCareOn> children, int? before, RowRole role) => new(
            Cell.Of(label),
            [
                .. bands.Select(band => Cell.Of(children.Count(item => AgeBands.Of(item.Child.Born, query.On) == band))),
                Cell.Of(children.Length),
                counts.Shown.IsEmpty ? Cell.NotApplicable : Cell.Of((decimal)children.Length / counts.Shown.Length),
                before is { } number ? Cell.Of(number) : Cell.NotLoaded,
                before is { } then ? Cell.Of(children.Length - then) : Cell.NotLoaded,
            ],
            role);
    }

    /// <summary>Opening + started - ceased = closing, by financial year.</summary>
    public static ReportTable FlowByYear(Loaded loaded)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        var years = Flow.ByMonth(loaded.Data, loaded.Data.WindowStart, loaded.Data.DataEnd)
            .GroupBy(month => FinancialYear.Of(month.Month.First))
            .Select(year => new ReportRow(
                Cell.Of(year.Key.Last > loaded.Data.DataEnd ? $"{year.Key} to {InWords.Date(loaded.Data.DataEnd)}" : year.Key.ToString()),
                FlowCells(year.First().Opening, year.Sum(month => month.Started), year.Sum(month => month.Ceased), year.Last().Closing)));
        return FlowTable(loaded, "by financial year", new ReportColumn("Financial year", "", ColumnKind.Text), [.. years]);
    }

    /// <summary>Opening + started - ceased = closing, by month.</summary>
    public static ReportTable FlowByMonth(Loaded loaded)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        var months = Flow.ByMonth(loaded.Data, loaded.Data.WindowStart, loaded.Data.DataEnd)
            .Select(month => new ReportRow(Cell.Of(month.Month), FlowCells(month.Opening, month.Started, month.Ceased, month.Closing)));
        return FlowTable(loaded, "by month", new ReportColumn("Month", "", ColumnKind.Month), [.. months]);
    }

    /// <summary>The steps of the last twelve months.</summary>
    public static ReportTable Steps(Loaded loaded, YearOfFlow year)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(year);
        return new ReportTable(
            "How the number changed in twelve months",
            $"Number of children. {loaded.Place}, year to {InWords.Date(year.ClosingDay)}.",
            new ReportColumn("Step", "", ColumnKind.Text),
            [new ReportColumn("Children", "", ColumnKind.Whole), new ReportColumn("Effect", "", ColumnKind.Text)],
            [
                ReportRow.Of($"In care on {InWords.Date(year.OpeningDay)}", Cell.Of(year.Opening), Cell.Of("opening")),
                .. year.Steps.Select(step =>
                    ReportRow.Of(step.Label, Cell.Of(Math.Abs(step.Change)), Cell.Of(step.Change > 0 ? "added" : "taken off"))),
                ReportRow.Total($"In care on {InWords.Date(year.ClosingDay)}", Cell.Of(year.Closing), Cell.Of("closing")),
            ],
            loaded.ReturnsSource,
            loaded.Data.DataEnd);
    }

    internal const string CountedNote =
        "A child is counted who has an open episode at the end of the day, each child once. Agreed short breaks (V3 and V4) are left out.";

    private static ReportTable FlowTable(Loaded loaded, string by, ReportColumn heading, ImmutableArray<ReportRow> rows) => new(
        $"Opening, started, ceased and closing {by}",
        $"Number of children. {loaded.Place}, {InWords.Date(loaded.Data.WindowStart)} to {InWords.Date(loaded.Data.DataEnd)}. Opening + started − ceased = closing in every row.",
        heading,
        [
            new ReportColumn("Opening", "", ColumnKind.Whole),
            new ReportColumn("Started", "", ColumnKind.Whole),
            new ReportColumn("Ceased", "", ColumnKind.Whole),
            new ReportColumn("Closing", "", ColumnKind.Whole),
            new ReportColumn("Change", "", ColumnKind.ChangeInChildren),
        ],
        rows,
        loaded.ReturnsSource,
        loaded.Data.DataEnd)
    {
        Notes = ["Every start and end of care is counted, also when one child starts twice; published yearly figures count each child once."],
    };

    private static ImmutableArray<Cell> FlowCells(int opening, int started, int ceased, int closing) =>
        [Cell.Of(opening), Cell.Of(started), Cell.Of(ceased), Cell.Of(closing), Cell.Of(closing - opening)];
}
