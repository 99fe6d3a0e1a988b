using System.Collections.Immutable;
using Plimsoll.Core.Forecast.Baselines;

namespace Plimsoll.Core.Forecast.Backtest;

/// <summary>Words and order of the targets.</summary>
public static class BacktestTargets
{
    /// <summary>All targets in order of display.</summary>
    public static ImmutableArray<BacktestTarget> All { get; } = [.. Enum.GetValues<BacktestTarget>()];

    /// <summary>The placement groups among the targets.</summary>
    public static ImmutableArray<BacktestTarget> Placements { get; } =
        [BacktestTarget.Fostering, BacktestTarget.Residential, BacktestTarget.Supported, BacktestTarget.OtherPlacements];

    /// <summary>The key used in files and JSON: "inCare".</summary>
    public static string Key(this BacktestTarget target) => target switch
    {
        BacktestTarget.InCare => "inCare",
        BacktestTarget.Fostering => "fostering",
        BacktestTarget.Residential => "residential",
        BacktestTarget.Supported => "supported",
        BacktestTarget.OtherPlacements => "other",
        BacktestTarget.Cost => "cost",
        _ => throw new ArgumentOutOfRangeException(nameof(target)),
    };

    /// <summary>The words that people read: "Supported accommodation".</summary>
    public static string Label(this BacktestTarget target) => target switch
    {
        BacktestTarget.InCare => "All children in care",
        BacktestTarget.Fostering => "Foster care",
        BacktestTarget.Residential => "Children's homes and other residential care",
        BacktestTarget.Supported => "Supported accommodation",
        BacktestTarget.OtherPlacements => "Other placements",
        BacktestTarget.Cost => "Cost of placements",
        _ => throw new ArgumentOutOfRangeException(nameof(target)),
    };

    internal static BacktestTarget Of(PlacementGroup group) => group switch
    {
        PlacementGroup.Fostering => BacktestTarget.Fostering,
        PlacementGroup.Residential => BacktestTarget.Residential,
        PlacementGroup.Supported => BacktestTarget.Supported,
        PlacementGroup.Other => BacktestTarget.OtherPlacements,
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };
}
