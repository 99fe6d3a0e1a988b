using Plimsoll.Reports.Charts;

namespace Plimsoll.Reports.Tests.Charts;

public sealed class WaterfallTests
{
    private static WaterfallData Year => new()
    {
        Id = "bridge",
        Title = "Opening, started, ceased, closing",
        Measure = Measure.Children,
        OpeningWords = "31 October 2025",
        Opening = 435,
        Steps =
        [
            new WaterfallStep.Adds("Started, aged under 10", 97),
            new WaterfallStep.Adds("Started, aged 10 to 15", 55),
            new WaterfallStep.Adds("Started, aged 16 or over", 34),
            new WaterfallStep.TakesOff("Returned home", 52),
            new WaterfallStep.TakesOff("Special guardianship or similar order", 31),
            new WaterfallStep.TakesOff("Adopted", 17),
            new WaterfallStep.TakesOff("Turned 18 or became independent", 62),
            new WaterfallStep.TakesOff("Other", 12),
        ],
        ClosingWords = "31 October 2026",
    };

    [Theory]
    [InlineData(ChartSize.Full)]
    [InlineData(ChartSize.Narrow)]
    public void The_bridge_is_drawn_as_kept(ChartSize size)
    {
        var chart = Waterfall.Draw(Year, size);
        Golden.Matches(chart.Svg, $"waterfall-{size}.golden.svg");
        new Drawing(chart.Svg).IsSound();
    }

    [Fact]
    public void Opening_and_steps_lead_to_the_closing_number()
    {
        Assert.Equal(447, Year.Closing);
        Assert.Equal(
            "Bridge from 435 children, 31 October 2025: adds 186 (Started, aged under 10 97, Started, aged 10 to 15 55, Started, aged 16 or over 34), "
            + "takes off 174 (Returned home 52, Special guardianship or similar order 31, Adopted 17, Turned 18 or became independent 62, Other 12), "
            + "to 447 children, 31 October 2026.",
            Waterfall.Draw(Year, ChartSize.Full).Description);
    }

    [Fact]
    public void What_takes_off_is_striped_and_what_adds_is_solid()
    {
        var drawing = new Drawing(Waterfall.Draw(Year, ChartSize.Full).Svg);
        Assert.Equal(5, drawing.Elements("rect").Count(rect => rect.Attribute("fill")?.Value == "url(#bridge-stripes)"));
        Assert.Equal(3, drawing.Elements("rect").Count(rect => rect.Attribute("class")!.Value == "c-upn"));
    }

    [Fact]
    public void A_total_below_zero_or_a_negative_step_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Waterfall.Draw(Year with { Opening = 0, Steps = [new WaterfallStep.TakesOff("x", 1)] }, ChartSize.Full));
        Assert.Throws<ArgumentException>(() => Waterfall.Draw(Year with { Steps = [new WaterfallStep.Adds("x", -1)] }, ChartSize.Full));
    }

    [Fact]
    public void Whatever_the_steps_nothing_overlaps()
    {
        for (var seed = 1UL; seed <= 200; seed++)
        {
            var next = new Sequence(seed);
            var most = next.Pick(0, 5, 300, 40_000_000);
            var steps = Enumerable.Range(0, next.Below(10)).Select(i => i % 2 == 0
                ? (WaterfallStep)new WaterfallStep.Adds("Adds something with a name of some length " + i, next.Below(most + 1))
                : new WaterfallStep.TakesOff("Less", next.Below((most / 10) + 1)));
            var data = Year with { Opening = most, Steps = [.. steps], Measure = next.Pick<Measure>(Measure.Children, new Measure.Pounds()) };
            new Drawing(Waterfall.Draw(data, next.Pick(ChartSize.Full, ChartSize.MainColumn, ChartSize.Half, ChartSize.Narrow)).Svg).IsSound();
        }
    }
}
