using Plimsoll.Core.Care;
using Plimsoll.Core.Care.Submitted;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Tests.Anyshire;

/// <summary>
/// Anyshire, pooled over eight seeds, beside England at 31 March 2024. Source of every figure: Department for
/// Education, Children looked after in England including adoptions, reporting year 2024, Open Government Licence v3.
/// Tolerances are in percentage points: Anyshire is meant to be believable, not to be England.
/// </summary>
public sealed class EnglandSharesTests
{
    private const double EnglandInCare = 83_630;
    private const double EnglandStarted = 33_050;
    private const double EnglandCeased = 33_620;
    private static readonly ulong[] Seeds = [1, 2, 3, 4, 5, 6, 7, 8];

    [Theory]
    [InlineData("foster placements", 32_480 + 23_910, 4.0)]
    [InlineData("secure and children's homes", 2_790 + 5_860, 3.0)]
    [InlineData("supported accommodation", 3_520 + 2_730, 3.0)]
    [InlineData("other residential settings and schools", 330 + 930 + 30 + 60, 1.5)]
    [InlineData("placed with parents", 4_290 + 1_000, 2.5)]
    [InlineData("placed for adoption", 390 + 1_520, 1.5)]
    [InlineData("other placements", 3_790, 2.0)]
    public void Placement_at_31_March_is_near_England(string group, int england, double tolerance) => Near(
        england / EnglandInCare,
        Share(Stock(), child => child.Group == group),
        tolerance);

    [Fact]
    public void Foster_care_from_the_own_council_is_near_England() => Near(
        (24_380 + 9_200) / (32_480.0 + 23_910),
        Share(Stock().Where(child => child.Group == "foster placements"), child => child.Row.Provider == "PR1"),
        8.0);

    [Fact]
    public void Care_from_private_providers_is_near_England() =>
        Near(31_310 / EnglandInCare, Share(Stock(), child => child.Row.Provider == "PR4"), 7.0);

    [Theory]
    [InlineData(0, 1, 3_730, 2.0)]
    [InlineData(1, 5, 10_820, 3.0)]
    [InlineData(5, 10, 15_020, 3.5)]
    [InlineData(10, 16, 31_440, 4.0)]
    [InlineData(16, 18, 22_620, 4.5)]
    public void Age_at_31_March_is_near_England(int from, int to, int england, double tolerance) => Near(
        england / EnglandInCare,
        Share(Stock(), child => child.Age >= from && child.Age < to),
        tolerance);

    [Fact]
    public void Boys_are_near_England() => Near(47_720 / EnglandInCare, Share(Stock(), child => child.Header.Sex == "M"), 4.0);

    [Fact]
    public void Unaccompanied_children_are_near_England() => Near(7_380 / EnglandInCare, Share(Stock(), child => child.Row.Need == "N8"), 2.5);

    [Fact]
    public void White_British_children_are_near_England() => Near(55_140 / EnglandInCare, Share(Stock(), child => child.Header.Ethnicity == "WBRI"), 6.0);

    [Theory]
    [InlineData("care orders", 59_250, 7.0)]
    [InlineData("agreement", 20_040, 6.0)]
    [InlineData("placement order", 1_900, 3.0)]
    [InlineData("detained for child protection", 2_180, 2.5)]
    [InlineData("youth justice", 250, 1.0)]
    public void First_legal_status_of_the_year_is_near_England(string group, int england, double tolerance) => Near(
        england / EnglandInCare,
        Share(Stock(), child => FirstLegal(child) == group),
        tolerance);

    [Theory]
    [InlineData(2, 17_490, 6.0)]
    [InlineData(1, 57_450, 6.0)]
    public void Number_of_placements_in_the_year_is_near_England(int placements, int england, double tolerance) => Near(
        england / EnglandInCare,
        Share(Stock(), child => Placements(child) == placements),
        tolerance);

    [Fact]
    public void Children_in_care_less_than_a_year_are_near_England() => Near(24_160 / EnglandInCare, Share(Stock(), child => child.NightsInCare < 365), 4.5);

    [Fact]
    public void Children_under_16_in_care_two_and_a_half_years_are_near_England() => Near(
        29_000 / (EnglandInCare - 22_620),
        Share(Stock().Where(child => child.Age < 16), child => child.NightsInCare >= 913),
        8.0);

    [Fact]
    public void Yearly_starts_and_ends_beside_the_number_in_care_are_near_England()
    {
        var stock = (double)Stock().Count();
        Near(EnglandStarted / EnglandInCare, LastYears().Sum(year => Starts(year).Count()) / stock, 7.0);
        Near(EnglandCeased / EnglandInCare, LastYears().Sum(year => Ends(year).Count()) / stock, 7.0);
    }

