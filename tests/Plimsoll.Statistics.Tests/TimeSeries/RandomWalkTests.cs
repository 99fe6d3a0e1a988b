using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.TimeSeries;

namespace Plimsoll.Statistics.Tests.TimeSeries;

public sealed class RandomWalkTests
{
    [Fact]
    public void The_drift_is_that_of_the_line_from_the_first_value_to_the_last()
    {
        var walk = RandomWalk.Fit([100, 104, 103, 109, 112]);
        Assert.Equal(3, walk.Drift);

        // Steps 4, -1, 6, 3 around 3: squares 1, 16, 9, 0 over three.
        Assert.Equal(Math.Sqrt(26.0 / 3), walk.StepDeviation, 1e-12);
        var second = walk.Forecast(2)[1];
        Assert.Equal(118, second.Mean);
        Assert.Equal(Math.Sqrt(26.0 / 3 * (2 + (4.0 / 4))), second.StandardError, 1e-12);
        Assert.Equal(3, second.DegreesOfFreedom);

        // Student's t with three degrees of freedom: 3.182446 at 97.5%.
        Assert.Equal(118 + (3.182446 * second.StandardError), second.Quantile(0.975), 1e-4);
    }

    [Fact]
    public void Its_80_percent_range_holds_8_of_10_walks_even_after_few_steps()
    {
        const int worlds = 4_000;
        var inside = 0;
        for (var world = 0; world < worlds; world++)
        {
            var stream = Xoshiro256.For(43, (ulong)world);
            var path = new double[15];
            for (var time = 1; time < path.Length; time++)
            {
                path[time] = path[time - 1] + 1 + (3 * stream.NextNormal());
            }

            var forecast = RandomWalk.Fit(path.AsSpan(0, 7)).Forecast(8)[7];
            inside += path[14] >= forecast.Quantile(0.1) && path[14] <= forecast.Quantile(0.9) ? 1 : 0;
        }

        Assert.Equal(0.8, (double)inside / worlds, 4 * Math.Sqrt(0.16 / worlds));
    }

    [Fact]
    public void Too_few_values_and_gaps_are_refused()
    {
        Assert.Throws<ArgumentException>(() => RandomWalk.Fit([1, 2]));
        Assert.Throws<ArgumentException>(() => RandomWalk.Fit([1, double.NaN, 3, 4]));
    }
}
