namespace Plimsoll.Statistics.Survival;

/// <summary>Checks of what was observed, shared by every estimator, so that all of them refuse the same faults in the same words.</summary>
internal static class Observed
{
    internal static void Check(ReadOnlySpan<double> entry, ReadOnlySpan<double> exit, ReadOnlySpan<double> weight)
    {
        if (!entry.IsEmpty && entry.Length != exit.Length)
        {
            throw new ArgumentException($"There are {entry.Length} entries for {exit.Length} exits; give one each, or none at all.", nameof(entry));
        }

        if (!weight.IsEmpty && weight.Length != exit.Length)
        {
            throw new ArgumentException($"There are {weight.Length} weights for {exit.Length} exits; give one each, or none at all.", nameof(weight));
        }

        for (var subject = 0; subject < exit.Length; subject++)
        {
            if (!double.IsFinite(exit[subject]))
            {
                throw new ArgumentException($"The exit of subject {subject} is not a finite number.", nameof(exit));
            }

            if (!entry.IsEmpty && !(entry[subject] < exit[subject]))
            {
                throw new ArgumentException(
                    $"Subject {subject} enters at {entry[subject]} and leaves at {exit[subject]}: nobody is at risk without time under observation.",
                    nameof(entry));
            }

            if (!weight.IsEmpty && !(weight[subject] > 0 && double.IsFinite(weight[subject])))
            {
                throw new ArgumentException($"The weight of subject {subject} is not a finite number above zero.", nameof(weight));
            }
        }
    }

    internal static void CheckCauses(ReadOnlySpan<int> cause, int causes, int subjects)
    {
        if (cause.Length != subjects)
        {
            throw new ArgumentException($"There are {cause.Length} outcomes for {subjects} exits; give one each.", nameof(cause));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(causes, 1);
        for (var subject = 0; subject < subjects; subject++)
        {
            if (cause[subject] < 0 || cause[subject] > causes)
            {
                throw new ArgumentException(
                    $"Subject {subject} has cause {cause[subject]}; causes are 1 to {causes}, and 0 is censored.", nameof(cause));
            }
        }
    }

    internal static void CheckGroups(ReadOnlySpan<int> group, int groups, int subjects)
    {
        if (group.Length != subjects)
        {
            throw new ArgumentException($"There are {group.Length} groups for {subjects} exits; give one each.", nameof(group));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        for (var subject = 0; subject < subjects; subject++)
        {
            if (group[subject] < 0 || group[subject] >= groups)
            {
                throw new ArgumentException($"Subject {subject} is in group {group[subject]}; groups are 0 to {groups - 1}.", nameof(group));
            }
        }
    }

    internal static void CheckDesign(double[,] design, int subjects, bool[] happened)
    {
        if (design.GetLength(0) != subjects)
        {
            throw new ArgumentException($"The design has {design.GetLength(0)} rows for {subjects} exits; give one each.", nameof(design));
        }

        if (design.GetLength(1) == 0)
        {
            throw new ArgumentException("The design has no columns, so there is nothing to fit.", nameof(design));
        }

        foreach (var value in design)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentException("The design holds a value that is not finite.", nameof(design));
            }
        }

        if (happened.Length != subjects)
        {
            throw new ArgumentException($"There are {happened.Length} outcomes for {subjects} exits; give one each.", nameof(happened));
        }

        if (!happened.Contains(true))
        {
            throw new ArgumentException("Nobody has the event, so no coefficient can be estimated.", nameof(happened));
        }
    }

    /// <summary>Causes of a single kind of event.</summary>
    internal static int[] Causes(ReadOnlySpan<bool> happened)
    {
        var cause = new int[happened.Length];
        for (var subject = 0; subject < cause.Length; subject++)
        {
            cause[subject] = happened[subject] ? 1 : 0;
        }

        return cause;
    }

    /// <summary>Two-sided normal quantile of a coverage.</summary>
    internal static double Quantile(double coverage)
    {
        if (!(coverage is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(coverage), coverage, "Coverage is a probability between 0 and 1, such as 0.95.");
        }

        return MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (1 + coverage) / 2);
    }

    /// <summary>Place of the last time at or before a time; -1 when it lies before all of them.</summary>
    internal static int Last(ReadOnlySpan<double> times, double time)
    {
        var place = times.BinarySearch(time);
        return place >= 0 ? place : ~place - 1;
    }
}
