using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Budget;

/// <summary>
/// Matches a placement cost sheet to the placements of the returns: the same child, days in common. The kind of
/// placement comes from the returns, the price from the sheet.
/// </summary>
public static class PlacementCosts
{
    /// <summary>Matches.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="data">The records.</param>
    /// <param name="prices">The price list, which says what a placement without a cost may cost.</param>
    /// <param name="on">The day on which placements are in force; usually the last day of the data.</param>
    public static PlacementCostMatch Match(PlacementCostSheet sheet, CareDataset data, PriceBook prices, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(prices);
        var find = new ChildFinder(data);
        var matched = new List<MatchedCost>();
        var without = ImmutableArray.CreateBuilder<CostWithoutPlacement>();
        var outside = ImmutableArray.CreateBuilder<PlacementCost>();
        foreach (var cost in sheet.Rows)
        {
            if (cost.Days.Start > data.DataEnd || cost.Days.End <= data.WindowStart)
            {
                outside.Add(cost);
                continue;
            }

            if (find.Find(cost.Child, out var reason) is not { } child)
            {
                without.Add(new CostWithoutPlacement(cost, reason));
                continue;
            }

            var before = matched.Count;
            matched.AddRange(SharedDays(child, cost));
            if (matched.Count == before)
            {
                without.Add(new CostWithoutPlacement(cost, NoPlacement.NotInPlacement));
            }
            else if (cost.Days.Contains(on) && !matched.Skip(before).Any(match => match.Days.Contains(on)))
            {
                without.Add(new CostWithoutPlacement(cost, NoPlacement.PlacementEnded));
            }
        }

        var inForce = InForce(matched, on);
        var used = inForce.SelectMany(placement => placement.Costs).ToHashSet(ReferenceEqualityComparer.Instance);
        without.AddRange(matched
            .Where(match => match.Days.Contains(on) && !used.Contains(match.Cost))
            .Select(match => new CostWithoutPlacement(match.Cost, NoPlacement.Replaced)));
        return new PlacementCostMatch(
            on,
            [.. matched.OrderBy(match => match.Child.Key).ThenBy(match => match.Days.Start).ThenBy(match => match.Cost.Source.Line)],
            inForce,
            [.. without.OrderBy(found => found.Cost.Source.Line)],
            WithoutCost(data, prices, on, [.. inForce.Select(placement => placement.Child.Key)]),
            outside.ToImmutable());
    }

    private static IEnumerable<MatchedCost> SharedDays(ChildHistory child, PlacementCost cost)
    {
        foreach (var spell in child.Periods.SelectMany(period => period.Spells))
        {
            var start = spell.Days.Start > cost.Days.Start ? spell.Days.Start : cost.Days.Start;
            var end = (spell.Days.End, cost.Days.End) switch
            {
                ({ } one, { } other) => one < other ? one : other,
                var (one, other) => one ?? other,
            };
            var shared = new Period(start, end);
            if (!shared.IsEmpty)
            {
                yield return new MatchedCost(child, spell, cost, shared);
            }
        }
    }

    // A row that nobody closed runs on beside the one that replaced it: the latest start is the price. Rows that start
    // together are parts of one price.
    private static ImmutableArray<CostedPlacement> InForce(List<MatchedCost> matched, DateOnly on) =>
    [
        .. matched
            .Where(match => match.Days.Contains(on))
            .GroupBy(match => match.Child.Key)
            .OrderBy(group => group.Key)
            .Select(group =>
            {
                var latest = group.Max(match => match.Cost.Days.Start);
                var costs = group.Where(match => match.Cost.Days.Start == latest).ToArray();
                return new CostedPlacement(
                    costs[0].Child,
                    costs[0].Spell,
                    costs.Aggregate(Money.Zero, (sum, match) => sum + match.Cost.Weekly),
                    [.. costs.Select(match => match.Cost)]);
            }),
    ];

    private static ImmutableArray<PlacementWithoutCost> WithoutCost(CareDataset data, PriceBook prices, DateOnly on, HashSet<ChildKey> priced)
    {
        var found = ImmutableArray.CreateBuilder<PlacementWithoutCost>();
        foreach (var child in data.Children)
        {
            if (priced.Contains(child.Key) || SpellOn(child, on) is not { } spell)
            {
                continue;
            }

            var list = ListWeekly(prices, spell.State, child.Born, on);
            if (list is not { Pounds: 0 })
            {
                found.Add(new PlacementWithoutCost(child, spell, list));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The placement of a child on a day; null when in none.</summary>
    internal static PlacementSpell? SpellOn(ChildHistory child, DateOnly on)
    {
        foreach (var period in child.Periods)
        {
            if (!period.Days.Contains(on))
            {
                continue;
            }

            foreach (var spell in period.Spells)
            {
                if (spell.Days.Contains(on))
                {
                    return spell;
                }
            }
        }

        return null;
    }

    /// <summary>The list price of a placement on a day; null when the list has none for the state.</summary>
    internal static Money? ListWeekly(PriceBook prices, PlacementState state, DateOnly? born, DateOnly on) =>
        PriceTable.For(prices, state, born is { } day ? Ages.On(day, on) : null, on) switch
        {
            PriceListed listed => listed.Row.Weekly,
            PriceNearest nearest => nearest.Row.Weekly,
            _ => null,
        };
}
