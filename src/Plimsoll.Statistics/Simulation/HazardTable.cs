namespace Plimsoll.Statistics.Simulation;

/// <summary>
/// The hazards of one replicate in two stages: the total first, the choice only when something happens. Small floats,
/// so that all of it stays in a core's own cache. Rates are per day.
/// </summary>
public sealed class HazardTable
{
    /// <summary>An empty table: nothing ever happens but the age limit.</summary>
    /// <param name="shape">The model.</param>
    /// <param name="months">Number of months of the tilt.</param>
    public HazardTable(KernelShape shape, int months)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Shape = shape;
        ExitTotal = new float[shape.ExitCells];
        ExitCumulative = new float[shape.ExitCells * shape.Exits];
        MoveTotal = new float[shape.MoveCells];
        Choices = new StateChoice(shape.ChoiceRows, shape.States);
        Tilt = new double[months];
        Array.Fill(Tilt, 1.0);
    }

    /// <summary>The model.</summary>
    public KernelShape Shape { get; }

    /// <summary>Total exit hazard by exit cell.</summary>
    public float[] ExitTotal { get; }

    /// <summary>Cumulative share of the exits, by exit cell and exit; the last of a cell is one.</summary>
    public float[] ExitCumulative { get; }

    /// <summary>Total hazard of a move by move cell.</summary>
    public float[] MoveTotal { get; }

    /// <summary>Where a move leads: one row for each age band, level of time since entry and state (<see cref="KernelShape.ChoiceRow"/>).</summary>
    public StateChoice Choices { get; }

    /// <summary>By month, the factor on the odds that a placement falls into the leading states.</summary>
    public double[] Tilt { get; }

    /// <summary>Sets the exits of a cell.</summary>
    /// <param name="cell">Exit cell.</param>
    /// <param name="rates">Rate of each exit a day, zero or more.</param>
    public void SetExits(int cell, ReadOnlySpan<double> rates)
    {
        var total = 0.0;
        foreach (var rate in rates)
        {
            total += rate;
        }

        ExitTotal[cell] = (float)total;
        var running = 0.0;
        for (var exit = 0; exit < rates.Length; exit++)
        {
            running += rates[exit];
            ExitCumulative[(cell * Shape.Exits) + exit] = exit == rates.Length - 1 || total <= 0 ? 1f : (float)(running / total);
        }
    }
}
