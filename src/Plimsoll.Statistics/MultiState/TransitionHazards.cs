using Plimsoll.Statistics.Survival;

namespace Plimsoll.Statistics.MultiState;

/// <summary>Which clock a hazard runs on.</summary>
public enum HazardClock
{
    /// <summary>Time since the start of the whole process (Markov).</summary>
    Forward,

    /// <summary>Time since the present state was entered (semi-Markov).</summary>
    Reset,
}

/// <summary>Cumulative hazards of every transition, on one grid of times.</summary>
/// <param name="Matrix">States and transitions.</param>
/// <param name="Clock">Clock of the times.</param>
/// <param name="VarianceKind">How the variances were estimated.</param>
/// <param name="Times">Ascending: every time with a transition, and the end of observation.</param>
/// <param name="AtRisk">At risk just before each time, transitions by times.</param>
/// <param name="Events">Transitions at each time, transitions by times.</param>
/// <param name="Hazard">Cumulative hazard just after each time, transitions by times.</param>
/// <param name="Variance">Its variance, transitions by times.</param>
public sealed record TransitionHazards(
    TransitionMatrix Matrix,
    HazardClock Clock,
    HazardVariance VarianceKind,
    double[] Times,
    double[][] AtRisk,
    double[][] Events,
    double[][] Hazard,
    double[][] Variance)
{
    /// <summary>
    /// Transitions made at the very time of coming at risk of them. Nobody is at risk for no time, so they raise no hazard; put the two
    /// moves a little apart if they should.
    /// </summary>
    public int WithoutTimeAtRisk { get; init; }

    /// <summary>Nelson-Aalen estimates from the long format; late entry is the start of a row.</summary>
    /// <param name="matrix">States and transitions.</param>
    /// <param name="rows">The long format; at least one row.</param>
    /// <param name="clock">Clock on which the risk sets are formed.</param>
    /// <param name="variance">How variances are estimated.</param>
    /// <exception cref="ArgumentException">There are no rows, a transition is out of range, or a row ends before it starts.</exception>
    public static TransitionHazards Estimate(
        TransitionMatrix matrix,
        IReadOnlyList<TransitionRow> rows,
        HazardClock clock = HazardClock.Forward,
        HazardVariance variance = HazardVariance.Aalen)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(rows);
        Check(matrix, rows);
        double From(TransitionRow row) => clock == HazardClock.Forward ? row.Start : 0;
        double Until(TransitionRow row) => clock == HazardClock.Forward ? row.Stop : row.Duration;

        double[] times = [.. rows.Where(row => row.Happened && row.Duration > 0).Select(Until).Append(rows.Max(Until)).Distinct().Order()];
        var (atRisk, events, hazard, spread) = (new double[matrix.Transitions][], new double[matrix.Transitions][], new double[matrix.Transitions][], new double[matrix.Transitions][]);
        for (var transition = 0; transition < matrix.Transitions; transition++)
        {
            (atRisk[transition], events[transition]) = (new double[times.Length], new double[times.Length]);
            (hazard[transition], spread[transition]) = (new double[times.Length], new double[times.Length]);
        }

        foreach (var row in rows)
        {
            // At risk on (from, until]: up at the first grid time after from, down at the first after until.
            var up = Observed.Last(times, From(row)) + 1;
            var down = Observed.Last(times, Until(row)) + 1;
            if (up < times.Length)
            {
                atRisk[row.Transition][up]++;
            }

            if (down < times.Length)
            {
                atRisk[row.Transition][down]--;
            }

            if (row.Happened && row.Duration > 0)
            {
                events[row.Transition][down - 1]++;
            }
        }

        for (var transition = 0; transition < matrix.Transitions; transition++)
        {
            var (number, sum, squares) = (0.0, 0.0, 0.0);
            for (var at = 0; at < times.Length; at++)
            {
                number += atRisk[transition][at];
                atRisk[transition][at] = number;
                if (events[transition][at] is var happened and > 0)
                {
                    sum += happened / number;
                    squares += Spread(variance, happened, number);
                }

                (hazard[transition][at], spread[transition][at]) = (sum, squares);
            }
        }

        return new TransitionHazards(matrix, clock, variance, times, atRisk, events, hazard, spread)
        {
            WithoutTimeAtRisk = rows.Count(row => row.Happened && row.Duration <= 0),
        };
    }

    /// <summary>Known cumulative hazards, without variances, to compute or simulate from.</summary>
    /// <param name="matrix">States and transitions.</param>
    /// <param name="clock">Clock of the times.</param>
    /// <param name="times">Ascending, above zero.</param>
    /// <param name="hazard">Cumulative hazard at each time, transitions by times; never falls.</param>
    /// <exception cref="ArgumentException">Shapes differ, times do not ascend, or a cumulative hazard falls.</exception>
    public static TransitionHazards Known(TransitionMatrix matrix, HazardClock clock, double[] times, double[][] hazard)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(hazard);
        if (hazard.Length != matrix.Transitions || Array.Exists(hazard, row => row.Length != times.Length))
        {
            throw new ArgumentException($"Give {matrix.Transitions} rows of {times.Length} cumulative hazards, one a transition.", nameof(hazard));
        }

        for (var at = 0; at < times.Length; at++)
        {
            if (!(times[at] > (at == 0 ? 0 : times[at - 1])) || !double.IsFinite(times[at]))
            {
                throw new ArgumentException("Times ascend and are above zero.", nameof(times));
            }

            for (var transition = 0; transition < hazard.Length; transition++)
            {
                if (!(hazard[transition][at] >= (at == 0 ? 0 : hazard[transition][at - 1])) || !double.IsFinite(hazard[transition][at]))
                {
                    throw new ArgumentException($"The cumulative hazard of transition {transition} falls at {times[at]}.", nameof(hazard));
                }
            }
        }

        var zero = hazard.Select(_ => new double[times.Length]).ToArray();
        return new TransitionHazards(matrix, clock, HazardVariance.Aalen, times, zero, zero, hazard, zero);
    }

    /// <summary>Rise of the cumulative hazard of a transition at a row.</summary>
    public double Rise(int transition, int row) => Hazard[transition][row] - (row == 0 ? 0 : Hazard[transition][row - 1]);

    /// <summary>Cumulative hazard of a transition just after a time; 0 before the first row.</summary>
    public double At(int transition, double time)
    {
        var row = Observed.Last(Times, time);
        return row < 0 ? 0 : Hazard[transition][row];
    }

    /// <summary>Covariance of the rises of two transitions at a row: zero unless Greenwood and out of the same state.</summary>
    internal double RiseCovariance(int one, int other, int row)
    {
        if (one == other)
        {
            return Variance[one][row] - (row == 0 ? 0 : Variance[one][row - 1]);
        }

        return VarianceKind == HazardVariance.Greenwood && AtRisk[one][row] > 0 && Matrix.From(one) == Matrix.From(other)
            ? -Events[one][row] * Events[other][row] / (AtRisk[one][row] * AtRisk[one][row] * AtRisk[one][row])
            : 0;
    }

    private static double Spread(HazardVariance variance, double events, double atRisk) => variance == HazardVariance.Aalen
        ? events / (atRisk * atRisk)
        : events * (atRisk - events) / (atRisk * atRisk * atRisk);

    private static void Check(TransitionMatrix matrix, IReadOnlyList<TransitionRow> rows)
    {
        if (rows.Count == 0)
        {
            throw new ArgumentException("Nobody is at risk of any transition.", nameof(rows));
        }

        foreach (var row in rows)
        {
            if (row.Transition < 0 || row.Transition >= matrix.Transitions)
            {
                throw new ArgumentException($"Transition {row.Transition} does not exist; they are 0 to {matrix.Transitions - 1}.", nameof(rows));
            }

            if (!double.IsFinite(row.Start) || !double.IsFinite(row.Stop) || row.Stop < row.Start)
            {
                throw new ArgumentException($"Subject {row.Subject} is at risk from {row.Start} to {row.Stop}.", nameof(rows));
            }
        }
    }
}
