using Plimsoll.Reports.Charts;

namespace Plimsoll.Reports.Tests.Charts;

public sealed class PlainBarsTests
{
    private static PlainBarsData Shares => new()
    {
        Id = "shares",
        Title = "Shares of the variance",
        Measure = new Measure.Percent(),
        Bars = [new PlainBar("How many children start care", 54), new PlainBar("Chance", 46), new PlainBar("Prices", 0)],
    };

    [Fact]
    public void Every_bar_is_read_out_with_its_number()
    {
        Assert.Equal("Bar chart: How many children start care 54%; Chance 46%; Prices 0%.", PlainBars.Draw(Shares, ChartSize.Half).Description);
    }

    [Fact]
    public void Bars_begin_at_zero_and_are_as_long_as_their_numbers()
    {
        var bars = new Drawing(PlainBars.Draw(Shares, ChartSize.Half).Svg).Elements("rect").Where(rect => rect.Attribute("class")!.Value == "c-bar")
            .Select(rect => (Left: (double)rect.Attribute("x")!, Width: (double)rect.Attribute("width")!)).ToList();
        Assert.Single(bars.Select(bar => bar.Left).Distinct());
        Assert.Equal(54 / 46.0, bars[0].Width / bars[1].Width, 0.01);
    }

    [Fact]
    public void No_bar_or_a_negative_one_is_refused()
    {
        Assert.Throws<ArgumentException>(() => PlainBars.Draw(Shares with { Bars = [] }, ChartSize.Half));
        Assert.Throws<ArgumentException>(() => PlainBars.Draw(Shares with { Bars = [new PlainBar("x", -1)] }, ChartSize.Half));
    }

    [Fact]
    public void Whatever_the_bars_nothing_overlaps()
    {
        for (var seed = 1UL; seed <= 100; seed++)
        {
            var next = new Sequence(seed);
            var bars = Enumerable.Range(0, 1 + next.Below(8)).Select(i => new PlainBar("A cause with a name of some length " + i, next.Below(101)));
            new Drawing(PlainBars.Draw(Shares with { Bars = [.. bars] }, next.Pick(ChartSize.Full, ChartSize.Half, ChartSize.Narrow)).Svg).IsSound();
        }
    }
}
