using Plimsoll.Core.Anyshire;
using Plimsoll.Core.Care;
using Plimsoll.Core.Care.Submitted;

namespace Plimsoll.Core.Tests.Anyshire;

public sealed class AnyshireCoherenceTests
{
    public static TheoryData<ulong> Seeds => [1, 2, 3, 4, 5];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Five_returns_end_on_the_last_31_March_and_count_near_450_children(ulong seed)
    {
        var world = Worlds.Tidy(seed);
        Assert.Equal(new DateOnly(2026, 3, 31), world.LastDay);
        Assert.Equal([2022, 2023, 2024, 2025, 2026], world.Years.Select(year => year.CollectionYear));
        Assert.All(world.Years, year => Assert.InRange(InCareAtEnd(year).Count(), 370, 530));
        Assert.Equal(world.Truth.InCareOnLastDay, InCareAtEnd(world.Years[^1]).Count());
        Assert.True(world.Years.SelectMany(year => year.Episodes).Select(row => row.Child).Distinct().Count() >= 1_000);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Episodes_of_a_child_never_overlap_and_chain_by_X1(ulong seed)
    {
        foreach (var episodes in Whole(Worlds.Tidy(seed)).Values)
        {
            foreach (var (row, next) in episodes.Zip(episodes.Skip(1)))
            {
                Assert.True(row.Ceased is { } ended && ended <= next.Commenced, $"{row} overlaps {next}");
                Assert.True(row.Ceased > row.Commenced, $"{row} has no night");
                Assert.Equal(row.ReasonCeased == "X1", next.ReasonNew != "S");
                Assert.Equal(row.ReasonCeased == "X1", row.Ceased == next.Commenced);
            }

            Assert.NotEqual("X1", episodes[^1].ReasonCeased);
            Assert.Equal(episodes[^1].Ceased is null, episodes[^1].ReasonCeased.Length == 0);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_changes_is_what_the_reason_for_the_new_episode_says(ulong seed)
    {
        foreach (var episodes in Whole(Worlds.Tidy(seed)).Values)
        {
            foreach (var (row, next) in episodes.Zip(episodes.Skip(1)).Where(pair => pair.Second.ReasonNew != "S"))
            {
                var legal = row.LegalStatus != next.LegalStatus;
                var place = (row.Place, row.Provider, row.PlacementPostcode, row.Urn) != (next.Place, next.Provider, next.PlacementPostcode, next.Urn);
                Assert.Equal(next.ReasonNew is "L" or "B" or "U", legal);
                Assert.Equal(next.ReasonNew is "P" or "T" or "B" or "U", place);
                Assert.Equal(row.Need, next.Need);
                var temporary = row.Place.StartsWith('T') || next.Place.StartsWith('T');
                Assert.Equal(place && !temporary, row.ReasonPlacementChange.Length > 0);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_temporary_move_goes_back_to_where_it_came_from(ulong seed)
    {
        var seen = 0;
        foreach (var episodes in Whole(Worlds.Tidy(seed)).Values)
        {
            for (var at = 1; at < episodes.Count - 1; at++)
            {
                if (!episodes[at].Place.StartsWith('T') || episodes[at].ReasonNew == "S")
                {
                    continue;
                }

                seen++;
                var (before, away, after) = (episodes[at - 1], episodes[at], episodes[at + 1]);
                Assert.Equal((before.Place, before.PlacementPostcode, before.Urn), (after.Place, after.PlacementPostcode, after.Urn));
                Assert.Equal(("P", "P", "", ""), (away.ReasonNew, after.ReasonNew, away.Provider, away.Urn));
                var nights = away.Ceased!.Value.DayNumber - away.Commenced.DayNumber;
                Assert.InRange(nights, 1, away.Place switch { "T3" => 21, "T4" => 7, _ => 42 });
            }
        }

        Assert.True(seen > 10);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Children_are_born_before_care_and_leave_by_their_eighteenth_birthday(ulong seed)
    {
        var world = Worlds.Tidy(seed);
        var born = world.Years.SelectMany(year => year.Headers).DistinctBy(row => row.Child).ToDictionary(row => row.Child, row => row.Born!.Value);
        foreach (var row in Whole(world).Values.SelectMany(rows => rows))
        {
            var eighteen = Ages.Birthday(born[row.Child], 18);
            Assert.True(born[row.Child] <= row.Commenced);
            Assert.True((row.Ceased ?? world.LastDay) <= eighteen, $"{row} past eighteen");
            Assert.True(row.Place is not ("K3" or "H5" or "P2") || Ages.On(born[row.Child], row.Commenced) >= 16);
            Assert.True(row.ReasonCeased != "E17" || row.Ceased == eighteen);
            Assert.True(row.ReasonCeased is not ("E5" or "E6" or "E7") || Ages.On(born[row.Child], row.Ceased!.Value) >= 16);
            Assert.True(row.LegalStatus is not "J1" || Ages.On(born[row.Child], row.Commenced) >= 10);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_return_holds_exactly_the_episodes_that_overlap_its_year_as_known_at_its_end(ulong seed)
    {
        var world = Worlds.Tidy(seed);
        var whole = Whole(world).Values.SelectMany(rows => rows).ToList();
        foreach (var year in world.Years)
        {
            var expected = whole.Where(row => row.Commenced <= year.Last && (row.Ceased is null || row.Ceased >= year.First))
                .Select(row => (row.Child, row.Commenced)).Order();
            Assert.Equal(expected, year.Episodes.Select(row => (row.Child, row.Commenced)).Order());
            Assert.All(year.Episodes, row => Assert.True(row.Ceased is null ? row.ReasonCeased.Length == 0 : row.Ceased <= year.Last));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_child_with_episodes_has_one_header_and_most_of_the_opening_stock_has_no_start(ulong seed)
    {
        var world = Worlds.Tidy(seed);
        foreach (var year in world.Years)
        {
            var headers = year.Headers.Select(row => row.Child).ToList();
            Assert.Equal(headers.Count, headers.Distinct().Count());
            Assert.Empty(year.Episodes.Select(row => row.Child).Except(headers));
            Assert.Empty(year.Leavers.Select(row => row.Child).Except(headers));
        }

        var first = world.Years[0];
        var opening = first.Episodes.Where(row => row.Commenced < first.First && row.LegalStatus is not ("V3" or "V4")).GroupBy(row => row.Child).ToList();
        Assert.InRange(opening.Count(rows => rows.All(row => row.ReasonNew != "S")) / (double)opening.Count, 0.6, 0.95);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Same_episode_tells_the_same_story_in_every_return_but_for_what_was_not_yet_known(ulong seed)
    {
        foreach (var copies in Worlds.Tidy(seed).Years.SelectMany(year => year.Episodes).GroupBy(row => (row.Child, row.Commenced)))
        {
            Assert.Single(copies.Select(row => (row.ReasonNew, row.LegalStatus, row.Need, row.Provider, row.HomePostcode, row.PlacementPostcode, row.Urn)).Distinct());
            Assert.Single(copies.Select(row => row.Place[0]).Distinct());
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Companion_tables_agree_with_the_episodes(ulong seed)
    {
        var world = Worlds.Tidy(seed);
        foreach (var year in world.Years)
        {
            var rows = year.Episodes.ToLookup(row => row.Child);
            Assert.Equal(
                year.Episodes.Where(row => row.ReasonCeased is "E11" or "E12").Select(row => row.Child).Order(StringComparer.Ordinal),
                year.Adoptions.Select(row => row.Child));
            Assert.All(year.Adoptions, row => Assert.True(row.Born < row.DecidedInBestInterests && row.DecidedInBestInterests <= row.Matched));
            Assert.All(year.Outcomes, row => Assert.Contains(rows[row.Child], episode => episode.Commenced <= year.First));
            Assert.All(year.Outcomes, row => Assert.Contains(rows[row.Child], episode => episode.Ceased is null));
            Assert.All(year.Reviews, row => Assert.InRange(row.Held, year.First, year.Last));
            Assert.All(year.Reviews, row => Assert.Equal(row.Participation == "PN0", Ages.On(row.Born, row.Held) < 4));
            Assert.All(year.Missing, row => Assert.True(row.Started < row.Ended && row.Ended <= year.Last));
            Assert.All(year.Unaccompanied, row => Assert.All(rows[row.Child], episode => Assert.Equal("N8", episode.Need)));
            Assert.Equal(year.CollectionYear >= 2024, year.SocialWorkers.Length > 0);
            Assert.Empty(year.Deprivations);
        }
    }

    [Fact]
    public void Deprivation_of_liberty_orders_are_told_from_2027()
    {
        var world = AnyshireWorld.Make(1, new DateOnly(2028, 6, 1), Untidiness.None);
        Assert.Equal(new DateOnly(2028, 3, 31), world.LastDay);
        Assert.All(world.Years, year => Assert.Equal(year.CollectionYear >= 2027, year.Deprivations.Length > 0));
    }

    [Fact]
    public void The_31st_of_March_itself_closes_a_year_and_the_day_before_does_not()
    {
        Assert.Equal(new DateOnly(2026, 3, 31), AnyshireWorld.Make(1, new DateOnly(2026, 3, 31), Untidiness.None).LastDay);
        Assert.Equal(new DateOnly(2025, 3, 31), AnyshireWorld.Make(1, new DateOnly(2026, 3, 30), Untidiness.None).LastDay);
    }

    /// <summary>All episodes of each child as last known, in order; Z11 to Z14, new in 2026, are written Z1 as before.</summary>
    private static Dictionary<string, List<SubmittedEpisode>> Whole(AnyshireReturns world) => world.Years
        .SelectMany(year => year.Episodes.Select(row => (year.CollectionYear, row)))
        .GroupBy(pair => (pair.row.Child, pair.row.Commenced))
        .Select(copies => copies.MaxBy(pair => pair.CollectionYear).row)
        .Select(row => row.Place.StartsWith('Z') ? row with { Place = "Z1" } : row)
        .GroupBy(row => row.Child)
        .ToDictionary(rows => rows.Key, rows => rows.OrderBy(row => row.Commenced).ToList());

    private static IEnumerable<string> InCareAtEnd(SubmittedReturn year) =>
        year.Episodes.Where(row => row.Ceased is null && row.LegalStatus is not ("V3" or "V4")).Select(row => row.Child).Distinct();
}
