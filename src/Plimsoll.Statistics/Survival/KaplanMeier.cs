namespace Plimsoll.Statistics.Survival;

/// <summary>
/// The Kaplan-Meier (product-limit) estimate of the chance to be event-free, for one kind of event. Subjects may come
/// under observation late (left truncation); events come before censoring at the same time.
/// </summary>
public static class KaplanMeier
{
    /// <summary>Estimates the curve.</summary>
    /// <param name="entry">Clock time at which each subject comes under observation; empty when everybody is there from the start.</param>
    /// <param name="exit">Clock time at which observation ends, after entry.</param>
    /// <param name="happened">Whether it ended with the event; else the subject is censored.</param>
    /// <param name="weight">
    /// Number of subjects that each stands for, above zero; empty for one each. Greenwood's error takes them as so many; for sampling weights
    /// take the jackknife of <see cref="CompetingRisks.CumulativeIncidence"/> with one cause.
    /// </param>
    /// <returns>One row for each distinct exit, ascending.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or an entry is not before its exit, or a value is not finite.</exception>
    public static SurvivalCurve Estimate(
        ReadOnlySpan<double> entry, ReadOnlySpan<double> exit, ReadOnlySpan<bool> happened, ReadOnlySpan<double> weight = default)
    {
        var table = RiskTable.Of(entry, exit, Observed.Causes(happened), 1, weight);
        return SurvivalCurve.Of(table.Times, table.AtRisk, table.Events[0], table.Censored);
    }

    /// <summary>Estimates one curve for each group.</summary>
    /// <param name="entry">As for the single curve.</param>
    /// <param name="exit">As for the single curve.</param>
    /// <param name="happened">As for the single curve.</param>
    /// <param name="group">Group of each subject, from 0.</param>
    /// <param name="groups">Number of groups.</param>
    /// <returns>A curve for each group; one without subjects has no rows.</returns>
    /// <exception cref="ArgumentException">As for the single curve, or a group is out of range.</exception>
    public static SurvivalCurve[] ByGroup(
        ReadOnlySpan<double> entry, ReadOnlySpan<double> exit, ReadOnlySpan<bool> happened, ReadOnlySpan<int> group, int groups)
    {
        Observed.Check(entry, exit, default);
        Observed.CheckGroups(group, groups, exit.Length);
        if (happened.Length != exit.Length)
        {
            throw new ArgumentException($"There are {happened.Length} outcomes for {exit.Length} exits; give one each.", nameof(happened));
        }

        var curves = new SurvivalCurve[groups];
        for (var one = 0; one < groups; one++)
        {
            var (from, until, ended) = (new List<double>(), new List<double>(), new List<bool>());
            for (var subject = 0; subject < exit.Length; subject++)
            {
                if (group[subject] == one)
                {
                    if (!entry.IsEmpty)
                    {
                        from.Add(entry[subject]);
                    }

                    until.Add(exit[subject]);
                    ended.Add(happened[subject]);
                }
            }

            curves[one] = Estimate([.. from], [.. until], [.. ended]);
        }

        return curves;
    }
}
