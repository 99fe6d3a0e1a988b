using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Store.Vocabulary;

/// <summary>
/// The settings of a forecast as they are written. A snapshot of an older version lacks the settings that came later;
/// those were what their defaults say, so a missing one is null here and not zero.
/// </summary>
internal sealed record StoredSettings
{
    public DateOnly? From { get; init; }

    public int? Months { get; init; }

    public int? Replicates { get; init; }

    public ulong? Seed { get; init; }

    public EntriesMode? Entries { get; init; }

    public SpreadMode? Spread { get; init; }

    public decimal? PopulationChange { get; init; }

    public int? ChildPopulation { get; init; }

    public ImmutableDictionary<PlacementState, decimal>? YearlyPriceRise { get; init; }

    public PriceMode? Prices { get; init; }

    public ImmutableDictionary<FinancialYear, Money>? Budgets { get; init; }

    public ForecastTuning? Tuning { get; init; }

    public int? Threads { get; init; }

    public static StoredSettings Of(ForecastSettings settings) => new()
    {
        From = settings.From,
        Months = settings.Months,
        Replicates = settings.Replicates,
        Seed = settings.Seed,
        Entries = settings.Entries,
        Spread = settings.Spread,
        PopulationChange = settings.PopulationChange,
        ChildPopulation = settings.ChildPopulation,
        YearlyPriceRise = settings.YearlyPriceRise,
        Prices = settings.Prices,
        Budgets = settings.Budgets,
        Tuning = settings.Tuning,
        Threads = settings.Threads,
    };

    public ForecastSettings ToSettings()
    {
        var unsaid = new ForecastSettings();
        return new ForecastSettings
        {
            From = From,
            Months = Months ?? unsaid.Months,
            Replicates = Replicates ?? unsaid.Replicates,
            Seed = Seed ?? unsaid.Seed,
            Entries = Entries ?? unsaid.Entries,
            Spread = Spread ?? unsaid.Spread,
            PopulationChange = PopulationChange ?? unsaid.PopulationChange,
            ChildPopulation = ChildPopulation,
            YearlyPriceRise = YearlyPriceRise ?? unsaid.YearlyPriceRise,
            Prices = Prices ?? unsaid.Prices,
            Budgets = Budgets ?? unsaid.Budgets,
            Tuning = Tuning ?? unsaid.Tuning,
            Threads = Threads ?? unsaid.Threads,
        };
    }
}

/// <summary>Writes and reads forecast settings as <see cref="StoredSettings"/>.</summary>
internal sealed class StoredSettingsJson : JsonConverter<ForecastSettings>
{
    public override ForecastSettings Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (JsonSerializer.Deserialize(ref reader, WorkspaceJson.Default.StoredSettings)
            ?? throw new JsonException("The settings of the forecast are missing.")).ToSettings();

    public override void Write(Utf8JsonWriter writer, ForecastSettings value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, StoredSettings.Of(value), WorkspaceJson.Default.StoredSettings);
}
