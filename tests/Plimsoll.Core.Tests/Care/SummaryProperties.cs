using System.Globalization;
using Plimsoll.Core.Care;
using Plimsoll.Statistics.Randomness;
using static Plimsoll.Core.Tests.Care.Returns;

namespace Plimsoll.Core.Tests.Care;

/// <summary>Counting child by child gives what building the whole dataset gives, however untidy the records are.</summary>
public sealed class SummaryProperties
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_counts_and_every_finding_are_those_of_the_whole_dataset(int seed)
    {
        var rows = Untidy(seed);
        var whole = CareSummary.Of(CareDatasetBuilder.Build("test", rows, Codes));
        var summary = ChildByChild(rows, int.MaxValue);
        Assert.Equal(whole with { Findings = [] }, summary with { Findings = [] });
        Assert.Equal(whole.Findings.Length, summary.Findings.Length);
        Assert.All(whole.Findings.Zip(summary.Findings), pair =>
        {
            Assert.Equal(pair.First with { Rows = [], Unlisted = [] }, pair.Second with { Rows = [], Unlisted = [] });
            Assert.Equal(pair.First.Rows, pair.Second.Rows);
            Assert.Empty(pair.Second.Unlisted);
        });
        Assert.True(whole.Findings.Length > 5);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_finding_that_is_cut_short_lists_the_first_places_and_counts_all(int seed)
    {
        const int Most = 3;
        var rows = Untidy(seed);
        var whole = CareDatasetBuilder.Build("test", rows, Codes).Findings;
        var cut = ChildByChild(rows, Most).Findings;
        Assert.Contains(cut, finding => finding.NotListed > 0);
        Assert.All(whole.Zip(cut), pair =>
        {
            var (all, first) = pair;
            Assert.Equal((all.Rule, all.Count, all.Children, all.Meaning), (first.Rule, first.Count, first.Children, first.Meaning));
            Assert.Equal(all.Rows.Take(Most), first.Rows);
            Assert.Equal(
                all.Rows.Skip(Most).GroupBy(row => row.File, StringComparer.Ordinal).Select(file => new UnlistedPlaces(file.Key, file.Count())),
                first.Unlisted);
        });
    }

    [Fact]
    public void Children_are_counted_once_however_many_places_a_finding_has()
    {
        var data = Dataset(
            ["A 2020-05-01 S C2 U4/PR1 2020-06-10 X1 @2021", "A 2020-06-01 P C2 U4/PR1 2020-07-10 X1 @2021", "A 2020-07-01 P C2 U4/PR1 2020-08-10 E4A @2021",
             "B 2020-05-01 S C2 U4/PR1 2020-06-10 X1 @2021", "B 2020-06-01 P C2 U4/PR1 2020-07-10 E4A @2021"],
            ("A", "2010-01-01"), ("B", "2010-01-01"));
        var overlaps = Assert.Single(data.Findings, finding => finding.Rule == "501");
        Assert.Equal((3, 2), (overlaps.Count, overlaps.Children));
    }

    // The children come in the reverse of the usual order, the rows of each as they are.
    private static CareSummary ChildByChild(ReturnRows rows, int mostListed)
    {
        var frame = new DatasetFrame(rows.Files, rows.Episodes.Select(row => (row.Child.Authority, row.CollectionYear)));
        var builder = new CareSummaryBuilder(frame, Codes, mostListed);
        foreach (var own in ChildRecords.Of(rows).Reverse())
        {
            builder.Add(own);
        }

        return builder.Close("test", rows.Findings);
    }

    // Two authorities, two files, dates of birth that change or are missing, UASC rows, and episodes without coherence.
    private static ReturnRows Untidy(int seed)
    {
        var random = new Xoshiro256((ulong)seed);
        int Below(int most) => (int)(random.NextDouble() * most);
        string Any(params string[] choices) => choices[Below(choices.Length)];
        string[] episodes =
        [
            .. Enumerable.Range(0, 150).Select(_ =>
            {
                var start = Day("2018-04-01").AddDays(Below(1000));
                var year = Math.Min(2021, (start.Month >= 4 ? start.Year + 1 : start.Year) + Below(2));
                var end = Below(10) < 6 ? start.AddDays(Below(200)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "-";
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Any("North", "South")}:C{Below(25)} {start:yyyy-MM-dd} {Any("S", "P", "L", "T")} {Any("C2", "V2", "V3")} {Any("U4/PR4", "K2/PR1", "T3", "??")} {end} {Any("X1", "E4A", "E8", "-")} @{year}");
            }),
        ];
        var rows = Rows(episodes);
        var files = new[] { "a.csv", "b.csv" };
        return rows with
        {
            Episodes = [.. rows.Episodes.Select((row, index) => row with { Source = new SourceRow(files[index % 2], index / 2 + 2) })],
            Headers =
            [
                .. Enumerable.Range(0, 60).Select(index => new HeaderRow(
                    new ChildKey(Any("North", "South"), $"C{Below(28)}"),
                    "M",
                    Below(5) == 0 ? null : new DateOnly(2001 + Below(18), 1 + Below(12), 5),
                    "WBRI", "", "", null, 2019 + Below(3), new SourceRow("header.csv", index + 2))),
            ],
            Unaccompanied =
            [
                .. Enumerable.Range(0, 8).Select(index => new UascRow(
                    new ChildKey("North", $"C{Below(25)}"), "M", new DateOnly(2003, 5, 1 + index), null, 2021, new SourceRow("uasc.csv", index + 2))),
            ],
        };
    }
}
