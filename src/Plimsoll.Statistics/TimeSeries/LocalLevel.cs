using Plimsoll.Statistics.Rates;

namespace Plimsoll.Statistics.TimeSeries;

/// <summary>
/// A local level: the level takes a normal step each time, the value lies around the level with normal noise. Fitted by
/// maximum likelihood with nothing assumed about the first level (diffuse), by the Kalman filter; values may be missing.
/// (Durbin and Koopman, Time Series Analysis by State Space Methods, chapter 2.)
/// </summary>
/// <param name="LevelVariance">Variance of the level's step.</param>
/// <param name="NoiseVariance">Variance of a value around its level.</param>
/// <param name="LogLikelihood">Diffuse log-likelihood: of every observed value but the first. Infinite for a series that never changes.</param>
/// <param name="Filtered">Level at each time from the values up to it; NaN before the first observed value.</param>
/// <param name="FilteredVariance">Variance of it; infinite before the first observed value.</param>
/// <param name="Smoothed">Level at each time from all values.</param>
/// <param name="SmoothedVariance">Variance of it.</param>
public sealed record LocalLevel(
    double LevelVariance,
    double NoiseVariance,
    double LogLikelihood,
    double[] Filtered,
    double[] FilteredVariance,
    double[] Smoothed,
    double[] SmoothedVariance)
{
    // Log of the ratio of the variances beyond which one of them is as good as zero.
    private const double Reach = 16;

    /// <summary>Fits a series.</summary>
    /// <param name="series">Values in order of time at equal distances; NaN where missing. At least three observed.</param>
    /// <exception cref="ArgumentException">Fewer than three values are observed, or one is infinite.</exception>
    public static LocalLevel Fit(ReadOnlySpan<double> series)
    {
        var values = series.ToArray();
        if (values.Any(double.IsInfinity) || values.Count(value => !double.IsNaN(value)) < 3)
        {
            throw new ArgumentException("A local level needs at least three finite values.", nameof(series));
        }

        // One dimension: the share of the level's step in both variances; their sum follows in closed form. The ends, a
        // level that never moves and a value without noise, are tried on their own.
        var peak = Peak.Of(logit => Filter(values, Share(logit)).LogLikelihood, -Reach, Reach);
        var best = Filter(values, Share(peak));
        foreach (var end in new[] { 0.0, 1.0 })
        {
            var other = Filter(values, end);
            best = other.LogLikelihood >= best.LogLikelihood ? other : best;
        }

        var (smoothed, smoothedVariance) = Smooth(best);
        return new LocalLevel(
            best.Share * best.Scale,
            (1 - best.Share) * best.Scale,
            best.LogLikelihood,
            best.Level,
            Scaled(best.Variance, best.Scale),
            smoothed,
            Scaled(smoothedVariance, best.Scale));
    }

    /// <summary>Forecasts the values after the series: flat, and less sure with every step.</summary>
    /// <param name="steps">How many, at least one.</param>
    /// <returns>One forecast a step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no step.</exception>
    public SeriesForecast[] Forecast(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        return
        [
            .. Enumerable.Range(1, steps).Select(step => new SeriesForecast(
                step, Filtered[^1], Math.Sqrt(FilteredVariance[^1] + (step * LevelVariance) + NoiseVariance))),
        ];
    }

    private static double Share(double logit) => 1 / (1 + Math.Exp(-logit));

    private static double[] Scaled(double[] variances, double scale) =>
        [.. variances.Select(value => double.IsPositiveInfinity(value) ? value : value * scale)];

    // Variances in units of the sum of both. At the first observed value a diffuse level becomes that value.
    private static Pass Filter(double[] values, double share)
    {
        var level = new double[values.Length];
        var variance = new double[values.Length];
        var (at, spread) = (double.NaN, double.PositiveInfinity);
        var (squares, logs, used) = (0.0, 0.0, 0);
        for (var time = 0; time < values.Length; time++)
        {
            spread += share;
            if (double.IsNaN(values[time]))
            {
                (level[time], variance[time]) = (at, spread);
                continue;
            }

            if (double.IsNaN(at))
            {
                (at, spread) = (values[time], 1 - share);
            }
            else
            {
                var error = values[time] - at;
                var total = spread + 1 - share;
                squares += error * error / total;
                logs += Math.Log(total);
                used++;
                var gain = spread / total;
                at += gain * error;
                spread = gain * (1 - share);
            }

            (level[time], variance[time]) = (at, spread);
        }

        var scale = squares / used;
        var logLikelihood = -0.5 * ((used * (Math.Log(2 * Math.PI) + Math.Log(scale) + 1)) + logs);
        return new Pass(share, scale, logLikelihood, level, variance);
    }

    private static (double[] Level, double[] Variance) Smooth(Pass pass)
    {
        var level = (double[])pass.Level.Clone();
        var variance = (double[])pass.Variance.Clone();
        for (var time = level.Length - 2; time >= 0; time--)
        {
            if (double.IsNaN(level[time]))
            {
                // Before the first value a level is only known backwards from it.
                (level[time], variance[time]) = (level[time + 1], variance[time + 1] + pass.Share);
                continue;
            }

            var ahead = pass.Variance[time] + pass.Share;
            var pull = ahead > 0 ? pass.Variance[time] / ahead : 0;
            level[time] += pull * (level[time + 1] - pass.Level[time]);
            variance[time] += pull * pull * (variance[time + 1] - ahead);
        }

        return (level, variance);
    }

    private sealed record Pass(double Share, double Scale, double LogLikelihood, double[] Level, double[] Variance);
}
