using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Budget;

/// <summary>Where a price comes from.</summary>
public enum PriceBasis
{
    /// <summary>The council's own placement cost sheet.</summary>
    Actual,

    /// <summary>The price list: the sheet does not price the placement, or there is no sheet.</summary>
    List,
}

/// <summary>A placement as it may be shown beside its price: nothing in it names a child.</summary>
/// <param name="State">Kind of placement.</param>
/// <param name="Age">Age band on the day.</param>
/// <param name="ProviderType">Provider code of the return ("PR4"), empty when not recorded. Not the organisation.</param>
/// <param name="Weekly">Pounds a week, gross.</param>
/// <param name="Ends">First day after its planned end; null when the sheet gives none.</param>
/// <param name="Basis">Where the price comes from.</param>
public sealed record DearPlacement(
    PlacementState State, AgeBand Age, string ProviderType, Money Weekly, DateOnly? Ends, PriceBasis Basis);

/// <summary>The dearest placements in force on a day.</summary>
/// <param name="On">The day.</param>
/// <param name="Placements">The dearest first.</param>
/// <param name="Weekly">Pounds a week for them together.</param>
/// <param name="WeeklyOfAll">Pounds a week for all placements in force.</param>
public sealed record DearestPlacements(DateOnly On, ImmutableArray<DearPlacement> Placements, Money Weekly, Money WeeklyOfAll)
{
    /// <summary>How many are shown apart.</summary>
    public const int Usual = 10;

    /// <summary>The dearest placements at the end of a day: at their actual price where it is known, at list price elsewhere.</summary>
    /// <param name="data">The records.</param>
    /// <param name="prices">The price list.</param>
    /// <param name="match">The sheet matched on the same day; null when there is none.</param>
    /// <param name="on">The day.</param>
    /// <param name="count">How many.</param>
    public static DearestPlacements At(CareDataset data, PriceBook prices, PlacementCostMatch? match, DateOnly on, int count = Usual)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(prices);
        var costed = match?.InForce.ToDictionary(placement => placement.Child.Key) ?? [];
        var all = Stock.Children(data, on).Select(item =>
        {
            var actual = costed.GetValueOrDefault(item.Child.Key);
            var weekly = actual?.Weekly ?? PlacementCosts.ListWeekly(prices, item.Episode.State, item.Child.Born, on) ?? Money.Zero;
            return new DearPlacement(
                item.Episode.State,
                AgeBands.Of(item.Child.Born, on),
                item.Episode.Provider,
                weekly,
                actual?.Costs.Max(cost => cost.Days.End),
                actual is null ? PriceBasis.List : PriceBasis.Actual);
        }).ToArray();
        ImmutableArray<DearPlacement> dearest =
        [
            .. all.OrderByDescending(placement => placement.Weekly)
                .ThenBy(placement => placement.State)
                .ThenBy(placement => placement.Age.From)
                .Take(count),
        ];
        return new DearestPlacements(on, dearest, Sum(dearest), Sum(all));
    }

    private static Money Sum(IEnumerable<DearPlacement> placements) =>
        placements.Aggregate(Money.Zero, (sum, placement) => sum + placement.Weekly);
}
