using Plimsoll.Reports.Charts;

namespace Plimsoll.Reports.Tests.Charts;

public sealed class TenDotsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(10)]
    public void As_many_dots_are_filled_as_asked(int filled)
    {
        var drawing = new Drawing(TenDots.Draw("dots", filled).Svg);
        drawing.IsSound();
        Assert.Equal(filled, drawing.Elements("circle").Count(dot => dot.Attribute("class")!.Value == "c-dot-end"));
        Assert.Equal(10, drawing.Elements("circle").Count());
        Assert.Equal("true", drawing.Attribute("aria-hidden"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void More_than_ten_dots_or_fewer_than_none_are_refused(int filled) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TenDots.Draw("dots", filled));
}
