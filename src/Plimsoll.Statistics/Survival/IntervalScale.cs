namespace Plimsoll.Statistics.Survival;

/// <summary>The scale on which an interval of a survival probability is symmetric.</summary>
public enum IntervalScale
{
    /// <summary>The probability itself; can pass 0 and 1, where it is cut.</summary>
    Plain,

    /// <summary>Its logarithm; cut at 1. What R's survival takes unless told otherwise.</summary>
    Log,

    /// <summary>The logarithm of minus its logarithm; always within 0 and 1.</summary>
    LogLog,
}

/// <summary>How the variance of a cumulative hazard is estimated.</summary>
public enum HazardVariance
{
    /// <summary>Events over the square of those at risk: events as a Poisson count (Aalen).</summary>
    Aalen,

    /// <summary>Events as a multinomial draw from those at risk: smaller with ties, and correlated between causes (Greenwood).</summary>
    Greenwood,
}
