using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.TimeSeries;

namespace Plimsoll.Statistics.Tests.TimeSeries;

/// <summary>The Nile is the worked example of Durbin and Koopman: variances 1469 and 15099.</summary>
public sealed class LocalLevelTests
{
    private static readonly LocalLevel Nile = LocalLevel.Fit(KnownSeries.Nile);

    [Fact]
    public void The_variances_of_the_Nile_agree_with_the_published_ones()
    {
        Assert.Equal(1469.14661923768, Nile.LevelVariance, 1469 * 1e-3);
        Assert.Equal(15098.5771535974, Nile.NoiseVariance, 15099 * 1e-3);

        // Durbin and Koopman's diffuse log-likelihood.
        Assert.Equal(-632.54, Nile.LogLikelihood, 0.01);
    }

    [Fact]
    public void The_level_of_the_Nile_filtered_and_smoothed_agrees_with_R_in_every_year()
    {
        for (var year = 0; year < KnownSeries.Nile.Length; year++)
        {
            Assert.Equal(KnownSeries.NileLevel[year].Filtered, Nile.Filtered[year], 0.02);
            Assert.Equal(KnownSeries.NileLevel[year].Smoothed, Nile.Smoothed[year], 0.02);
        }
    }

    [Fact]
    public void Forecasts_of_the_Nile_are_flat_and_their_errors_grow_as_in_R()
    {
        var forecasts = Nile.Forecast(10);
        for (var step = 0; step < 10; step++)
        {
            Assert.Equal(step + 1, forecasts[step].Step);
            Assert.Equal(798.368156515389, forecasts[step].Mean, 0.02);
            Assert.Equal(KnownSeries.NileForecastErrors[step], forecasts[step].StandardError, 0.01);
        }

        Assert.Equal(798.368 - (1.959964 * 143.52655), forecasts[0].Quantile(0.025), 0.05);
    }

    [Fact]
    public void Missing_years_are_bridged_less_surely()
    {
        // Durbin and Koopman's example: observations 21 to 40 and 61 to 80 taken away.
        var gaps = KnownSeries.Nile.ToArray();
        Array.Fill(gaps, double.NaN, 20, 20);
        Array.Fill(gaps, double.NaN, 60, 20);
        var fit = LocalLevel.Fit(gaps);
        for (var year = 21; year < 40; year++)
        {
            Assert.Equal(fit.Filtered[19], fit.Filtered[year]);
            Assert.True(fit.FilteredVariance[year] > fit.FilteredVariance[year - 1]);
            Assert.True(fit.SmoothedVariance[year] < fit.FilteredVariance[year]);
        }

        // Across a gap the smoothed level runs straight from one side to the other.
        var slope = (fit.Smoothed[40] - fit.Smoothed[19]) / 21;
        Assert.Equal(fit.Smoothed[19] + (10 * slope), fit.Smoothed[29], 1e-6);
    }

    [Fact]
    public void Years_missing_at_either_end_change_nothing_between()
    {
        double[] wider = [double.NaN, double.NaN, .. KnownSeries.Nile, double.NaN];
        var fit = LocalLevel.Fit(wider);
        Assert.Equal(Nile.LevelVariance, fit.LevelVariance, 1e-6);
        Assert.Equal(Nile.Smoothed[0], fit.Smoothed[2], 1e-8);
        Assert.Equal(fit.Smoothed[2], fit.Smoothed[0]);
        Assert.Equal(fit.SmoothedVariance[2] + (2 * fit.LevelVariance), fit.SmoothedVariance[0], 1e-6);
        Assert.True(double.IsNaN(fit.Filtered[1]));
        Assert.Equal(Nile.Forecast(2)[1].StandardError, fit.Forecast(1)[0].StandardError, 1e-8);
    }

    [Fact]
    public void The_smoothed_level_holds_the_true_one_as_often_as_its_variance_says()
    {
        var (inside, all) = (0, 0);
        for (var world = 0; world < 20; world++)
        {
            var stream = Xoshiro256.For(41, (ulong)world);
            var level = new double[200];
            var values = new double[200];
            for (var time = 0; time < level.Length; time++)
            {
                level[time] = (time == 0 ? 100 : level[time - 1]) + (2 * stream.NextNormal());
                values[time] = level[time] + (5 * stream.NextNormal());
            }

            var fit = LocalLevel.Fit(values);
            for (var time = 0; time < level.Length; time++, all++)
            {
                inside += Math.Abs(fit.Smoothed[time] - level[time]) <= 1.2816 * Math.Sqrt(fit.SmoothedVariance[time]) ? 1 : 0;
            }
        }

        Assert.InRange((double)inside / all, 0.74, 0.86);
    }

    [Fact]
    public void Noise_around_a_fixed_level_and_a_pure_random_walk_are_told_apart()
    {
        double[] noise = [10, 12, 9, 11, 10, 9, 12, 8, 11, 10, 12, 9];
        var still = LocalLevel.Fit(noise);
        Assert.Equal(0, still.LevelVariance);
        Assert.Equal(noise.Average(), still.Filtered[^1], 1e-9);
        double[] walk = [10, 20, 31, 40, 52, 60, 71, 80];
        var moving = LocalLevel.Fit(walk);
        Assert.Equal(0, moving.NoiseVariance);
        Assert.Equal(80, moving.Filtered[^1], 1e-9);
    }

    [Fact]
    public void A_series_that_never_changes_is_forecast_without_error_and_too_short_ones_are_refused()
    {
        var constant = LocalLevel.Fit([7, 7, 7, 7]);
        Assert.Equal(7, constant.Forecast(3)[2].Mean);
        Assert.Equal(0, constant.Forecast(3)[2].StandardError);
        Assert.Throws<ArgumentException>(() => LocalLevel.Fit([1, double.NaN, 2, double.NaN]));
        Assert.Throws<ArgumentException>(() => LocalLevel.Fit([1, 2, double.PositiveInfinity, 4]));
    }
}
