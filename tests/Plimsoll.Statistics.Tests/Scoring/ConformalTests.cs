using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Scoring;

namespace Plimsoll.Statistics.Tests.Scoring;

public sealed class ConformalTests
{
    [Theory]
    [InlineData(9, 0.05, 10, false)]
    [InlineData(19, 0.05, 19, true)]
    [InlineData(20, 0.05, 20, true)]
    [InlineData(39, 0.05, 38, true)]
    [InlineData(40, 0.05, 39, true)]
    [InlineData(99, 0.05, 95, true)]
    [InlineData(100, 0.05, 96, true)]
    [InlineData(9, 0.1, 9, true)]
    [InlineData(19, 0.1, 18, true)]
    [InlineData(20, 0.1, 19, true)]
    [InlineData(39, 0.1, 36, true)]
    [InlineData(40, 0.1, 37, true)]
    [InlineData(99, 0.1, 90, true)]
    [InlineData(100, 0.1, 91, true)]
    [InlineData(9, 0.2, 8, true)]
    [InlineData(19, 0.2, 16, true)]
    [InlineData(20, 0.2, 17, true)]
    [InlineData(39, 0.2, 32, true)]
    [InlineData(40, 0.2, 33, true)]
    [InlineData(99, 0.2, 80, true)]
    [InlineData(100, 0.2, 81, true)]
    public void The_index_agrees_with_R(int residuals, double missed, int index, bool possible)
    {
        Assert.Equal(index, Conformal.Index(residuals, 1 - missed));
        Assert.Equal(possible, residuals >= Conformal.FewestResiduals(1 - missed));
        Assert.Equal(possible, Conformal.Factor(Enumerable.Range(1, residuals).Select(value => (double)value).ToArray(), 1 - missed).Factor == index);
    }

    [Fact]
    public void Too_few_residuals_give_no_factor_and_say_how_many_are_needed()
    {
        var answer = Conformal.Factor([0.4, 1.1, 0.2, 0.9, 0.3, 0.5, 0.8, 0.1], 0.95);
        Assert.Null(answer.Factor);
        Assert.Equal(8, answer.Checks);
        Assert.Equal(19, answer.FewestChecks);
        Assert.Null(Conformal.Factor([], 0.5).Factor);
    }

    [Fact]
    public void Residuals_are_absolute()
    {
        Assert.Equal(1.5, Conformal.Residual(85, 100, 10));
        Assert.Throws<ArgumentException>(() => Conformal.Factor([-0.1, 0.5, 0.7], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Conformal.Residual(85, 100, 0));
    }

    [Fact]
    public void A_new_outcome_falls_inside_the_widened_range_as_often_as_promised()
    {
        var stream = new Xoshiro256(23);
        const int worlds = 4_000;
        var inside = 0;
        for (var world = 0; world < worlds; world++)
        {
            double[] residuals = [.. Enumerable.Range(0, 39).Select(_ => Math.Abs(stream.NextNormal()) * stream.NextExponential())];
            inside += Math.Abs(stream.NextNormal()) * stream.NextExponential() <= Conformal.Factor(residuals, 0.8).Factor ? 1 : 0;
        }

        Assert.Equal(0.8, (double)inside / worlds, 4 * Math.Sqrt(0.8 * 0.2 / worlds));
    }
}
