using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Statistics.Tests.Randomness;

public sealed class Xoshiro256Tests
{
    [Fact]
    public void The_same_key_gives_the_same_stream_and_another_key_another()
    {
        var first = new Xoshiro256(7);
        var again = new Xoshiro256(7);
        var other = new Xoshiro256(8);
        var draws = Enumerable.Range(0, 100).Select(_ => first.NextBits()).ToArray();
        Assert.Equal(draws, Enumerable.Range(0, 100).Select(_ => again.NextBits()));
        Assert.NotEqual(draws, Enumerable.Range(0, 100).Select(_ => other.NextBits()));
    }

    [Fact]
    public void Parts_of_a_purpose_count_in_their_order()
    {
        Assert.NotEqual(Xoshiro256.For(1, 2, 3).NextBits(), Xoshiro256.For(1, 3, 2).NextBits());
        Assert.Equal(Xoshiro256.For(1, 2, 3).NextBits(), Xoshiro256.For(1, 2, 3).NextBits());
    }

    [Fact]
    public void Uniform_draws_have_the_mean_and_variance_of_a_uniform()
    {
        var stream = new Xoshiro256(42);
        var draws = Enumerable.Range(0, 100_000).Select(_ => stream.NextDouble()).ToArray();
        Assert.All(draws, draw => Assert.InRange(draw, 0.0, 0.9999999999999999));
        Assert.InRange(draws.Average(), 0.4955, 0.5045);
        Assert.InRange(draws.Average(draw => (draw - 0.5) * (draw - 0.5)), 0.0823, 0.0843);
    }

    [Fact]
    public void Exponential_draws_have_mean_one()
    {
        var stream = new Xoshiro256(43);
        Assert.InRange(Enumerable.Range(0, 100_000).Average(_ => stream.NextExponential()), 0.985, 1.015);
    }

    [Fact]
    public void Whole_numbers_below_a_limit_are_even()
    {
        var stream = new Xoshiro256(44);
        var counts = new int[6];
        for (var draw = 0; draw < 60_000; draw++)
        {
            counts[stream.NextBelow(6)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_600, 10_400));
    }
}
