using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Forecast;

/// <summary>How the level of children starting care is carried forward.</summary>
public enum EntriesMode
{
    /// <summary>The default: the recent level, pulled towards the level that keeps today's number steady; a trend only as far as the data support one.</summary>
    Evidence,

    /// <summary>The recent level as it is.</summary>
    Recent,

    /// <summary>The recent trend, damped.</summary>
    Trend,
}

/// <summary>How wide the range is.</summary>
public enum SpreadMode
{
    /// <summary>The default: never narrower than real authorities' history shows forecasts to need.</summary>
    Evidence,

    /// <summary>The engine's own range.</summary>
    Own,
}

/// <summary>What a placement costs in the simulation.</summary>
public enum PriceMode
{
    /// <summary>The default: actual prices where known, others drawn around the list, rises that may differ from those set.</summary>
    Spread,

    /// <summary>The list price exactly, with the rises that are set: for comparisons in which prices are not the question.</summary>
    List,
}

/// <summary>What a forecast is asked to do. Every default is a stated assumption.</summary>
public sealed record ForecastSettings
{
    /// <summary>First day of the forecast; null for the day after the data end. An earlier day uses only what was known by then.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Number of calendar months, 1 to 180; the first contains <see cref="From"/>.</summary>
    public int Months { get; init; } = 60;

    /// <summary>Number of simulated futures, 100 to 100,000.</summary>
    public int Replicates { get; init; } = 1000;

    /// <summary>Seed of all randomness: the same data, seed and version give the same result.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How starts are carried forward.</summary>
    public EntriesMode Entries { get; init; } = EntriesMode.Evidence;

    /// <summary>How wide the range is.</summary>
    public SpreadMode Spread { get; init; } = SpreadMode.Evidence;

    /// <summary>Yearly rise of prices from each 1 April after the first day of the forecast, by state, as a share (0.02 is 2%).</summary>
    public ImmutableDictionary<PlacementState, decimal> YearlyPriceRise { get; init; } = PriceRises.Default;

    /// <summary>What a placement costs.</summary>
    public PriceMode Prices { get; init; } = PriceMode.Spread;

    /// <summary>Budgets for gross placement cost, by financial year; empty when none was given.</summary>
    public ImmutableDictionary<FinancialYear, Money> Budgets { get; init; } = ImmutableDictionary<FinancialYear, Money>.Empty;

    /// <summary>
    /// Yearly change of the number of children aged 0 to 17 in the area, as a share: starts follow it. Zero until the
    /// council gives its own projection (Office for National Statistics subnational projections, for one).
    /// </summary>
    public decimal PopulationChange { get; init; }

    /// <summary>
    /// Children aged 0 to 17 in the area; null when not given. It limits unaccompanied children in care to 0.1% of it, the
    /// level up to which the National Transfer Scheme places children.
    /// </summary>
    public int? ChildPopulation { get; init; }

    /// <summary>The numbers of the method that a backtest on the council's own records may decide.</summary>
    public ForecastTuning Tuning { get; init; } = ForecastTuning.Default;

    /// <summary>Threads to use; 0 for all processors. Never changes the result.</summary>
    public int Threads { get; init; }
}

/// <summary>The default rises of prices: an assumption that a user may change.</summary>
public static class PriceRises
{
    /// <summary>
    /// 2% a year, the inflation target; one point more for agency foster care and three more for external children's
    /// homes (judgement; no published series was confirmed).
    /// </summary>
    public static ImmutableDictionary<PlacementState, decimal> Default { get; } =
        PlacementStates.All.ToImmutableDictionary(
            state => state,
            state => state switch
            {
                PlacementState.FosterAgency => 0.03m,
                PlacementState.HomeExternal => 0.05m,
                _ => 0.02m,
            });
}
