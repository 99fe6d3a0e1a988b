namespace Plimsoll.Statistics.TimeSeries;

/// <summary>How the season acts on the level.</summary>
public enum Season
{
    /// <summary>Added to the level: the same number of children every August.</summary>
    Additive,

    /// <summary>Multiplied with the level: the same percentage every August.</summary>
    Multiplicative,
}

/// <summary>
/// Holt and Winters' exponential smoothing with trend and season. Level, trend and season begin with a decomposition of
/// the first two periods (moving average over a period, its straight line, what is left by season), the three shares make
/// the squared errors one step ahead smallest, searched from 0.3, 0.1 and 0.1, as R's HoltWinters does.
/// </summary>
/// <param name="Kind">How the season acts.</param>
/// <param name="Period">Values in a period: 12 for months.</param>
/// <param name="Alpha">Share of each error by which the level moves.</param>
/// <param name="Beta">Share by which the trend moves.</param>
/// <param name="Gamma">Share by which the season moves.</param>
/// <param name="SquaredErrors">Sum of squared errors one step ahead, from the second period on.</param>
/// <param name="Errors">How many errors it is the sum of.</param>
/// <param name="Level">Level after the last value.</param>
/// <param name="Trend">Trend after the last value, for one step.</param>
/// <param name="Seasons">Season of each of the steps that follow the last value, one period long.</param>
public sealed record HoltWinters(
    Season Kind,
    int Period,
    double Alpha,
    double Beta,
    double Gamma,
    double SquaredErrors,
    int Errors,
    double Level,
    double Trend,
    double[] Seasons)
{
    private static readonly double[] Start = [0.3, 0.1, 0.1];

    /// <summary>Fits a series.</summary>
    /// <param name="series">Values in order of time, all finite, at least two periods and one more; above zero for a multiplicative season.</param>
    /// <param name="period">Values in a period, at least 2.</param>
    /// <param name="kind">How the season acts.</param>
    /// <exception cref="ArgumentException">The series is too short, or a value does not suit.</exception>
    public static HoltWinters Fit(ReadOnlySpan<double> series, int period, Season kind)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        var values = series.ToArray();
        if (values.Length <= 2 * period || !values.All(double.IsFinite))
        {
            throw new ArgumentException("A series with a season needs two whole periods and one more value, all finite.", nameof(series));
        }

        if (kind == Season.Multiplicative && values.Any(value => value <= 0))
        {
            throw new ArgumentException("A multiplicative season needs values above zero.", nameof(series));
        }

        var start = Begin(values, period, kind);
        var best = BoxSearch.Lowest(at => Run(values, start, kind, at).SquaredErrors, Start);
        var state = Run(values, start, kind, best);
        return new HoltWinters(
            kind, period, best[0], best[1], best[2], state.SquaredErrors, values.Length - period, state.Level, state.Trend, state.Seasons);
    }

    /// <summary>Expected values after the series.</summary>
    /// <param name="steps">How many, at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no step.</exception>
    public double[] Means(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        return [.. Enumerable.Range(1, steps).Select(step => Joined(Level + (step * Trend), Seasons[(step - 1) % Period], Kind))];
    }

    /// <summary>
    /// Forecasts with standard errors. Only for an additive season: a multiplicative one has no closed form for them, and is
    /// better taken as an additive one of logs.
    /// </summary>
    /// <param name="steps">How many, at least one.</param>
    /// <exception cref="InvalidOperationException">The season is multiplicative.</exception>
    public SeriesForecast[] Forecast(int steps)
    {
        if (Kind == Season.Multiplicative)
        {
            throw new InvalidOperationException("Standard errors have a closed form only for an additive season.");
        }

        var means = Means(steps);
        var forecasts = new SeriesForecast[steps];
        var variance = SquaredErrors / Math.Max(1, Errors - 3);
        var sum = 1.0;
        for (var step = 1; step <= steps; step++)
        {
            forecasts[step - 1] = new SeriesForecast(step, means[step - 1], Math.Sqrt(variance * sum));
            var carried = (Alpha * (1 + (step * Beta))) + (step % Period == 0 ? Gamma * (1 - Alpha) : 0);
            sum += carried * carried;
        }

        return forecasts;
    }

    private static double Joined(double level, double season, Season kind) => kind == Season.Additive ? level + season : level * season;

    private static double Parted(double value, double part, Season kind) => kind == Season.Additive ? value - part : value / part;

    private static State Begin(double[] values, int period, Season kind)
    {
        // The moving average weighs a whole period, its ends by half where the period is even.
        var half = period / 2;
        var first = half;
        var last = (2 * period) - 1 - half;
        var trend = new double[last - first + 1];
        for (var time = first; time <= last; time++)
        {
            var sum = 0.0;
            for (var distance = -half; distance <= half; distance++)
            {
                sum += values[time + distance] * (period % 2 == 0 && Math.Abs(distance) == half ? 0.5 : 1);
            }

            trend[time - first] = sum / period;
        }

        var seasons = new double[period];
        var seen = new int[period];
        for (var time = first; time <= last; time++)
        {
            seasons[time % period] += Parted(values[time], trend[time - first], kind);
            seen[time % period]++;
        }

        for (var season = 0; season < period; season++)
        {
            seasons[season] /= seen[season];
        }

        var mean = seasons.Average();
        var middle = (trend.Length + 1) / 2.0;
        var (across, along) = (0.0, 0.0);
        for (var index = 0; index < trend.Length; index++)
        {
            across += (index + 1 - middle) * trend[index];
            along += (index + 1 - middle) * (index + 1 - middle);
        }

        var slope = across / along;
        return new State(trend.Average() - (slope * middle), slope, [.. seasons.Select(season => Parted(season, mean, kind))], 0);
    }

    private static State Run(double[] values, State start, Season kind, double[] shares)
    {
        var (alpha, beta, gamma) = (shares[0], shares[1], shares[2]);
        var period = start.Seasons.Length;
        var seasons = (double[])start.Seasons.Clone();
        var (level, trend, squares) = (start.Level, start.Trend, 0.0);
        for (var time = period; time < values.Length; time++)
        {
            var season = seasons[time % period];
            var error = values[time] - Joined(level + trend, season, kind);
            squares += error * error;
            var next = (alpha * Parted(values[time], season, kind)) + ((1 - alpha) * (level + trend));
            trend = (beta * (next - level)) + ((1 - beta) * trend);
            level = next;
            seasons[time % period] = (gamma * Parted(values[time], level, kind)) + ((1 - gamma) * season);
        }

        // In the order of the steps that follow.
        double[] turned = [.. Enumerable.Range(0, period).Select(step => seasons[(values.Length + step) % period])];
        return new State(level, trend, turned, squares);
    }

    private sealed record State(double Level, double Trend, double[] Seasons, double SquaredErrors);
}
