using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Statistics.Tests.Randomness;

public sealed class VariatesTests
{
    private const int Draws = 200_000;

    private static (double Mean, double Variance) Moments(Func<Xoshiro256, double> draw, ulong seed)
    {
        var stream = new Xoshiro256(seed);
        var values = Enumerable.Range(0, Draws).Select(_ => draw(stream)).ToArray();
        var mean = values.Average();
        return (mean, values.Average(value => (value - mean) * (value - mean)));
    }

    [Fact]
    public void Normal_draws_have_mean_nought_and_variance_one()
    {
        var (mean, variance) = Moments(stream => stream.NextNormal(), 1);
        Assert.Equal(0, mean, 0.01);
        Assert.Equal(1, variance, 0.02);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(7.5)]
    [InlineData(400)]
    public void Gamma_draws_have_mean_and_variance_equal_to_the_shape(double shape)
    {
        var (mean, variance) = Moments(stream => stream.NextGamma(shape), 2);
        Assert.Equal(1, mean / shape, 0.012);
        Assert.Equal(1, variance / shape, 0.04);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(250)]
    public void Poisson_draws_have_mean_and_variance_equal(double rate)
    {
        var (mean, variance) = Moments(stream => stream.NextPoisson(rate), 3);
        Assert.Equal(1, mean / rate, 0.06);
        Assert.Equal(1, variance / rate, 0.06);
    }

    [Fact]
    public void Poisson_draws_have_the_right_chances()
    {
        var stream = new Xoshiro256(4);
        var none = Enumerable.Range(0, Draws).Count(_ => stream.NextPoisson(1.5) == 0);
        Assert.Equal(Math.Exp(-1.5), (double)none / Draws, 0.004);
    }

    [Fact]
    public void A_restarted_stream_is_the_stream_of_its_key()
    {
        var stream = new Xoshiro256(1);
        stream.NextNormal();
        stream.Restart(Xoshiro256.KeyOf(5, 6, 7));
        Assert.Equal(Xoshiro256.For(5, 6, 7).NextBits(), stream.NextBits());
    }
}
