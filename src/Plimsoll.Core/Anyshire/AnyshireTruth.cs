using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Anyshire;

/// <summary>The spread of a count over many true futures.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="P5">5th percentile.</param>
/// <param name="P10">10th percentile.</param>
/// <param name="P25">25th percentile.</param>
/// <param name="P50">Median.</param>
/// <param name="P75">75th percentile.</param>
/// <param name="P90">90th percentile.</param>
/// <param name="P95">95th percentile.</param>
public sealed record TruthSpread(double Mean, double P5, double P10, double P25, double P50, double P75, double P90, double P95);

/// <summary>The true future of one month: what the world that made the returns goes on to do.</summary>
/// <param name="Month">The calendar month.</param>
/// <param name="InCare">Children in care at its end, over many futures.</param>
/// <param name="Started">Starts of care in it.</param>
/// <param name="Ceased">Ends of care in it.</param>
/// <param name="ByPlacement">Children in care at its end by placement state; every state is present.</param>
public sealed record TruthMonth(
    CalendarMonth Month,
    TruthSpread InCare,
    TruthSpread Started,
    TruthSpread Ceased,
    ImmutableDictionary<PlacementState, TruthSpread> ByPlacement);

/// <summary>
/// What is really so in Anyshire: its true rates, and its true future, found by running the same world on from the
/// last day of the returns many times. A forecast made from the returns can be judged against it. Made up throughout.
/// </summary>
public sealed class AnyshireTruth
{
    private readonly ImmutableArray<CareLife> lives;

    internal AnyshireTruth(DateOnly lastDay, IEnumerable<CareLife> lives)
    {
        LastDay = lastDay;
        this.lives = [.. lives.Where(life => life.AtEnd.Phase != CarePhase.Finished)];
    }

    /// <summary>The last day of the returns, 31 March; the future starts on the day after.</summary>
    public DateOnly LastDay { get; }

    /// <summary>Children truly in care at the end of the last day, short breaks left out.</summary>
    public int InCareOnLastDay => lives.Count(life => life.AtEnd.Phase == CarePhase.InCare);

    /// <summary>Children truly in care at the end of the last day by placement state; every state is present.</summary>
    public ImmutableDictionary<PlacementState, int> ByPlacementOnLastDay =>
        PlacementStates.All.ToImmutableDictionary(
            state => state,
            state => lives.Count(life => life.AtEnd.Phase == CarePhase.InCare && life.AtEnd.State == state));

    /// <summary>Ages in completed years of the children in a state on the last day.</summary>
    internal List<int> AgesOnLastDay(PlacementState state) => lives
        .Where(life => life.AtEnd.Phase == CarePhase.InCare && life.AtEnd.State == state)
        .Select(life => Ages.On(DateOnly.FromDayNumber(life.AtEnd.Born), LastDay))
        .ToList();

    /// <summary>Runs the world on many times.</summary>
    /// <param name="replicates">Number of futures, at least 1.</param>
    /// <param name="seed">Seed of the futures; it need not be the seed of the world.</param>
    /// <param name="months">Number of months, at least 1.</param>
    /// <returns>One row a month, from the month after the last day.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public ImmutableArray<TruthMonth> Future(int replicates, ulong seed, int months = 60)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        var tally = new FutureTally(LastDay, months, replicates);
        var turns = new List<CareTurn>();
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            foreach (var life in lives)
            {
                turns.Clear();
                var child = life.AtEnd;
                var random = Xoshiro256.For(seed, Streams.Future, (ulong)replicate, (ulong)life.Number);
                CareCourse.Run(ref child, tally.Start, tally.End, random, turns);
                tally.Add(replicate, life.AtEnd.Phase == CarePhase.InCare ? life.AtEnd.State : null, turns);
            }

            AddArrivals(tally, replicate, seed, turns);
        }

        return tally.Months();
    }

    private static void AddArrivals(FutureTally tally, int replicate, ulong seed, List<CareTurn> turns)
    {
        var stream = Xoshiro256.For(seed, Streams.Future, (ulong)replicate, ulong.MaxValue);
        foreach (var arrival in AnyshireArrivals.Between(tally.Start, tally.End, tally.Start, stream))
        {
            turns.Clear();
            var child = arrival.Situation;
            CareCourse.Start(ref child, arrival.Day, arrival.Legal, arrival.State, turns);
            CareCourse.Run(ref child, arrival.Day, tally.End, stream, turns);
            tally.Add(replicate, null, turns);
        }
    }
}
