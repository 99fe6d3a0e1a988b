using Plimsoll.Statistics.Survival;

namespace Plimsoll.Statistics.CompetingRisks;

/// <summary>How the standard errors of cumulative incidence are estimated.</summary>
public enum IncidenceVariance
{
    /// <summary>Sum of squared influences of the subjects (infinitesimal jackknife), as R's survival does.</summary>
    InfinitesimalJackknife,

    /// <summary>Aalen's counting process variance with a correction for ties, as R's cmprsk does.</summary>
    Aalen,

    /// <summary>Events as a multinomial draw from those at risk, as R's etm does.</summary>
    Greenwood,
}

/// <summary>Chances to have had each kind of event: with the chance to be event-free they sum to 1 at every time.</summary>
/// <param name="Times">Distinct times at which somebody left observation, ascending.</param>
/// <param name="AtRisk">Under observation just before each time (weighted).</param>
/// <param name="Events">Events (weighted), causes by times; cause 1 is at 0.</param>
/// <param name="EventFree">Chance to be free of all events just after each time.</param>
/// <param name="Incidence">Chance to have had the event of each cause first, causes by times.</param>
/// <param name="EventFreeError">Standard error of the event-free chance.</param>
/// <param name="IncidenceError">Standard error of the incidence, causes by times.</param>
public sealed record IncidenceCurves(
    double[] Times,
    double[] AtRisk,
    double[][] Events,
    double[] EventFree,
    double[][] Incidence,
    double[] EventFreeError,
    double[][] IncidenceError)
{
    /// <summary>Incidence of a cause just after a time; 0 before the first row.</summary>
    /// <param name="cause">From 1.</param>
    /// <param name="time">Clock time.</param>
    public double At(int cause, double time) => Value(Incidence[cause - 1], time, 0);

    /// <summary>Standard error of the incidence of a cause at a time; 0 before the first row.</summary>
    /// <param name="cause">From 1.</param>
    /// <param name="time">Clock time.</param>
    public double ErrorAt(int cause, double time) => Value(IncidenceError[cause - 1], time, 0);

    /// <summary>Chance to be event-free just after a time; 1 before the first row.</summary>
    public double EventFreeAt(double time) => Value(EventFree, time, 1);

    private double Value(double[] curve, double time, double before)
    {
        var row = Observed.Last(Times, time);
        return row < 0 ? before : curve[row];
    }
}

/// <summary>
/// The Aalen-Johansen estimate of cumulative incidence with competing risks: the chance to have had an event of a cause
/// by a time, in a world where the other causes go on as they do. Subjects may come under observation late.
/// </summary>
public static class CumulativeIncidence
{
    /// <summary>Estimates the curves of all causes at once.</summary>
    /// <param name="entry">Clock time at which each subject comes under observation; empty when everybody is there from the start.</param>
    /// <param name="exit">Clock time at which observation ends, after entry.</param>
    /// <param name="cause">0 when censored, else the cause of the event from 1.</param>
    /// <param name="causes">Number of causes.</param>
    /// <param name="variance">How standard errors are estimated.</param>
    /// <param name="weight">Case weight of each subject, above zero; empty for one each. Not with <see cref="IncidenceVariance.Aalen"/>.</param>
    /// <exception cref="ArgumentException">Lengths differ, an entry is not before its exit, a cause is out of range, or weights cannot be used.</exception>
    public static IncidenceCurves Estimate(
        ReadOnlySpan<double> entry,
        ReadOnlySpan<double> exit,
        ReadOnlySpan<int> cause,
        int causes,
        IncidenceVariance variance = IncidenceVariance.InfinitesimalJackknife,
        ReadOnlySpan<double> weight = default)
    {
        if (variance == IncidenceVariance.Aalen && !weight.IsEmpty)
        {
            throw new ArgumentException(
                "The correction of Aalen's variance for ties counts whole subjects; use the jackknife with weights.", nameof(weight));
        }

        var table = RiskTable.Of(entry, exit, cause, causes, weight);
        var rows = table.Times.Length;
        var free = new double[rows];
        var incidence = Grid(causes, rows);
        var left = 1.0;
        for (var row = 0; row < rows; row++)
        {
            var share = left / table.AtRisk[row];
            for (var one = 0; one < causes; one++)
            {
                incidence[one][row] = (row == 0 ? 0 : incidence[one][row - 1]) + (share * table.Events[one][row]);
            }

            if (table.EventsAt(row) is var events and > 0)
            {
                left = share * Math.Max(table.AtRisk[row] - events, 0);
            }

            free[row] = left;
        }

        var freeError = new double[rows];
        var error = Grid(causes, rows);
        switch (variance)
        {
            case IncidenceVariance.InfinitesimalJackknife:
                Influence.Errors(table, entry, exit, cause, weight, free, freeError, error);
                break;
            case IncidenceVariance.Aalen:
                Multinomial(table, free, freeError, Grid(causes, rows));
                for (var one = 0; one < causes; one++)
                {
                    Aalen(table, one, free, incidence[one], error[one]);
                }

                break;
            case IncidenceVariance.Greenwood:
                Multinomial(table, free, freeError, error);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(variance), variance, "There is no such variance.");
        }

