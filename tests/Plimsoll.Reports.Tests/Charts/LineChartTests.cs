using Plimsoll.Reports.Charts;

namespace Plimsoll.Reports.Tests.Charts;

public sealed class LineChartTests
{
    private static LineChartData Trend => new()
    {
        Id = "trend",
        Title = "Children in care at month end",
        Measure = Measure.Children,
        Points = Samples.History(68, i => Math.Round(413 - (22 * Math.Cos((i - 5) / 12.0)) + (i * 0.55) + (2 * Math.Sin(i * 2.1)))),
    };

    [Theory]
    [InlineData(ChartSize.Full)]
    [InlineData(ChartSize.MainColumn)]
    [InlineData(ChartSize.Half)]
    [InlineData(ChartSize.Narrow)]
    public void The_trend_is_drawn_as_kept(ChartSize size)
    {
        var chart = LineChart.Draw(Trend, size);
        Golden.Matches(chart.Svg, $"line-{size}.golden.svg");
        new Drawing(chart.Svg).IsSound();
    }

    [Fact]
    public void The_high_before_the_low_is_named_when_the_last_value_is_the_highest()
    {
        var data = Trend with { Points = Samples.History(24, i => i < 5 ? 420 + i : i < 12 ? 420 - i : 400 + (i * 3)) };
        var words = new Drawing(LineChart.Draw(data, ChartSize.Full).Svg).Texts.Select(text => text.Text).ToList();
        Assert.Contains("424 in March 2025", words);
        Assert.Contains("409 in October 2025", words);
        Assert.Contains("469", words);
        Assert.Contains("31 October 2026", words);
    }

    [Fact]
    public void The_description_names_first_extremes_last_and_a_year_ago()
    {
        var data = Trend with { Points = Samples.History(13, i => i == 4 ? 460 : 430 + i) };
        Assert.Equal(
            "Line chart. 430 children in October 2025, highest at 460 in February 2026, lowest at 430 in October 2025, 442 on 31 October 2026. A year before: 430.",
            LineChart.Draw(data, ChartSize.Full).Description);
    }

    [Fact]
    public void One_point_is_a_chart_and_none_is_refused()
    {
        var one = LineChart.Draw(Trend with { Points = Samples.History(1, _ => 7) }, ChartSize.Half);
        new Drawing(one.Svg).IsSound();
        Assert.Equal("Line chart. 7 children on 31 October 2026.", one.Description);
        Assert.Throws<ArgumentException>(() => LineChart.Draw(Trend with { Points = [] }, ChartSize.Half));
    }

    [Fact]
    public void Whatever_the_data_words_stay_apart_and_inside()
    {
        for (var seed = 1UL; seed <= 300; seed++)
        {
            var next = new Sequence(seed);
            var level = next.Pick(0, 1, 447, 8_000_000_000d);
            var swing = next.Pick(0, 0.02, 0.5, 1.0);
            var data = Trend with
            {
                Measure = next.Pick<Measure>(Measure.Children, new Measure.Pounds()),
                Points = Samples.History(next.Pick(1, 2, 3, 14, 68, 240), _ => level * (1 - (swing * next.Next()))),
            };
            var size = next.Pick(ChartSize.Full, ChartSize.MainColumn, ChartSize.Half, ChartSize.Narrow);
            new Drawing(LineChart.Draw(data, size).Svg).IsSound();
        }
    }
}
