using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Backtest;
using Plimsoll.Core.Forecast.Drivers;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Store.Vocabulary;

/// <summary>
/// How documents (forecasts, price lists, settings) are written in the database. Every number comes back exactly;
/// properties that are worked out from others are not written. The code is made at build time, because reflection
/// would cost a cold start about a tenth of a second.
/// </summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(MoneyJson), typeof(FinancialYearJson), typeof(CalendarMonthJson), typeof(StoredSettingsJson)])]
[JsonSerializable(typeof(ForecastResult))]
[JsonSerializable(typeof(BacktestResult))]
[JsonSerializable(typeof(UncertaintyDrivers))]
[JsonSerializable(typeof(StoredSettings))]
[JsonSerializable(typeof(PriceBook))]
[JsonSerializable(typeof(PlacementCostSheet))]
[JsonSerializable(typeof(WorkspaceSettings))]
internal sealed partial class WorkspaceJson : JsonSerializerContext;

/// <summary>Pounds as a number with all its decimals.</summary>
internal sealed class MoneyJson : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetDecimal());

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Pounds);
}

/// <summary>2024/25, as a value and as a key.</summary>
internal sealed class FinancialYearJson : JsonConverter<FinancialYear>
{
    public override FinancialYear Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        FinancialYear.Read(reader.GetString() ?? "") ?? throw new JsonException("A financial year is written 2024/25.");

    public override void Write(Utf8JsonWriter writer, FinancialYear value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());

    public override FinancialYear ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader, typeToConvert, options);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, FinancialYear value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString());
}

/// <summary>2024-04.</summary>
internal sealed class CalendarMonthJson : JsonConverter<CalendarMonth>
{
    public override CalendarMonth Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateOnly.TryParseExact(
            reader.GetString(), "yyyy-MM", System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None, out var first)
            ? CalendarMonth.Of(first)
            : throw new JsonException("A month is written 2024-04.");

    public override void Write(Utf8JsonWriter writer, CalendarMonth value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
