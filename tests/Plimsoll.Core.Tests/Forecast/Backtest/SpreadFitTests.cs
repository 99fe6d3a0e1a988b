using Plimsoll.Core.Forecast.Backtest;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Tests.Forecast.Backtest;

public sealed class SpreadFitTests
{
    // Simulated values of standard deviation 1 about 100, outcomes of another one.
    private static (int Months, IReadOnlyCollection<Trial> Trials) Checks(int months, int count, double deviation)
    {
        var stream = new Xoshiro256(Xoshiro256.KeyOf(9, (ulong)months));
        return (months, [.. Enumerable.Range(0, count).Select(_ => new Trial(
            [.. Enumerable.Range(0, 200).Select(_ => 100 + stream.NextNormal())], 100 + (deviation * stream.NextNormal())))]);
    }

    [Theory]
    [InlineData(1.0, 0.9, 1.1)]
    [InlineData(1.5, 1.35, 1.65)]
    [InlineData(4.0, 2, 2)]
    [InlineData(0.3, 0.8, 0.8)]
    public void The_factor_is_how_much_wider_outcomes_are_than_the_simulation_within_its_limits(double truth, double least, double most) =>
        Assert.InRange(Assert.Single(SpreadFit.Fit([Checks(12, 400, truth)])).Factor, least, most);

    [Fact]
    public void Factors_never_fall_with_distance()
    {
        var factors = SpreadFit.Fit([Checks(3, 200, 1.6), Checks(6, 200, 1.0), Checks(12, 200, 1.3)]);
        Assert.Equal([3, 6, 12], factors.Select(factor => factor.Months));
        Assert.Equal(factors.Select(factor => factor.Factor).Order(), factors.Select(factor => factor.Factor));
        Assert.InRange(factors[0].Factor, 1.1, 1.5);
    }

    [Fact]
    public void A_distance_with_too_few_checks_has_no_factor_of_its_own() =>
        Assert.Equal([3], SpreadFit.Fit([Checks(3, 4, 1), Checks(12, SpreadFit.FewestChecks - 1, 1)]).Select(factor => factor.Months));
}
