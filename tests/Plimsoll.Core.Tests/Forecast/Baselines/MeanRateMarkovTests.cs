using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast.Baselines;

namespace Plimsoll.Core.Tests.Forecast.Baselines;

/// <summary>The mean-rate Markov model, worked out by hand.</summary>
public sealed class MeanRateMarkovTests
{
    private const int FiveToNine = 2;
    private const int SixteenOn = 4;
    private static readonly DateOnly First = new(2024, 3, 29);
    private static readonly DateOnly Second = First.AddDays(1);
    private static readonly DateOnly Third = First.AddDays(2);
    private static readonly DateOnly From = First.AddDays(3);
    private static readonly DateOnly Seven = new(2016, 6, 1);
    private static readonly DateOnly Seventeen = new(2006, 9, 1);

    // Three nights: four fostered children, of whom one moves on the second day and one leaves on the third.
    private static SmallCouncil FourChildren() => new SmallCouncil(First, From.AddDays(-1))
        .With(2, Seven, [(First, PlacementState.FosterAgency)])
        .With(1, Seven, [(First, PlacementState.FosterInHouse), (Second, PlacementState.HomeExternal)])
        .With(1, Seven, [(First, PlacementState.KinshipFoster)], Third);

    [Fact]
    public void Rates_are_means_of_daily_ratios_and_not_sums_over_sums()
    {
        var model = MeanRateMarkov.Fit(FourChildren().Data(), From, MeanRateMarkov.DefaultReferenceDays);

        // One of four, then none of three; none of four, then one of three. Sums over sums would be one of seven.
        Assert.Equal(((1.0 / 4) + 0) / 2, model.Rate(FiveToNine, PlacementGroup.Fostering, (int)PlacementGroup.Residential), 12);
        Assert.Equal((0 + (1.0 / 3)) / 2, model.Rate(FiveToNine, PlacementGroup.Fostering, PlacementGroups.Count), 12);
        Assert.Equal(2, model.Stock(FiveToNine, PlacementGroup.Fostering));
        Assert.Equal(1, model.Stock(FiveToNine, PlacementGroup.Residential));
    }

    [Fact]
    public void A_move_within_a_group_changes_nothing()
    {
        var data = new SmallCouncil(First, From.AddDays(-1))
            .With(2, Seven, [(First, PlacementState.FosterAgency), (Second, PlacementState.FosterInHouse)])
            .Data();
        var model = MeanRateMarkov.Fit(data, From, MeanRateMarkov.DefaultReferenceDays);
        Assert.All(Enumerable.Range(0, PlacementGroups.Count + 1), to => Assert.Equal(0, model.Rate(FiveToNine, PlacementGroup.Fostering, to)));
    }

    [Fact]
    public void Starts_are_a_mean_number_a_day_and_children_there_from_the_first_night_are_none()
    {
        var data = FourChildren().With(3, Seventeen, [(Third, PlacementState.Supported)]).Data();
        var model = MeanRateMarkov.Fit(data, From, MeanRateMarkov.DefaultReferenceDays);
        Assert.Equal(3.0 / 2, model.EntriesADay(SixteenOn, PlacementGroup.Supported), 12);
        Assert.Equal(0, model.EntriesADay(FiveToNine, PlacementGroup.Fostering));
    }

    [Fact]
    public void The_reference_window_leaves_out_what_lies_before_it()
    {
        var model = MeanRateMarkov.Fit(FourChildren().Data(), From, 1);
        Assert.Equal(0, model.Rate(FiveToNine, PlacementGroup.Fostering, (int)PlacementGroup.Residential));
        Assert.Equal(1.0 / 3, model.Rate(FiveToNine, PlacementGroup.Fostering, PlacementGroups.Count), 12);
    }

