using Plimsoll.Statistics.Rates;

namespace Plimsoll.Statistics.Tests.Rates;

/// <summary>Against the published pump failures (Gaver and O'Muircheartaigh 1987): alpha 0.823, beta 1.262.</summary>
public sealed class GammaPoissonTests
{
    private static readonly double[] Failures = [5, 1, 5, 14, 3, 19, 1, 1, 4, 22];
    private static readonly double[] Hours = [94.3, 15.7, 62.9, 126, 5.24, 31.4, 1.05, 1.05, 2.1, 10.5];

    [Fact]
    public void The_prior_of_the_pumps_agrees_with_the_published_one()
    {
        var prior = GammaPoisson.Fit(Failures, Hours);
        Assert.Equal(0.822964800865453, prior.Shape, 1e-4);
        Assert.Equal(1.26165270503555, prior.Rate, 1e-4);
        Assert.Equal(-32.2578363033275, prior.LogLikelihood, 1e-6);
    }

    [Theory]
    [InlineData(0, 0.0609341156838178)]
    [InlineData(4, 0.587998924935587)]
    [InlineData(6, 0.788598043682959)]
    [InlineData(9, 1.94045559524931)]
    public void Every_pump_is_pulled_to_the_others_as_far_as_its_own_hours_are_few(int pump, double mean) =>
        Assert.Equal(mean, GammaPoisson.Fit(Failures, Hours).PosteriorMean(Failures[pump], Hours[pump]), 1e-5);

    [Fact]
    public void Cells_that_differ_only_by_chance_are_held_hard_and_cells_that_differ_are_let_go()
    {
        double[] expected = [50, 50, 50, 50, 50, 50];
        Assert.Equal(GammaPoisson.MostStrength, GammaPoisson.Strength([50, 51, 49, 50, 52, 48], expected), 1);
        Assert.InRange(GammaPoisson.Strength([5, 150, 20, 90, 10, 25], expected), GammaPoisson.LeastStrength, 4);
    }

    [Fact]
    public void A_multiplier_lies_between_one_and_observed_over_expected()
    {
        Assert.Equal(1.5, GammaPoisson.Multiplier(20, 10, 10), 12);
        Assert.Equal(0.5, GammaPoisson.Multiplier(0, 10, 10), 12);
    }
}
