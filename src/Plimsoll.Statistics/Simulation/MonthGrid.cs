using System.Runtime.CompilerServices;

namespace Plimsoll.Statistics.Simulation;

/// <summary>
/// The calendar of a simulation: months as runs of days from time zero. Where a model counts in months of equal length,
/// its unit of time is the month and every length is one (<see cref="Equal"/>); all else is the same.
/// </summary>
public sealed class MonthGrid
{
    private readonly short[] monthOfDay;

    /// <summary>Makes the calendar.</summary>
    /// <param name="lengths">Days (whole units of time) of each month, in order; the first may be part of a month.</param>
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

    /// <summary>Months of equal length, each one unit of time: hazards are then per month and edges in months.</summary>
    public static MonthGrid Equal(int months) => new([.. Enumerable.Repeat(1, months)]);

    /// <summary>The month of each day.</summary>
    internal short[] MonthOfDay => monthOfDay;

    /// <summary>Days of each month.</summary>
    public int[] Lengths { get; }

    /// <summary>End of each month in days from time zero.</summary>
    public double[] Ends { get; }

    /// <summary>Number of months.</summary>
    public int Months => Lengths.Length;

    /// <summary>End of the last month.</summary>
    public double Horizon => Ends[^1];

    /// <summary>The month of a time from zero up to, not including, the horizon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int MonthOf(double time) => monthOfDay[double.ConvertToIntegerNative<int>(time)];
}
