using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Charts;

namespace Plimsoll.Reports.Tests.Charts;

public sealed class ScaleTests
{
    [Fact]
    public void A_scale_holds_its_values_with_at_most_six_round_lines()
    {
        for (var seed = 1UL; seed <= 500; seed++)
        {
            var next = new Sequence(seed);
            var values = Enumerable.Range(0, 1 + next.Below(5)).Select(_ => Math.Pow(10, next.Next() * 10) - next.Pick(0, 1, 5000)).ToList();
            var scale = ValueScale.For(next.Pick<Measure>(Measure.Children, new Measure.Pounds(), new Measure.AgainstBudget(new Money(1m))), values);
            Assert.InRange(scale.Ticks.Length, 2, 6);
            Assert.All(values, value => Assert.InRange(value, scale.Least, scale.Most));
            Assert.Equal(scale.Ticks.Length, scale.Ticks.Select(scale.Label).Distinct().Count());
        }
    }

    [Fact]
    public void A_scale_that_does_not_start_at_zero_says_so()
    {
        Assert.Equal("The left-hand scale starts at 380, not zero.", ValueScale.For(Measure.Children, [383, 447]).Note);
        Assert.Equal("", ValueScale.For(Measure.Children, [10, 447]).Note);
        Assert.Equal("The left-hand scale starts at £2.25m, not zero.", ValueScale.For(new Measure.Pounds(), [2_340_000, 4_200_000]).Note);
        Assert.Equal("The left-hand scale starts at £2.0m, not zero.", ValueScale.For(new Measure.Pounds(), [2_040_000, 3_190_000]).Note);
    }

    [Fact]
    public void A_flat_line_and_no_line_have_a_scale()
    {
        Assert.Equal([0, 1, 2, 3, 4, 5], ValueScale.For(Measure.Children, [0, 0]).Ticks);
        Assert.Equal(0, ValueScale.For(Measure.Children, []).Least);
        var flat = ValueScale.For(Measure.Children, [447]);
        Assert.InRange(447, flat.Least + 1, flat.Most - 1);
    }

    [Fact]
    public void Money_labels_take_unit_and_decimals_from_the_scale()
    {
        var scale = ValueScale.For(new Measure.Pounds(), [2_000_000, 2_180_000]);
        Assert.Contains("£2.05m", scale.Ticks.Select(scale.Label));
        Assert.Contains("£40k", ValueScale.FromZero(new Measure.Pounds(), [90_000]) is var small ? small.Ticks.Select(small.Label) : []);
        var over = ValueScale.For(new Measure.AgainstBudget(new Money(1m)), [-40_000, 1_444_000]);
        Assert.Equal(["Budget", "£0.5m over", "£1.0m over", "£1.5m over"], over.Ticks.Select(over.Label));
    }

    [Fact]
    public void Labels_are_pushed_apart_as_little_as_possible()
    {
        Assert.Equal([80, 124, 168], PushApart.Heights([120, 124, 128], 44, 0, 400));
        Assert.Equal([10, 200, 300], PushApart.Heights([10, 200, 300], 44, 0, 400));
        Assert.Equal([312, 356, 400], PushApart.Heights([390, 395, 399], 44, 0, 400));
        Assert.Equal([5, 49, 200], PushApart.Heights([1, 2, 200], 44, 5, 400));
    }

    [Fact]
    public void Widths_follow_the_measure_of_Arial()
    {
        // 447 in 15 pixels: three digits of 556 thousandths; "MOST" from the published Helvetica metrics.
        Assert.Equal(25.02, TextWidth.Of("447", 15, bold: false), 6);
        Assert.Equal((833 + 778 + 667 + 611) * 0.015, TextWidth.Of("MOST", 15, bold: false), 6);
        Assert.Equal((611 + 333) * 0.015, TextWidth.Of("gf", 15, bold: true), 6);
    }
}
