using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Scoring;

namespace Plimsoll.Statistics.Tests.Scoring;

public sealed class BlockBootstrapTests
{
    [Fact]
    public void Blocks_of_one_give_the_textbook_standard_error()
    {
        var stream = new Xoshiro256(31);
        double[] differences = [.. Enumerable.Range(0, 200).Select(_ => 1 + stream.NextNormal())];
        var mean = differences.Average();
        var textbook = Math.Sqrt(differences.Sum(value => (value - mean) * (value - mean)) / 200 / 200);
        var answer = BlockBootstrap.MeanDifference(differences, 1, 4_000, stream);
        Assert.Equal(mean, answer.Mean, 1e-12);
        Assert.Equal(textbook, answer.Uncertainty!.StandardError, 0.05 * textbook);
        Assert.Equal(0, answer.Uncertainty.ChanceBelowZero);
    }

    [Fact]
    public void Overlapping_origins_are_less_evidence_than_their_number_says()
    {
        // Each difference is the mean of the same twelve months that its neighbours see; the true mean is zero.
        var missed = (Single: 0, Blocks: 0);
        const int worlds = 200;
        for (var world = 0; world < worlds; world++)
        {
            var stream = Xoshiro256.For(32, (ulong)world);
            double[] months = [.. Enumerable.Range(0, 180).Select(_ => stream.NextNormal())];
            double[] differences = [.. Enumerable.Range(0, 168).Select(origin => months.AsSpan(origin, 12).ToArray().Average())];
            missed.Single += Holds(BlockBootstrap.MeanDifference(differences, 1, 300, stream)) ? 0 : 1;
            missed.Blocks += Holds(BlockBootstrap.MeanDifference(differences, 12, 300, stream)) ? 0 : 1;
        }

        // Meant to miss 1 time in 20.
        Assert.True(missed.Single > worlds / 3);
        Assert.True(missed.Blocks < worlds / 5);
    }

    [Fact]
    public void Less_than_two_blocks_say_nothing()
    {
        var answer = BlockBootstrap.MeanDifference([1, 2, 3, 4, 5], 3, 1_000, new Xoshiro256(33));
        Assert.Equal(3, answer.Mean, 1e-12);
        Assert.Null(answer.Uncertainty);
    }

    [Fact]
    public void The_same_seed_gives_the_same_answer()
    {
        double[] differences = [0.4, -0.2, 0.1, 0.3, -0.5, 0.2, 0.6, -0.1];
        Assert.Equal(
            BlockBootstrap.MeanDifference(differences, 2, 500, new Xoshiro256(34)),
            BlockBootstrap.MeanDifference(differences, 2, 500, new Xoshiro256(34)));
    }

    private static bool Holds(ScoreDifference answer) => answer.Uncertainty!.Lower <= 0 && answer.Uncertainty.Upper >= 0;
}
