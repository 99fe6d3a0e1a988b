using System.Collections.Immutable;
using Plimsoll.Core.Care;

namespace Plimsoll.Core.Forecast.Baselines;

/// <summary>The four kinds of placement that simple forecasts of children in care tell apart.</summary>
internal enum PlacementGroup
{
    /// <summary>Foster care of any kind, with relatives, the council's own carers or an agency's.</summary>
    Fostering,

    /// <summary>Children's homes, secure homes, residential schools and the like.</summary>
    Residential,

    /// <summary>Supported accommodation and independent living.</summary>
    Supported,

    /// <summary>Everything else: placed for adoption, with parents, in custody, other.</summary>
    Other,
}

/// <summary>Which placement states belong to which group.</summary>
internal static class PlacementGroups
{
    /// <summary>Number of groups.</summary>
    public const int Count = 4;

    /// <summary>All groups in order.</summary>
    public static ImmutableArray<PlacementGroup> All { get; } = [.. Enum.GetValues<PlacementGroup>()];

    /// <summary>The group of a state.</summary>
    public static PlacementGroup Group(this PlacementState state) => state switch
    {
        PlacementState.KinshipFoster or PlacementState.FosterInHouse or PlacementState.FosterAgency => PlacementGroup.Fostering,
        PlacementState.Supported => PlacementGroup.Supported,
        _ => state.IsResidential() ? PlacementGroup.Residential : PlacementGroup.Other,
    };
}
