namespace Plimsoll.Statistics.Simulation;

/// <summary>The calendar of a simulation: months as runs of days from time zero.</summary>
public sealed class MonthGrid
{
    private readonly short[] monthOfDay;

    /// <summary>Makes the calendar.</summary>
    /// <param name="lengths">Days of each month, in order; the first may be part of a month.</param>
    public MonthGrid(int[] lengths)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        Lengths = lengths;
        Ends = new double[lengths.Length];
        monthOfDay = new short[lengths.Sum()];
        var day = 0;
        for (var month = 0; month < lengths.Length; month++)
        {
            Array.Fill(monthOfDay, (short)month, day, lengths[month]);
            day += lengths[month];
            Ends[month] = day;
        }
    }

    /// <summary>Days of each month.</summary>
    public int[] Lengths { get; }

    /// <summary>End of each month in days from time zero.</summary>
    public double[] Ends { get; }

    /// <summary>Number of months.</summary>
    public int Months => Lengths.Length;

    /// <summary>End of the last month.</summary>
    public double Horizon => Ends[^1];

    /// <summary>The month of a time from zero up to, not including, the horizon.</summary>
    public int MonthOf(double time) => monthOfDay[(int)time];
}

/// <summary>
/// Occupancy of one replicate by state, tariff band and month. Every arrival and departure is two additions; stocks
/// and exact days of the months follow at the end by running sums.
/// </summary>
public sealed class MonthlyTally
{
    private readonly MonthGrid grid;
    private readonly int states;
    private readonly int tariffs;
    private readonly int months;
    private readonly int[] change;
    private readonly double[] days;
    private readonly int[] started;
    private readonly int[] ended;

    /// <summary>An empty tally.</summary>
    /// <param name="shape">The model.</param>
    /// <param name="grid">The calendar.</param>
    public MonthlyTally(KernelShape shape, MonthGrid grid)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(grid);
        this.grid = grid;
        (states, tariffs, months) = (shape.States, shape.Tariffs, grid.Months);
        change = new int[states * tariffs * months];
        days = new double[states * tariffs * months];
        started = new int[months];
        ended = new int[(shape.Exits + 1) * months];
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(change);
        Array.Clear(days);
        Array.Clear(started);
        Array.Clear(ended);
    }

    /// <summary>Somebody comes into a state.</summary>
    public void Enter(int state, int tariff, double time)
    {
        var month = grid.MonthOf(time);
        var at = (((state * tariffs) + tariff) * months) + month;
        change[at]++;
        days[at] += grid.Ends[month] - time;
    }

    /// <summary>Somebody leaves a state.</summary>
    public void Leave(int state, int tariff, double time)
    {
        var month = grid.MonthOf(time);
        var at = (((state * tariffs) + tariff) * months) + month;
        change[at]--;
        days[at] -= grid.Ends[month] - time;
    }

    /// <summary>Somebody starts, in the flow.</summary>
    public void Start(double time) => started[grid.MonthOf(time)]++;

    /// <summary>Somebody ends, in the flow.</summary>
    public void Exit(int exit, double time) => ended[(exit * months) + grid.MonthOf(time)]++;

    /// <summary>Writes the replicate's row.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="replicate">Which row.</param>
    /// <param name="values">Value of a day by state, tariff and month: ((state * tariffs) + tariff) * months + month.</param>
    public void WriteTo(SimulationOutput output, int replicate, double[] values)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(values);
        var row = replicate * months;
        Array.Clear(output.Days, row, months);
        for (var state = 0; state < states; state++)
        {
            for (var tariff = 0; tariff < tariffs; tariff++)
            {
                var present = 0;
                for (var month = 0; month < months; month++)
                {
                    var at = (((state * tariffs) + tariff) * months) + month;
                    var nights = ((double)present * grid.Lengths[month]) + days[at];
                    present += change[at];
                    var cell = ((row + month) * states) + state;
                    output.Stock[cell] = tariff == 0 ? present : output.Stock[cell] + present;
                    output.Value[cell] = (float)(tariff == 0 ? nights * values[at] : output.Value[cell] + (nights * values[at]));
                    output.Days[row + month] += nights;
                }
            }
        }

        for (var month = 0; month < months; month++)
        {
            output.Started[row + month] = started[month];
            var all = 0;
            for (var exit = 0; exit < ended.Length / months; exit++)
            {
                all += ended[(exit * months) + month];
                output.AddExits(exit, month, ended[(exit * months) + month]);
            }

            output.Ended[row + month] = all;
        }
    }
}
