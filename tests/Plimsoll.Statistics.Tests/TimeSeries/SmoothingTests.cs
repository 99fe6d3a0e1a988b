using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.TimeSeries;

namespace Plimsoll.Statistics.Tests.TimeSeries;

public sealed class SmoothingTests
{
    [Fact]
    public void Holt_Winters_of_the_air_passengers_agrees_with_R()
    {
        var fit = HoltWinters.Fit(KnownSeries.AirPassengers, 12, Season.Multiplicative);
        Assert.Equal(0.27559247473635, fit.Alpha, 1e-3);
        Assert.Equal(0.0326929527336615, fit.Beta, 1e-3);
        Assert.Equal(0.870729222265009, fit.Gamma, 1e-3);
        Assert.Equal(16570.7778669999, fit.SquaredErrors, 0.01);
        var means = fit.Means(13);
        for (var month = 0; month < 12; month++)
        {
            Assert.Equal(KnownSeries.AirPassengersForecast[month], means[month], 0.01);
        }

        // The thirteenth month has the season of the first, one year of trend on.
        Assert.Equal((fit.Level + (13 * fit.Trend)) / (fit.Level + fit.Trend), means[12] / means[0], 1e-12);
    }

    [Fact]
    public void An_additive_season_is_found_where_there_is_one()
    {
        var stream = new Xoshiro256(42);
        double[] season = [-6, -3, 4, 5];
        double[] series = [.. Enumerable.Range(0, 80).Select(time => 50 + (0.5 * time) + season[time % 4] + (0.2 * stream.NextNormal()))];
        var fit = HoltWinters.Fit(series, 4, Season.Additive);
        var forecasts = fit.Forecast(8);
        for (var step = 0; step < 8; step++)
        {
            Assert.Equal(50 + (0.5 * (80 + step)) + season[step % 4], forecasts[step].Mean, 0.6);
            Assert.True(step == 0 || forecasts[step].StandardError >= forecasts[step - 1].StandardError);
        }
    }

    [Fact]
    public void A_perfect_seasonal_line_is_continued_as_it_is()
    {
        double[] series = [.. Enumerable.Range(0, 30).Select(time => 100 + time + (10.0 * (time % 3 == 0 ? 1 : 0)))];
        var fit = HoltWinters.Fit(series, 3, Season.Additive);

        // The straight line of the start lies on the series only after the start-up has worked itself off.
        Assert.Equal(140, fit.Means(1)[0], 0.5);
        Assert.Equal(131, fit.Means(2)[1], 0.5);
    }

    [Fact]
    public void A_multiplicative_season_gives_no_standard_errors_rather_than_wrong_ones()
    {
        var fit = HoltWinters.Fit(KnownSeries.AirPassengers, 12, Season.Multiplicative);
        Assert.Throws<InvalidOperationException>(() => fit.Forecast(3));
        Assert.Throws<ArgumentException>(() => HoltWinters.Fit([1, 2, 3, 4], 2, Season.Additive));
        Assert.Throws<ArgumentException>(() => HoltWinters.Fit([1, 2, 3, 4, 0], 2, Season.Multiplicative));
    }

    [Fact]
    public void Simple_smoothing_of_the_Nile_has_the_smallest_squared_errors()
    {
        var fit = ExponentialSmoothing.Fit(KnownSeries.Nile);
        Assert.Equal(fit.SquaredErrors, Squares(fit.Alpha), 1e-3);
        Assert.True(Squares(fit.Alpha + 0.01) > fit.SquaredErrors);
        Assert.True(Squares(fit.Alpha - 0.01) > fit.SquaredErrors);
    }

    [Fact]
    public void Simple_smoothing_is_the_local_level_in_the_long_run()
    {
        // The gain of the filter settles at a share with q = a squared over (1 - a).
        var level = LocalLevel.Fit(KnownSeries.Nile);
        var ratio = level.LevelVariance / level.NoiseVariance;
        var gain = (Math.Sqrt((ratio * ratio) + (4 * ratio)) - ratio) / 2;
        var fit = ExponentialSmoothing.Fit(KnownSeries.Nile);
        Assert.Equal(gain, fit.Alpha, 0.03);
        Assert.Equal(level.Forecast(1)[0].Mean, fit.Forecast(1)[0].Mean, 8.0);
        Assert.Equal(level.Forecast(9)[8].StandardError, fit.Forecast(9)[8].StandardError, 8.0);
    }

    private static double Squares(double alpha)
    {
        var (level, sum) = (KnownSeries.Nile[0], 0.0);
        foreach (var value in KnownSeries.Nile.Skip(1))
        {
            sum += (value - level) * (value - level);
            level = (alpha * value) + ((1 - alpha) * level);
        }

        return sum;
    }
}
