using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Shell;

namespace Plimsoll.Forecast;

/// <summary>A forecast as the public JSON has it.</summary>
internal static class ForecastJson
{
    public static void Write(TextWriter output, ForecastResult forecast) => JsonDocumentWriter.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("id", forecast.Id);
        json.Date("asAt", forecast.AsAt);
        json.WriteNumber("inCareAtStart", forecast.StockAtStart);
        json.WriteString("costLabel", ForecastWords.CostLabel);
        json.WriteBoolean("pricesAreShippedDefault", forecast.Trace.PricesAreShippedDefault);
        json.List("months", forecast.Months, month =>
        {
            json.WriteString("month", month.Month.ToString());
            json.Spread("inCare", month.InCare);
            json.Spread("started", month.Started);
            json.Spread("ceased", month.Ceased);
            json.Spread("careDays", month.CareDays);
            json.Spread("cost", month.Cost);
            json.WriteStartObject("byPlacement");
            foreach (var state in PlacementStates.All)
            {
                json.Spread(state.Code(), month.ByPlacement[state]);
            }

            json.WriteEndObject();
        });
        json.List("years", forecast.Years, year =>
        {
            json.WriteString("financialYear", year.Year.ToString());
            json.Spread("cost", year.Cost);
            json.Spread("careDays", year.CareDays);
            json.Number("recordedCost", (double)year.RecordedCost.Pounds, 2);
            json.WriteNumber("recordedCareDays", year.RecordedCareDays);
            json.WriteBoolean("isWhole", year.IsWhole);

            // Only snapshots of earlier versions lack them, and those are not printed.
            json.Number("worstTenthCost", year.WorstTenthCost!.Value, 2);
            json.Spread("dearestTen", year.DearestCost!);
        });
        json.List("dearest", forecast.Dearest!.Placements, placement =>
        {
            json.WriteString("placement", placement.State.Code());
            json.WriteString("age", placement.Age.Key);
            json.WriteString("providerType", placement.ProviderType);
            json.Number("weekly", (double)placement.Weekly.Pounds, 2);
            json.Date("ends", placement.Ends);
            json.WriteString("basis", placement.Basis == PriceBasis.Actual ? "actual" : "list");
        });
        json.WriteStartObject("withinBudget");
        foreach (var year in forecast.Years)
        {
            if (year.WithinBudget is { } chance)
            {
                json.Number(year.Year.ToString(), chance, 3);
            }
            else
            {
                json.WriteNull(year.Year.ToString());
            }
        }

        json.WriteEndObject();
        json.WriteStartObject("trace");
        json.WriteString("dataset", forecast.Trace.Dataset);
        json.WriteNumber("seed", forecast.Trace.Seed);
        json.WriteNumber("replicates", forecast.Trace.Replicates);
        json.WriteString("version", forecast.Trace.Version);
        json.WriteString("priceList", forecast.Trace.PriceList);
        json.List("assumptions", forecast.Trace.Assumptions, assumption =>
        {
            json.WriteString("name", assumption.Name);
            json.WriteString("value", assumption.Value);
            json.WriteString("source", assumption.Source);
        });
        json.WriteStartArray("notes");
        foreach (var note in forecast.Trace.Notes)
        {
            json.WriteStringValue(note);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("timing");
        json.Number("readMs", forecast.Timing.ReadMs, 1);
        json.Number("fitMs", forecast.Timing.FitMs, 1);
        json.Number("simulateMs", forecast.Timing.SimulateMs, 1);
        json.Number("totalMs", forecast.Timing.TotalMs, 1);
        json.WriteEndObject();
        json.WriteEndObject();
    });
}
