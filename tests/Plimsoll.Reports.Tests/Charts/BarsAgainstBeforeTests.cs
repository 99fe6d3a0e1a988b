using Plimsoll.Reports.Charts;

namespace Plimsoll.Reports.Tests.Charts;

public sealed class BarsAgainstBeforeTests
{
    private static BarsAgainstBeforeData Placements => new()
    {
        Id = "bars",
        Title = "Children in care by placement",
        NowWords = "31 October 2026",
        BeforeWords = "a year before",
        Bars =
        [
            new("Foster care, family or friends", 78, 74),
            new("Foster care, our own carers", 118, 123),
            new("Foster care, agency", 97, 92),
            new("Children’s homes", 52, 45),
            new("Supported accommodation", 46, 46),
            new("All other placements", 56, null),
        ],
    };

    [Theory]
    [InlineData(ChartSize.Half)]
    [InlineData(ChartSize.Narrow)]
    public void The_bars_are_drawn_as_kept(ChartSize size)
    {
        var chart = BarsAgainstBefore.Draw(Placements, size);
        Golden.Matches(chart.Svg, $"bars-{size}.golden.svg");
        new Drawing(chart.Svg).IsSound();
    }

    [Fact]
    public void Every_change_stands_with_its_word()
    {
        var words = new Drawing(BarsAgainstBefore.Draw(Placements, ChartSize.Half).Svg).Texts.Select(text => text.Text).ToList();
        Assert.Contains("4 more", words);
        Assert.Contains("5 fewer", words);
        Assert.Contains("no change", words);
        Assert.Contains("before not known", words);
    }

    [Fact]
    public void A_number_before_that_is_not_known_has_no_tick()
    {
        var drawing = new Drawing(BarsAgainstBefore.Draw(Placements, ChartSize.Half).Svg);
        Assert.Equal(5 + 1, drawing.Elements("line").Count(line => line.Attribute("class")!.Value == "c-was"));
    }

    [Fact]
    public void Bars_are_as_long_as_their_numbers()
    {
        var drawing = new Drawing(BarsAgainstBefore.Draw(Placements, ChartSize.Half).Svg);
        var widths = drawing.Elements("rect").Skip(1).Select(rect => Drawing.Read(rect.Attribute("width")!.Value)).ToList();
        Assert.Equal(78.0 / 118, widths[0] / widths[1], 2);
        Assert.Equal(52.0 / 97, widths[3] / widths[2], 2);
    }

    [Fact]
    public void Whatever_the_words_and_numbers_nothing_overlaps()
    {
        string[] words = ["A", "Secure children’s home", "A very long name of a kind of placement that nobody would choose", "Supercalifragilisticexpialidocious-and-more-without-a-space", "16 and over"];
        for (var seed = 1UL; seed <= 200; seed++)
        {
            var next = new Sequence(seed);
            var most = next.Pick(0, 1, 9, 500, 2_000_000);
            var data = Placements with
            {
                Bars = [.. Enumerable.Range(0, 1 + next.Below(8)).Select(_ => new BarAgainstBefore(next.Pick<string>(words), next.Below(most + 1), next.Below(4) == 0 ? null : next.Below(most + 1)))],
            };
            new Drawing(BarsAgainstBefore.Draw(data, next.Pick(ChartSize.Full, ChartSize.MainColumn, ChartSize.Half, ChartSize.Narrow)).Svg).IsSound();
        }
    }
}
