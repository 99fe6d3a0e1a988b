using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using static Plimsoll.Core.Tests.Care.Returns;

namespace Plimsoll.Core.Tests.Care;

/// <summary>The counting rules, one by one.</summary>
public sealed class CareDatasetBuilderTests
{
    [Fact]
    public void The_night_of_the_start_counts_and_the_night_of_the_end_does_not()
    {
        var data = Dataset(["A 2020-05-01 S C2 U4/PR4 2020-06-01 E4A @2021"], ("A", "2010-01-01"));
        Assert.Equal(0, Stock.Number(data, Day("2020-04-30")));
        Assert.Equal(1, Stock.Number(data, Day("2020-05-01")));
        Assert.Equal(1, Stock.Number(data, Day("2020-05-31")));
        Assert.Equal(0, Stock.Number(data, Day("2020-06-01")));
        var period = Assert.Single(data.Children.Single().Periods);
        Assert.Equal(CareExit.Home, period.Exit);
        Assert.True(period.CountsAsEntry);
        Assert.Empty(data.Findings);
    }

    [Fact]
    public void The_latest_return_has_the_last_word_on_an_episode()
    {
        var data = Dataset(
            ["A 2020-05-01 S C2 U4/PR4 - - @2021", "A 2020-05-01 S C2 U4/PR4 2021-06-01 E4A @2022"], ("A", "2010-01-01"));
        Assert.Equal(1, data.EpisodesUsed);
        Assert.Equal(Day("2021-06-01"), data.Children.Single().Periods.Single().Days.End);
        Assert.Empty(data.Findings);
    }

    [Fact]
    public void An_end_date_that_a_later_return_takes_back_is_a_finding()
    {
        var data = Dataset(
            ["A 2020-05-01 S C2 U4/PR4 2020-12-01 E4A @2021", "A 2020-05-01 S C2 U4/PR4 - - @2022"], ("A", "2010-01-01"));
        var finding = Assert.Single(data.Findings);
        Assert.Equal("502", finding.Rule);
        Assert.Equal(1, Stock.Number(data, Day("2021-01-01")));
    }

    [Fact]
    public void Chained_episodes_are_one_period_of_care_with_a_spell_for_each_placement()
    {
        var data = Dataset(
            [
                "A 2020-05-01 S V2 U6/PR4/1111111 2020-06-01 X1 @2021",
                "A 2020-06-01 L C2 U6/PR4/1111111 2020-07-01 X1 @2021",
                "A 2020-07-01 P C2 K2/PR4/2222222 2020-09-01 X1 @2021",
                "A 2020-09-01 T C2 K2/PR4/2222222 2020-10-01 X1 @2021",
                "A 2020-10-01 P C2 K2/PR4/3333333 - - @2021",
            ],
            ("A", "2010-01-01"));
        var period = Assert.Single(data.Children.Single().Periods);
        Assert.Equal(PeriodEnding.Open, period.Ending);
        Assert.Equal(
            [
                new PlacementSpell(new Period(Day("2020-05-01"), Day("2020-07-01")), PlacementState.FosterAgency, true, SpellStart.Entry),
                new PlacementSpell(new Period(Day("2020-07-01"), Day("2020-10-01")), PlacementState.HomeExternal, true, SpellStart.Move),
                new PlacementSpell(new Period(Day("2020-10-01"), null), PlacementState.HomeExternal, true, SpellStart.Move),
            ],
            period.Spells);
        Assert.Single(Flow.Starts(data, Day("2020-04-01"), Day("2021-03-31")));
    }

    [Fact]
    public void The_same_carer_in_another_state_is_a_status_move()
    {
        var data = Dataset(
            ["A 2020-05-01 S V2 U6/PR1 2020-06-01 X1 @2021", "A 2020-06-01 U C2 A5/PR1 - - @2021"], ("A", "2018-01-01"));
        var spells = data.Children.Single().Periods.Single().Spells;
        Assert.Equal([SpellStart.Entry, SpellStart.Status], spells.Select(spell => spell.BeganAs));
    }