    [Fact]
    public void Seventeen_year_olds_leak_out_by_half_a_year_and_not_on_their_birthdays()
    {
        // All ten are eighteen on 1 September 2024.
        var data = new SmallCouncil(First, From.AddDays(-1)).With(10, Seventeen, [(First, PlacementState.Supported)]).Data();
        var forecast = MeanRateMarkov.Forecast(data, From, 12);
        Assert.Equal(10 * Math.Pow(1 - (1 / (2 * 365.25)), 30), forecast.Months[0].InCare.P50, 9);
        Assert.Equal(10 * Math.Pow(1 - (1 / (2 * 365.25)), 365), forecast.Months[11].ByGroup[(int)PlacementGroup.Supported].P50, 9);
    }

    [Fact]
    public void Leaving_on_the_eighteenth_birthday_is_ageing_and_no_rate()
    {
        var data = new SmallCouncil(First, From.AddDays(-1))
            .With(1, Second.AddYears(-18), [(First, PlacementState.Supported)], Second)
            .With(1, Seventeen, [(First, PlacementState.Supported)])
            .Data();
        var model = MeanRateMarkov.Fit(data, From, MeanRateMarkov.DefaultReferenceDays);
        Assert.Equal(0, model.Rate(SixteenOn, PlacementGroup.Supported, PlacementGroups.Count));
    }

    [Fact]
    public void Ageing_moves_children_between_brackets_and_loses_nobody_under_eighteen()
    {
        var data = new SmallCouncil(First, From.AddDays(-1)).With(5, new DateOnly(2024, 3, 1), [(First, PlacementState.FosterAgency)]).Data();
        var forecast = MeanRateMarkov.Forecast(data, From, 1);

        // Thirty days are too few to leak through five brackets in any number.
        Assert.Equal(5, forecast.Months[0].InCare.P50, 1e-6);
    }

    [Fact]
    public void The_range_is_that_of_chance_alone_and_a_stock_that_cannot_change_has_none()
    {
        var still = MeanRateMarkov.Forecast(
            new SmallCouncil(First, From.AddDays(-1)).With(5, new DateOnly(2024, 3, 1), [(First, PlacementState.FosterAgency)]).Data(), From, 1);
        Assert.Equal(still.Months[0].InCare.P50, still.Months[0].InCare.P90, 1e-2);

        var leaking = MeanRateMarkov.Forecast(
            new SmallCouncil(First, From.AddDays(-1)).With(10, Seventeen, [(First, PlacementState.Supported)]).Data(), From, 1);
        var mean = 10 * Math.Pow(1 - (1 / (2 * 365.25)), 30);
        Assert.Equal(mean + (1.2815515655 * Math.Sqrt(mean * (1 - (mean / 10)))), leaking.Months[0].InCare.P90, 9);
    }

    [Fact]
    public void Children_without_a_date_of_birth_are_spread_as_the_others_of_their_group()
    {
        var data = new SmallCouncil(First, From.AddDays(-1))
            .With(3, Seven, [(First, PlacementState.FosterAgency)])
            .With(1, Seventeen, [(First, PlacementState.FosterAgency)])
            .With(4, null, [(First, PlacementState.FosterAgency)])
            .Data();
        var model = MeanRateMarkov.Fit(data, From, MeanRateMarkov.DefaultReferenceDays);
        Assert.Equal(6, model.Stock(FiveToNine, PlacementGroup.Fostering), 12);
        Assert.Equal(2, model.Stock(SixteenOn, PlacementGroup.Fostering), 12);
    }

    [Fact]
    public void What_happens_after_the_first_day_of_the_forecast_is_not_used()
    {
        var known = MeanRateMarkov.Forecast(FourChildren().Data(), From, 6);
        var later = FourChildren().With(9, Seven, [(From, PlacementState.HomeExternal)]).Data() with { DataEnd = From.AddYears(1) };
        Assert.Equal(known.Months.Select(month => month.InCare), MeanRateMarkov.Forecast(later, From, 6).Months.Select(month => month.InCare));
    }

    [Fact]
    public void Groups_add_up_to_the_total()
    {
        var forecast = MeanRateMarkov.Forecast(FourChildren().With(3, Seventeen, [(Third, PlacementState.Supported)]).Data(), From, 12);
        Assert.All(forecast.Months, month => Assert.Equal(month.InCare.P50, month.ByGroup.Sum(group => group.P50), 9));
    }
}
