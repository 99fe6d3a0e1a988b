using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Baselines;

namespace Plimsoll.Core.Tests.Forecast.Baselines;

/// <summary>The last value and the random walk with drift, worked out by hand.</summary>
public sealed class RandomWalkTests
{
    private const double Z90 = 1.2815515655;
    private static readonly DateOnly Start = new(2024, 1, 1);
    private static readonly DateOnly From = new(2024, 4, 1);
    private static readonly double Month = Math.Log(1.1);

    // 100, 110 and 121 children at the ends of January, February and March.
    private static readonly CareDataset Growing = new SmallCouncil(Start, From.AddDays(-1))
        .With(100, null, [(Start, PlacementState.FosterAgency)])
        .With(10, null, [(new DateOnly(2024, 2, 29), PlacementState.FosterAgency)])
        .With(11, null, [(new DateOnly(2024, 3, 31), PlacementState.HomeExternal)])
        .Data();

    // Days from 1 April 2024 to the ends of April and of the March after, in mean months.
    private static readonly double OneMonth = 30 / (365.25 / 12);
    private static readonly double OneYear = 365 / (365.25 / 12);

    [Fact]
    public void Children_are_counted_at_the_end_of_every_month_back_to_the_start_of_the_records()
    {
        var history = StockHistory.Of(Growing, From);
        Assert.Equal([100, 110, 121], history.Totals);
        Assert.Equal([0, 0, 11], history.ByGroup[(int)PlacementGroup.Residential]);
        Assert.Equal([110, 121], StockHistory.Of(Growing, new DateOnly(2024, 4, 1)).Totals[1..]);
    }

    [Fact]
    public void A_forecast_from_the_middle_of_a_month_counts_back_in_whole_months_from_the_day_before()
    {
        // 14 January, 14 February and 14 March.
        Assert.Equal([100, 100, 110], StockHistory.Of(Growing, new DateOnly(2024, 3, 15)).Totals);
    }

    [Fact]
    public void The_last_value_stays_and_its_range_grows_with_the_root_of_time()
    {
        var forecast = RandomWalk.LastValue(Growing, From, 12);
        Assert.Equal(12, forecast.Months.Length);
        Assert.All(forecast.Months, month => Assert.Equal(121, month.InCare.P50, 9));

        // The mean square of two changes of log 1.1 is log 1.1 squared; one degree of freedom widens the normal quantile.
        var quantile = Z90 + (((Z90 * Z90 * Z90) + Z90) / 4);
        Assert.Equal(121 * Math.Exp(quantile * Month * Math.Sqrt(OneMonth)), forecast.Months[0].InCare.P90, 6);
        Assert.Equal(121 * Math.Exp(-quantile * Month * Math.Sqrt(OneYear)), forecast.Months[11].InCare.P10, 6);
    }

    [Fact]
    public void A_steady_growth_is_carried_on_by_the_drift_without_any_range()
    {
        var forecast = RandomWalk.WithDrift(Growing, From, 12);
        Assert.Equal(121 * Math.Exp(Month * OneYear), forecast.Months[11].InCare.P50, 6);
        Assert.Equal(forecast.Months[11].InCare.P50, forecast.Months[11].InCare.P95, 6);
    }

    [Fact]
    public void Uncertainty_of_the_drift_adds_to_the_range_as_the_square_of_time()
    {
        // 100, 110, 110: changes log 1.1 and 0, so drift is half of log 1.1 and the standard deviation log 1.1 over root two.
        var data = new SmallCouncil(Start, From.AddDays(-1))
            .With(100, null, [(Start, PlacementState.FosterAgency)])
            .With(10, null, [(new DateOnly(2024, 2, 29), PlacementState.FosterAgency)])
            .Data();
        var forecast = RandomWalk.WithDrift(data, From, 12);
        var sd = Month / Math.Sqrt(2) * Math.Sqrt(OneYear * (1 + (OneYear / 2)));
        var median = 110 * Math.Exp(Month / 2 * OneYear);
        Assert.Equal(median, forecast.Months[11].InCare.P50, 6);
        Assert.Equal(median * Math.Exp(sd * (Z90 + (((Z90 * Z90 * Z90) + Z90) / 4))), forecast.Months[11].InCare.P90, 5);
    }

    [Fact]
    public void What_happens_after_the_first_day_of_the_forecast_is_not_used()
    {
        var early = new DateOnly(2024, 3, 1);
        var later = RandomWalk.WithDrift(Growing, early, 12);
        var before = RandomWalk.WithDrift(Growing with { Children = [.. Growing.Children.Take(110)], DataEnd = early.AddDays(-1) }, early, 12);
        Assert.Equal(before.Months.Select(month => month.InCare), later.Months.Select(month => month.InCare));
        Assert.Equal(new DateOnly(2024, 2, 29), later.AsAt);
    }

    [Fact]
    public void Nobody_in_a_group_gives_nobody_and_no_failure()
    {
        var forecast = RandomWalk.WithDrift(Growing, From, 12);
        Assert.Equal(new Distribution(0, 0, 0, 0, 0, 0, 0, 0), forecast.Months[11].ByGroup[(int)PlacementGroup.Supported]);
    }
}
