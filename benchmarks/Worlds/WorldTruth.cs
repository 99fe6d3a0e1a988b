using System.Collections.Immutable;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Benchmarks.Worlds;

/// <summary>What really happened after the returns.</summary>
/// <param name="ByState">Children in care at the end of each month, by month and placement state.</param>
/// <param name="Cost">Gross placement cost of each year at fixed list prices, in pounds.</param>
internal sealed record WorldTruth(int[][] ByState, double[] Cost)
{
    private static readonly int[] Weekly = [300, 560, 1010, 5100, 6200, 8500, 4400, 1300, 0, 0, 0, 5000];

    /// <summary>The prices: one for each state, never rising.</summary>
    public static PriceBook Prices { get; } = new(
        "Fixed prices",
        false,
        [
            .. PlacementStates.All.Select(state => new PriceRow(
                state, 0, 18, new Money(Weekly[(int)state]), new Period(new DateOnly(2000, 4, 1), null), "made up")),
        ]);

    /// <summary>No price rises.</summary>
    public static ImmutableDictionary<PlacementState, decimal> NoRise { get; } = PlacementStates.All.ToImmutableDictionary(state => state, _ => 0m);

    /// <summary>Children in care at the end of a month, counted from 0.</summary>
    public double Total(int month) => ByState[month].Sum();

    /// <summary>Children in care at the end of a month in some states.</summary>
    public double In(int month, Func<PlacementState, bool> states) =>
        PlacementStates.All.Where(states).Sum(state => ByState[month][(int)state]);

    /// <summary>Counts the truth.</summary>
    public static WorldTruth Of(WorldPlan plan, IEnumerable<Life> lives)
    {
        var lasts = Enumerable.Range(1, 12 * WorldPlan.YearsAfter).Select(month => WorldPlan.FirstDay.AddMonths(month).DayNumber - 1).ToArray();
        var years = Enumerable.Range(0, WorldPlan.YearsAfter + 1).Select(year => WorldPlan.FirstDay.AddYears(year).DayNumber).ToArray();
        var byState = lasts.Select(_ => new int[PlacementStates.Count]).ToArray();
        var cost = new double[WorldPlan.YearsAfter];
        foreach (var (start, end, state) in lives.SelectMany(life => life.Episodes).Where(care => care.End > plan.From).SelectMany(Stays))
        {
            for (var month = 0; month < lasts.Length; month++)
            {
                byState[month][(int)state] += start <= lasts[month] && lasts[month] < end ? 1 : 0;
            }

            for (var year = 0; year < cost.Length; year++)
            {
                cost[year] += Math.Max(0, Math.Min(end, years[year + 1]) - Math.Max(start, years[year])) * Weekly[(int)state] / 7.0;
            }
        }

        return new WorldTruth(byState, cost);
    }

    /// <summary>Placements of a period with their ends.</summary>
    public static IEnumerable<(int Start, int End, PlacementState State)> Stays(Episode care)
    {
        for (var stay = 0; stay < care.Stays.Count; stay++)
        {
            yield return (care.Stays[stay].Start, stay + 1 < care.Stays.Count ? care.Stays[stay + 1].Start : care.End, care.Stays[stay].State);
        }
    }
}
