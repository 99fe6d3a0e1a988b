using Plimsoll.Reports.Charts;

namespace Plimsoll.Reports.Tests.Charts;

public sealed class RatiosAroundOneTests
{
    private static RatiosAroundOneData Causes => new()
    {
        Id = "ratios",
        Title = "Seen against expected",
        Rows =
        [
            new("Returned home or to relatives", 240, 245, 0.86, 1.11),
            new("Special guardianship or similar order", 95, 70, 1.10, 1.66),
            new("Adopted", 12, 41, 0.15, 0.51),
            new("Independent living before 18", 0, 2, 0, 1.84),
        ],
    };

    [Theory]
    [InlineData(ChartSize.Full)]
    [InlineData(ChartSize.Narrow)]
    public void The_dots_are_drawn_as_kept(ChartSize size)
    {
        var chart = RatiosAroundOne.Draw(Causes, size);
        Golden.Matches(chart.Svg, $"ratios-{size}.golden.svg");
        new Drawing(chart.Svg).IsSound();
    }

    [Fact]
    public void A_row_whose_interval_misses_the_line_has_a_hollow_dot_and_its_word()
    {
        var drawing = new Drawing(RatiosAroundOne.Draw(Causes, ChartSize.Full).Svg);
        Assert.Equal(2, drawing.Elements("circle").Count(circle => circle.Attribute("class")!.Value == "c-ring"));
        Assert.Contains("95 seen, 70 expected: more", drawing.Texts.Select(text => text.Text));
        Assert.Contains("12 seen, 41 expected: fewer", drawing.Texts.Select(text => text.Text));
        Assert.Contains("240 seen, 245 expected", drawing.Texts.Select(text => text.Text));
    }

    [Fact]
    public void Twice_and_half_as_many_lie_equally_far_from_the_line()
    {
        var data = Causes with { Rows = [new("Half", 10, 20, 0.4, 0.9), new("Line", 10, 10, 0.5, 2), new("Twice", 20, 10, 1.1, 2.5)] };
        var drawing = new Drawing(RatiosAroundOne.Draw(data, ChartSize.Full).Svg);
        var x = drawing.Elements("circle").Select(circle => Drawing.Read(circle.Attribute("cx")!.Value)).ToList();
        Assert.Equal(x[1] - x[0], x[2] - x[1], 0.2);
    }

    [Fact]
    public void A_row_without_anything_expected_cannot_be_drawn() =>
        Assert.Throws<ArgumentException>(() => RatiosAroundOne.Draw(Causes with { Rows = [new("None", 0, 0, 0, 1)] }, ChartSize.Full));

    [Fact]
    public void Whatever_the_words_and_numbers_nothing_overlaps()
    {
        string[] words = ["A", "8 weeks to 6 months", "A very long name of a cause of leaving that nobody would choose", "Supercalifragilisticexpialidocious-and-more"];
        for (var seed = 1UL; seed <= 200; seed++)
        {
            var next = new Sequence(seed);
            var rows = Enumerable.Range(0, 1 + next.Below(8)).Select(_ =>
            {
                var expected = 0.01 + next.Below(next.Pick(2, 50, 5000));
                var seen = next.Below(next.Pick(2, 50, 5000));
                return new RatioRow(next.Pick<string>(words), seen, expected, seen / expected * 0.8, (seen + 1) / expected * 1.3);
            });
            new Drawing(RatiosAroundOne.Draw(Causes with { Rows = [.. rows] }, next.Pick(ChartSize.Full, ChartSize.MainColumn, ChartSize.Half, ChartSize.Narrow)).Svg).IsSound();
        }
    }
}
