using Plimsoll.Core.Care;
using Plimsoll.Core.Care.Submitted;

namespace Plimsoll.Core.Tests.Anyshire;

/// <summary>
/// The tidy returns against validation rules of the SSDA903 collection, each restated in our words under its number.
/// </summary>
public sealed class AnyshireValidationRuleTests
{
    public static TheoryData<ulong> Seeds => [1, 2, 3, 4, 5];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Rules_378_408_and_390_placements_fit_the_legal_status(ulong seed) => EachEpisode(seed, row =>
    {
        Assert.False(row is { Place: "P1", LegalStatus: "V2" }, row.ToString());
        Assert.True(row.Place is not ("A5" or "A6") || row.LegalStatus == "E1", row.ToString());
        Assert.True(row.ReasonCeased is not ("E11" or "E12") || row.Place is "A3" or "A4" or "A5" or "A6", row.ToString());
        Assert.True(row.ReasonCeased is not ("E45" or "E46") || row.Place.StartsWith('U'), row.ToString());
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Rules_217_380_381_and_366_reasons_fit_the_placement(ulong seed) => EachEpisode(seed, row =>
    {
        Assert.True(row.Place is not ("A3" or "A5") || row.ReasonNew is "S" or "T" or "U" or "L", row.ToString());
        Assert.True(!row.Place.StartsWith('T') || row.ReasonNew is "P" or "B", row.ToString());
        Assert.True(!row.Place.StartsWith('T') || row.Ceased is null || row.ReasonCeased == "X1", row.ToString());
        Assert.True(row.LegalStatus != "V3" || row.ReasonNew == "S", row.ToString());
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Rules_526_to_531_and_550_providers_fit_the_placement(ulong seed) => EachEpisode(seed, row =>
    {
        Assert.Equal(row.Place == "P1", row.Provider == "PR0");
        Assert.True(row.Provider is not ("PR1" or "PR2") || row.Place is not ("R2" or "R5"), row.ToString());
        Assert.True(row.Provider != "PR3" || row.Place is not ("K1" or "K2") && row.Place[0] is not ('A' or 'U'), row.ToString());
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Rules_218_222_and_392b_numbers_and_postcodes_are_given_where_they_are_due(ulong seed) => EachEpisode(seed, row =>
    {
        if (row.LegalStatus is "V3" or "V4")
        {
            Assert.Equal(("", "", ""), (row.Urn, row.HomePostcode, row.PlacementPostcode));
            return;
        }

        var unregistered = row.Place is "P1" or "P2" or "P3" or "R1" or "R2" or "R5" or "H5" || row.Place[0] is 'T' or 'Z';
        Assert.Equal(unregistered, row.Urn.Length == 0);
        Assert.NotEqual("", row.PlacementPostcode);
        Assert.Equal(row.Need == "N8", row.HomePostcode.Length == 0);
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Rules_361_362_and_373_limits_of_days_and_ages_are_kept(ulong seed)
    {
        foreach (var year in Worlds.Tidy(seed).Years)
        {
            var born = year.Headers.ToDictionary(row => row.Child, row => row.Born!.Value);
            foreach (var row in year.Episodes)
            {
                var nights = (row.Ceased ?? year.Last.AddDays(1)).DayNumber - row.Commenced.DayNumber;
                Assert.True(row.LegalStatus != "L1" || nights <= 3, row.ToString());
                Assert.True(row.LegalStatus != "L2" || nights <= 21, row.ToString());
                Assert.True(row.LegalStatus != "V3" || nights <= 17, row.ToString());
                Assert.True(row.Place != "S1" || Ages.On(born[row.Child], row.Commenced) >= 4, row.ToString());
                Assert.True(row.ReasonPlacementChange != "CUSTOD" || Ages.On(born[row.Child], row.Commenced) >= 10, row.ToString());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Rules_331_334_523_553_and_557_adoption_dates_fit_the_episodes(ulong seed)
    {
        foreach (var year in Worlds.Tidy(seed).Years)
        {
            var episodes = year.Episodes.ToLookup(row => row.Child);
            var decisions = year.AdoptionDecisions.ToLookup(row => row.Child);
            foreach (var row in year.Adoptions)
            {
                var placed = episodes[row.Child].Where(episode => episode.Place.StartsWith('A')).Min(episode => episode.Commenced);
                Assert.True(row.DecidedInBestInterests <= row.Matched && row.Matched <= placed);
                Assert.Contains(decisions[row.Child], decision => decision.Decided == row.DecidedInBestInterests && decision.DecisionCeased is null);
            }

            foreach (var row in year.Episodes.Where(row => row.LegalStatus == "E1"))
            {
                Assert.Contains(decisions[row.Child], decision => decision.Decided <= row.Commenced);
            }

            Assert.All(year.AdoptionDecisions, row => Assert.Equal(row.DecisionCeased is null, row.ReasonCeased.Length == 0));
            Assert.All(year.AdoptionDecisions, row => Assert.True(row.DecisionCeased is not { } day || (day >= year.First && day <= year.Last)));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Rules_1007_1012_1014_and_3001_care_leavers_have_left_and_have_no_other_rows(ulong seed)
    {
        foreach (var year in Worlds.Tidy(seed).Years)
        {
            var leavers = year.Leavers.Select(row => row.Child).ToHashSet();
            Assert.DoesNotContain(year.Unaccompanied, row => leavers.Contains(row.Child));
            Assert.DoesNotContain(year.Outcomes, row => leavers.Contains(row.Child));
            Assert.DoesNotContain(year.Adoptions, row => leavers.Contains(row.Child));
            Assert.All(year.Leavers, row => Assert.Contains(
                Enumerable.Range(17, 5).Select(age => Ages.Birthday(row.Born, age)), day => day >= year.First && day <= year.Last));
            Assert.All(year.Leavers, row => Assert.Equal(row.InTouch is "NO" or "RHOM", row.Activity == "0"));
            var seen = year.Episodes.Select(row => row.Child).ToHashSet();
            Assert.All(year.Headers.Where(row => !seen.Contains(row.Child)), row => Assert.Equal("", row.Mother));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Rules_393_611_and_625_mothers_are_girls_in_care_with_the_birth_known(ulong seed)
    {
        foreach (var year in Worlds.Tidy(seed).Years)
        {
            var last = year.Episodes.GroupBy(row => row.Child).ToDictionary(rows => rows.Key, rows => rows.Max(row => row.Ceased ?? year.Last));
            foreach (var row in year.Headers.Where(row => row.Mother.Length > 0))
            {
                Assert.True(row.Sex is "F" or "2");
                Assert.Equal(row.Mother == "1", row.FirstChildBorn is not null);
                Assert.True(row.FirstChildBorn is not { } born || born <= last[row.Child]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Rule_575_a_missing_episode_does_not_span_a_change_of_placement(ulong seed)
    {
        foreach (var year in Worlds.Tidy(seed).Years)
        {
            var episodes = year.Episodes.ToLookup(row => row.Child);
            Assert.All(year.Missing, row => Assert.Single(
                episodes[row.Child], episode => episode.Commenced <= row.Started && (episode.Ceased is not { } ceased || ceased > row.Ended)));
        }
    }

    private static void EachEpisode(ulong seed, Action<SubmittedEpisode> check)
    {
        foreach (var row in Worlds.Tidy(seed).Years.SelectMany(year => year.Episodes))
        {
            check(row);
        }
    }
}
