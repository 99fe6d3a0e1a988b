using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Tables;
using Plimsoll.Web.Frame;

namespace Plimsoll.Web.Pages.Forecast;

/// <summary>The ten dearest placements, and what the dearest futures cost. For staff; nothing in them names a child.</summary>
public static class DearestTables
{
    /// <summary>The placements on the as-at date, or null in a snapshot of an earlier version.</summary>
    public static ReportTable? Placements(Loaded loaded, ForecastResult forecast)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(forecast);
        if (forecast.Dearest is not { } dearest)
        {
            return null;
        }

        return new ReportTable(
            "The dearest placements",
            $"Gross price a week on {InWords.Date(dearest.On)}, £. {loaded.Place}. No child is named; for staff only, because ten placements may be told apart.",
            new ReportColumn("Placement", "", ColumnKind.Text),
            [
                new ReportColumn("Age", "", ColumnKind.Text),
                new ReportColumn("Provider", "", ColumnKind.Text),
                new ReportColumn("A week", "£", ColumnKind.Pounds),
                new ReportColumn("Price is", "", ColumnKind.Text),
                new ReportColumn("Planned last day", "", ColumnKind.Date),
            ],
            [
                .. dearest.Placements.Select(placement => ReportRow.Of(
                    placement.State.Label(),
                    Cell.Of(placement.Age.Label),
                    placement.ProviderType.Length == 0 ? Cell.NotKnown : Cell.Of(loaded.Codes.Provider.Describe(placement.ProviderType)),
                    Cell.Of(placement.Weekly),
                    Cell.Of(placement.Basis == PriceBasis.Actual ? "actual" : "list"),
                    placement.Ends is { } ends ? Cell.Of(ends.AddDays(-1)) : Cell.NotKnown)),
                ReportRow.Total("Together", Cell.NotApplicable, Cell.NotApplicable, Cell.Of(dearest.Weekly), Cell.NotApplicable, Cell.NotApplicable),
            ],
            $"Forecast {forecast.Id}, dataset {forecast.Trace.Dataset}, prices: {forecast.Trace.PriceList}",
            forecast.AsAt)
        { Notes = ["Actual: from the placement cost sheet. List: the sheet does not price the placement, or there is no sheet."] };
    }

    /// <summary>What these placements and the dearest futures cost by year, or null in a snapshot of an earlier version.</summary>
    public static ReportTable? Years(Loaded loaded, ForecastResult forecast)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(forecast);
        return forecast.Years.Any(year => year.DearestCost is null || year.WorstTenthCost is null)
            ? null
            : new ReportTable(
                "Dear placements and dear futures by financial year",
                $"£k. {loaded.Place}. Ten dearest: the average cost of today's ten dearest placements for as long as they last. Dearest tenth of futures: the average cost of all placements in the dearest 100 of every 1,000 simulated futures.",
                new ReportColumn("Financial year", "", ColumnKind.Text),
                [
                    new ReportColumn("Ten dearest, average", "£k", ColumnKind.ThousandPounds),
                    new ReportColumn("All placements, average", "£k", ColumnKind.ThousandPounds),
                    new ReportColumn("Dearest tenth of futures", "£k", ColumnKind.ThousandPounds),
                    new ReportColumn("Basis", "", ColumnKind.Text),
                ],
                [
                    .. forecast.Years.Select(year => ReportRow.Of(
                        year.Year.ToString(),
                        Cell.Of(year.DearestCost!.Mean),
                        Cell.Of(year.Cost.Mean),
                        Cell.Of(year.WorstTenthCost!.Value),
                        Cell.Of(year.IsWhole ? "whole year" : "part of the year"))),
                ],
                $"Forecast {forecast.Id}, seed {forecast.Trace.Seed}, {InWords.Whole(forecast.Trace.Replicates)} simulated futures, prices: {forecast.Trace.PriceList}",
                forecast.AsAt);
    }

    /// <summary>The message: how much of the weekly cost ten placements are.</summary>
    public static string Title(DearestPlacements dearest)
    {
        ArgumentNullException.ThrowIfNull(dearest);
        var count = dearest.Placements.Length;
        return dearest.WeeklyOfAll > Money.Zero
            ? $"The {(count == 1 ? "dearest placement costs" : $"{InWords.InText(count)} dearest placements cost")} {InWords.Prose(dearest.Weekly)} a week, {InWords.WholePercent(dearest.Weekly.Pounds / dearest.WeeklyOfAll.Pounds)} of the cost of all"
            : "No placement has a price";
    }

    /// <summary>What the dearest tenth of futures cost in the first whole year, in a sentence; empty where it is not known.</summary>
    public static string WorstTenth(ForecastResult forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        return forecast.Years.FirstOrDefault(year => year.IsWhole) is { WorstTenthCost: { } worst } first
            ? $"In the dearest tenth of futures {first.Year} costs {InWords.Millions(Money.FromSimulated(worst))} on average, {InWords.Prose(Money.FromSimulated(worst - first.Cost.Mean))} more than the average of all futures."
            : "";
    }
}
