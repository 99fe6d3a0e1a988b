using Plimsoll.Core.Anyshire;
using Plimsoll.Core.Care;
using Plimsoll.Core.Care.Submitted;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Tests.Anyshire;

public sealed class AnyshireWorldTests
{
    [Fact]
    public void The_same_seed_and_day_make_the_same_council()
    {
        var (first, again) = (Worlds.Everyday(1), AnyshireWorld.Make(1, Worlds.Today, Untidiness.Everyday));
        foreach (var (year, same) in first.Years.Zip(again.Years))
        {
            Assert.Equal(year.Headers, same.Headers);
            Assert.Equal(year.Episodes, same.Episodes);
            Assert.Equal(year.Reviews, same.Reviews);
            Assert.Equal(year.Outcomes, same.Outcomes);
            Assert.Equal(year.Leavers, same.Leavers);
            Assert.Equal(year.SocialWorkers, same.SocialWorkers);
        }

        Assert.Equal(first.Faults, again.Faults);
        Assert.Equal(first.Budgets, again.Budgets);
        Assert.NotEqual(first.Years[0].Episodes, Worlds.Everyday(2).Years[0].Episodes);
    }

    [Fact]
    public void The_demonstration_council_has_about_450_children_and_every_common_placement()
    {
        var world = Worlds.Everyday(AnyshireWorld.DemonstrationSeed);
        Assert.InRange(world.Truth.InCareOnLastDay, 420, 480);
        PlacementState[] common =
        [
            PlacementState.KinshipFoster, PlacementState.FosterInHouse, PlacementState.FosterAgency, PlacementState.HomeInHouse, PlacementState.HomeExternal,
            PlacementState.Supported, PlacementState.PlacedForAdoption, PlacementState.WithParents, PlacementState.Other,
        ];
        Assert.All(common, state => Assert.True(world.Truth.ByPlacementOnLastDay[state] >= 5));
    }

    [Fact]
    public void Another_day_of_the_same_year_makes_the_same_returns()
    {
        var later = AnyshireWorld.Make(1, new DateOnly(2027, 3, 30), Untidiness.None);
        Assert.Equal(Worlds.Tidy(1).Years[^1].Episodes, later.Years[^1].Episodes);
    }

    [Fact]
    public void Everyday_faults_are_a_few_dozen_each_on_another_child_and_nothing_else_differs()
    {
        var (tidy, untidy) = (Worlds.Tidy(1), Worlds.Everyday(1));
        Assert.Empty(tidy.Faults);
        Assert.InRange(untidy.Faults.Length, 30, 60);
        Assert.Equal(untidy.Faults.Length, untidy.Faults.Select(fault => fault.Child).Distinct().Count());
        foreach (var (before, after) in tidy.Years.Zip(untidy.Years))
        {
            var faults = untidy.Faults.Where(fault => fault.CollectionYear == before.CollectionYear).ToList();
            Assert.Equal(before.Episodes.Length, after.Episodes.Length);
            Assert.Equal(
                faults.Where(fault => fault.Table == ReturnTable.Episodes).Select(fault => fault.Child).Order(),
                before.Episodes.Zip(after.Episodes).Where(pair => pair.First != pair.Second).Select(pair => pair.First.Child).Order());
            Assert.Equal(
                faults.Where(fault => fault.Table == ReturnTable.Header).Select(fault => fault.Child).Order(),
                before.Headers.Except(after.Headers).Select(row => row.Child).Order());
        }
    }

    [Theory]
    [InlineData("no-reason-ceased")]
    [InlineData("unknown-placement-code")]
    [InlineData("one-day-gap")]
    [InlineData("overlap")]
    [InlineData("no-header")]
    [InlineData("ended-before-it-began")]
    [InlineData("open-past-eighteen")]
    public void Every_kind_of_everyday_fault_is_there_whatever_the_seed(string kind)
    {
        for (ulong seed = 1; seed <= 3; seed++)
        {
            Assert.Contains(Worlds.Everyday(seed).Faults, fault => fault.Kind == kind);
        }
    }

