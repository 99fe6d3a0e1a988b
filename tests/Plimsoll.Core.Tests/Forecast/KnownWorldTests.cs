using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Tests.Forecast;

/// <summary>Councils whose truth is known, made by another simulator: the engine must be right on average and honest in its range.</summary>
public sealed class KnownWorldTests
{
    private static readonly int[] Horizons = [11, 35];

    private static (double Bias, double Covered) Judge(int worlds, Func<ulong, World> world, ForecastSettings settings)
    {
        var bias = 0.0;
        var covered = 0;
        for (ulong number = 0; number < (ulong)worlds; number++)
        {
            var (data, truth) = world(number).Run();
            var result = ForecasterTests.Forecast(data, settings);
            foreach (var month in Horizons)
            {
                var inCare = result.Months[month].InCare;
                bias += (inCare.Mean - truth[month]) / truth[month];
                covered += inCare.P10 <= truth[month] && truth[month] <= inCare.P90 ? 1 : 0;
            }
        }

        var all = (double)worlds * Horizons.Length;
        return (bias / all, covered / all);
    }

    private static readonly ForecastSettings Own = new() { Months = 36, Replicates = 200, Spread = SpreadMode.Own };

    [Theory]
    [InlineData(5)]
    [InlineData(2)]
    public void A_steady_council_is_forecast_without_bias_and_with_a_range_that_covers(int returns)
    {
        var (bias, covered) = Judge(16, number => new World { Seed = 500 + number, StartsADay = 0.25, Returns = returns, After = 3 }, Own);
        Assert.InRange(bias, -0.03, 0.03);
        Assert.InRange(covered, 0.68, 1);
    }

    [Fact]
    public void Children_without_a_date_of_birth_do_not_bias_the_number()
    {
        var (bias, _) = Judge(10, number => new World { Seed = 600 + number, StartsADay = 0.25, AgeUnknown = 0.2, After = 3 }, Own);
        Assert.InRange(bias, -0.05, 0.05);
    }

    [Fact]
    public void The_trend_mode_follows_growth_that_the_recent_level_misses()
    {
        World Growing(ulong number) => new() { Seed = 700 + number, StartsADay = 0.3, Growth = 0.08, After = 3 };
        var trend = Judge(8, Growing, Own with { Entries = EntriesMode.Trend });
        var evidence = Judge(8, Growing, Own);
        Assert.InRange(trend.Bias, -0.05, 0.04);
        Assert.True(evidence.Bias < trend.Bias);
    }

    [Fact]
    public void The_evidence_range_contains_the_own_range_and_is_never_narrower_than_history_needs()
    {
        var data = new World { Seed = 42, After = 0 }.Run().Data;
        var settings = new ForecastSettings { Months = 60, Replicates = 400 };
        var own = ForecasterTests.Forecast(data, settings with { Spread = SpreadMode.Own });
        var wide = ForecasterTests.Forecast(data, settings);
        for (var month = 0; month < 60; month++)
        {
            var (narrow, broad) = (own.Months[month].InCare, wide.Months[month].InCare);
            Assert.True(broad.P10 <= narrow.P10 && narrow.P90 <= broad.P90, $"month {month}");
            var years = (wide.Months[month].Month.Last.DayNumber - wide.AsAt.DayNumber) / 365.25;
            Assert.True((broad.P90 - broad.P10) / 2 >= 0.995 * OutlookSpread.HalfWidth(wide.StockAtStart, years) * broad.P50, $"month {month}");
        }
    }

    [Fact]
    public void A_bulge_of_seventeen_year_olds_leaves_and_brings_no_more_starts()
    {
        var data = new World { Seed = 45, StartsADay = 0.25, After = 0 }.Run().Data;
        var bulge = Enumerable.Range(0, 60).Select(number => Seventeen(number, data.DataEnd));
        var usual = ForecasterTests.Forecast(data, Own);
        var surge = ForecasterTests.Forecast(data with { Children = [.. data.Children, .. bulge] }, Own);
        Assert.Equal(usual.StockAtStart + 60, surge.StockAtStart);
        Assert.Equal(1, surge.Months[12].InCare.Mean / usual.Months[12].InCare.Mean, 0.06);
        Assert.Equal(1, surge.Months.Sum(month => month.Started.Mean) / usual.Months.Sum(month => month.Started.Mean), 0.06);
    }

    // In supported accommodation since the window opened, eighteen within the year.
    private static ChildHistory Seventeen(int number, DateOnly dataEnd)
    {
        var days = new Period(World.WindowStart.AddYears(-2), null);
        return new ChildHistory(
            new ChildKey("", $"S{number}"),
            dataEnd.AddYears(-18).AddDays(5 + (number * 5)),
            "U",
            false,
            [new CountedEpisode(days, "C2", "N1", "H5", "PR4", PlacementState.Supported, false, false)],
            [new PeriodOfCare(days, false, null, PeriodEnding.Open, "N1", 1, [new PlacementSpell(days, PlacementState.Supported, true, SpellStart.Move)])],
            []);
    }

    [Fact]
    public void Leaving_rates_reproduce_the_leavers_that_were_recorded()
    {
        var data = new World { Seed = 43, After = 0 }.Run().Data;
        var care = KnownCare.At(data, data.DataEnd.AddDays(1));
        var shape = CareModel.Shape([]);
        var counted = Exposure.Count(shape, care, new Recency(care.Until, ForecastTuning.Default.HalfLifeMonths), null, CancellationToken.None);
        var rates = LeavingRates.Fit(shape, counted, CancellationToken.None);
        var home = CareModel.ExitIndex(CareExit.Home);
        var expected = counted.ExitExposure.Select((days, cell) => days * rates.MeanExit(home, cell)).Sum();
        Assert.Equal(1, expected / counted.ExitEvents[home].Sum(), 1e-9);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Unknown_starts_do_not_bias_the_rates_by_time_in_care(bool fiveReturns)
    {
        // Truth: 0.55 a year in the first year, 0.18 later. Large, so that only bias can show.
        var data = new World { Seed = 44, StartsADay = 6, After = 0, Returns = fiveReturns ? 5 : 2 }.Run().Data;
        var care = KnownCare.At(data, data.DataEnd.AddDays(1));
        var shape = CareModel.Shape([]);
        var unknown = UnknownStarts.Fit(shape, care, CancellationToken.None);
        var counted = Exposure.Count(shape, care, new Recency(care.Until, 1200), care.HasFiveReturns ? null : unknown, CancellationToken.None);
        double RateOf(Func<int, bool> isBand)
        {
            double events = 0, days = 0;
            for (var cell = 0; cell < shape.ExitCells; cell++)
            {
                if (isBand(cell % shape.Stays))
                {
                    events += counted.ExitEvents.Sum(exit => exit[cell]);
                    days += counted.ExitExposure[cell];
                }
            }

            return events / days * 365.25;
        }

        Assert.Equal(0.55, RateOf(stay => stay < 4), 0.04);
        Assert.Equal(0.18, RateOf(stay => stay >= 4), 0.015);
    }
}
