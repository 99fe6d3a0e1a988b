namespace Plimsoll.Statistics.Simulation;

/// <summary>
/// What a change of rates touches: an exit, or the moves from a group of states. An exit that is reached through a choice
/// row (<see cref="MoveTargets.StatesAndExits"/>) goes with the moves.
/// </summary>
public readonly record struct RateTarget
{
    private RateTarget(RateKind kind, int number) => (Kind, Number) = (kind, number);

    private enum RateKind
    {
        Exit,
        Moves,
    }

    private RateKind Kind { get; }

    private int Number { get; }

    /// <summary>An exit.</summary>
    public static RateTarget Exit(int exit) => new(RateKind.Exit, exit);

    /// <summary>The moves from a group of states (<see cref="KernelShape.MoveGroups"/>).</summary>
    public static RateTarget Moves(int group) => new(RateKind.Moves, group);

    /// <summary>Row among the exits and, after them, the groups.</summary>
    internal int Row(KernelShape shape)
    {
        var count = Kind == RateKind.Exit ? shape.Exits : shape.MoveGroupCount;
        return Number >= 0 && Number < count
            ? (Kind == RateKind.Exit ? Number : shape.Exits + Number)
            : throw new ArgumentException("The model has no such exit or group of moves.", nameof(shape));
    }
}

/// <summary>A change of one rate in a scenario. Bands that are null mean all.</summary>
/// <param name="Target">What changes.</param>
/// <param name="Factor">Factor on the rate, zero or more, on top of any drift.</param>
public sealed record RateChange(RateTarget Target, double Factor)
{
    /// <summary>Age bands that it touches.</summary>
    public IReadOnlyList<int>? Ages { get; init; }

    /// <summary>Bands of time since entry that it touches.</summary>
    public IReadOnlyList<int>? Stays { get; init; }

    /// <summary>States that it touches.</summary>
    public IReadOnlyList<int>? States { get; init; }

    /// <summary>Covariate levels that it touches.</summary>
    public IReadOnlyList<int>? Covariates { get; init; }

    /// <summary>When it begins, in the time of the walk.</summary>
    public double From { get; init; } = double.NegativeInfinity;

    /// <summary>When it is over: the first time that is untouched again.</summary>
    public double Until { get; init; } = double.PositiveInfinity;
}
