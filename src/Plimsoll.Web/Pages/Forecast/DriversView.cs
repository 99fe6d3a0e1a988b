using System.Collections.Immutable;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Drivers;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Charts;
using Plimsoll.Reports.Tables;
using Plimsoll.Web.Frame;
using Plimsoll.Web.TagHelpers;

namespace Plimsoll.Web.Pages.Forecast;

/// <summary>What makes the range of a forecast wide: two small charts and a table.</summary>
public static class DriversView
{
    /// <summary>A chart of the number a year ahead and one of the first whole year's cost, on one scale.</summary>
    public static ImmutableArray<PageChart> Charts(Loaded loaded, UncertaintyDrivers drivers)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(drivers);
        var shown = new[] { drivers.Figures.FirstOrDefault(figure => figure.Month is not null), drivers.Figures.FirstOrDefault(figure => figure.Year is not null) }
            .OfType<DrivenFigure>().Where(figure => figure.StandardDeviation > 0).ToList();
        var most = shown.SelectMany(figure => figure.Shares).Select(share => share.WholePercent).DefaultIfEmpty(0).Max();
        return [.. shown.Select(figure => Chart(loaded, drivers, figure, most))];
    }

    /// <summary>All shares.</summary>
    public static ReportTable Table(Loaded loaded, ForecastResult forecast, UncertaintyDrivers drivers)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(drivers);
        return new ReportTable(
            "What makes the range wide",
            $"Shares of the variance in whole per cents, which add up to 100%. {loaded.Place}. Give or take: how far the largest share may be off, in percentage points (standard error).",
            new ReportColumn("Figure", "", ColumnKind.Text),
            [
                .. DriverGroups.All.Select(group => new ReportColumn(Short(group), "%", ColumnKind.Whole)),
                new ReportColumn("Give or take", "", ColumnKind.Text),
            ],
            [
                .. drivers.Figures.Select(figure => new ReportRow(
                    Cell.Of(figure.Name),
                    [.. figure.Shares.Select(share => Cell.Of(share.WholePercent)), Cell.Of(DriversWords.Points(figure))])),
            ],
            $"Forecast {drivers.Forecast}, seed {drivers.Seed}, {InWords.Whole(drivers.Rows)} pairs of simulated futures, version {drivers.Version}",
            forecast.AsAt)
        { Notes = [DriversWords.HowToRead] };
    }

    private static PageChart Chart(Loaded loaded, UncertaintyDrivers drivers, DrivenFigure figure, int most)
    {
        var which = figure.Month is null ? "cost" : "number";
        PlainBarsData Data(string id) => new()
        {
            Id = id,
            Title = "Shares of the variance: " + figure.Name,
            Measure = new Measure.Percent(),
            ScaleTo = most,
            Bars = [.. figure.Shares.OrderByDescending(share => share.Share).Select(share => new PlainBar(share.Group.Label(), share.WholePercent))],
        };
        return new PageChart(
            $"{figure.Name}: {Lead(figure)}",
            $"Share of the variance, give or take {DriversWords.Points(figure)}. {loaded.Place}.",
            $"{loaded.ReturnsSource}, {InWords.Whole(drivers.Rows)} pairs of simulated futures, seed {drivers.Seed}",
            PlainBars.Draw(Data("drivers-" + which), ChartSize.Half),
            PlainBars.Draw(Data($"drivers-{which}-narrow"), ChartSize.Narrow));
    }

    private static string Lead(DrivenFigure figure) =>
        $"{figure.Largest.WholePercent}% of the uncertainty is {figure.Largest.Group.InText()}";

    private static string Short(DriverGroup group) => group switch
    {
        DriverGroup.Starts => "Number of starts",
        DriverGroup.Mix => "Who starts",
        DriverGroup.Exits => "Leaving and coming back",
        DriverGroup.Moves => "Moves",
        DriverGroup.Prices => "Prices",
        _ => "Chance",
    };
}
