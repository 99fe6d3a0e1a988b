using System.Text.Json;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast.Bridges;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Shell;

namespace Plimsoll.Forecast;

/// <summary>A bridge as the public JSON has it.</summary>
internal static class BridgeJson
{
    public static void Write(TextWriter output, ForecastBridge bridge) => JsonDocumentWriter.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("from", bridge.From);
        json.WriteString("to", bridge.To);
        json.WriteString("financialYear", bridge.Year.ToString());
        json.WriteString("words", bridge.Answer());
        Pounds(json, "fromCost", bridge.FromCost);
        Pounds(json, "toCost", bridge.ToCost);
        Pounds(json, "change", bridge.Change);
        Pounds(json, "byChance", bridge.ByChance);
        if (bridge.ComparedFrom is { } first)
        {
            json.WriteString("comparedFrom", first.ToString());
        }
        else
        {
            json.WriteNull("comparedFrom");
        }

        json.List("steps", bridge.Steps, step =>
        {
            json.WriteString("part", step.Part.Key());
            json.WriteString("label", step.Part.Label());
            Pounds(json, "amount", step.Amount);
            json.WriteString("words", BridgeAnswer.Effect(step.Amount));
            json.WriteString("basis", step.Basis);
        });
        json.List("placements", bridge.Placements, row =>
        {
            json.WriteString("placement", row.State.Code());
            Pounds(json, "fromCost", row.From);
            Pounds(json, "toCost", row.To);
            for (var part = 0; part < BridgeParts.Factors.Count; part++)
            {
                Pounds(json, BridgeParts.Factors[part].Key(), row.Amounts[part]);
            }
        });
        json.WriteStartObject("number");
        json.WriteString("month", bridge.Number.Month.ToString());
        json.Number("fromChildren", (double)bridge.Number.From, 1);
        json.Number("toChildren", (double)bridge.Number.To, 1);
        json.List("steps", bridge.Number.Steps, step =>
        {
            json.WriteString("label", step.Label);
            json.Number("children", (double)step.Change, 1);
            json.WriteString("words", BridgeAnswer.Effect(step.Change));
            json.WriteString("basis", step.Basis);
        });
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void Pounds(Utf8JsonWriter json, string name, Money amount) => json.Number(name, (double)amount.Pounds, 2);
}
