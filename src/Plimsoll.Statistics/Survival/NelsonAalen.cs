namespace Plimsoll.Statistics.Survival;

/// <summary>A cumulative hazard of one kind of event: a step function that starts at 0.</summary>
/// <param name="Times">Distinct times at which somebody left observation, ascending.</param>
/// <param name="AtRisk">Under observation just before each time (weighted).</param>
/// <param name="Events">Events at each time (weighted).</param>
/// <param name="Hazard">Cumulative hazard just after each time.</param>
/// <param name="Variance">Its variance.</param>
public sealed record HazardCurve(double[] Times, double[] AtRisk, double[] Events, double[] Hazard, double[] Variance)
{
    /// <summary>Cumulative hazard just after a time; 0 before the first row.</summary>
    public double At(double time)
    {
        var row = Observed.Last(Times, time);
        return row < 0 ? 0 : Hazard[row];
    }

    /// <summary>Standard error at a row.</summary>
    public double StandardError(int row) => Math.Sqrt(Variance[row]);
}

/// <summary>The Nelson-Aalen estimate of the cumulative hazard: the sum of events over those at risk.</summary>
public static class NelsonAalen
{
    /// <summary>Estimates the cumulative hazard.</summary>
    /// <param name="entry">Clock time at which each subject comes under observation; empty when everybody is there from the start.</param>
    /// <param name="exit">Clock time at which observation ends, after entry.</param>
    /// <param name="happened">Whether it ended with the event; else the subject is censored.</param>
    /// <param name="weight">Case weight of each subject, above zero; empty for one each.</param>
    /// <param name="variance">How the variance is estimated.</param>
    /// <exception cref="ArgumentException">Lengths differ, or an entry is not before its exit, or a value is not finite.</exception>
    public static HazardCurve Estimate(
        ReadOnlySpan<double> entry,
        ReadOnlySpan<double> exit,
        ReadOnlySpan<bool> happened,
        ReadOnlySpan<double> weight = default,
        HazardVariance variance = HazardVariance.Aalen)
    {
        var table = RiskTable.Of(entry, exit, Observed.Causes(happened), 1, weight);
        var hazard = new double[table.Times.Length];
        var spread = new double[hazard.Length];
        var (sum, squares) = (0.0, 0.0);
        for (var row = 0; row < hazard.Length; row++)
        {
            var (events, atRisk) = (table.Events[0][row], table.AtRisk[row]);
            if (events > 0)
            {
                sum += events / atRisk;
                squares += variance == HazardVariance.Aalen
                    ? events / (atRisk * atRisk)
                    : events * Math.Max(atRisk - events, 0) / (atRisk * atRisk * atRisk);
            }

            (hazard[row], spread[row]) = (sum, squares);
        }

        return new HazardCurve(table.Times, table.AtRisk, table.Events[0], hazard, spread);
    }
}
