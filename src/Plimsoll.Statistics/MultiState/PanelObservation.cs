namespace Plimsoll.Statistics.MultiState;

/// <summary>What an observation of a subject says.</summary>
public enum PanelKind
{
    /// <summary>The state at the time of looking; what happened since the last look is not known.</summary>
    Snapshot,

    /// <summary>The state was entered exactly then, as a death is; the state just before is not known.</summary>
    ExactEntry,

    /// <summary>The subject stayed in the state of the observation before until then, and is now in this one (the same, or a direct move).</summary>
    ExactMove,

    /// <summary>Only known not to be in a state that cannot be left, as when somebody is known to be alive. The state given is not read.</summary>
    NotAbsorbed,
}

/// <summary>One observation of a subject at one time.</summary>
/// <param name="Subject">Number of the subject; the observations of a subject stand together, in order of time.</param>
/// <param name="Time">Clock time.</param>
/// <param name="State">State, from 0.</param>
/// <param name="Kind">What is known.</param>
public readonly record struct PanelObservation(int Subject, double Time, int State, PanelKind Kind = PanelKind.Snapshot);

/// <summary>Choices of a fit of intensities.</summary>
public sealed record PanelOptions
{
    /// <summary>Clock times at which intensities may change, ascending; none for constant intensities.</summary>
    public double[] Cuts { get; init; } = [];

    /// <summary>
    /// Observations by covariates, null for none. A row holds from its observation to the next. Every covariate acts on the log of every
    /// intensity; intensities without them are those at zero, so subtract a typical value first.
    /// </summary>
    public double[,]? Covariates { get; init; }

    /// <summary>Rate of each transition to start from, above zero; null for moves seen over time seen.</summary>
    public double[]? StartRates { get; init; }
}
