using Plimsoll.Core.Forecast;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Shell;

namespace Plimsoll.Forecast;

/// <summary>A forecast in words and a table for a terminal.</summary>
internal static class ForecastWords
{
    /// <summary>What the cost is, wherever it stands.</summary>
    public const string CostLabel = "gross placement cost, before grants and contributions";

    /// <summary>Writes the forecast.</summary>
    public static void Write(TextWriter output, ForecastResult forecast)
    {
        var asAt = InWords.Date(forecast.AsAt);
        var inAYear = forecast.Months[Math.Min(11, forecast.Months.Length - 1)];
        output.WriteLine(
            $"{InWords.Children(forecast.StockAtStart)} in care on {asAt}. At the end of {InWords.Month(inAYear.Month)} we expect "
            + $"{Number(inAYear.InCare.P50)}, between {Number(inAYear.InCare.P10)} and {Number(inAYear.InCare.P90)} (8 in 10 chance).");
        output.WriteLine();
        var table = new TextTable(
            "Financial year", "In care at end: low#", "central#", "high#", "Cost £m: low#", "central#", "high#", "Within budget#");
        foreach (var year in forecast.Years)
        {
            var last = forecast.Months.Last(month => FinancialYear.Of(month.Month.First) == year.Year);
            table.Add(
                year.IsWhole ? year.Year.ToString() : year.Year + " (part)",
                Number(last.InCare.P10),
                Number(last.InCare.P50),
                Number(last.InCare.P90),
                Millions(year.Cost.P10),
                Millions(year.Cost.P50),
                Millions(year.Cost.P90),
                year.WithinBudget is { } chance ? Chance(chance) : "no budget given");
        }

        table.Write(output);
        output.WriteLine();
        output.WriteLine($"Cost is {CostLabel}. Low and high: an 8 in 10 chance of falling between them.");
        if (forecast.Trace.PricesAreShippedDefault)
        {
            output.WriteLine("Every cost rests on the price list that comes with the product, not on this council's prices: load yours with 'plimsoll import prices FILE'.");
        }

        output.WriteLine();
        output.WriteLine("What it takes as given:");
        foreach (var assumption in forecast.Trace.Assumptions)
        {
            output.WriteLine($"  {assumption.Name}: {assumption.Value} ({assumption.Source})");
        }

        foreach (var note in forecast.Trace.Notes)
        {
            output.WriteLine($"  Note: {note}");
        }

        output.WriteLine();
        output.WriteLine($"Forecast {forecast.Id}, seed {forecast.Trace.Seed}, {InWords.Whole(forecast.Trace.Replicates)} futures, dataset {forecast.Trace.Dataset}, version {forecast.Trace.Version}.");
    }

    private static string Number(double count) => InWords.Whole((decimal)count);

    private static string Millions(double pounds) => InWords.OneDecimal((decimal)pounds / 1_000_000m);

    private static string Chance(double share) => share switch
    {
        < 0.05 => "less than 1 chance in 20",
        > 0.95 => "more than 19 chances in 20",
        _ => $"about {InWords.Whole((decimal)(share * 10))} chances in 10",
    };
}
