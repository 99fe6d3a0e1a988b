using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Anyshire;

/// <summary>A made-up budget for the gross cost of placements.</summary>
/// <param name="Year">The financial year.</param>
/// <param name="Amount">Pounds, rounded to £10,000.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record AnyshireBudget(FinancialYear Year, Money Amount, string Source);

/// <summary>Sets the budgets as councils often do: a little under what the year is likely to cost.</summary>
internal static class AnyshireBudgets
{
    private const string Source = "Anyshire placement budget (made up)";
    private const decimal ShareOfLikelyCost = 0.97m;
    private const decimal YearlyRise = 1.02m;

    /// <summary>The budgets of the two financial years after the returns.</summary>
    public static ImmutableArray<AnyshireBudget> For(AnyshireTruth truth, ulong seed)
    {
        var future = truth.Future(replicates: 24, seed, months: 24);
        var prices = PlacementStates.All.ToDictionary(state => state, state => AnyshirePrices.Mean(state, truth.AgesOnLastDay(state)));
        var year = FinancialYear.Of(truth.LastDay).Next;
        return
        [
            new AnyshireBudget(year, Rounded(Likely(future, year, prices) * ShareOfLikelyCost), Source),
            new AnyshireBudget(year.Next, Rounded(Likely(future, year.Next, prices) * YearlyRise * ShareOfLikelyCost), Source),
        ];
    }

    private static decimal Likely(
        ImmutableArray<TruthMonth> future, FinancialYear year, Dictionary<PlacementState, decimal> prices) =>
        future.Where(month => FinancialYear.Of(month.Month.First) == year)
            .Sum(month => month.Month.Days / 7m * PlacementStates.All.Sum(state =>
                (decimal)month.ByPlacement[state].Mean * prices[state]));

    private static Money Rounded(decimal pounds) => new(Math.Round(pounds / 10_000m, 0, MidpointRounding.AwayFromZero) * 10_000m);
}
