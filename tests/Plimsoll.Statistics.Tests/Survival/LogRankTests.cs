using Plimsoll.Statistics.Survival;
using Plimsoll.Statistics.Tests.Fixtures;

namespace Plimsoll.Statistics.Tests.Survival;

public sealed class LogRankTests
{
    [Fact]
    public void Men_and_women_with_lung_cancer_differ_as_R_says()
    {
        var data = Table.Survival("lung.csv");
        var sex = Table.Whole(data, 2).Select(code => code - 1).ToArray();
        var test = LogRank.Compare([], Table.Column(data, 0), Table.Flags(data, 1), sex, 2);
        Assert.Equal(10.3267419548856, test.ChiSquare, 1e-8);
        Assert.Equal(1, test.DegreesOfFreedom);
        Assert.Equal(0.00131, test.PValue, 1e-5);
        Assert.Equal([112, 53], test.Observed);
        Assert.Equal(165, test.Expected.Sum(), 1e-9);
    }

    [Fact]
    public void Groups_that_are_copies_of_each_other_do_not_differ_also_with_late_entry()
    {
        double[] entry = [0, 1, 3, 0, 1, 3, 0, 1, 3];
        double[] exit = [4, 5, 8, 4, 5, 8, 4, 5, 8];
        bool[] happened = [true, false, true, true, false, true, true, false, true];
        var test = LogRank.Compare(entry, exit, happened, [0, 0, 0, 1, 1, 1, 2, 2, 2], 3);
        Assert.Equal(0, test.ChiSquare, 1e-12);
        Assert.Equal(1, test.PValue, 1e-12);
    }

    [Fact]
    public void A_group_without_anybody_takes_no_degree_of_freedom()
    {
        double[] exit = [1, 2, 3, 4, 5, 6];
        bool[] happened = [true, true, true, true, true, false];
        var two = LogRank.Compare([], exit, happened, [0, 1, 0, 0, 1, 1], 2);
        var three = LogRank.Compare([], exit, happened, [0, 1, 0, 0, 1, 1], 3);
        Assert.Equal(1, three.DegreesOfFreedom);
        Assert.Equal(two.ChiSquare, three.ChiSquare, 1e-10);
    }

    [Fact]
    public void Without_events_there_is_nothing_to_compare()
    {
        var test = LogRank.Compare([], [1, 2, 3], [false, false, false], [0, 1, 1], 2);
        Assert.Equal(0, test.DegreesOfFreedom);
        Assert.Equal(1, test.PValue);
    }

    [Fact]
    public void A_group_out_of_range_is_refused() =>
        Assert.Throws<ArgumentException>(() => LogRank.Compare([], [1, 2], [true, true], [0, 2], 2));
}
