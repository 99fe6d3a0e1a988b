using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Budget;

/// <summary>A cost over the days that it shares with a placement of the same child.</summary>
/// <param name="Child">The history.</param>
/// <param name="Spell">The placement.</param>
/// <param name="Cost">The row of the sheet.</param>
/// <param name="Days">The days in both, half-open.</param>
public sealed record MatchedCost(ChildHistory Child, PlacementSpell Spell, PlacementCost Cost, Period Days);

/// <summary>Why a cost has no placement.</summary>
public enum NoPlacement
{
    /// <summary>No child in the returns has this identifier.</summary>
    ChildNotKnown,

    /// <summary>Several authorities have a child with this identifier, and the sheet does not say which.</summary>
    ChildAmbiguous,

    /// <summary>The child is known, but lived in no placement on any of these days.</summary>
    NotInPlacement,

    /// <summary>The row is in force on the day, but the child's placement ended before: the payment may have run on.</summary>
    PlacementEnded,

    /// <summary>The row is in force on the day beside one that starts later and prices the same child: it was not closed.</summary>
    Replaced,
}

/// <summary>A cost that no placement explains.</summary>
/// <param name="Cost">The row.</param>
/// <param name="Reason">Why.</param>
public sealed record CostWithoutPlacement(PlacementCost Cost, NoPlacement Reason);

/// <summary>A placement in force that the sheet does not price.</summary>
/// <param name="Child">The history.</param>
/// <param name="Spell">The placement.</param>
/// <param name="ListWeekly">Pounds a week at the list price, which stands in for it; null when the list has no price either.</param>
public sealed record PlacementWithoutCost(ChildHistory Child, PlacementSpell Spell, Money? ListWeekly);

/// <summary>A placement in force on a day with its price.</summary>
/// <param name="Child">The history.</param>
/// <param name="Spell">The placement.</param>
/// <param name="Weekly">Pounds a week, gross.</param>
/// <param name="Costs">The rows behind it.</param>
public sealed record CostedPlacement(ChildHistory Child, PlacementSpell Spell, Money Weekly, ImmutableArray<PlacementCost> Costs);

/// <summary>A placement cost sheet laid over the placements of the returns.</summary>
/// <param name="On">The day on which placements are in force.</param>
/// <param name="Matched">Costs over the days of their placements, by child and day; also of rows that no longer have one on the day itself.</param>
/// <param name="InForce">Placements in force on the day with their price.</param>
/// <param name="WithoutPlacement">Costs that no placement explains, in order of the sheet.</param>
/// <param name="WithoutCost">Placements in force on the day that the sheet does not price, those free of charge in the list left out.</param>
/// <param name="OutsideRecords">Rows whose days all lie before the first or after the last day of the returns: nothing can be said of them.</param>
public sealed record PlacementCostMatch(
    DateOnly On,
    ImmutableArray<MatchedCost> Matched,
    ImmutableArray<CostedPlacement> InForce,
    ImmutableArray<CostWithoutPlacement> WithoutPlacement,
    ImmutableArray<PlacementWithoutCost> WithoutCost,
    ImmutableArray<PlacementCost> OutsideRecords)
{
    /// <summary>Pounds a week committed on the day for placements that the returns know.</summary>
    public Money WeeklyMatched => Sum(InForce.Select(placement => placement.Weekly));

    /// <summary>Pounds a week on the day for costs that no placement explains.</summary>
    public Money WeeklyWithoutPlacement => Sum(WithoutPlacement.Where(found => found.Cost.Days.Contains(On)).Select(found => found.Cost.Weekly));

    /// <summary>Pounds a week, at list prices, for placements that the sheet does not price.</summary>
    public Money WeeklyWithoutCost => Sum(WithoutCost.Select(found => found.ListWeekly ?? Money.Zero));

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);
}
