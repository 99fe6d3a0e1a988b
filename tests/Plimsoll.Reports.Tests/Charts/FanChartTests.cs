using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Charts;

namespace Plimsoll.Reports.Tests.Charts;

public sealed class FanChartTests
{
    [Theory]
    [InlineData(ChartSize.Full)]
    [InlineData(ChartSize.MainColumn)]
    [InlineData(ChartSize.Narrow)]
    public void The_fan_of_children_is_drawn_as_kept(ChartSize size)
    {
        var chart = FanChart.Draw(Samples.Children("fan"), size);
        Golden.Matches(chart.Svg, $"fan-children-{size}.golden.svg");
        new Drawing(chart.Svg).IsSound();
    }

    [Theory]
    [InlineData(ChartSize.Full)]
    [InlineData(ChartSize.MainColumn)]
    [InlineData(ChartSize.Narrow)]
    public void The_fan_of_cost_is_drawn_as_kept(ChartSize size)
    {
        var chart = FanChart.Draw(Samples.Cost("cost"), size);
        Golden.Matches(chart.Svg, $"fan-cost-{size}.golden.svg");
        new Drawing(chart.Svg).IsSound();
    }

    [Theory]
    [InlineData(ChartSize.Full)]
    [InlineData(ChartSize.MainColumn)]
    [InlineData(ChartSize.Narrow)]
    public void The_fan_against_budget_is_drawn_as_kept(ChartSize size)
    {
        var chart = FanChart.Draw(Samples.AgainstBudget("budget"), size);
        Golden.Matches(chart.Svg, $"fan-budget-{size}.golden.svg");
        new Drawing(chart.Svg).IsSound();
    }

    [Fact]
    public void The_description_holds_the_numbers_that_the_eye_would_read()
    {
        var chart = FanChart.Draw(
            Samples.Children("fan") with
            {
                History = Samples.History(3, i => new[] { 440d, 452, 447 }[i]),
                Forecast =
                [
                    new FanPoint(new DateOnly(2026, 11, 30), 430, 440, 448.4, 455, 470),
                    new FanPoint(new DateOnly(2026, 12, 31), 417, 430, 456, 470, 499),
                ],
                CallOut = new DateOnly(2026, 11, 1),
            },
            ChartSize.Full);
        Assert.Equal(
            "Line chart with a fan. 440 children in August 2026, highest at 452 in September 2026, lowest at 440 in August 2026, "
            + "447 on 31 October 2026. Most likely 448 in November 2026, with an 8 in 10 chance of between 430 and 470. "
            + "Most likely 456 in December 2026, with an 8 in 10 chance of between 417 and 499.",
            chart.Description);
        Assert.Equal("The left-hand scale starts at 410, not zero.", chart.ScaleNote);
    }

    [Fact]
    public void A_chart_without_its_range_or_order_is_refused()
    {
        var data = Samples.Children("fan");
        Assert.Throws<ArgumentException>(() => FanChart.Draw(data with { Forecast = [] }, ChartSize.Full));
        Assert.Throws<ArgumentException>(() => FanChart.Draw(data with { AsAt = new DateOnly(2020, 1, 1) }, ChartSize.Full));
        Assert.Throws<ArgumentException>(() => FanChart.Draw(data with { Id = "a b\"" }, ChartSize.Full));
        Assert.Throws<ArgumentException>(() => FanChart.Draw(
            data with { Forecast = [new FanPoint(new DateOnly(2026, 11, 30), 5, 4, 3, 2, 1)] }, ChartSize.Full));
        Assert.Throws<ArgumentOutOfRangeException>(() => FanChart.Draw(
            data with { History = [new DatedValue(new DateOnly(2026, 9, 30), double.NaN)] }, ChartSize.Full));
    }

    [Fact]
    public void Every_word_from_outside_is_encoded()
    {
        var chart = FanChart.Draw(
            Samples.Children("fan") with
            {
                Title = "<script>alert(1)</script> & \u0001",
                Measure = new Measure.Count("child", "</text><script>x</script>"),
                Reference = new ReferenceLine(440, "\"><img src=x onerror=y>"),
            },
            ChartSize.Full);
        Assert.DoesNotContain("<script", chart.Svg, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", chart.Svg, StringComparison.Ordinal);
        Assert.Equal("<script>alert(1)</script> & \uFFFD", new Drawing(chart.Svg).Elements("title").Single().Value);
    }

    [Fact]
    public void A_reference_line_is_drawn_and_named()
    {
        var chart = FanChart.Draw(Samples.Children("fan") with { Reference = new ReferenceLine(430, "Limit of 430") }, ChartSize.Full);
        var drawing = new Drawing(chart.Svg);
        Assert.Contains(drawing.Texts, text => text.Text == "Limit of 430");
        Assert.Single(drawing.Elements("line"), line => line.Attribute("class")!.Value == "c-ref");
        drawing.IsSound();
    }

    [Fact]
    public void The_same_data_give_the_same_text()
    {
        Assert.Equal(
            FanChart.Draw(Samples.Cost("c"), ChartSize.Full).Svg,
            FanChart.Draw(Samples.Cost("c"), ChartSize.Full).Svg);
    }

    [Fact]
    public void Whatever_the_data_words_stay_apart_and_inside()
    {
        for (var seed = 1UL; seed <= 400; seed++)
        {
            var next = new Sequence(seed);
            var history = next.Pick(0, 1, 2, 7, 13, 40, 68, 180);
            var forecast = next.Pick(1, 2, 5, 12, 60, 180);
            var size = next.Pick(ChartSize.Full, ChartSize.MainColumn, ChartSize.Narrow);
            Measure measure = next.Pick<Measure>(Measure.Children, new Measure.Pounds(), new Measure.AgainstBudget(new Money(29_900_000m)));
            var height = next.Pick(0, 1, 3, 50, 447, 12_000, 2_500_000, 9_000_000_000);
            var level = height * (0.5 + next.Next());
            var swing = next.Pick(0.0, 0.01, 0.3, 1.0);
            var width = level * next.Pick(0.0, 0.01, 0.2, 0.9);
            var data = new FanChartData
            {
                Id = "p",
                Title = "Anything",
                Measure = measure,
                AsAt = Samples.October2026.Last,
                History = Samples.History(history, _ => level * (1 + (swing * (next.Next() - 0.5)))),
                Forecast = Samples.Forecast(forecast, level, level * (0.5 + next.Next()), width),
                CallOut = Samples.October2026.Plus(1 + next.Below(24)).Last,
                Reference = next.Below(3) == 0 ? new ReferenceLine(level * next.Next() * 2, "Limit") : null,
            };
            try
            {
                new Drawing(FanChart.Draw(data, size).Svg).IsSound();
            }
            catch (Exception fault) when (fault is Xunit.Sdk.XunitException or InvalidOperationException)
            {
                Assert.Fail($"Seed {seed} ({size}, {history} months of history, {forecast} of forecast, {measure}, level {level:0}): {fault.Message}");
            }
        }
    }
}
