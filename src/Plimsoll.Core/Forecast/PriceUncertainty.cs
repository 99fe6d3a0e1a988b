using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Statistics.Distributions;

namespace Plimsoll.Core.Forecast;

/// <summary>Kinds of placement whose prices rise together.</summary>
public enum PriceGroup
{
    /// <summary>Family or friends, our own carers, placed with parents or for adoption: allowances that the council sets.</summary>
    OwnFamilies,

    /// <summary>Agency foster care.</summary>
    AgencyFoster,

    /// <summary>Homes and schools run by others, secure homes.</summary>
    ExternalHomes,

    /// <summary>The council's own children's homes.</summary>
    OwnHomes,

    /// <summary>Supported accommodation and everything else.</summary>
    Supported,
}

/// <summary>How much prices of placements of one kind differ from the list price.</summary>
/// <param name="LogSd">Standard deviation of the logarithm of price over list price: 0.2 is about a fifth.</param>
/// <param name="Tail">Whether the dearest tenth has a heavy tail.</param>
/// <param name="MostTimesList">No price is above the list price times this, until own prices show otherwise.</param>
/// <param name="Source">Where the figure comes from.</param>
public sealed record PriceSpread(double LogSd, UpperTail Tail, double MostTimesList, string Source);

/// <summary>What a forecast assumes about prices where the council's own do not tell. Every default is a stated assumption.</summary>
public sealed record PriceUncertainty
{
    private const string Judgement = "judgement; no published distribution of weekly prices by placement was confirmed";

    /// <summary>The defaults.</summary>
    public static PriceUncertainty Default { get; } = new();

    /// <summary>Spread of prices around the list price by kind of placement, used as far as own prices are few.</summary>
    public ImmutableDictionary<PlacementState, PriceSpread> Spreads { get; init; } =
        PlacementStates.All.ToImmutableDictionary(state => state, DefaultSpread);

    /// <summary>
    /// Correlation between a child's rank among prices before and after a move inside residential care: a child who
    /// needed a dear home tends to need one again (judgement). 0 to below 1.
    /// </summary>
    public double MoveCorrelation { get; init; } = 0.5;

    /// <summary>Standard deviation of a year's price rise around the rise that is set, by group, as a share: 0.02 is two points (judgement).</summary>
    public ImmutableDictionary<PriceGroup, double> YearlySd { get; init; } = Enum.GetValues<PriceGroup>().ToImmutableDictionary(
        group => group,
        group => group switch
        {
            PriceGroup.AgencyFoster => 0.02,
            PriceGroup.ExternalHomes => 0.03,
            _ => 0.015,
        });

    /// <summary>Correlation of a year's rises between groups: wages and general prices drive them all (judgement). 0 to 1.</summary>
    public double GroupCorrelation { get; init; } = 0.6;

    /// <summary>The group of a kind of placement.</summary>
    public static PriceGroup GroupOf(PlacementState state) => state switch
    {
        PlacementState.KinshipFoster or PlacementState.FosterInHouse or PlacementState.WithParents or PlacementState.PlacedForAdoption
            => PriceGroup.OwnFamilies,
        PlacementState.FosterAgency => PriceGroup.AgencyFoster,
        PlacementState.HomeExternal or PlacementState.Secure or PlacementState.ResidentialOther => PriceGroup.ExternalHomes,
        PlacementState.HomeInHouse => PriceGroup.OwnHomes,
        _ => PriceGroup.Supported,
    };

    private static PriceSpread DefaultSpread(PlacementState state) => state switch
    {
        PlacementState.FosterAgency => new(0.20, UpperTail.LogNormal, 3, Judgement),
        PlacementState.HomeInHouse => new(0.30, UpperTail.LogNormal, 3, Judgement),
        PlacementState.HomeExternal or PlacementState.ResidentialOther => new(0.45, UpperTail.Pareto, 6, Judgement),
        PlacementState.Secure or PlacementState.Other => new(0.60, UpperTail.Pareto, 6, Judgement),
        PlacementState.Supported => new(0.35, UpperTail.LogNormal, 4, Judgement),
        _ => new(0.15, UpperTail.LogNormal, 3, Judgement),
    };
}
