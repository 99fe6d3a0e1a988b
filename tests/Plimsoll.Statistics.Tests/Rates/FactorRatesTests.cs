using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Rates;

namespace Plimsoll.Statistics.Tests.Rates;

public sealed class FactorRatesTests
{
    // Three levels by four levels; the truth has main effects and one cell that departs.
    private static FactorData World(ulong seed, double exposure, double level = 1)
    {
        var stream = new Xoshiro256(seed);
        var levels = new int[12, 2];
        var events = new double[12];
        var times = new double[12];
        for (var cell = 0; cell < 12; cell++)
        {
            (levels[cell, 0], levels[cell, 1]) = (cell / 4, cell % 4);
            times[cell] = exposure * (1 + (cell % 3));
            events[cell] = stream.NextPoisson(level * Truth(cell) * times[cell]);
        }

        return new FactorData(levels, [3, 4], events, times, [.. Enumerable.Repeat(true, 12)], [(0, 1)], 1, 0.1);
    }

    private static double Truth(int cell) => 0.1 * Math.Exp((0.5 * (cell / 4)) - (0.3 * (cell % 4))) * (cell == 5 ? 2.5 : 1);

    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 300)]
    [InlineData(3, 5000)]
    public void Expected_events_over_the_data_equal_the_observed_ones(ulong seed, double exposure)
    {
        var data = World(seed, exposure);
        var fit = FactorRates.Fit(data);
        Assert.True(data.Events.Sum() >= 10);
        Assert.Equal(data.Events.Sum(), data.Exposure.Zip(fit.Mean, (time, rate) => time * rate).Sum(), 8);
    }

    [Fact]
    public void With_much_data_every_cell_finds_its_own_rate_even_the_one_that_departs()
    {
        var fit = FactorRates.Fit(World(4, 200_000));
        for (var cell = 0; cell < 12; cell++)
        {
            Assert.Equal(1, fit.Mean[cell] / Truth(cell), 0.03);
        }
    }

    [Fact]
    public void No_event_never_means_a_rate_of_zero_and_an_impossible_cell_always_does()
    {
        var data = World(5, 100, level: 0) with { IsPossible = [.. Enumerable.Range(0, 12).Select(cell => cell != 3)] };
        Assert.Equal(0, data.Events.Sum());
        var fit = FactorRates.Fit(data);
        Assert.Equal(0, fit.Mean[3]);
        Assert.All(fit.Mean.Where((_, cell) => cell != 3), rate => Assert.InRange(rate, 1e-6, 0.02));
    }

    [Fact]
    public void Draws_have_the_fitted_mean_and_scatter_as_the_number_of_events_allows()
    {
        var data = World(6, 400);
        var fit = FactorRates.Fit(data);
        var stream = new Xoshiro256(7);
        var rates = new double[12];
        var scratch = new double[fit.ScratchLength];
        var totals = new double[4000];
        for (var draw = 0; draw < totals.Length; draw++)
        {
            fit.Draw(stream, rates, scratch);
            totals[draw] = data.Exposure.Zip(rates, (time, rate) => time * rate).Sum() / data.Events.Sum();
        }

        var mean = totals.Average();
        var deviation = Math.Sqrt(totals.Average(total => (total - mean) * (total - mean)));
        Assert.Equal(1, mean, 0.01);
        Assert.InRange(deviation * Math.Sqrt(data.Events.Sum()), 0.85, 1.25);
    }

    [Fact]
    public void A_table_without_any_time_at_risk_takes_the_prior_rate()
    {
        var data = World(8, 100) with { Events = new double[12], Exposure = new double[12] };
        Assert.All(FactorRates.Fit(data).Mean, rate => Assert.Equal(0.1, rate, 0.02));
    }
}