    [Theory]
    [InlineData("adopted", 2_980, 3.0)]
    [InlineData("aged 18 and over", 13_080, 8.0)]
    [InlineData("aged under 1", 1_660, 3.0)]
    [InlineData("aged 1 to 4", 6_340, 5.0)]
    [InlineData("aged 5 to 9", 3_690, 6.0)]
    [InlineData("aged 10 to 15", 4_830, 6.0)]
    [InlineData("aged 16 and 17", 4_020, 5.0)]
    public void Children_who_left_are_near_England(string group, int england, double tolerance)
    {
        var ends = LastYears().SelectMany(year =>
        {
            var born = year.Headers.ToDictionary(row => row.Child, row => row.Born!.Value);
            return Ends(year).Select(row => (row.ReasonCeased, Age: Ages.On(born[row.Child], row.Ceased!.Value)));
        });
        Near(england / EnglandCeased, Share(ends, end => group switch
        {
            "adopted" => end.ReasonCeased is "E11" or "E12",
            "aged 18 and over" => end.Age >= 18,
            "aged under 1" => end.Age < 1,
            "aged 1 to 4" => end.Age is >= 1 and < 5,
            "aged 5 to 9" => end.Age is >= 5 and < 10,
            "aged 10 to 15" => end.Age is >= 10 and < 16,
            _ => end.Age is 16 or 17,
        }), tolerance);
    }

    [Fact]
    public void Going_home_is_the_most_common_reason_before_eighteen_and_guardianship_the_next()
    {
        var ends = LastYears().SelectMany(Ends).ToList();
        var home = Share(ends, row => row.ReasonCeased is "E4A" or "E4B" or "E13");
        var guardianship = Share(ends, row => row.ReasonCeased is "E41" or "E45" or "E46" or "E47" or "E48");
        Assert.True(home > guardianship && guardianship > Share(ends, row => row.ReasonCeased is "E11" or "E12"));
    }

    [Fact]
    public void Known_time_in_care_runs_from_days_to_more_than_ten_years()
    {
        // Known: from the first episode that any of the five returns holds, so the true time is longer.
        var nights = Stock().Select(child => child.NightsInCare).Order().ToArray();
        Assert.True(nights[0] < 14);
        Assert.True(nights[^1] > 10 * 365);
    }

    private static void Near(double england, double anyshire, double percentagePoints) =>
        Assert.True(Math.Abs(england - anyshire) * 100 <= percentagePoints, FormattableString.Invariant($"England {england:P1}, Anyshire {anyshire:P1}"));

    private static double Share<T>(IEnumerable<T> all, Func<T, bool> counts)
    {
        var list = all.ToList();
        return list.Count(counts) / (double)list.Count;
    }

    private static IEnumerable<SubmittedReturn> LastYears() => Seeds.Select(seed => Worlds.Tidy(seed).Years[^1]);

    private static IEnumerable<SubmittedEpisode> Starts(SubmittedReturn year) =>
        year.Episodes.Where(row => row.ReasonNew == "S" && row.Commenced >= year.First && row.LegalStatus is not ("V3" or "V4"));

    private static IEnumerable<SubmittedEpisode> Ends(SubmittedReturn year) =>
        year.Episodes.Where(row => row.Ceased is not null && row.ReasonCeased != "X1" && row.LegalStatus is not ("V3" or "V4"));

    private static IEnumerable<InCare> Stock() => Seeds.SelectMany(seed =>
    {
        var world = Worlds.Tidy(seed);
        var year = world.Years[^1];
        var headers = year.Headers.ToDictionary(row => row.Child);
        var inYear = year.Episodes.ToLookup(row => row.Child);
        var everything = world.Years.SelectMany(one => one.Episodes).ToLookup(row => row.Child);
        return year.Episodes.Where(row => row.Ceased is null && row.LegalStatus is not ("V3" or "V4")).Select(row => new InCare(
            row,
            headers[row.Child],
            [.. inYear[row.Child]],
            everything[row.Child].Where(episode => episode.ReasonNew == "S").Select(episode => episode.Commenced).DefaultIfEmpty(everything[row.Child].Min(episode => episode.Commenced)).Max(),
            world.LastDay));
    });

    private static string FirstLegal(InCare child) => child.InYear[0].LegalStatus switch
    {
        "C1" or "C2" => "care orders",
        "V2" => "agreement",
        "E1" => "placement order",
        "L1" or "L2" => "detained for child protection",
        _ => "youth justice",
    };

    private static int Placements(InCare child) =>
        1 + child.InYear.Skip(1).Count(row => row.ReasonNew is "P" or "B" or "S" && !row.Place.StartsWith('T') && !FollowsTemporary(child, row));

    private static bool FollowsTemporary(InCare child, SubmittedEpisode row)
    {
        var at = Array.IndexOf(child.InYear, row);
        return at > 0 && child.InYear[at - 1].Place.StartsWith('T');
    }

    private sealed record InCare(SubmittedEpisode Row, SubmittedHeader Header, SubmittedEpisode[] InYear, DateOnly Start, DateOnly On)
    {
        public int Age => Ages.On(Header.Born!.Value, On);

        public int NightsInCare => new Period(Start, null).NightsWithin(Start, On.AddDays(1));

        public string Group => Row.Place switch
        {
            ['U', ..] => "foster placements",
            "K1" or "K2" => "secure and children's homes",
            "K3" or "H5" or "P2" => "supported accommodation",
            "R1" or "R2" or "R3" or "R5" or "S1" => "other residential settings and schools",
            "P1" => "placed with parents",
            ['A', ..] => "placed for adoption",
            _ => "other placements",
        };
    }
}
