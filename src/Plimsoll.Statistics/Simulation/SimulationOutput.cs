namespace Plimsoll.Statistics.Simulation;

/// <summary>Everything that was simulated: one row a replicate, months inside. Each replicate writes only its own row.</summary>
public sealed class SimulationOutput
{
    private readonly long[] exits;

    /// <summary>Makes room.</summary>
    public SimulationOutput(int replicates, int months, int states, int exitCount)
    {
        (Replicates, Months, States) = (replicates, months, states);
        Stock = new float[replicates * months * states];
        Value = new float[replicates * months * states];
        NightsByState = new float[replicates * months * states];
        ValueApart = new double[replicates * months];
        Days = new double[replicates * months];
        Started = new double[replicates * months];
        Ended = new double[replicates * months];
        exits = new long[exitCount * months];
    }

    /// <summary>Number of replicates.</summary>
    public int Replicates { get; }

    /// <summary>Number of months.</summary>
    public int Months { get; }

    /// <summary>Number of states.</summary>
    public int States { get; }

    /// <summary>Number present at the end of a month: (replicate * Months + month) * States + state.</summary>
    public float[] Stock { get; }

    /// <summary>Value of the month's days, same order as <see cref="Stock"/>.</summary>
    public float[] Value { get; }

    /// <summary>Days of the month by state, same order as <see cref="Stock"/>.</summary>
    public float[] NightsByState { get; }

    /// <summary>Value of the month's days of the subjects that were kept apart: replicate * Months + month.</summary>
    public double[] ValueApart { get; }

    /// <summary>Days of the month in all states: replicate * Months + month.</summary>
    public double[] Days { get; }

    /// <summary>Starts in the month, same order as <see cref="Days"/>.</summary>
    public double[] Started { get; }

    /// <summary>Ends in the month, same order as <see cref="Days"/>.</summary>
    public double[] Ended { get; }

    /// <summary>Mean number of ends in a month by exit, over the replicates.</summary>
    public double MeanExits(int exit, int month) => (double)exits[(exit * Months) + month] / Replicates;

    /// <summary>Number present in all states at the end of a month.</summary>
    public double Total(int replicate, int month)
    {
        var sum = 0.0;
        foreach (var part in Stock.AsSpan(((replicate * Months) + month) * States, States))
        {
            sum += part;
        }

        return sum;
    }

    // Whole numbers, so that the order in which threads add does not matter.
    internal void AddExits(int exit, int month, int number) => Interlocked.Add(ref exits[(exit * Months) + month], number);
}
