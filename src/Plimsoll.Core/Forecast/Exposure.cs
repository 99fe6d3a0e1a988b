using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>Events and time at risk of the whole dataset by cell, weighted by recency: sums over sums.</summary>
internal sealed class Exposure
{
    private Exposure(KernelShape shape)
    {
        ExitExposure = new double[shape.ExitCells];
        ExitEvents = [.. Enumerable.Range(0, shape.Exits).Select(_ => new double[shape.ExitCells])];
        MoveExposure = new double[shape.MoveCells];
        MoveEvents = new double[shape.MoveCells];
        Destinations = new double[shape.ChoiceRows * shape.States];
    }

    /// <summary>Days at risk of an exit, by exit cell.</summary>
    public double[] ExitExposure { get; }

    /// <summary>Exits, by exit and exit cell.</summary>
    public double[][] ExitEvents { get; }

    /// <summary>Days at risk of a move, by move cell.</summary>
    public double[] MoveExposure { get; }

    /// <summary>Moves, by move cell.</summary>
    public double[] MoveEvents { get; }

    /// <summary>Moves by row of choice (age band, level of time in care, state) and next state.</summary>
    public double[] Destinations { get; }

    /// <summary>Counts everything.</summary>
    /// <param name="shape">The model.</param>
    /// <param name="care">What is known.</param>
    /// <param name="recency">Weights of days.</param>
    /// <param name="unknown">The spread of unknown starts, or null where five returns make it needless.</param>
    /// <param name="cancel">Stops between children.</param>
    public static Exposure Count(KernelShape shape, KnownCare care, Recency recency, UnknownStarts? unknown, CancellationToken cancel)
    {
        var counted = new Exposure(shape);
        var counter = new Counter(counted, recency, shape.States);
        HistoryWalk.Over(shape, care, unknown, ref counter, cancel);
        return counted;
    }

    private readonly struct Counter(Exposure counted, Recency recency, int states) : IHistoryVisitor
    {
        public void AtRiskOfExit(int cell, double from, double to, double weight, int exit)
        {
            counted.ExitExposure[cell] += weight * recency.Days(from, to);
            if (exit >= 0)
            {
                counted.ExitEvents[exit][cell] += weight * recency.Of((int)to - 1);
            }
        }

        public void AtRiskOfMove(int cell, int row, double from, double to, int next)
        {
            counted.MoveExposure[cell] += recency.Days(from, to);
            if (next >= 0)
            {
                var weight = recency.Of((int)to - 1);
                counted.MoveEvents[cell] += weight;
                counted.Destinations[(row * states) + next] += weight;
            }
        }
    }
}
