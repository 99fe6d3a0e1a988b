using System.Collections.Immutable;
using Plimsoll.Core.Care;

namespace Plimsoll.Core.Forecast.Backtest;

/// <summary>What a backtest is asked to do.</summary>
public sealed record BacktestSettings
{
    /// <summary>Simulated futures of each forecast, 100 to 2,000. Fewer than an ordinary forecast's, because there are about a hundred forecasts.</summary>
    public int Replicates { get; init; } = 200;

    /// <summary>Seed of all randomness, the same for every forecast, so that settings are compared on the same chance.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Yearly rise of prices, by state, as a share.</summary>
    public ImmutableDictionary<PlacementState, decimal> YearlyPriceRise { get; init; } = PriceRises.Default;

    /// <summary>Threads to use; 0 for all processors. Never changes the result.</summary>
    public int Threads { get; init; }
}