    [Fact]
    public void Prices_cover_every_state_and_age_on_every_day_of_three_years_exactly_once()
    {
        var prices = Worlds.Tidy(1).Prices;
        foreach (var state in PlacementStates.All)
        {
            for (var age = 0; age < 18; age++)
            {
                foreach (var day in new DateOnly[] { new(2024, 4, 1), new(2025, 3, 31), new(2025, 4, 1), new(2026, 3, 31), new(2026, 4, 1), new(2031, 1, 1) })
                {
                    Assert.Single(prices.Rows, row => row.State == state && row.AgeFrom <= age && age < row.AgeTo && row.Valid.Contains(day));
                }
            }
        }

        Assert.All(prices.Rows, row => Assert.Contains("made up", row.Source, StringComparison.Ordinal));
        Assert.False(prices.IsShippedDefault);
    }

    [Fact]
    public void Budgets_are_for_the_two_years_after_the_returns_and_a_little_under_the_true_cost()
    {
        var world = Worlds.Tidy(1);
        Assert.Equal([new FinancialYear(2026), new FinancialYear(2027)], world.Budgets.Select(budget => budget.Year));
        var future = world.Truth.Future(30, 77, 12);
        var born = world.Years[^1].Headers.ToDictionary(row => row.Child, row => row.Born!.Value);
        var open = world.Years[^1].Episodes.Where(row => row.Ceased is null && row.LegalStatus is not ("V3" or "V4")).ToList();
        decimal Weekly(SubmittedEpisode row) => world.Prices.Rows
            .Where(price => price.Valid.IsOpen && price.State == StateOf(row) && price.AgeFrom <= Ages.On(born[row.Child], world.LastDay) && Ages.On(born[row.Child], world.LastDay) < price.AgeTo)
            .Select(price => price.Weekly.Pounds).Single();
        var meanWeekly = open.Average(Weekly);
        var cost = future.Sum(month => month.Month.Days / 7m * (decimal)month.InCare.Mean * meanWeekly);
        Assert.InRange(world.Budgets[0].Amount.Pounds / cost, 0.88m, 1.06m);
        Assert.InRange(world.Budgets[0].Amount.Pounds, 22_000_000m, 42_000_000m);
    }

    private static PlacementState StateOf(SubmittedEpisode row) => (row.Place[0], row.Provider) switch
    {
        ('U', _) when row.Place is "U1" or "U2" or "U3" => PlacementState.KinshipFoster,
        ('U', "PR1") => PlacementState.FosterInHouse,
        ('U', _) => PlacementState.FosterAgency,
        ('K', "PR1") when row.Place == "K2" => PlacementState.HomeInHouse,
        ('K', _) when row.Place == "K2" => PlacementState.HomeExternal,
        ('K', _) => row.Place == "K1" ? PlacementState.Secure : PlacementState.Supported,
        ('R', _) => row.Place switch { "R1" => PlacementState.HomeExternal, "R5" => PlacementState.Custody, _ => PlacementState.ResidentialOther },
        ('S', _) => PlacementState.ResidentialOther,
        ('A', _) => PlacementState.PlacedForAdoption,
        ('P', _) => PlacementState.WithParents,
        _ => PlacementState.Other,
    };

    [Fact]
    public void Pupil_numbers_are_unique_and_have_a_right_check_letter_and_no_real_authority()
    {
        const string Letters = "ABCDEFGHJKLMNPQRTUVWXYZ";
        foreach (var year in Worlds.Tidy(1).Years)
        {
            var numbers = year.Headers.Select(row => row.Upn).Where(upn => upn.Length == 13).ToList();
            Assert.Equal(numbers.Count, numbers.Distinct().Count());
            Assert.All(numbers, upn =>
            {
                Assert.StartsWith("099", upn[1..], StringComparison.Ordinal);
                var sum = upn.Skip(1).Select((digit, place) => (digit - '0') * (place + 2)).Sum();
                Assert.Equal(Letters[sum % 23], upn[0]);
            });
        }
    }

    [Fact]
    public void Returns_before_2023_are_not_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AnyshireWorld.Make(1, new DateOnly(2023, 3, 30), Untidiness.None));
    }
}