        return new IncidenceCurves(table.Times, table.AtRisk, table.Events, free, incidence, freeError, error);
    }

    private static double[][] Grid(int causes, int rows)
    {
        var grid = new double[causes][];
        for (var cause = 0; cause < causes; cause++)
        {
            grid[cause] = new double[rows];
        }

        return grid;
    }

    /// <summary>Covariance of (event-free, incidences) carried from time to time; each time adds a multinomial draw.</summary>
    private static void Multinomial(RiskTable table, double[] free, double[] freeError, double[][] error)
    {
        var causes = error.Length;
        var covariance = new double[causes + 1, causes + 1];
        var step = new double[causes + 1, causes + 1];
        var hazard = new double[causes + 1];
        for (var row = 0; row < free.Length; row++)
        {
            if (table.EventsAt(row) > 0)
            {
                var before = row == 0 ? 1 : free[row - 1];
                hazard[0] = 1;
                for (var cause = 1; cause <= causes; cause++)
                {
                    hazard[cause] = table.Events[cause - 1][row] / table.AtRisk[row];
                    hazard[0] -= hazard[cause];
                }

                for (var a = 0; a <= causes; a++)
                {
                    for (var b = 0; b <= causes; b++)
                    {
                        // New = event-free x hazard + (what was there, unless it is the event-free state itself).
                        step[a, b] = (covariance[0, 0] * hazard[a] * hazard[b])
                            + (a > 0 ? covariance[a, 0] * hazard[b] : 0)
                            + (b > 0 ? covariance[0, b] * hazard[a] : 0)
                            + (a > 0 && b > 0 ? covariance[a, b] : 0)
                            + (before * before * hazard[a] * ((a == b ? 1 : 0) - hazard[b]) / table.AtRisk[row]);
                    }
                }

                (covariance, step) = (step, covariance);
            }

            freeError[row] = Math.Sqrt(Math.Max(covariance[0, 0], 0));
            for (var cause = 1; cause <= causes; cause++)
            {
                error[cause - 1][row] = Math.Sqrt(Math.Max(covariance[cause, cause], 0));
            }
        }
    }

    private static void Aalen(RiskTable table, int cause, double[] free, double[] incidence, double[] error)
    {
        // The incidence at t varies by (what is still to come of it after u) x (martingale noise at u):
        // own events by 1 - (F(t) - F(u)) / S(u), others by -(F(t) - F(u)) / S(u). Three running sums make it one pass.
        var (constant, linear, square) = (0.0, 0.0, 0.0);
        var spread = 0.0;
        for (var row = 0; row < free.Length; row++)
        {
            var own = table.Events[cause][row];
            var other = table.EventsAt(row) - own;
            var before = row == 0 ? 1 : free[row - 1];
            if (other > 0 && free[row] > 0)
            {
                var noise = Noise(before, other, table.AtRisk[row]);
                var per = 1 / free[row];
                var ratio = incidence[row] * per;
                constant += ratio * ratio * noise;
                linear += per * ratio * noise;
                square += per * per * noise;
            }

            if (own > 0)
            {
                var noise = Noise(before, own, table.AtRisk[row]);
                var per = free[row] > 0 ? 1 / free[row] : 0;
                var ratio = 1 + (incidence[row] * per);
                constant += ratio * ratio * noise;
                linear += per * ratio * noise;
                square += per * per * noise;
                spread = constant + (incidence[row] * incidence[row] * square) - (2 * incidence[row] * linear);
            }

            error[row] = Math.Sqrt(Math.Max(spread, 0));
        }
    }

    private static double Noise(double before, double events, double atRisk) =>
        before * before * events / (atRisk * atRisk) * (events > 1 ? 1 - ((events - 1) / (atRisk - 1)) : 1);
}
