namespace Plimsoll.Statistics.TimeSeries;

/// <summary>
/// Simple exponential smoothing: the level moves towards each value by the same share (the model ETS(A,N,N)). Begins at
/// the first value; the share makes the squared errors one step ahead smallest.
/// </summary>
/// <param name="Alpha">Share of each error by which the level moves, from 0 to 1.</param>
/// <param name="Level">Level after the last value, which is the forecast of every later one.</param>
/// <param name="SquaredErrors">Sum of squared errors one step ahead.</param>
/// <param name="Errors">How many errors it is the sum of.</param>
public sealed record ExponentialSmoothing(double Alpha, double Level, double SquaredErrors, int Errors)
{
    /// <summary>Fits a series.</summary>
    /// <param name="series">Values in order of time at equal distances, at least three, all finite.</param>
    /// <exception cref="ArgumentException">There are fewer than three values, or one is not finite.</exception>
    public static ExponentialSmoothing Fit(ReadOnlySpan<double> series)
    {
        var values = series.ToArray();
        if (values.Length < 3 || !values.All(double.IsFinite))
        {
            throw new ArgumentException("Smoothing needs at least three finite values.", nameof(series));
        }

        var alpha = BoxSearch.Lowest(at => Run(values, at[0]).SquaredErrors, [0.3])[0];
        var (level, squares) = Run(values, alpha);
        return new ExponentialSmoothing(alpha, level, squares, values.Length - 1);
    }

    /// <summary>Forecasts: flat, variance s squared times 1 + (h - 1) alpha squared.</summary>
    /// <param name="steps">How many, at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no step.</exception>
    public SeriesForecast[] Forecast(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);

        // One error's freedom goes to alpha.
        var variance = SquaredErrors / (Errors - 1);
        return
        [
            .. Enumerable.Range(1, steps).Select(step => new SeriesForecast(
                step, Level, Math.Sqrt(variance * (1 + ((step - 1) * Alpha * Alpha))))),
        ];
    }

    private static (double Level, double SquaredErrors) Run(double[] values, double alpha)
    {
        var level = values[0];
        var squares = 0.0;
        for (var time = 1; time < values.Length; time++)
        {
            var error = values[time] - level;
            squares += error * error;
            level += alpha * error;
        }

        return (level, squares);
    }
}
