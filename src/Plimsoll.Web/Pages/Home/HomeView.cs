using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Charts;
using Plimsoll.Reports.Tables;
using Plimsoll.Web.Frame;
using Plimsoll.Web.Pages.Forecast;
using Plimsoll.Web.TagHelpers;

namespace Plimsoll.Web.Pages.Home;

/// <summary>What Home shows.</summary>
/// <param name="Caption">The period.</param>
/// <param name="Title">The answer as a heading.</param>
/// <param name="Answer">The answer in a sentence or two.</param>
/// <param name="Figures">The figures of the strip.</param>
/// <param name="Fan">Children in care, actual and forecast; null without a forecast.</param>
/// <param name="Costs">Cost by financial year; null without a forecast.</param>
/// <param name="DefaultPrices">Whether the costs rest on the shipped price list.</param>
public sealed record HomeView(
    string Caption,
    string Title,
    string Answer,
    ImmutableArray<StripFigure> Figures,
    PageChart? Fan,
    ReportTable? Costs,
    bool DefaultPrices)
{
    /// <summary>Makes the view.</summary>
    public static HomeView Of(Loaded loaded)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        var year = FinancialYear.Of(loaded.Today);
        var inCare = HomeFigures.InCare(loaded);
        var cost = HomeFigures.Cost(loaded, year);
        return new HomeView(
            $"{InWords.Date(loaded.Today)}. Records to {InWords.Date(loaded.Data.DataEnd)}{(loaded.Data.Authorities.Length > 1 ? ". " + loaded.Place : "")}",
            cost is null ? $"{InWords.Children((int)inCare.Figure.Value!)} were in care on {InWords.Date(loaded.Data.DataEnd)}" : CostTitle(loaded, year, cost),
            AnswerOf(loaded, year, cost),
            [.. new[] { inCare, HomeFigures.Change(loaded), cost }.OfType<StripFigure>()],
            loaded.Forecast is { } forecast ? ForecastCharts.Children(loaded, forecast, "home-fan", ChartSize.MainColumn, months: 36) : null,
            loaded.Forecast is { } basis ? ForecastTables.Years(loaded, basis) : null,
            loaded.Forecast is { Trace.PricesAreShippedDefault: true });
    }

    private static string CostTitle(Loaded loaded, FinancialYear year, StripFigure cost)
    {
        var expected = Money.FromSimulated((double)cost.Figure.Value!);
        var title = $"We expect placements to cost {InWords.Millions(expected)} this year";
        return loaded.Forecast!.Settings.Budgets.TryGetValue(year, out var budget) && Math.Abs((expected - budget).Pounds) >= 500m
            ? $"{title}, {Article(expected, budget)}"
            : title;
    }

    private static string Article(Money expected, Money budget)
    {
        var variance = expected - budget;
        var size = InWords.Prose(variance.Pounds < 0 ? budget - expected : variance);
        return $"{(size.StartsWith("£8", StringComparison.Ordinal) || size.StartsWith("£11", StringComparison.Ordinal) || size.StartsWith("£18", StringComparison.Ordinal) ? "an" : "a")} {size} {(variance.Pounds > 0 ? "overspend" : "underspend")}";
    }

    private static string AnswerOf(Loaded loaded, FinancialYear year, StripFigure? cost)
    {
        var sentences = new List<string>();
        if (loaded.Forecast is not { } forecast)
        {
            return "No forecast has been made yet. Run one to see how many children to expect, and at what cost.";
        }

        if (cost is null)
        {
            sentences.Add($"The latest forecast does not cover the whole of the financial year {year}; run one that does.");
        }
        else
        {
            var row = forecast.Years.First(item => item.Year == year);
            sentences.Add($"There is an 8 in 10 chance of {HomeFigures.MoneyRange(row.Cost).Replace("Between", "between", StringComparison.Ordinal)}.");
            if (row.WithinBudget is { } chance)
            {
                sentences.Add($"{HomeFigures.ChanceInWords(chance)} of staying within the {InWords.Prose(forecast.Settings.Budgets[year])} budget.");
            }
        }

        if (forecast.Years.FirstOrDefault(item => item.Year == year.Next && item.IsWhole) is { } next)
        {
            sentences.Add($"Next year, {next.Year}, we expect {InWords.Millions(Money.FromSimulated(next.Cost.P50))}, {HomeFigures.MoneyRange(next.Cost).Replace("Between", "between", StringComparison.Ordinal)}.");
        }

        if (cost is not null && FinancialYear.Of(forecast.AsAt) < year)
        {
            sentences.Add($"The forecast rests on records to {InWords.Date(forecast.AsAt)}, so all of {year} is forecast.");
        }

        return string.Join(' ', sentences);
    }
}
