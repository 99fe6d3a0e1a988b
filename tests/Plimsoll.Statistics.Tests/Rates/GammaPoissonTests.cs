using Plimsoll.Statistics.Rates;

namespace Plimsoll.Statistics.Tests.Rates;

/// <summary>Against the published pump failures (Gaver and O'Muircheartaigh 1987): alpha 0.823, beta 1.262.</summary>
public sealed class GammaPoissonTests
{
    private static readonly double[] Failures = [5, 1, 5, 14, 3, 19, 1, 1, 4, 22];
    private static readonly double[] Hours = [94.3, 15.7, 62.9, 126, 5.24, 31.4, 1.05, 1.05, 2.1, 10.5];
    private static readonly GammaPrior Prior = GammaPoisson.Fit(Failures, Hours);

    [Fact]
    public void The_prior_of_the_pumps_agrees_with_the_published_one()
    {
        Assert.Equal(0.822964800865453, Prior.Shape, 1e-4);
        Assert.Equal(1.26165270503555, Prior.Rate, 1e-4);
        Assert.Equal(-32.2578363033275, Prior.LogLikelihood, 1e-6);
    }

    [Theory]
    [InlineData(0, 0.0609341156838178)]
    [InlineData(4, 0.587998924935587)]
    [InlineData(6, 0.788598043682959)]
    [InlineData(9, 1.94045559524931)]
    public void Every_pump_is_pulled_to_the_others_as_far_as_its_own_hours_are_few(int pump, double mean) =>
        Assert.Equal(mean, Prior.PosteriorMean(Failures[pump], Hours[pump]), 1e-5);

    [Fact]
    public void The_errors_of_the_prior_of_the_pumps_agree_with_R()
    {
        Assert.Equal(0.43164357715286, Prior.LogShapeError!.Value, 1e-5);
        Assert.Equal(0.627615874860851, Prior.LogRateError!.Value, 1e-5);
    }

    [Theory]
    [InlineData(0, 0.0609341156838178, 0.0219415176326307, 0.119489482325237)]
    [InlineData(1, 0.107475658921153, 0.0111774227512416, 0.310179245676561)]
    [InlineData(2, 0.0907545949234636, 0.0326794525925033, 0.177966307451002)]
    [InlineData(3, 0.116476287128078, 0.0649329574805255, 0.182830783334541)]
    [InlineData(4, 0.587998924935587, 0.153996853703621, 1.30735384706109)]
    [InlineData(5, 0.606918608188167, 0.369806727525176, 0.901814157858417)]
    [InlineData(6, 0.788598043682959, 0.0820138606594919, 2.27592692882248)]
    [InlineData(7, 0.788598043682959, 0.0820138606594919, 2.27592692882248)]
    [InlineData(8, 1.4347004952775, 0.453754974469564, 2.97011301455371)]
    [InlineData(9, 1.94045559524931, 1.22766322662701, 2.81379037139169)]
    public void The_rate_of_every_pump_has_R_s_mean_and_95_percent_range(int pump, double mean, double lower, double upper)
    {
        var rate = Prior.Posterior(Failures[pump], Hours[pump]);
        Assert.Equal(mean, rate.Mean, 1e-5);
        Assert.Equal(lower, rate.Quantile(0.025), 1e-5);
        Assert.Equal(upper, rate.Quantile(0.975), 1e-5);
    }

    [Theory]
    [InlineData(0, 0, 0, 2, 0.731209388205813)]
    [InlineData(1, 0, 1, 4, 1.28970790705384)]
    [InlineData(2, 0, 1, 3, 1.08905513908156)]
    [InlineData(3, 0, 1, 4, 1.39771544553693)]
    [InlineData(4, 1, 6, 15, 7.05598709922704)]
    [InlineData(5, 3, 7, 13, 7.283023298258)]
    [InlineData(6, 1, 8, 24, 9.46317652419551)]
    [InlineData(7, 1, 8, 24, 9.46317652419551)]
    [InlineData(8, 5, 16, 34, 17.21640594333)]
    [InlineData(9, 13, 23, 35, 23.2854671429918)]
    public void Failures_of_every_pump_in_the_next_twelve_thousand_hours_have_R_s_quantiles(int pump, int lower, int median, int upper, double mean)
    {
        var next = Prior.Posterior(Failures[pump], Hours[pump]).Predicted(12);
        Assert.Equal(mean, next.Mean, 1e-5);
        Assert.Equal(lower, next.Quantile(0.05));
        Assert.Equal(median, next.Quantile(0.5));
        Assert.Equal(upper, next.Quantile(0.95));
    }

    [Fact]
    public void Cells_that_do_not_differ_give_no_error_of_the_shape_rather_than_a_wrong_one() =>
        Assert.Null(GammaPoisson.Fit([10, 10, 10, 10], [5, 5, 5, 5]).LogShapeError);

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
