using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Tests.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Tests.Budget;

public sealed class PlacementCostsTests
{
    private static readonly DateOnly YearEnd = Returns.Day("2021-03-31");

    // C1 moves from agency foster care into a home in October; C2 stays with foster carers; C3 has left; C4 is at home
    // with parents, which the list does not charge.
    private static readonly CareDataset Data = Returns.Dataset(
    [
        "C1 2020-05-01 S C2 U4/PR4 2020-10-01 X1 @2021",
        "C1 2020-10-01 P C2 K2/PR4 - - @2021",
        "C2 2020-06-01 S C2 U4/PR1 - - @2021",
        "C3 2020-06-01 S C2 U4/PR1 2020-12-01 E4A @2021",
        "C4 2020-06-01 S C2 P1/PR0 - - @2021",
    ],
    ("C1", "2008-01-01"), ("C2", "2012-01-01"), ("C3", "2012-01-01"), ("C4", "2012-01-01"));

    private static PlacementCostMatch Match(params string[] rows) =>
        PlacementCosts.Match(Costs.Sheet(rows), Data, Costs.Prices(700, PlacementState.WithParents), YearEnd);

    [Fact]
    public void The_weekly_price_is_core_education_and_health_before_contributions()
    {
        var cost = Costs.Sheet("C1 2020-10-01 - 4000 500 250").Rows[0] with { Contributions = new Money(1000) };
        Assert.Equal(new Money(4750), cost.Weekly);
        Assert.Equal(new Money(4000), (cost with { Education = null, Health = null }).Weekly);
    }

    [Fact]
    public void A_cost_is_matched_to_the_placements_of_its_child_day_by_day()
    {
        var match = Match("C1 2020-09-01 2021-02-01 4500");
        Assert.Equal(
            [(PlacementState.FosterAgency, "2020-09-01", "2020-10-01"), (PlacementState.HomeExternal, "2020-10-01", "2021-02-01")],
            match.Matched.Select(found => (found.Spell.State, found.Days.Start.ToString("O"), found.Days.End!.Value.ToString("O"))));
        Assert.Empty(match.WithoutPlacement);
    }

    [Fact]
    public void Costs_and_placements_in_force_add_up_to_pounds_a_week()
    {
        var match = Match("C1 2020-10-01 - 4500 300", "C3 2021-01-15 - 820");
        var dear = Assert.Single(match.InForce);
        Assert.Equal(("C1", 4800m), (dear.Child.Key.LocalId, dear.Weekly.Pounds));
        Assert.Equal(new Money(4800), match.WeeklyMatched);
        var stray = Assert.Single(match.WithoutPlacement);
        Assert.Equal(NoPlacement.NotInPlacement, stray.Reason);
        Assert.Equal(new Money(820), match.WeeklyWithoutPlacement);
        var missing = Assert.Single(match.WithoutCost);
        Assert.Equal("C2", missing.Child.Key.LocalId);
        Assert.Equal(new Money(700), match.WeeklyWithoutCost);
    }

    [Fact]
    public void A_row_that_was_never_closed_gives_way_to_the_one_that_starts_later()
    {
        var match = Match("C1 2020-05-01 - 850", "C1 2020-10-01 - 4500", "C1 2020-10-01 - 250");
        Assert.Equal(new Money(4750), Assert.Single(match.InForce).Weekly);
        Assert.Equal(NoPlacement.Replaced, Assert.Single(match.WithoutPlacement).Reason);
        Assert.Equal(new Money(850), match.WeeklyWithoutPlacement);
    }

    [Fact]
    public void A_payment_that_runs_on_after_the_child_has_left_is_a_cost_without_a_placement()
    {
        var match = Match("C3 2020-06-01 - 820");
        Assert.Equal(NoPlacement.PlacementEnded, Assert.Single(match.WithoutPlacement).Reason);
        Assert.Equal(new Money(820), match.WeeklyWithoutPlacement);
        Assert.Equal(Returns.Day("2020-12-01"), Assert.Single(match.Matched).Days.End);
    }

    [Fact]
    public void What_does_not_match_is_a_finding_with_pounds_a_week()
    {
        var sheet = Costs.Sheet("C1 2020-10-01 - 4500", "C3 2020-06-01 - 820");
        var findings = PlacementCostFindings.Of(sheet, PlacementCosts.Match(sheet, Data, Costs.Prices(700, PlacementState.WithParents), YearEnd));
        Assert.Equal(
            [
                "1 cost has no placement in the returns: £820 a week on 31 March 2021.",
                "1 placement in force on 31 March 2021 has no cost in the sheet: about £700 a week at list prices.",
            ],
            findings.Select(finding => finding.Meaning));
        Assert.Equal("£820 a week from 01/06/2020; the placement had ended by then", Assert.Single(findings[0].Rows).Says);
    }

    [Fact]
    public void A_child_whom_the_returns_do_not_know_is_a_cost_without_a_placement()
    {
        var match = Match("C9 2020-10-01 - 4500");
        Assert.Equal(NoPlacement.ChildNotKnown, Assert.Single(match.WithoutPlacement).Reason);
    }

    [Fact]
    public void Rows_after_the_last_day_of_the_returns_are_neither_matched_nor_unmatched()
    {
        var match = Match("C1 2021-06-01 - 4500");
        Assert.Empty(match.Matched);
        Assert.Empty(match.WithoutPlacement);
        Assert.Single(match.OutsideRecords);
    }

    [Fact]
    public void Without_an_authority_in_the_sheet_an_identifier_must_name_one_child()
    {
        string[] episodes = ["A:C1 2020-05-01 S C2 U4/PR4 - - @2021", "A:C2 2020-05-01 S C2 U4/PR4 - - @2021", "B:C1 2020-05-01 S C2 U4/PR4 - - @2021"];
        var data = Returns.Dataset(episodes);
        var match = PlacementCosts.Match(
            Costs.Sheet("C1 2020-06-01 - 900", "C2 2020-06-01 - 910", "B:C1 2020-06-01 - 920"), data, Costs.Prices(700), YearEnd);
        Assert.Equal(NoPlacement.ChildAmbiguous, Assert.Single(match.WithoutPlacement).Reason);
        Assert.Equal([910m, 920m], match.InForce.Select(placement => placement.Weekly.Pounds));
    }

    [Fact]
    public void The_dearest_placements_are_at_actual_prices_where_known_and_name_no_child()
    {
        var match = Match("C1 2020-10-01 2021-09-01 4500");
        var dearest = DearestPlacements.At(Data, Costs.Prices(700, PlacementState.WithParents), match, YearEnd, 2);
        Assert.Equal(
            [
                new DearPlacement(PlacementState.HomeExternal, AgeBands.All[3], "PR4", new Money(4500), Returns.Day("2021-09-01"), PriceBasis.Actual),
                new DearPlacement(PlacementState.FosterInHouse, AgeBands.All[2], "PR1", new Money(700), null, PriceBasis.List),
            ],
            dearest.Placements);
        Assert.Equal(new Money(5200), dearest.Weekly);
        Assert.Equal(new Money(5200), dearest.WeeklyOfAll);
    }
}
