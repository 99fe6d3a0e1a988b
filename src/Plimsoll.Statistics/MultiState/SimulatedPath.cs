using Plimsoll.Statistics.Survival;

namespace Plimsoll.Statistics.MultiState;

/// <summary>Where a simulated subject begins.</summary>
/// <param name="State">State, from 0.</param>
/// <param name="Time">Time since the start of the whole process.</param>
/// <param name="Sojourn">Time already spent in the state; matters under a clock that is reset.</param>
public sealed record PathStart(int State, double Time = 0, double Sojourn = 0);

/// <summary>A simulated path.</summary>
/// <param name="States">States in order; the first is where the path began.</param>
/// <param name="Times">When each was entered; the first is when the path began.</param>
public sealed record SimulatedPath(int[] States, double[] Times)
{
    /// <summary>State at a time at or after the beginning.</summary>
    public int At(double time) => States[Observed.Last(Times, time) is var place and >= 0
        ? place
        : throw new ArgumentOutOfRangeException(nameof(time), time, $"The path begins at {Times[0]}.")];

    /// <summary>The stays of the path as if observed up to an end: what an estimate reads.</summary>
    /// <param name="subject">Number of the subject.</param>
    /// <param name="end">End of observation, after the beginning; moves after it are not seen and the last stay is censored there.</param>
    public Stay[] Stays(int subject, double end)
    {
        var stays = new List<Stay>();
        for (var place = 0; place < States.Length && Times[place] < end; place++)
        {
            var moved = place + 1 < States.Length && Times[place + 1] <= end;
            stays.Add(new Stay(subject, States[place], moved ? States[place + 1] : -1, Times[place], moved ? Times[place + 1] : end));
        }

        return [.. stays];
    }
}

/// <summary>Shares of simulated paths in each state.</summary>
/// <param name="Times">Times asked for.</param>
/// <param name="Share">Times by states; rows sum to 1.</param>
/// <param name="StandardError">Monte Carlo standard error of each share.</param>
public sealed record Occupancy(double[] Times, double[,] Share, double[,] StandardError);