    [Fact]
    public void A_temporary_placement_nests_in_the_one_around_it()
    {
        var data = Dataset(
            [
                "A 2020-05-01 S C2 U6/PR1/1111111 2020-06-01 X1 @2021",
                "A 2020-06-01 P C2 T3 2020-06-10 X1 @2021",
                "A 2020-06-10 P C2 U6/PR1/1111111 - - @2021",
            ],
            ("A", "2010-01-01"));
        var spell = Assert.Single(data.Children.Single().Periods.Single().Spells);
        Assert.Equal(PlacementState.FosterInHouse, spell.State);
        Assert.All(data.Children.Single().Counted, episode => Assert.Equal(PlacementState.FosterInHouse, episode.State));
        Assert.All(data.Children.Single().Counted, episode => Assert.Equal("PR1", episode.Provider));
    }

    [Fact]
    public void A_temporary_placement_with_none_before_takes_the_one_after_and_else_is_other()
    {
        var after = Dataset(
            ["A 2020-05-01 S C2 T0 2020-05-03 X1 @2021", "A 2020-05-03 P C2 U4/PR4 - - @2021"], ("A", "2010-01-01"));
        Assert.All(after.Children.Single().Counted, episode => Assert.Equal(PlacementState.FosterAgency, episode.State));
        var alone = Dataset(["A 2020-05-01 S C2 T0 - - @2021"], ("A", "2010-01-01"));
        Assert.Equal(PlacementState.Other, alone.Children.Single().Counted.Single().State);
    }

    [Fact]
    public void Short_breaks_are_left_out_of_the_count_and_shown_apart()
    {
        var data = Dataset(
            ["A 2020-05-01 S V4 U4/PR4 - - @2021", "B 2020-05-01 S V2 U4/PR4 - - @2021"], ("A", "2010-01-01"), ("B", "2010-01-01"));
        var stock = Stock.On(data, Day("2020-08-01"), StockBreakdown.Placement, Codes);
        Assert.Equal((1, 1), (stock.InCare, stock.ShortBreaks));
        Assert.Equal(stock.InCare, stock.By.Sum(part => part.Count));
    }

    [Fact]
    public void A_change_into_short_breaks_ends_counted_care_and_a_change_out_starts_it()
    {
        var data = Dataset(
            [
                "A 2020-05-01 S V2 U4/PR4 2020-06-01 X1 @2021",
                "A 2020-06-01 L V3 U4/PR4 2020-07-01 X1 @2021",
                "A 2020-07-01 L V2 U4/PR4 - - @2021",
            ],
            ("A", "2010-01-01"));
        Assert.Equal([0, 1, 0, 1], new[] { "2020-04-30", "2020-05-31", "2020-06-15", "2020-07-01" }.Select(day => Stock.Number(data, Day(day))));
        Assert.Equal((2, 1), (Flow.Starts(data, Day("2020-04-01"), Day("2021-03-31")).Count(), Flow.Ends(data, Day("2020-04-01"), Day("2021-03-31")).Count()));
        var periods = data.Children.Single().Periods;
        Assert.Equal([PeriodEnding.IntoShortBreaks, PeriodEnding.Open], periods.Select(period => period.Ending));
        Assert.Equal([true, false], periods.Select(period => period.CountsAsEntry));
        Assert.Equal(2, data.Findings.Single(finding => finding.Rule == "short-break-change").Count);
    }

    [Fact]
    public void A_child_already_in_care_before_the_first_return_is_never_a_start()
    {
        var data = Dataset(
            ["A 2015-05-01 P C2 U4/PR4 - - @2021", "B 2020-05-01 P C2 U4/PR4 - - @2021"], ("A", "2010-01-01"), ("B", "2010-01-01"));
        Assert.False(data.Children[0].Periods.Single().StartKnown);
        Assert.True(data.Children[0].Periods.Single().Spells.Single().StartKnown);
        Assert.True(data.Children[1].Periods.Single().StartKnown);
        Assert.Equal(["in-care-before", "missing-start"], Rules(data));
        Assert.Single(Flow.Starts(data, Day("2020-04-01"), Day("2021-03-31")));
    }

    [Fact]
    public void A_legal_status_change_before_the_first_return_says_nothing_of_when_the_placement_began()
    {
        var data = Dataset(["A 2015-05-01 L C2 U4/PR4 - - @2021"], ("A", "2010-01-01"));
        Assert.False(data.Children[0].Periods.Single().Spells.Single().StartKnown);
    }

