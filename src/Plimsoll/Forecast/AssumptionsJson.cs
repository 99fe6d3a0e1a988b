using System.Globalization;
using Plimsoll.Core.Forecast.Assumptions;
using Plimsoll.Shell;

namespace Plimsoll.Forecast;

/// <summary>Assumptions as the public JSON has them.</summary>
internal static class AssumptionsJson
{
    public static void Write(TextWriter output, IEnumerable<AssumptionInForce> assumptions) => JsonDocumentWriter.Write(output, json =>
    {
        json.WriteStartObject();
        json.List("assumptions", assumptions, item =>
        {
            json.WriteString("name", item.Assumption.Name);
            json.WriteString("title", item.Assumption.Title);
            json.WriteString("does", item.Assumption.Does);
            json.WriteString("value", item.Value);
            json.WriteString("valueInWords", item.Words);
            json.WriteString("default", item.Assumption.Default);
            json.WriteString("origin", item.Origin.ToString().ToLowerInvariant());
            json.WriteString("source", item.Assumption.Source);
            json.WriteString("range", item.Assumption.Range);
            if (item.LastChange is not { } change)
            {
                json.WriteNull("changed");
                return;
            }

            json.WriteStartObject("changed");
            json.WriteString("by", change.By);
            json.WriteString("at", change.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            json.WriteString("why", change.Why);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    });
}
