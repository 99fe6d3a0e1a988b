using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Rates;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// Rates of leaving care by exit, and of moving, as tables over age, time in care, time in placement and state. Shapes
/// borrow from each other, the level stays the council's own.
/// </summary>
internal sealed class LeavingRates
{
    // Main effects on the log scale have a prior standard deviation of one.
    private const double Ridge = 1;

    private readonly KernelShape shape;
    private readonly FactorRates[] exits;
    private readonly FactorRates moves;

    private LeavingRates(KernelShape shape, FactorRates[] exits, FactorRates moves)
    {
        (this.shape, this.exits, this.moves) = (shape, exits, moves);
        ScratchLength = Math.Max(moves.ScratchLength, exits.Max(exit => exit.ScratchLength));
    }

    /// <summary>Length of scratch space for a draw.</summary>
    public int ScratchLength { get; }

    /// <summary>Fits all tables.</summary>
    public static LeavingRates Fit(KernelShape shape, Exposure exposure, CancellationToken cancel)
    {
        var leaving = new FactorRates[shape.Exits];
        var (exitLevels, exitCounts) = ExitLevels(shape);
        for (var exit = 0; exit < leaving.Length; exit++)
        {
            cancel.ThrowIfCancellationRequested();
            var possible = new bool[shape.ExitCells];
            for (var cell = 0; cell < possible.Length; cell++)
            {
                possible[cell] = CareModel.CanExit(exit, exitLevels[cell, 2]);
            }

            leaving[exit] = FactorRates.Fit(new FactorData(
                exitLevels,
                exitCounts,
                exposure.ExitEvents[exit],
                exposure.ExitExposure,
                possible,
                [(2, 3), (1, 2)],
                Ridge,
                CareModel.PriorExitsAYear[exit] / CareModel.YearDays));
        }

        cancel.ThrowIfCancellationRequested();
        var (moveLevels, moveCounts) = MoveLevels(shape);
        var all = new bool[shape.MoveCells];
        Array.Fill(all, true);
        var moving = FactorRates.Fit(new FactorData(
            moveLevels,
            moveCounts,
            exposure.MoveEvents,
            exposure.MoveExposure,
            all,
            [(1, 3), (2, 3)],
            Ridge,
            CareModel.PriorMovesAYear / CareModel.YearDays));
        return new LeavingRates(shape, leaving, moving);
    }

    /// <summary>Mean rate of an exit a day in an exit cell.</summary>
    public double MeanExit(int exit, int cell) => exits[exit].Mean[cell];

    /// <summary>Mean rate of a move a day in a move cell.</summary>
    public double MeanMove(int cell) => moves.Mean[cell];

    /// <summary>Share of an exit's rate in a cell that is borrowed (<see cref="FactorRates.Borrowed"/>).</summary>
    public double BorrowedExit(int exit, int cell) => exits[exit].Borrowed[cell];

    /// <summary>Share of the rate of moves in a cell that is borrowed.</summary>
    public double BorrowedMove(int cell) => moves.Borrowed[cell];

    /// <summary>How strongly departures of an exit's rates are held to their pattern, in events, by pair of factors.</summary>
    public double[] StrengthsOfExit(int exit) => exits[exit].Strengths;

    /// <summary>How strongly departures of the rates of moves are held to their pattern.</summary>
    public double[] StrengthsOfMoves => moves.Strengths;

    /// <summary>Fills a table with mean rates.</summary>
    public void Mean(HazardTable table)
    {
        Span<double> rates = stackalloc double[shape.Exits];
        for (var cell = 0; cell < shape.ExitCells; cell++)
        {
            for (var exit = 0; exit < shape.Exits; exit++)
            {
                rates[exit] = exits[exit].Mean[cell];
            }

            table.SetExits(cell, rates);
        }

        for (var cell = 0; cell < shape.MoveCells; cell++)
        {
            table.SetMove(cell, moves.Mean[cell]);
        }
    }

