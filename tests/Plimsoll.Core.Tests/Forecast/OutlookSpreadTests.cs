using Plimsoll.Core.Forecast;
using Plimsoll.Statistics.Simulation;
using Plimsoll.Statistics.Summaries;

namespace Plimsoll.Core.Tests.Forecast;

public sealed class OutlookSpreadTests
{
    // Half-widths of the 80% range that covered 145 English authorities, 2010 to 2025 (Department for Education).
    [Theory]
    [InlineData(100, 1, 0.14)]
    [InlineData(100, 4, 0.28)]
    [InlineData(250, 2, 0.14)]
    [InlineData(450, 3, 0.16)]
    [InlineData(1000, 4, 0.16)]
    [InlineData(450, 0.25, 0.045)]
    [InlineData(450, 5, 0.20)]
    [InlineData(450, 6, 0.22)]
    [InlineData(450, 1.5, 0.11)]
    public void Half_widths_are_the_published_ones(double stock, double years, double expected) =>
        Assert.Equal(expected, OutlookSpread.HalfWidth(stock, years), 1e-9);

    [Fact]
    public void Half_widths_grow_with_time_and_shrink_with_the_number()
    {
        for (var years = 0.1; years < 14.9; years += 0.1)
        {
            foreach (var stock in (double[])[5, 20, 100, 170, 450, 1000, 20_000])
            {
                Assert.True(OutlookSpread.HalfWidth(stock, years + 0.1) > OutlookSpread.HalfWidth(stock, years) - 0.004);
                Assert.True(OutlookSpread.HalfWidth(stock * 1.5, years) < OutlookSpread.HalfWidth(stock, years));
            }
        }
    }

    [Theory]
    [InlineData(20)]
    [InlineData(450)]
    [InlineData(3000)]
    public void Widened_ranges_are_wide_enough_and_every_replicate_still_reconciles(int stock)
    {
        var (output, grid) = Simulated(stock);
        var before = Totals(output);
        var factors = SpreadWidening.Widen(output, grid, stock, ForecastTuning.Default);
        Assert.All(factors, factor => Assert.True(factor >= 1));
        for (var month = 0; month < output.Months; month++)
        {
            var spread = Spread.Of([.. Enumerable.Range(0, output.Replicates).Select(replicate => output.Total(replicate, month))]);
            var needed = OutlookSpread.HalfWidth(stock, grid.Ends[month] / 365.25);
            Assert.True((spread.P90 - spread.P10) / 2 >= 0.995 * needed * spread.P50, $"month {month}");
        }

        for (var replicate = 0; replicate < output.Replicates; replicate++)
        {
            var opening = (double)stock;
            for (var month = 0; month < output.Months; month++)
            {
                var row = (replicate * output.Months) + month;
                Assert.True(output.Started[row] >= 0 && output.Ended[row] >= 0);
                opening += output.Started[row] - output.Ended[row];
                Assert.Equal(output.Total(replicate, month), opening, 1e-6 * stock);
            }
        }

        // The mean stays, and placements and cost keep their proportions.
        for (var month = 0; month < output.Months; month++)
        {
            Assert.Equal(1, Totals(output)[month].Average() / before[month].Average(), 0.002);
            var cell = month * output.States;
            Assert.Equal(output.Stock[cell] * 10, output.Value[cell], 0.01 * stock);
        }
    }

    // A random walk with starts and ends, two states of equal size, ten pounds for each child and month.
    private static (SimulationOutput Output, MonthGrid Grid) Simulated(int stock)
    {
        var grid = new MonthGrid([.. Enumerable.Repeat(30, 48)]);
        var output = new SimulationOutput(400, 48, 2, 1);
        for (var replicate = 0; replicate < 400; replicate++)
        {
            var stream = Statistics.Randomness.Xoshiro256.For(5, (ulong)replicate);
            var present = stock;
            for (var month = 0; month < 48; month++)
            {
                var row = (replicate * 48) + month;
                var started = Statistics.Randomness.Variates.NextPoisson(stream, stock * 0.02);
                var ended = Math.Min(present - 1, Statistics.Randomness.Variates.NextPoisson(stream, stock * 0.02));
                present += started - ended;
                (output.Started[row], output.Ended[row], output.Days[row]) = (started, ended, present * 30.0);
                (output.Stock[row * 2], output.Stock[(row * 2) + 1]) = (present / 2f, present / 2f);
                (output.Value[row * 2], output.Value[(row * 2) + 1]) = (present * 5f, present * 5f);
            }
        }

        return (output, grid);
    }

    private static double[][] Totals(SimulationOutput output) =>
    [
        .. Enumerable.Range(0, output.Months).Select(month =>
            Enumerable.Range(0, output.Replicates).Select(replicate => output.Total(replicate, month)).ToArray()),
    ];
}
