namespace Plimsoll.Statistics.Simulation;

/// <summary>Sees one trajectory while it is walked. Implemented by structs, so that the kernel is compiled for each.</summary>
public interface ITrajectoryRecorder
{
    /// <summary>The walk begins, or the subject comes into another state: a new placement.</summary>
    void Enter(int state, int tariff, double time);

    /// <summary>A birthday changes the tariff band; the placement goes on.</summary>
    void Retariff(int state, int fromTariff, int toTariff, double time);

    /// <summary>The subject leaves a state.</summary>
    void Leave(int state, int tariff, double time);

    /// <summary>The subject leaves altogether; it has left its state.</summary>
    void Exit(int exit, double time);
}

/// <summary>Records into the monthly tally of a replicate, every placement at its list price.</summary>
/// <param name="Tally">The tally.</param>
public readonly record struct TallyRecorder(MonthlyTally Tally) : ITrajectoryRecorder
{
    /// <inheritdoc />
    public void Enter(int state, int tariff, double time) => Tally.Enter(state, tariff, time);

    /// <inheritdoc />
    public void Retariff(int state, int fromTariff, int toTariff, double time)
    {
        Tally.Leave(state, fromTariff, time);
        Tally.Enter(state, toTariff, time);
    }

    /// <inheritdoc />
    public void Leave(int state, int tariff, double time) => Tally.Leave(state, tariff, time);

    /// <inheritdoc />
    public void Exit(int exit, double time) => Tally.Exit(exit, time);
}

/// <summary>Records only when the trajectory ended.</summary>
public record struct EndRecorder : ITrajectoryRecorder
{
    /// <summary>Time of the exit; NaN while there was none before the horizon.</summary>
    public double EndedAt { get; private set; }

    /// <summary>A recorder that has seen nothing.</summary>
    public static EndRecorder Fresh => new() { EndedAt = double.NaN };

    /// <inheritdoc />
    public readonly void Enter(int state, int tariff, double time)
    {
    }

    /// <inheritdoc />
    public readonly void Retariff(int state, int fromTariff, int toTariff, double time)
    {
    }

    /// <inheritdoc />
    public readonly void Leave(int state, int tariff, double time)
    {
    }

    /// <inheritdoc />
    public void Exit(int exit, double time) => EndedAt = time;
}
