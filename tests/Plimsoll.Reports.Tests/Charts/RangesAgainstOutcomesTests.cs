using Plimsoll.Reports.Charts;

namespace Plimsoll.Reports.Tests.Charts;

public sealed class RangesAgainstOutcomesTests
{
    private static RangesAgainstOutcomesData Tests => new()
    {
        Id = "tests",
        Title = "What we would have said, and what happened",
        RowHeading = "Forecast made on",
        OutcomeHeading = "A year later",
        Measure = Measure.Children,
        Rows =
        [
            new("31 March 2021", 388, 405, 425, 446, 465, 424),
            new("30 September 2021", 394, 411, 431, 452, 472, 409),
            new("31 March 2022", 396, 413, 433, 454, 474, 392),
            new("30 September 2022", 377, 394, 413, 433, 452, 384),
            new("31 March 2023", 365, 381, 399, 418, 437, 398),
            new("30 September 2023", 345, 361, 378, 396, 414, 417),
            new("31 March 2024", 367, 383, 402, 421, 440, 428),
        ],
    };

    [Theory]
    [InlineData(ChartSize.Full)]
    [InlineData(ChartSize.Half)]
    [InlineData(ChartSize.Narrow)]
    public void The_ranges_are_drawn_as_kept(ChartSize size)
    {
        var chart = RangesAgainstOutcomes.Draw(Tests, size);
        Golden.Matches(chart.Svg, $"ranges-{size}.golden.svg");
        new Drawing(chart.Svg).IsSound();
    }

    [Fact]
    public void An_outcome_outside_has_another_form_and_says_on_which_side()
    {
        var chart = RangesAgainstOutcomes.Draw(Tests, ChartSize.Full);
        var drawing = new Drawing(chart.Svg);
        Assert.Equal(5 + 1, drawing.Elements("circle").Count());
        Assert.Equal(2 + 1, drawing.Elements("path").Count());
        var words = drawing.Texts.Select(text => text.Text).ToList();
        Assert.Contains("392, outside, below", words);
        Assert.Contains("417, outside, above", words);
        Assert.Contains("424, inside", words);
        Assert.EndsWith("5 of 7 inside.", chart.Description, StringComparison.Ordinal);
        Assert.Equal("The scale starts at 325, not zero.", chart.ScaleNote);
    }

    [Fact]
    public void The_ends_belong_to_the_range() =>
        Assert.Equal([true, true, false], ((double[])[388, 465, 465.1]).Select(value => (Tests.Rows[0] with { Happened = value }).IsInside));

    [Fact]
    public void Percentiles_out_of_order_are_refused()
    {
        Assert.Throws<ArgumentException>(() => RangesAgainstOutcomes.Draw(Tests with { Rows = [Tests.Rows[0] with { P25 = 500 }] }, ChartSize.Full));
        Assert.Throws<ArgumentException>(() => RangesAgainstOutcomes.Draw(Tests with { Rows = [] }, ChartSize.Full));
    }

    [Fact]
    public void Whatever_the_numbers_nothing_overlaps()
    {
        for (var seed = 1UL; seed <= 200; seed++)
        {
            var next = new Sequence(seed);
            var most = next.Pick(0, 1, 9, 500, 2_000_000);
            RangeAgainstOutcome Row()
            {
                double[] values = [.. Enumerable.Range(0, 5).Select(_ => (double)next.Below(most + 1)).Order()];
                return new RangeAgainstOutcome(next.Pick("31 March 2021", "30 September 2023"), values[0], values[1], values[2], values[3], values[4], next.Below(most + 1));
            }

            var data = Tests with { Rows = [.. Enumerable.Range(0, 1 + next.Below(24)).Select(_ => Row())] };
            new Drawing(RangesAgainstOutcomes.Draw(data, next.Pick(ChartSize.Full, ChartSize.MainColumn, ChartSize.Half, ChartSize.Narrow)).Svg).IsSound();
        }
    }
}
