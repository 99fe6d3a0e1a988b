using Plimsoll.Core.Anyshire;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Tests.Anyshire;

public sealed class AnyshireCostsTests
{
    private static readonly AnyshireReturns World = Worlds.Tidy(AnyshireWorld.DemonstrationSeed);

    [Fact]
    public void The_same_seed_makes_the_same_sheet() =>
        Assert.Equal(
            World.PlacementCosts.Rows,
            AnyshireWorld.Make(AnyshireWorld.DemonstrationSeed, Worlds.Today, Untidiness.Everyday).PlacementCosts.Rows);

    [Fact]
    public void Every_row_names_a_made_up_organisation_or_none_and_is_in_force_in_the_last_year()
    {
        Assert.All(World.PlacementCosts.Rows, row =>
        {
            Assert.True(row.Provider.Length == 0 || row.Provider.EndsWith("(made up)", StringComparison.Ordinal));
            Assert.InRange(row.Weekly.Pounds, 50m, 60_000m);
            Assert.True(row.Days.End is not { } end || end > World.LastDay.AddYears(-1));
        });
        Assert.True(World.PlacementCosts.Rows.Length > 500);
    }

    [Fact]
    public void A_few_residential_placements_are_far_dearer_than_the_rest()
    {
        var weekly = World.PlacementCosts.Rows.Where(row => row.Days.Contains(World.LastDay)).Select(row => row.Weekly).OrderDescending().ToArray();
        Assert.True(weekly[0] > new Money(12_000), $"The dearest costs {weekly[0]} a week.");
        var ten = weekly.Take(10).Sum(price => price.Pounds) / weekly.Sum(price => price.Pounds);
        Assert.InRange(ten, 0.08m, 0.30m);
    }
}
