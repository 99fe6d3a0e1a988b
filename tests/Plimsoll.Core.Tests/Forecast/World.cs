using System.Collections.Immutable;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Tests.Forecast;

/// <summary>
/// A made-up council whose true rates are known, simulated day by day: another method than the engine's on purpose. It
/// runs for long before the window so that the stock is settled, then records what an SSDA903 history would show.
/// </summary>
internal sealed record World
{
    public static readonly DateOnly WindowStart = new(2021, 4, 1);

    public ulong Seed { get; init; } = 1;

    /// <summary>Starts a day.</summary>
    public double StartsADay { get; init; } = 0.4;

    /// <summary>Growth of starts a year, from the window's start.</summary>
    public double Growth { get; init; }

    /// <summary>Leavers a year for each child under 16: fast in the first year, slow later.</summary>
    public (double FirstYear, double Later) Leaving { get; init; } = (0.55, 0.18);

    /// <summary>Moves a year.</summary>
    public double Moves { get; init; } = 0.6;

    /// <summary>Years of returns.</summary>
    public int Returns { get; init; } = 5;

    /// <summary>Years simulated after the window, for the truth.</summary>
    public int After { get; init; } = 5;

    /// <summary>Share of children without a date of birth.</summary>
    public double AgeUnknown { get; init; }

    public DateOnly From => WindowStart.AddYears(Returns);

    /// <summary>The records, which know nothing after the window, and the true numbers in care at the end of each later month.</summary>
    public (CareDataset Data, int[] Truth) Run()
    {
        var stream = new Xoshiro256(Xoshiro256.KeyOf(Seed, 0xABCUL));
        var begin = WindowStart.AddYears(-19).DayNumber;
        var window = WindowStart.DayNumber;
        var from = From.DayNumber;
        var end = From.AddYears(After).DayNumber;
        var children = new List<ChildHistory>();
        var truth = new int[After * 12];
        for (var day = begin; day < end; day++)
        {
            var mean = StartsADay * Math.Exp(Growth * Math.Max(0, (day - window) / 365.25));
            for (var count = stream.NextPoisson(mean); count > 0; count--)
            {
                Live(stream, day, window, from, end, children, truth);
            }
        }

        var data = new CareDataset(
            $"world-{Seed}", WindowStart, From.AddDays(-1), [.. Enumerable.Range(WindowStart.Year + 1, Returns)], [],
            [.. children], children.Count, [], []);
        return (data, truth);
    }

    public static PriceBook Prices { get; } = new(
        "Test prices", false, [.. PlacementStates.All.Select(state => new PriceRow(state, 0, 18, new Money(700), new Period(new DateOnly(2020, 4, 1), null), "test"))]);

    private void Live(Xoshiro256 stream, int start, int window, int from, int end, List<ChildHistory> children, int[] truth)
    {
        // A third are babies, the rest even over childhood.
        var age = stream.NextDouble() < 0.3 ? stream.NextBelow(300) : 365 + stream.NextBelow(5800);
        var born = DateOnly.FromDayNumber(start - age);
        var limit = Ages.Birthday(born, 18).DayNumber;
        var state = stream.NextDouble() < 0.8 ? PlacementState.FosterAgency : PlacementState.HomeExternal;
        var spells = new List<(int Start, PlacementState State)> { (start, state) };
        var day = start;
        var left = false;
        for (; day < limit && !left; day++)
        {
            var leaving = day - start < 365 ? Leaving.FirstYear : Leaving.Later;
            left = stream.NextDouble() < leaving / 365.25;
            if (!left && day > start && stream.NextDouble() < Moves / 365.25)
            {
                state = stream.NextDouble() < 0.8 ? PlacementState.FosterAgency : PlacementState.HomeExternal;
                spells.Add((day, state));
            }
        }

        for (var month = 0; month < truth.Length; month++)
        {
            var last = DateOnly.FromDayNumber(from).AddMonths(month + 1).DayNumber - 1;
            truth[month] += start <= last && day > last ? 1 : 0;
        }

        if (day > window && start < from)
        {
            children.Add(Recorded(stream, children.Count, born, start, day, left, window, from, spells));
        }
    }

    private ChildHistory Recorded(
        Xoshiro256 stream, int number, DateOnly born, int start, int end, bool left, int window, int from, List<(int Start, PlacementState State)> spells)
    {
        // A yearly return knows only the episode in force when the window opened.
        var known = start >= window;
        var seen = spells.Where((_, index) => index + 1 == spells.Count || spells[index + 1].Start > window).Where(spell => spell.Start < from).ToList();
        DateOnly? closed = end < from ? DateOnly.FromDayNumber(end) : null;
        var built = seen.Select((spell, index) => new PlacementSpell(
            new Period(DateOnly.FromDayNumber(spell.Start), index + 1 < seen.Count ? DateOnly.FromDayNumber(seen[index + 1].Start) : closed),
            spell.State,
            true,
            index == 0 && known ? SpellStart.Entry : SpellStart.Move)).ToImmutableArray();
        var days = new Period(built[0].Days.Start, closed);
        var period = new PeriodOfCare(
            days, known, closed is null ? null : left ? CareExit.Home : CareExit.Age18, closed is null ? PeriodEnding.Open : PeriodEnding.Exited, "N1", 1, built);
        var counted = built.Select((spell, index) => new CountedEpisode(
            spell.Days, "C2", "N1", "U6", "PR4", spell.State, index == 0 && known, index == built.Length - 1 && closed is not null)).ToImmutableArray();
        return new ChildHistory(
            new ChildKey("", $"W{number}"), stream.NextDouble() < AgeUnknown ? null : born, "U", false, counted, [period], []);
    }
}