    /// <summary>Fills a table with one draw of the leaving rates.</summary>
    /// <param name="stream">The replicate's stream for leaving rates.</param>
    /// <param name="table">Receives them.</param>
    /// <param name="buffers">Space for the rates of each exit and of moves.</param>
    /// <param name="scratch">Space of <see cref="ScratchLength"/>.</param>
    /// <param name="levels">Factor on each exit.</param>
    public void DrawExits(Xoshiro256 stream, HazardTable table, double[][] buffers, double[] scratch, ReadOnlySpan<double> levels)
    {
        for (var exit = 0; exit < shape.Exits; exit++)
        {
            exits[exit].Draw(stream, buffers[exit], scratch);
        }

        Span<double> rates = stackalloc double[shape.Exits];
        for (var cell = 0; cell < shape.ExitCells; cell++)
        {
            for (var exit = 0; exit < shape.Exits; exit++)
            {
                rates[exit] = buffers[exit][cell] * levels[exit];
            }

            table.SetExits(cell, rates);
        }
    }

    /// <summary>Fills a table with one draw of the rates of moves.</summary>
    /// <param name="stream">The replicate's stream for moves.</param>
    /// <param name="table">Receives them.</param>
    /// <param name="buffers">Space for the rates of each exit and of moves.</param>
    /// <param name="scratch">Space of <see cref="ScratchLength"/>.</param>
    /// <param name="levels">Factor on the moves of each group of states.</param>
    public void DrawMoves(Xoshiro256 stream, HazardTable table, double[][] buffers, double[] scratch, ReadOnlySpan<double> levels)
    {
        var moved = buffers[shape.Exits];
        moves.Draw(stream, moved, scratch);
        for (var cell = 0; cell < shape.MoveCells; cell++)
        {
            table.SetMove(cell, moved[cell] * levels[shape.MoveGroups[shape.StateOfMoveCell(cell)]]);
        }
    }

    /// <summary>Buffers for <see cref="DrawExits"/> and <see cref="DrawMoves"/>.</summary>
    public double[][] MakeBuffers() =>
        [.. Enumerable.Range(0, shape.Exits).Select(_ => new double[shape.ExitCells]), new double[shape.MoveCells]];

    // Factors: group, state, age, time in care, unaccompanied (against all others).
    private static (int[,] Levels, int[] Counts) ExitLevels(KernelShape shape)
    {
        var levels = new int[shape.ExitCells, 5];
        for (var covariate = 0; covariate < shape.Covariates; covariate++)
        {
            for (var age = 0; age < shape.Ages; age++)
            {
                for (var state = 0; state < shape.States; state++)
                {
                    for (var stay = 0; stay < shape.Stays; stay++)
                    {
                        var cell = shape.ExitCell(covariate, age, state, stay);
                        (levels[cell, 0], levels[cell, 1], levels[cell, 2], levels[cell, 3], levels[cell, 4]) =
                            (CareModel.Group(state), state, age, stay, covariate - 1);
                    }
                }
            }
        }

        return (levels, [CareModel.Groups, shape.States, shape.Ages, shape.Stays, shape.Covariates - 1]);
    }

    // Factors: group, state, age, time in placement, time in care in levels.
    private static (int[,] Levels, int[] Counts) MoveLevels(KernelShape shape)
    {
        var levels = new int[shape.MoveCells, 5];
        for (var age = 0; age < shape.Ages; age++)
        {
            for (var state = 0; state < shape.States; state++)
            {
                for (var spell = 0; spell < shape.Spells; spell++)
                {
                    for (var level = 0; level < shape.Levels; level++)
                    {
                        var cell = shape.MoveCell(age, state, spell, level);
                        (levels[cell, 0], levels[cell, 1], levels[cell, 2], levels[cell, 3], levels[cell, 4]) =
                            (CareModel.Group(state), state, age, spell, level);
                    }
                }
            }
        }

        return (levels, [CareModel.Groups, shape.States, shape.Ages, shape.Spells, shape.Levels]);
    }
}
