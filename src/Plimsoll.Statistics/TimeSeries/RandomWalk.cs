namespace Plimsoll.Statistics.TimeSeries;

/// <summary>
/// A random walk with drift: each step is the same drift and a normal surprise. The drift is what the first and the last
/// value say and nothing else, and its own uncertainty grows with the square of the distance. (Hyndman and
/// Athanasopoulos, Forecasting: Principles and Practice.)
/// </summary>
/// <param name="Last">Last value.</param>
/// <param name="Drift">Mean step.</param>
/// <param name="StepDeviation">Standard deviation of a step around the drift.</param>
/// <param name="Steps">How many steps were seen.</param>
public sealed record RandomWalk(double Last, double Drift, double StepDeviation, int Steps)
{
    /// <summary>Fits a series.</summary>
    /// <param name="series">Values in order of time at equal distances, at least three, all finite.</param>
    /// <exception cref="ArgumentException">There are fewer than three values, or one is not finite.</exception>
    public static RandomWalk Fit(ReadOnlySpan<double> series)
    {
        var steps = series.Length - 1;
        var squares = 0.0;
        if (steps < 2 || !double.IsFinite(series[0]))
        {
            throw new ArgumentException("A random walk with drift needs at least three finite values.", nameof(series));
        }

        var drift = (series[^1] - series[0]) / steps;
        for (var step = 1; step <= steps; step++)
        {
            if (!double.IsFinite(series[step]))
            {
                throw new ArgumentException("A value of the series is not a finite number.", nameof(series));
            }

            var surprise = series[step] - series[step - 1] - drift;
            squares += surprise * surprise;
        }

        return new RandomWalk(series[^1], drift, Math.Sqrt(squares / (steps - 1)), steps);
    }

    /// <summary>
    /// Forecasts: last value plus drift, standard error s root(h + h squared over the number of steps), Student's t with one
    /// degree of freedom fewer than steps.
    /// </summary>
    /// <param name="steps">How many, at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no step.</exception>
    public SeriesForecast[] Forecast(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        return
        [
            .. Enumerable.Range(1, steps).Select(step => new SeriesForecast(
                step,
                Last + (step * Drift),
                StepDeviation * Math.Sqrt(step + ((double)step * step / Steps)),
                Steps - 1)),
        ];
    }
}