    [Fact]
    public void Overlapping_episodes_are_cut_where_the_later_one_begins()
    {
        var data = Dataset(
            ["A 2020-05-01 S C2 K2/PR4 2020-08-24 X1 @2021", "A 2020-08-03 P C2 U4/PR4 - - @2021"], ("A", "2010-01-01"));
        var finding = Assert.Single(data.Findings);
        Assert.Equal("501", finding.Rule);
        Assert.Contains("24/08/2020", finding.Rows.Single().Says, StringComparison.Ordinal);
        Assert.Equal("ended it on 03/08/2020", finding.Rows.Single().Did);
        Assert.Equal(Day("2020-08-03"), data.Children.Single().Counted[0].Days.End);
        Assert.Single(data.Children.Single().Periods);
    }

    [Fact]
    public void An_open_episode_with_a_later_one_ends_where_the_later_one_begins()
    {
        var data = Dataset(["A 2020-05-01 S C2 K2/PR4 - X1 @2021", "A 2020-08-03 P C2 U4/PR4 - - @2021"], ("A", "2010-01-01"));
        Assert.Equal(["142"], Rules(data));
        Assert.Single(data.Children.Single().Periods);
    }

    [Fact]
    public void A_child_absent_from_the_next_return_is_counted_to_31_March()
    {
        var data = Dataset(
            ["A 2020-05-01 S C2 U4/PR4 - - @2021", "B 2021-05-01 S C2 U4/PR4 - - @2022"], ("A", "2010-01-01"), ("B", "2010-01-01"));
        Assert.Equal((1, 0), (Stock.Number(data, Day("2021-03-31")), Stock.Number(data, Day("2021-04-01"))));
        Assert.Equal(CareExit.Other, data.Children[0].Periods.Single().Exit);
        Assert.Equal(["absent-next-year"], Rules(data));
    }

    [Fact]
    public void An_authority_without_later_returns_ends_with_its_last_one_and_that_is_no_exit()
    {
        var data = Dataset(
            ["X:A 2020-05-01 S C2 U4/PR4 - - @2021", "Y:A 2021-05-01 S C2 U4/PR4 - - @2022"], ("X:A", "2010-01-01"), ("Y:A", "2010-01-01"));
        Assert.Equal(2, data.Children.Length);
        Assert.Equal(PeriodEnding.BeyondReturns, data.Children[0].Periods.Single().Ending);
        Assert.Equal(["returns-end"], Rules(data));
    }

    [Fact]
    public void Care_ends_at_the_latest_on_the_eighteenth_birthday()
    {
        var data = Dataset(
            ["A 2020-05-01 S C2 K3/PR4 - - @2021", "B 2020-05-01 S C2 K3/PR4 - - @2021"], ("A", "2002-09-15"), ("B", "2004-02-29"));
        Assert.Equal((2, 1), (Stock.Number(data, Day("2020-09-14")), Stock.Number(data, Day("2020-09-15"))));
        Assert.Equal(CareExit.Age18, data.Children[0].Periods.Single().Exit);
        Assert.Null(data.Children[1].Periods.Single().Days.End);
        Assert.Equal(["past-18"], Rules(data));
        Assert.Equal(Day("2022-03-01"), data.Children[1].Turns18);
    }

    [Fact]
    public void Section_20_in_a_childrens_home_past_eighteen_is_counted_but_leaves_the_forecast()
    {
        var data = Dataset(["A 2020-05-01 S V2 K2/PR4 - - @2021"], ("A", "2002-09-15"));
        Assert.Equal(1, Stock.Number(data, Day("2021-03-31")));
        var period = data.Children.Single().Periods.Single();
        Assert.Equal((PeriodEnding.PastEighteen, Day("2020-09-15")), (period.Ending, period.Days.End));
        Assert.Equal("18+", Assert.Single(Stock.On(data, Day("2021-03-31"), StockBreakdown.Age, Codes).By, part => part.Count > 0).Key);
    }

    [Theory]
    [InlineData("E4A", "2020-06-01", CareExit.Home)]
    [InlineData("E5", "2020-08-14", CareExit.Independent)]
    [InlineData("E5", "2020-08-15", CareExit.Age18)]
    [InlineData("E8", "2020-09-15", CareExit.Age18)]
    [InlineData("E8", "2020-06-15", CareExit.Other)]
    [InlineData("E45", "2020-09-15", CareExit.Age18)]
    [InlineData("E99", "2020-06-15", CareExit.Other)]
    [InlineData("-", "2020-06-15", CareExit.Other)]
    public void Reasons_for_ceasing_become_exits_by_the_age_rule(string reason, string ceased, CareExit exit)
    {
        var data = Dataset([$"A 2020-05-01 S C2 K3/PR4 {ceased} {reason} @2021"], ("A", "2002-09-15"));
        Assert.Equal(exit, data.Children.Single().Periods.Single().Exit);
    }

