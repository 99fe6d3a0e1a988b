using Plimsoll.Statistics.Summaries;

namespace Plimsoll.Statistics.Tests.Summaries;

public sealed class SpreadTests
{
    [Fact]
    public void Percentiles_lie_on_straight_lines_between_values_as_in_R_and_Excel()
    {
        var spread = Spread.Of([5, 1, 4, 2, 3]);
        Assert.Equal(new Spread(3, 1.2, 1.4, 2, 3, 4, 4.6, 4.8), Rounded(spread));
    }

    [Fact]
    public void One_value_is_all_its_percentiles() => Assert.Equal(new Spread(7, 7, 7, 7, 7, 7, 7, 7), Spread.Of([7]));

    private static Spread Rounded(Spread s) => new(
        Math.Round(s.Mean, 10), Math.Round(s.P5, 10), Math.Round(s.P10, 10), Math.Round(s.P25, 10),
        Math.Round(s.P50, 10), Math.Round(s.P75, 10), Math.Round(s.P90, 10), Math.Round(s.P95, 10));
}
