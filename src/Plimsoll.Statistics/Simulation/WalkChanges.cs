using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Statistics.Simulation;

/// <summary>What a scenario does to a walk. Implemented by structs, so that a walk without changes is compiled without them.</summary>
internal interface IWalkChanges
{
    /// <summary>Whether there is anything to ask.</summary>
    static abstract bool AreAttached { get; }

    /// <summary>The share of candidate events that a reduction keeps; 1 where rates rise or stay.</summary>
    double Reduction(int row, in ChangeCell cell, double time);

    /// <summary>The first added event from a time up to, not including, another, the subject standing in one cell throughout.</summary>
    AddedEvent Add(in ChangeCell cell, int exitCell, double moveRate, double from, double until);
}

/// <summary>No changes.</summary>
internal readonly struct Unchanged : IWalkChanges
{
    /// <inheritdoc />
    public static bool AreAttached => false;

    /// <inheritdoc />
    public double Reduction(int row, in ChangeCell cell, double time) => 1;

    /// <inheritdoc />
    public AddedEvent Add(in ChangeCell cell, int exitCell, double moveRate, double from, double until) => default;
}

/// <summary>An event that a scenario adds.</summary>
/// <param name="Happens">Whether there is one.</param>
/// <param name="Time">When.</param>
/// <param name="Exit">Which exit; -1 for a move.</param>
/// <param name="Uniform">Uniform on [0, 1) that says where a move leads.</param>
internal readonly record struct AddedEvent(bool Happens, double Time, int Exit, double Uniform);

/// <summary>
/// The changes of a scenario as one walk meets them. What is added comes from a clock of its own: its rate is the rise of
/// each rate, (factor - 1) times the ceiling, and its candidates are kept by the drift as the baseline's are.
/// </summary>
internal struct AddedEvents : IWalkChanges
{
    private readonly RateChanges changes;
    private readonly HazardTable table;
    private readonly MonthGrid grid;
    private readonly double driftEnds;
    private Xoshiro256State stream;
    private double energy;

    /// <summary>The changes for one subject.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="table">Hazards.</param>
    /// <param name="grid">Calendar.</param>
    /// <param name="driftEnds">Time from which nothing drifts.</param>
    /// <param name="key">Key of the subject's stream of added events.</param>
    public AddedEvents(RateChanges changes, HazardTable table, MonthGrid grid, double driftEnds, ulong key)
    {
        (this.changes, this.table, this.grid, this.driftEnds) = (changes, table, grid, driftEnds);
        stream = new Xoshiro256State(key);
        energy = ExponentialZiggurat.Next(in ExponentialZiggurat.Table, ref stream);
    }

    /// <inheritdoc />
    public static bool AreAttached => true;

    /// <inheritdoc />
    public readonly double Reduction(int row, in ChangeCell cell, double time) => Math.Min(1, changes.Factor(row, cell, time));

    /// <inheritdoc />
    public AddedEvent Add(in ChangeCell cell, int exitCell, double moveRate, double from, double until)
    {
        if (!changes.HasIncrease)
        {
            return default;
        }

        // The rise is constant between the days on which changes begin and end.
        var exits = table.Shape.Exits;
        var moves = exits + table.Shape.MoveGroups[cell.State];
        Span<double> rises = stackalloc double[exits + 1];
        while (from < until)
        {
            var edge = Math.Min(until, changes.NextEdge(from));
            var total = 0.0;
            for (var target = 0; target <= exits; target++)
            {
                var plain = target < exits ? table.ExitRate(exitCell, target) : moveRate;
                rises[target] = Math.Max(0, changes.Factor(target < exits ? target : moves, cell, from) - 1) * plain;
                total += rises[target];
            }

            var spent = total * (edge - from);
            if (!(energy < spent))
            {
                energy -= spent;
                from = edge;
                continue;
            }

            // Rounding may reach the edge itself: the event still belongs before it.
            from = Math.Min(from + (energy / total), Math.BitDecrement(edge));
            energy = ExponentialZiggurat.Next(in ExponentialZiggurat.Table, ref stream);
            var which = Which(rises, total, stream.NextDouble());
            var kept = table.KeepRow(which < exits ? which : moves, from < driftEnds ? grid.MonthOf(from) : table.Undrifted);
            if (stream.NextDouble() < kept)
            {
                return new AddedEvent(true, from, which < exits ? which : -1, stream.NextDouble());
            }
        }

        return default;
    }

    private static int Which(ReadOnlySpan<double> rises, double total, double uniform)
    {
        var left = uniform * total;
        var last = 0;
        for (var target = 0; target < rises.Length; target++)
        {
            if (rises[target] > 0)
            {
                if (left < rises[target])
                {
                    return target;
                }

                last = target;
            }

            left -= rises[target];
        }

        return last;
    }
}
