using System.Collections.Immutable;

namespace Plimsoll.Core.Anyshire;

/// <summary>
/// Makes the demonstration council Anyshire: about 450 made-up children in care whose lives run by known rates, told
/// as five yearly returns in the official codes. The same seed and date always make the same council.
/// </summary>
public static class AnyshireWorld
{
    /// <summary>The number of yearly returns.</summary>
    public const int ReturnYears = 5;

    /// <summary>The seed of the demonstration: a council of about 450 children with every common placement in use.</summary>
    public const ulong DemonstrationSeed = 11;

    /// <summary>Makes the council.</summary>
    /// <param name="seed">Any number; another seed is another council with the same rates.</param>
    /// <param name="today">The returns end on the last 31 March on or before this day.</param>
    /// <param name="untidiness">Whether everyday mistakes are put in.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is before 31 March 2023: earlier returns would need codes that this world does not write.</exception>
    public static AnyshireReturns Make(ulong seed, DateOnly today, Untidiness untidiness)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(today, new DateOnly(2023, 3, 31));
        var lastDay = new DateOnly(today >= new DateOnly(today.Year, 3, 31) ? today.Year : today.Year - 1, 3, 31);
        var windowStart = new DateOnly(lastDay.Year - ReturnYears, 4, 1);
        var lives = AnyshireLives.Until(lastDay, seed);
        var places = AnyshirePlaces.Make(seed);

        // Young people who left long ago have no row in any of the five returns.
        var oldestKept = windowStart.AddYears(-22).DayNumber;
        var children = lives
            .Where(life => life.AtEnd.Born >= oldestKept)
            .Select(life => Record(life, places, seed))
            .Concat(ShortBreaks.Make(lives.Count, windowStart, lastDay, places, seed))
            .ToList();
        var tidy = Enumerable.Range(lastDay.Year - ReturnYears + 1, ReturnYears)
            .Select(year => YearReturns.Of(year, children, seed))
            .ToImmutableArray();
        var (years, faults) = untidiness == Untidiness.Everyday ? EverydayFaults.PutInto(tidy, seed) : (tidy, []);
        var truth = new AnyshireTruth(lastDay, lives);
        var prices = AnyshirePrices.Book(lastDay);
        var costs = AnyshireCosts.Sheet(lives, life => Record(life, places, seed), prices, lastDay, seed);
        return new AnyshireReturns(seed, lastDay, years, prices, costs, AnyshireBudgets.For(truth, seed), truth, faults);
    }

    private static ChildRecord Record(CareLife life, AnyshirePlaces places, ulong seed)
    {
        var who = ChildParticulars.Of(life.Number, life.Family, life.AtEnd, seed);
        return new ChildRecord(life.Number, who, [.. EpisodeCoding.Of(life, who, places, seed)], false);
    }
}
