using Plimsoll.Reports.Charts;

namespace Plimsoll.Reports.Tests.Charts;

public sealed class SmallFanTests
{
    private static FanChartData Agency => Samples.Children("small-a") with
    {
        Title = "Foster care, agency",
        History = Samples.History(68, i => Math.Round(84 + (i * 0.2) + Math.Sin(i))),
        Forecast = Samples.Forecast(60, 97, 104, 40),
    };

    private static FanChartData Homes => Samples.Children("small-b") with
    {
        Title = "Children’s homes",
        History = Samples.History(68, i => Math.Round(37 + (i * 0.22) + Math.Sin(i * 1.3))),
        Forecast = Samples.Forecast(60, 52, 61, 33),
    };

    [Fact]
    public void Small_fans_are_drawn_as_kept()
    {
        var scale = SmallFan.SharedScale([Agency, Homes]);
        foreach (var fan in new[] { Agency, Homes })
        {
            var chart = SmallFan.Draw(fan, scale);
            Golden.Matches(chart.Svg, fan.Id + ".golden.svg");
            new Drawing(chart.Svg).IsSound();
        }
    }

    [Fact]
    public void Small_fans_share_one_scale_from_zero()
    {
        var scale = SmallFan.SharedScale([Agency, Homes]);
        Assert.Equal([0, 50, 100, 150], scale.Ticks);
        static IEnumerable<string> Axis(ChartSvg chart) =>
            new Drawing(chart.Svg).Texts.Where(text => text.Classes == "c-axis").Select(text => text.Text + " at " + text.Top).Take(4);
        Assert.Equal(Axis(SmallFan.Draw(Agency, scale)), Axis(SmallFan.Draw(Homes, scale)));
    }

    [Fact]
    public void Whatever_the_data_small_fans_are_sound()
    {
        for (var seed = 1UL; seed <= 200; seed++)
        {
            var next = new Sequence(seed);
            var level = next.Pick(0, 2, 60, 447, 2_500_000);
            var data = new FanChartData
            {
                Id = "p",
                Title = "Anything",
                Measure = next.Pick<Measure>(Measure.Children, new Measure.Pounds()),
                AsAt = Samples.October2026.Last,
                History = Samples.History(next.Pick(0, 1, 7, 68, 180), _ => level * next.Next()),
                Forecast = Samples.Forecast(next.Pick(1, 12, 60, 180), level, level * next.Next(), level * next.Pick(0, 0.1, 0.9)),
            };
            new Drawing(SmallFan.Draw(data, SmallFan.SharedScale([data])).Svg).IsSound();
        }
    }
}
