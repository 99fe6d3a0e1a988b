using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Anyshire;

/// <summary>One child's whole life in and out of care, up to the last day of the returns.</summary>
/// <param name="Number">The child's number in Anyshire, from 0, in order of first arrival.</param>
/// <param name="Family">Number of the family.</param>
/// <param name="First">The first arrival.</param>
/// <param name="Turns">Everything that happened, in order of day.</param>
/// <param name="AtEnd">How the child stands at the end of the last day.</param>
internal sealed record CareLife(int Number, int Family, Arrival First, IReadOnlyList<CareTurn> Turns, CareSituation AtEnd);

/// <summary>Runs the true world of Anyshire from long before the returns up to their last day.</summary>
internal static class AnyshireLives
{
    /// <summary>Years simulated before the last day: enough for the first return to hold children in care since birth.</summary>
    public const int Years = 25;

    /// <summary>All lives up to and with a last day.</summary>
    public static List<CareLife> Until(DateOnly lastDay, ulong seed)
    {
        var end = lastDay.DayNumber + 1;
        var start = lastDay.AddYears(-Years).DayNumber;
        var arrivals = AnyshireArrivals.Between(start, end, end, Xoshiro256.For(seed, Streams.Arrivals))
            .OrderBy(arrival => arrival.Day)
            .ThenBy(arrival => arrival.Family)
            .ToList();
        var lives = new List<CareLife>(arrivals.Count);
        foreach (var arrival in arrivals)
        {
            var random = Xoshiro256.For(seed, Streams.Lives, (ulong)lives.Count);
            var turns = new List<CareTurn>();
            var child = arrival.Situation;
            CareCourse.Start(ref child, arrival.Day, arrival.Legal, arrival.State, turns);
            CareCourse.Run(ref child, arrival.Day, end, random, turns);
            lives.Add(new CareLife(lives.Count, arrival.Family, arrival, turns, child));
        }

        return lives;
    }
}

/// <summary>The purposes of random streams in Anyshire: what is drawn for one never shifts another.</summary>
internal static class Streams
{
    public const ulong Arrivals = 1;
    public const ulong Lives = 2;
    public const ulong Particulars = 3;
    public const ulong Coding = 4;
    public const ulong Tables = 5;
    public const ulong Faults = 6;
    public const ulong Future = 7;
    public const ulong Places = 8;
    public const ulong ShortBreaks = 9;
    public const ulong Costs = 10;
}