    [Fact]
    public void A_gap_of_one_day_is_not_counted_but_is_one_period_for_the_fit()
    {
        var data = Dataset(
            ["A 2020-05-01 S C2 U4/PR4 2020-06-01 X1 @2021", "A 2020-06-02 P C2 U4/PR4 - - @2021"], ("A", "2010-01-01"));
        Assert.Equal([1, 0, 1], new[] { "2020-05-31", "2020-06-01", "2020-06-02" }.Select(day => Stock.Number(data, Day(day))));
        Assert.Single(data.Children.Single().Periods);
        Assert.Equal(["one-day-gap"], Rules(data));
        Assert.Equal(2, Flow.Starts(data, Day("2020-04-01"), Day("2021-03-31")).Count());
    }

    [Fact]
    public void A_longer_gap_is_an_end_and_a_start()
    {
        var data = Dataset(
            ["A 2020-05-01 S C2 U4/PR4 2020-06-01 E4A @2021", "A 2020-08-02 S C2 U4/PR4 - - @2021"], ("A", "2010-01-01"));
        Assert.Equal([1, 2], data.Children.Single().Periods.Select(period => period.Number));
        Assert.Empty(data.Findings);
    }

    [Fact]
    public void An_exit_and_a_start_on_the_same_day_are_both_in_the_flow()
    {
        var data = Dataset(
            ["A 2020-05-01 S C2 U4/PR4 2020-06-01 E4A @2021", "A 2020-06-01 S C2 U4/PR4 - - @2021"], ("A", "2010-01-01"));
        var june = Flow.ByMonth(data, Day("2020-06-01"), Day("2020-06-30")).Single();
        Assert.Equal(new FlowMonth(new CalendarMonth(2020, 6), 1, 1, 1, 1), june);
    }

    [Fact]
    public void X1_with_nothing_after_it_ends_care_with_the_reason_not_recorded()
    {
        var data = Dataset(["A 2020-05-01 S C2 U4/PR4 2020-06-01 X1 @2021"], ("A", "2010-01-01"));
        Assert.Equal(CareExit.Other, data.Children.Single().Periods.Single().Exit);
        Assert.Equal(["continues-nowhere"], Rules(data));
    }

    [Fact]
    public void A_child_without_a_header_row_stays_in_the_count_with_age_not_known()
    {
        var data = Dataset(["A 2020-05-01 S C2 U4/PR4 - - @2021"]);
        var stock = Stock.On(data, Day("2021-03-31"), StockBreakdown.Age, Codes);
        Assert.Equal((1, 1), (stock.InCare, stock.AgeUnknown));
        Assert.Equal(("unknown", 1), stock.By.Where(part => part.Count > 0).Select(part => (part.Key, part.Count)).Single());
        Assert.Equal(["no-header"], Rules(data));
    }

    [Fact]
    public void A_birth_after_entry_leaves_the_age_not_known()
    {
        var data = Dataset(["A 2020-05-01 S C2 U4/PR4 - - @2021"], ("A", "2020-05-02"));
        Assert.Null(data.Children.Single().Born);
        Assert.Equal(["302"], Rules(data));
    }

    [Fact]
    public void Two_episodes_of_one_day_keep_the_last_state_of_the_day()
    {
        var data = Dataset(
            ["A 2020-05-01 S C2 U4/PR4 2020-05-01 X1 @2021", "A 2020-05-01 P C2 K2/PR4 - - @2021"], ("A", "2010-01-01"));
        Assert.Equal(PlacementState.HomeExternal, data.Children.Single().Counted.Single().State);
        Assert.Single(Flow.Starts(data, Day("2020-04-01"), Day("2021-03-31")));
        Assert.Empty(data.Findings);
    }

    [Fact]
    public void The_same_identifier_in_two_authorities_is_two_children()
    {
        var data = Dataset(
            ["X:A 2020-05-01 S C2 U4/PR4 - - @2021", "Y:A 2020-06-01 S C2 U4/PR4 - - @2021"], ("X:A", "2010-01-01"), ("Y:A", "2011-01-01"));
        Assert.Equal(2, Stock.Number(data, Day("2021-03-31")));
        Assert.Equal(["X", "Y"], data.Authorities);
    }
}
