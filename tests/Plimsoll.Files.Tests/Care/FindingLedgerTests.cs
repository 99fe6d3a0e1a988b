using Plimsoll.Core.Care;
using Plimsoll.Files.Care;

namespace Plimsoll.Files.Tests.Care;

public sealed class FindingLedgerTests
{
    [Fact]
    public void A_finding_cut_short_lists_the_first_places_and_its_sentences_and_counts_speak_of_all()
    {
        var ledger = Filled(most: 3);
        var whole = Filled(most: int.MaxValue);
        Assert.Equal(whole.Length, ledger.Length);
        Assert.All(whole.Zip(ledger), pair =>
        {
            var (all, first) = pair;
            Assert.Equal((all.Rule, all.Meaning, all.Treatment, all.Children, all.Count), (first.Rule, first.Meaning, first.Treatment, first.Children, first.Count));
            Assert.Equal(all.Rows.Take(3), first.Rows);
            Assert.Empty(all.Unlisted);
        });
        var reasons = Assert.Single(ledger, finding => finding.Rule == "148");
        Assert.Equal("5 episodes have a reason for ending but no end date, and 5 an end date but no reason.", reasons.Meaning);
        Assert.Equal((10, 7, 4), (reasons.Count, reasons.NotListed, reasons.Children));
        Assert.Equal([new UnlistedPlaces("a.csv", 2), new UnlistedPlaces("b.csv", 5)], reasons.Unlisted);
    }

    [Fact]
    public void Numbers_are_counted_once_near_and_far()
    {
        var set = new NumberSet();
        long[] numbers = [1, 2, 63, 64, 65, 4095, 4096, 1, 64, (5L << 32) | 7, (6L << 32) | 7, (5L << 32) | 7, int.MaxValue, 0, 0];
        Array.ForEach(numbers, set.Add);
        Assert.Equal(numbers.Distinct().Count(), set.Count);
    }

    private static System.Collections.Immutable.ImmutableArray<Finding> Filled(int most)
    {
        var ledger = new FindingLedger { MostListed = most };
        for (var i = 0; i < 10; i++)
        {
            var source = new SourceRow(i < 5 ? "a.csv" : "b.csv", i + 2);
            ledger.Add(EpisodeFindings.EndAndReason, source, i % 2 == 0 ? "DEC" : "REC", $"{i % 4}", 1 + (i % 4), "DEC is given", "counted");
            ledger.Add(EpisodeFindings.Place, source, "PLACE", "7", 7, i < 8 ? "PLACE is blank" : "PLACE is ZZ", "kept as submitted");
        }

        return ledger.Close();
    }
}
