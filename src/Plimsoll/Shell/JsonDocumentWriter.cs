using System.Globalization;
using System.Text;
using System.Text.Json;
using Plimsoll.Core.Forecast;

namespace Plimsoll.Shell;

/// <summary>Writes the JSON of the public face: camelCase names, ISO dates, money with two decimals, null for unknown.</summary>
internal static class JsonDocumentWriter
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>Writes one document.</summary>
    public static void Write(TextWriter output, Action<Utf8JsonWriter> document)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            document(json);
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    /// <summary>An ISO date.</summary>
    public static void Date(this Utf8JsonWriter json, string name, DateOnly? day)
    {
        if (day is { } known)
        {
            json.WriteString(name, known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>A number with a fixed number of decimals.</summary>
    public static void Number(this Utf8JsonWriter json, string name, double value, int decimals)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(((decimal)value).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
    }

    /// <summary>A spread: mean and percentiles.</summary>
    public static void Spread(this Utf8JsonWriter json, string name, Distribution spread)
    {
        json.WriteStartObject(name);
        json.Number("mean", spread.Mean, 2);
        json.Number("p5", spread.P5, 2);
        json.Number("p10", spread.P10, 2);
        json.Number("p25", spread.P25, 2);
        json.Number("p50", spread.P50, 2);
        json.Number("p75", spread.P75, 2);
        json.Number("p90", spread.P90, 2);
        json.Number("p95", spread.P95, 2);
        json.WriteEndObject();
    }

    /// <summary>A list of objects.</summary>
    public static void List<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
