using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Plimsoll.Statistics.Simulation;

/// <summary>What a tally keeps.</summary>
public enum TallyContent
{
    /// <summary>Occupancy: every placement has its list price.</summary>
    Occupancy,

    /// <summary>Occupancy, and occupancy weighted by the price of each placement.</summary>
    Priced,
}

/// <summary>
/// Occupancy of one replicate by state, tariff band and month. An arrival or departure adds one pair of numbers, the change
/// and its time; stocks and exact days of the months follow at the end by running sums.
/// </summary>
public sealed class MonthlyTally
{
    private readonly MonthGrid grid;
    private readonly int states;
    private readonly int tariffs;
    private readonly int months;
    private readonly int monthsOfState;
    private readonly short[] monthOfDay;
    private readonly Vector128<double>[] flows;
    private readonly Vector128<double>[] priced;
    private readonly int[] started;
    private readonly int[] ended;

    /// <summary>An empty tally.</summary>
    /// <param name="shape">The model.</param>
    /// <param name="grid">The calendar.</param>
    /// <param name="content">What it keeps.</param>
    public MonthlyTally(KernelShape shape, MonthGrid grid, TallyContent content = TallyContent.Occupancy)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(grid);
        this.grid = grid;
        Content = content;
        (states, tariffs, months) = (shape.States, shape.Tariffs, grid.Months);
        (monthsOfState, monthOfDay) = (tariffs * months, grid.MonthOfDay);
        flows = new Vector128<double>[states * tariffs * months];
        priced = content == TallyContent.Priced ? new Vector128<double>[flows.Length] : [];
        started = new int[months];
        ended = new int[(shape.Exits + 1) * months];
    }

    /// <summary>What it keeps.</summary>
    public TallyContent Content { get; }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(flows);
        Array.Clear(priced);
        Array.Clear(started);
        Array.Clear(ended);
    }

    /// <summary>Somebody comes into a state, at list price. For tallies without prices.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter(int state, int tariff, double time) => flows[At(state, tariff, time)] += Vector128.Create(1, time);

    /// <summary>Somebody leaves a state, who came at list price. For tallies without prices.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Leave(int state, int tariff, double time) => flows[At(state, tariff, time)] -= Vector128.Create(1, time);

    /// <summary>Somebody comes into a state at a price. For tallies with prices.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter(int state, int tariff, double time, double factor)
    {
        var at = At(state, tariff, time);
        flows[at] += Vector128.Create(1, time);
        priced[at] += Vector128.Create(factor, factor * time);
    }

    /// <summary>Somebody leaves a state who came at a price. For tallies with prices.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Leave(int state, int tariff, double time, double factor)
    {
        var at = At(state, tariff, time);
        flows[at] -= Vector128.Create(1, time);
        priced[at] -= Vector128.Create(factor, factor * time);
    }

    /// <summary>Somebody starts, in the flow.</summary>
    public void Start(double time) => started[grid.MonthOf(time)]++;

    /// <summary>Somebody ends, in the flow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exit(int exit, double time) => ended[(exit * months) + Month(time)]++;

    /// <summary>Writes the replicate's row.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="replicate">Which row.</param>
    /// <param name="values">List value of a day by state, tariff and month: ((state * tariffs) + tariff) * months + month. A tally with prices multiplies it by the factor of each placement.</param>
    public void WriteTo(SimulationOutput output, int replicate, double[] values)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(values);
        var row = replicate * months;
        Span<int> stock = stackalloc int[months];
        Span<double> nights = stackalloc double[months];
        Span<double> value = stackalloc double[months];
        Array.Clear(output.Days, row, months);
        for (var state = 0; state < states; state++)
        {
            stock.Clear();
            nights.Clear();
            value.Clear();
            AddState(state, values, stock, nights, value);
            for (var month = 0; month < months; month++)
            {
                var cell = ((row + month) * states) + state;
                output.Stock[cell] = stock[month];
                output.Value[cell] = (float)value[month];
                output.NightsByState[cell] = (float)nights[month];
                output.Days[row + month] += nights[month];
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

    /// <summary>Adds the value of each month, all states together: for a tally of a few subjects that is wanted apart.</summary>
    /// <param name="values">As for <see cref="WriteTo"/>.</param>
    /// <param name="byMonth">Receives, added to what it holds, the value of each month.</param>
    public void AddValues(double[] values, Span<double> byMonth)
    {
        ArgumentNullException.ThrowIfNull(values);
        Span<int> stock = stackalloc int[months];
        Span<double> nights = stackalloc double[months];
        stock.Clear();
        nights.Clear();
        for (var state = 0; state < states; state++)
        {
            AddState(state, values, stock, nights, byMonth);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddState(int state, double[] values, Span<int> stock, Span<double> nights, Span<double> value)
    {
        for (var tariff = 0; tariff < tariffs; tariff++)
        {
            var present = 0.0;
            var weight = 0.0;
            var first = ((state * tariffs) + tariff) * months;
            for (var month = 0; month < months; month++)
            {
                // Who was there on the first day is there for the whole month; each change counts for the rest of it.
                var flow = flows[first + month];
                var own = Rest(flow, month) + (present * grid.Lengths[month]);
                present += flow[0];
                stock[month] += (int)present;
                nights[month] += own;
                if (Content == TallyContent.Priced)
                {
                    var price = priced[first + month];
                    own = Rest(price, month) + (weight * grid.Lengths[month]);
                    weight += price[0];
                }

                value[month] += own * values[first + month];
            }
        }
    }

    private double Rest(Vector128<double> change, int month) => (change[0] * grid.Ends[month]) - change[1];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int At(int state, int tariff, double time) => (state * monthsOfState) + (tariff * months) + Month(time);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Month(double time) => monthOfDay[double.ConvertToIntegerNative<int>(time)];
}
