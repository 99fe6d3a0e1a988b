using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Forecast;

/// <summary>What one placement's actual price says.</summary>
/// <param name="State">Kind of placement.</param>
/// <param name="Age">Completed years on the day of the price; null when not known.</param>
/// <param name="Factor">Actual price over list price on that day; zero for a placement without charge.</param>
/// <param name="Weight">1 while in force; less for each year since the placement ended.</param>
internal readonly record struct PricePoint(PlacementState State, int? Age, double Factor, double Weight);

/// <summary>Actual prices as they were known on a day.</summary>
/// <param name="Points">One for each placement with a price, in force or ended not long ago.</param>
/// <param name="Current">Price over list price of children in care on the day.</param>
/// <param name="Unlisted">Pounds a week for placements in force whose list price is nothing or missing: no factor can carry them.</param>
internal sealed record PriceEvidence(List<PricePoint> Points, Dictionary<ChildKey, double> Current, Money Unlisted)
{
    // Older placements tell of older prices.
    private const double HalfLifeYears = 1;
    private const double LongestAgoYears = 2;

    /// <summary>Nothing known.</summary>
    public static PriceEvidence None => new([], [], Money.Zero);

    /// <summary>
    /// Reads what a sheet says by the end of a day. Placements in force count once each whatever their length so far: the
    /// stock is what child-weeks are paid for.
    /// </summary>
    public static PriceEvidence By(PlacementCostSheet sheet, CareDataset data, PriceBook prices, DateOnly asAt)
    {
        var match = PlacementCosts.Match(sheet, data, prices, asAt);
        var found = None;
        var unlisted = Money.Zero;
        foreach (var placement in match.InForce)
        {
            var weekly = placement.Weekly;
            if (Point(placement.Child, placement.Spell.State, weekly, prices, asAt, 1) is { } point)
            {
                found.Points.Add(point);
                found.Current[placement.Child.Key] = point.Factor;
            }
            else
            {
                unlisted += weekly;
            }
        }

        foreach (var ended in match.Matched
            .Where(cost => cost.Spell.Days.End <= asAt)
            .GroupBy(cost => (cost.Child.Key, cost.Spell.Days.Start)))
        {
            var latest = ended.Max(cost => cost.Cost.Days.Start);
            var costs = ended.Where(cost => cost.Cost.Days.Start == latest).ToArray();
            var last = costs[0].Days.End!.Value.AddDays(-1);
            var years = (asAt.DayNumber - last.DayNumber) / CareModel.YearDays;
            var weekly = costs.Aggregate(Money.Zero, (sum, cost) => sum + cost.Cost.Weekly);
            if (years <= LongestAgoYears
                && Point(costs[0].Child, costs[0].Spell.State, weekly, prices, last, Math.Pow(0.5, years / HalfLifeYears)) is { } point)
            {
                found.Points.Add(point);
            }
        }

        return found with { Unlisted = unlisted };
    }

    private static PricePoint? Point(ChildHistory child, PlacementState state, Money weekly, PriceBook prices, DateOnly day, double weight)
    {
        var list = PlacementCosts.ListWeekly(prices, state, child.Born, day);
        return list is { Pounds: > 0 } price
            ? new PricePoint(state, child.Born is { } born ? Ages.On(born, day) : null, (double)(weekly.Pounds / price.Pounds), weight)
            : null;
    }
}
