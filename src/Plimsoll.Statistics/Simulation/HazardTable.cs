using System.Runtime.CompilerServices;

namespace Plimsoll.Statistics.Simulation;

/// <summary>
/// The hazards of one replicate in two stages: the total first, the choice only when something happens. Small floats,
/// so that all of it stays in a core's own cache. Rates are per unit of time of the shape.
/// </summary>
/// <remarks>
/// Hazards that drift with the calendar are held as ceilings: the rate at the highest factor of any month. A candidate
/// event drawn under the ceiling is kept with probability factor over ceiling of its month, and otherwise the walk goes
/// on unchanged. That is exact, not an approximation: the events of a Poisson process of rate h that are kept
/// independently with probability p(t) form a Poisson process of rate h p(t) (Lewis and Shedler 1979), and no boundary
/// of a month need be visited. Fill a table in this order: drifts, exits and moves, choices, tilt.
/// </remarks>
public sealed class HazardTable
{
    private readonly int months;
    private readonly double[] ceilings;
    private readonly float[] keep;
    private int exitsToFill;
    private int movesToFill;

    /// <summary>An empty table: nothing ever happens but the age limit.</summary>
    /// <param name="shape">The model.</param>
    /// <param name="months">Number of months of the tilt and of drifts.</param>
    public HazardTable(KernelShape shape, int months)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Shape = shape;
        this.months = months;
        ExitTotal = new float[shape.ExitCells];
        ExitCumulative = new float[shape.ExitCells * shape.Exits];
        MoveTotal = new float[shape.MoveCells];
        Choices = new StateChoice(shape.ChoiceRows, shape.Places);
        Tilt = new double[months];
        Array.Fill(Tilt, 1.0);
        ceilings = new double[shape.Exits + shape.MoveGroupCount];
        Array.Fill(ceilings, 1.0);
        keep = new float[ceilings.Length * (months + 1)];
        Array.Fill(keep, 1f);
    }

    /// <summary>The model.</summary>
    public KernelShape Shape { get; }

    /// <summary>Total exit hazard by exit cell, at the ceilings.</summary>
    public float[] ExitTotal { get; }

    /// <summary>Cumulative share of the exits, by exit cell and exit; the last of a cell is one.</summary>
    public float[] ExitCumulative { get; }

    /// <summary>Total hazard of a move by move cell, at the ceiling of its group. Set by <see cref="SetMove"/>.</summary>
    public float[] MoveTotal { get; }

    /// <summary>Where a move leads: one row for each age band, level of time since entry, level of time in the state, and state (<see cref="KernelShape.ChoiceRow(int, int, int, int)"/>).</summary>
    public StateChoice Choices { get; }

    /// <summary>By month, the factor on the odds that a placement falls into the leading states.</summary>
    public double[] Tilt { get; }

    /// <summary>Whether any candidate event may be refused.</summary>
    public bool IsThinned { get; private set; }

    /// <summary>Takes all drifts away. The rates must be set anew.</summary>
    public void ClearDrifts()
    {
        Array.Fill(ceilings, 1.0);
        Array.Fill(keep, 1f);
        IsThinned = false;
        (exitsToFill, movesToFill) = (Shape.ExitCells, Shape.MoveCells);
    }

    /// <summary>Lets an exit drift. Comes before <see cref="SetExits"/>, which multiplies by the ceiling; all exit cells must be set anew.</summary>
    /// <param name="exit">The exit.</param>
    /// <param name="factorByMonth">Factor on its rate in each month, zero or more. Beyond the last month, and in walks without drift, it is one.</param>
    /// <exception cref="ArgumentException">Not one factor for each month, or a factor that is no number of zero or more.</exception>
    public void SetDrift(int exit, ReadOnlySpan<double> factorByMonth)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)exit, (uint)Shape.Exits, nameof(exit));
        Drift(exit, factorByMonth);
        exitsToFill = Shape.ExitCells;
    }

    /// <summary>Lets the moves from a group of states drift, as <see cref="SetDrift"/>; comes before <see cref="SetMove"/>.</summary>
    /// <param name="group">The group (<see cref="KernelShape.MoveGroups"/>).</param>
    /// <param name="factorByMonth">Factor on the hazard of a move in each month.</param>
    /// <exception cref="ArgumentException">As <see cref="SetDrift"/>.</exception>
    public void SetMoveDrift(int group, ReadOnlySpan<double> factorByMonth)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)group, (uint)Shape.MoveGroupCount, nameof(group));
        Drift(Shape.Exits + group, factorByMonth);
        movesToFill = Shape.MoveCells;
    }

    /// <summary>Chance that a candidate event of an exit is kept in a month; the month after the last stands for walks without drift.</summary>
    public float Keep(int exit, int month) => keep[(exit * (months + 1)) + month];

    /// <summary>Chance that a candidate move from a group of states is kept in a month.</summary>
    public float KeepMove(int group, int month) => keep[((Shape.Exits + group) * (months + 1)) + month];

    /// <summary>Sets the exits of a cell.</summary>
    /// <param name="cell">Exit cell.</param>
    /// <param name="rates">Rate of each exit, zero or more, without its drift.</param>
    public void SetExits(int cell, ReadOnlySpan<double> rates)
    {
        var total = 0.0;
        for (var exit = 0; exit < rates.Length; exit++)
        {
            total += rates[exit] * ceilings[exit];
        }

        ExitTotal[cell] = (float)total;
        var running = 0.0;
        for (var exit = 0; exit < rates.Length; exit++)
        {
            running += rates[exit] * ceilings[exit];
            ExitCumulative[(cell * Shape.Exits) + exit] = exit == rates.Length - 1 || total <= 0 ? 1f : (float)(running / total);
        }

        exitsToFill--;
    }

    /// <summary>Sets the hazard of a move.</summary>
    /// <param name="cell">Move cell.</param>
    /// <param name="rate">Rate, zero or more, without its drift.</param>
    public void SetMove(int cell, double rate)
    {
        MoveTotal[cell] = (float)(rate * ceilings[Shape.Exits + Shape.MoveGroups[Shape.StateOfMoveCell(cell)]]);
        movesToFill--;
    }

    /// <summary>The rate of one exit in a cell, at its ceiling.</summary>
    internal double ExitRate(int cell, int exit)
    {
        var at = (cell * Shape.Exits) + exit;
        return ExitTotal[cell] * (double)(ExitCumulative[at] - (exit == 0 ? 0 : ExitCumulative[at - 1]));
    }

    /// <summary>Chance that a candidate is kept, by row: exits first, then groups of moves.</summary>
    internal float KeepRow(int row, int month) => keep[(row * (months + 1)) + month];

    /// <summary>The month that stands for no drift.</summary>
    internal int Undrifted => months;

    /// <summary>Refuses a table whose drifts were set after its rates.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void CheckFilled()
    {
        if (exitsToFill > 0 || movesToFill > 0)
        {
            RefuseUnfilled();
        }
    }

    private static void RefuseUnfilled() =>
        throw new InvalidOperationException("A drift was set and the rates under it were not: set every exit and move cell after the drifts.");

    private void Drift(int row, ReadOnlySpan<double> factors)
    {
        if (factors.Length != months)
        {
            throw new ArgumentException("There is one factor for each month.", nameof(factors));
        }

        // Never below one: walks without drift need the plain rate.
        var ceiling = 1.0;
        foreach (var factor in factors)
        {
            if (!(factor >= 0) || double.IsInfinity(factor))
            {
                throw new ArgumentException("A factor is zero or more, and finite.", nameof(factors));
            }

            ceiling = Math.Max(ceiling, factor);
        }

        ceilings[row] = ceiling;
        var kept = keep.AsSpan(row * (months + 1), months + 1);
        for (var month = 0; month < months; month++)
        {
            kept[month] = (float)(factors[month] / ceiling);
        }

        kept[months] = (float)(1 / ceiling);
        IsThinned = keep.AsSpan().IndexOfAnyExcept(1f) >= 0;
    }
}
