using Plimsoll.Reports.Charts;

namespace Plimsoll.Reports.Tests.Charts;

public sealed class ChangeStepsTests
{
    private static ChangeStepsData Cost => new()
    {
        Id = "change",
        Title = "Steps of the expected cost",
        Measure = new Measure.Pounds(),
        Steps =
        [
            new WaterfallStep.TakesOff("Recorded instead of forecast", 73_000),
            new WaterfallStep.Adds("Children starting care", 204_000),
            new WaterfallStep.TakesOff("Price of a day", 31_000),
        ],
        TotalWords = "Change altogether",
    };

    [Fact]
    public void Steps_lead_to_the_whole_change_and_are_read_out()
    {
        Assert.Equal(100_000, Cost.Total);
        Assert.Equal(
            "Steps of a change: Recorded instead of forecast \u2212£73k; Children starting care +£204k; Price of a day \u2212£31k. Change altogether +£100k.",
            ChangeSteps.Draw(Cost, ChartSize.Full).Description);
    }

    [Fact]
    public void What_takes_off_is_striped_and_what_adds_is_solid()
    {
        var drawing = new Drawing(ChangeSteps.Draw(Cost, ChartSize.Full).Svg);
        Assert.Equal(2, drawing.Elements("rect").Count(rect => rect.Attribute("fill")?.Value == "url(#change-stripes)"));
        Assert.Single(drawing.Elements("rect"), rect => rect.Attribute("class")!.Value == "c-upn");
        Assert.Single(drawing.Elements("rect"), rect => rect.Attribute("class")!.Value == "c-total");
    }

    [Fact]
    public void A_negative_size_or_no_step_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ChangeSteps.Draw(Cost with { Steps = [new WaterfallStep.Adds("x", -1)] }, ChartSize.Full));
        Assert.Throws<ArgumentException>(() => ChangeSteps.Draw(Cost with { Steps = [] }, ChartSize.Full));
    }

    [Fact]
    public void Whatever_the_steps_nothing_overlaps()
    {
        for (var seed = 1UL; seed <= 200; seed++)
        {
            var next = new Sequence(seed);
            var most = next.Pick(0, 5, 300, 40_000_000);
            var steps = Enumerable.Range(0, 1 + next.Below(8)).Select(i => next.Below(2) == 0
                ? (WaterfallStep)new WaterfallStep.Adds("Adds something with a name of some length " + i, next.Below(most + 1))
                : new WaterfallStep.TakesOff("Less", next.Below(most + 1)));
            var data = Cost with { Steps = [.. steps], Measure = next.Pick<Measure>(Measure.Children, new Measure.Pounds()) };
            new Drawing(ChangeSteps.Draw(data, next.Pick(ChartSize.Full, ChartSize.MainColumn, ChartSize.Half, ChartSize.Narrow)).Svg).IsSound();
        }
    }
}
