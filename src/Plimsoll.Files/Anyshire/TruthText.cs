using System.Globalization;
using System.Text;
using System.Text.Json;
using Plimsoll.Core.Anyshire;
using Plimsoll.Core.Care;

namespace Plimsoll.Files.Anyshire;

/// <summary>Writes what is really so in Anyshire as JSON, marked as made up.</summary>
internal static class TruthText
{
    private const int Futures = 100;

    public static string Of(AnyshireReturns anyshire)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("note", "Made up. Anyshire is no real council; these are the rates and the future of the world that made its returns.");
            json.WriteNumber("seed", anyshire.Seed);
            json.WriteString("lastDay", anyshire.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteNumber("inCareOnLastDay", anyshire.Truth.InCareOnLastDay);
            Rates(json);
            Future(json, anyshire);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Rates(Utf8JsonWriter json)
    {
        json.WriteStartArray("rates");
        foreach (var statement in AnyshireRates.InWords())
        {
            json.WriteStartObject();
            json.WriteString("what", statement.What);
            json.WriteString("unit", statement.Unit);
            json.WriteStartObject("values");
            foreach (var (label, value) in statement.Values)
            {
                json.WriteNumber(label, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Future(Utf8JsonWriter json, AnyshireReturns anyshire)
    {
        json.WriteStartObject("future");
        json.WriteNumber("futures", Futures);
        json.WriteStartArray("months");
        foreach (var month in anyshire.Truth.Future(Futures, anyshire.Seed))
        {
            json.WriteStartObject();
            json.WriteString("month", month.Month.ToString());
            Spread(json, "inCare", month.InCare);
            Spread(json, "started", month.Started);
            Spread(json, "ceased", month.Ceased);
            json.WriteStartObject("byPlacement");
            foreach (var state in PlacementStates.All)
            {
                Spread(json, state.Code(), month.ByPlacement[state]);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Spread(Utf8JsonWriter json, string name, TruthSpread spread)
    {
        json.WriteStartObject(name);
        json.WriteNumber("mean", Math.Round(spread.Mean, 2));
        json.WriteNumber("p5", Math.Round(spread.P5, 2));
        json.WriteNumber("p10", Math.Round(spread.P10, 2));
        json.WriteNumber("p25", Math.Round(spread.P25, 2));
        json.WriteNumber("p50", Math.Round(spread.P50, 2));
        json.WriteNumber("p75", Math.Round(spread.P75, 2));
        json.WriteNumber("p90", Math.Round(spread.P90, 2));
        json.WriteNumber("p95", Math.Round(spread.P95, 2));
        json.WriteEndObject();
    }
}
