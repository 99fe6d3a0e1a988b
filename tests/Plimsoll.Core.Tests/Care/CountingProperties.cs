using System.Globalization;
using Plimsoll.Core.Care;
using Plimsoll.Statistics.Randomness;
using static Plimsoll.Core.Tests.Care.Returns;

namespace Plimsoll.Core.Tests.Care;

/// <summary>What holds for any records, however untidy.</summary>
public sealed class CountingProperties
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Opening_plus_started_less_ceased_is_closing_and_closing_is_the_stock(int seed)
    {
        var data = Untidy(seed);
        var flow = Flow.ByMonth(data, data.WindowStart, data.DataEnd);
        foreach (var month in flow)
        {
            Assert.Equal(month.Closing, month.Opening + month.Started - month.Ceased);
            Assert.Equal(Stock.Number(data, month.Month.Last), month.Closing);
        }

        var week = Flow.ByMonth(data, data.WindowStart.AddDays(40), data.WindowStart.AddDays(47));
        Assert.Equal(Stock.Number(data, data.WindowStart.AddDays(47)), week[^1].Closing);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_night_is_counted_twice_and_no_child_is_in_care_past_eighteen(int seed)
    {
        foreach (var child in Untidy(seed).Children)
        {
            for (var index = 1; index < child.Counted.Length; index++)
            {
                Assert.True(child.Counted[index - 1].Days.End <= child.Counted[index].Days.Start);
            }

            Assert.All(child.Counted, episode => Assert.False(episode.Days.IsEmpty));
            Assert.All(
                child.Counted.Where(episode => episode is not { LegalStatus: "V2", Place: "K2" } && episode.Days.End is not null),
                episode => Assert.True(child.Turns18 is not { } birthday || episode.Days.End <= birthday));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Spells_cover_their_period_without_gaps(int seed)
    {
        foreach (var period in Untidy(seed).Children.SelectMany(child => child.Periods))
        {
            Assert.Equal(period.Days.Start, period.Spells[0].Days.Start);
            Assert.Equal(period.Days.End, period.Spells[^1].Days.End);
            for (var index = 1; index < period.Spells.Length; index++)
            {
                Assert.Equal(period.Spells[index - 1].Days.End, period.Spells[index].Days.Start);
            }

            Assert.Equal(period.Ending == PeriodEnding.Exited, period.Exit is not null);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_of_the_rows_changes_nothing(int seed)
    {
        var episodes = Episodes(seed);
        var one = Dataset(episodes, Headers);
        var other = CareDatasetBuilder.Build("test", Reversed(Rows(episodes, Headers)), Codes);
        Assert.Equal(
            one.Children.Select(child => string.Join('|', child.Counted.Select(episode => episode.ToString()))),
            other.Children.Select(child => string.Join('|', child.Counted.Select(episode => episode.ToString()))));
        Assert.Equal(one.Findings.Sum(finding => finding.Count), other.Findings.Sum(finding => finding.Count));
    }

    private static (string, string)[] Headers =>
        [.. Enumerable.Range(0, 25).Select(child => ($"C{child}", $"{2001 + (child % 18)}-0{1 + (child % 9)}-1{child % 9}"))];

    private static CareDataset Untidy(int seed) => Dataset(Episodes(seed), Headers);

    private static ReturnRows Reversed(ReturnRows rows) =>
        rows with { Episodes = [.. rows.Episodes.Reverse()], Headers = [.. rows.Headers.Reverse()] };

    // Random rows with no coherence at all: any dates in three years, any codes, any versions.
    private static string[] Episodes(int seed)
    {
        var random = new Xoshiro256((ulong)seed);
        string Any(params string[] choices) => choices[(int)(random.NextDouble() * choices.Length)];
        return
        [
            .. Enumerable.Range(0, 120).Select(_ =>
            {
                var start = Day("2017-06-01").AddDays((int)(random.NextDouble() * 1300));
                var year = start < Day("2018-04-01") ? 2018 : start.Month >= 4 ? start.Year + 1 : start.Year;
                year = Math.Min(2021, year + (random.NextDouble() < 0.3 ? 1 : 0));
                var latest = new DateOnly(year, 4, 1).DayNumber - start.DayNumber;
                var end = random.NextDouble() < 0.6 && latest > 0
                    ? start.AddDays((int)(random.NextDouble() * latest)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                    : "-";
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"C{(int)(random.NextDouble() * 30)} {start:yyyy-MM-dd} {Any("S", "P", "L", "T", "U", "B")} {Any("C2", "V2", "V2", "V3", "V4")} {Any("U4/PR4", "K2/PR1", "T3", "U6/PR1/1234567", "??")} {end} {Any("X1", "X1", "E4A", "E8", "-")} @{year}");
            }),
        ];
    }
}
