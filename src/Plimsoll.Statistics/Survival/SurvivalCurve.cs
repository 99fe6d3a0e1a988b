namespace Plimsoll.Statistics.Survival;

/// <summary>A Kaplan-Meier curve: a step function that starts at 1 and drops at the times of events.</summary>
/// <param name="Times">Distinct times at which somebody left observation, ascending.</param>
/// <param name="AtRisk">Under observation just before each time (weighted).</param>
/// <param name="Events">Events at each time (weighted).</param>
/// <param name="Censored">Censored at each time (weighted).</param>
/// <param name="Survival">Chance to be event-free just after each time.</param>
/// <param name="StandardError">Greenwood's standard error of it; not a number once the curve has reached zero.</param>
public sealed record SurvivalCurve(
    double[] Times, double[] AtRisk, double[] Events, double[] Censored, double[] Survival, double[] StandardError)
{
    // Sums of thirds and sevenths miss one half by a rounding error; R's survival takes the same distance.
    private const double Close = 1.5e-8;

    /// <summary>Chance to be event-free just after a time; 1 before the first row, and the last value after the last row.</summary>
    public double At(double time)
    {
        var row = Observed.Last(Times, time);
        return row < 0 ? 1 : Survival[row];
    }

    /// <summary>Greenwood's standard error at a time; 0 before the first row.</summary>
    public double ErrorAt(double time)
    {
        var row = Observed.Last(Times, time);
        return row < 0 ? 0 : StandardError[row];
    }

    /// <summary>Pointwise interval of the curve at each row.</summary>
    /// <param name="coverage">Probability inside, such as 0.95.</param>
    /// <param name="scale">Scale on which it is symmetric.</param>
    /// <returns>Ends in the order of <see cref="Times"/>; not a number once the curve has reached zero (plain: the same).</returns>
    public (double[] Low, double[] High) Interval(double coverage, IntervalScale scale = IntervalScale.Log)
    {
        var z = Observed.Quantile(coverage);
        var low = new double[Times.Length];
        var high = new double[Times.Length];
        for (var row = 0; row < Times.Length; row++)
        {
            (low[row], high[row]) = Ends(Survival[row], StandardError[row], z, scale);
        }

        return (low, high);
    }

    /// <summary>The time by which a share has had the event; where the curve is flat at that height, the middle of the flat part.</summary>
    /// <param name="share">Such as 0.5 for the median.</param>
    /// <returns>Not a number when the curve does not come down so far.</returns>
    public double Quantile(double share) => Crossing(Survival, Share(share));

    /// <summary>Interval of a quantile: where the ends of the curve's pointwise interval pass its height (Brookmeyer and Crowley).</summary>
    /// <param name="share">Such as 0.5 for the median.</param>
    /// <param name="coverage">Probability inside, such as 0.95.</param>
    /// <param name="scale">Scale of the pointwise interval.</param>
    /// <returns>Not a number for an end that the curve's interval does not reach.</returns>
    public (double Low, double High) QuantileInterval(double share, double coverage, IntervalScale scale = IntervalScale.Log)
    {
        var (low, high) = Interval(coverage, scale);
        return (Crossing(low, Share(share)), Crossing(high, Share(share)));
    }

    /// <summary>Mean event-free time from 0 up to a horizon: the area under the curve, with Greenwood's standard error.</summary>
    /// <param name="horizon">Above zero. After the last row the curve is carried on flat, so choose a horizon within observation.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is not a finite number above zero.</exception>
    public (double Mean, double StandardError) RestrictedMean(double horizon)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(horizon);
        if (!double.IsFinite(horizon))
        {
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "The mean is restricted to a finite horizon.");
        }

        // Backwards, so that the area after each event is at hand: it is what the event's uncertainty moves.
        var area = 0.0;
        var variance = 0.0;
        var until = horizon;
        for (var row = Observed.Last(Times, horizon); row >= 0; row--)
        {
            var from = Math.Max(Times[row], 0);
            area += Survival[row] * (until - from);
            until = from;
            if (Events[row] > 0 && AtRisk[row] > Events[row])
            {
                variance += area * area * Events[row] / (AtRisk[row] * (AtRisk[row] - Events[row]));
            }
        }

        return (area + until, Math.Sqrt(variance));
    }

    /// <summary>
    /// The curve of those event-free at a time. With late entry the first risk sets can be so small that one event takes the
    /// curve to zero for good; a later start avoids them.
    /// </summary>
    /// <param name="start">Clock time; rows after it are kept.</param>
    public SurvivalCurve From(double start)
    {
        var first = Observed.Last(Times, start) + 1;
        return Of(Times[first..], AtRisk[first..], Events[first..], Censored[first..]);
    }

    internal static SurvivalCurve Of(double[] times, double[] atRisk, double[] events, double[] censored)
    {
        var survival = new double[times.Length];
        var error = new double[times.Length];
        var left = 1.0;
        var sum = 0.0;
        for (var row = 0; row < times.Length; row++)
        {
            if (events[row] > 0)
            {
                var stay = Math.Max(atRisk[row] - events[row], 0);
                left *= stay / atRisk[row];
                sum += events[row] / (atRisk[row] * stay);
            }

            survival[row] = left;
            error[row] = left * Math.Sqrt(sum);
        }

        return new SurvivalCurve(times, atRisk, events, censored, survival, error);
    }

    private static double Share(double share) => share is > 0 and < 1
        ? 1 - share
        : throw new ArgumentOutOfRangeException(nameof(share), share, "The share lies between 0 and 1, such as 0.5 for the median.");

    private static (double Low, double High) Ends(double survival, double error, double z, IntervalScale scale)
    {
        if (double.IsNaN(error) || survival <= 0)
        {
            return (double.NaN, double.NaN);
        }

        switch (scale)
        {
            case IntervalScale.Plain:
                return (Math.Max(survival - (z * error), 0), Math.Min(survival + (z * error), 1));
            case IntervalScale.Log:
                var factor = Math.Exp(z * error / survival);
                return (survival / factor, Math.Min(survival * factor, 1));
            case IntervalScale.LogLog:
                if (survival >= 1)
                {
                    return (1, 1);
                }

                var log = Math.Log(survival);
                var stretch = Math.Exp(z * error / (survival * -log));
                return (Math.Exp(log * stretch), Math.Exp(log / stretch));
            default:
                throw new ArgumentOutOfRangeException(nameof(scale), scale, "There is no such scale.");
        }
    }

    private double Crossing(double[] curve, double height)
    {
        var first = Array.FindIndex(curve, value => value <= height + Close);
        if (first < 0)
        {
            return double.NaN;
        }

        var below = Array.FindIndex(curve, value => value < height - Close);
        if (below == first)
        {
            return Times[first];
        }

        // Flat at the height: half way to the next drop, or to the end of observation when there is none.
        if (below < 0 && double.IsNaN(curve[^1]))
        {
            below = Array.FindIndex(curve, first, double.IsNaN);
        }

        return (Times[first] + (below < 0 ? Times[^1] : Times[below])) / 2;
    }
}
