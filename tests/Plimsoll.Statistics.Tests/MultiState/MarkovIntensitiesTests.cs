using Plimsoll.Statistics.MultiState;

namespace Plimsoll.Statistics.Tests.MultiState;

public sealed class MarkovIntensitiesTests
{
    [Fact]
    public void The_exponential_of_a_rotation_is_cosine_and_sine_at_any_size()
    {
        foreach (var angle in new[] { 1e-3, 0.1, 0.5, 1.5, 4, 40 })
        {
            var found = MatrixExponential.Of(new[,] { { 0, -angle }, { angle, 0 } });
            Assert.Equal(Math.Cos(angle), found[0, 0], 1e-13);
            Assert.Equal(Math.Sin(angle), found[1, 0], 1e-13);
        }
    }

    [Fact]
    public void The_exponential_of_a_nilpotent_matrix_ends_with_its_powers()
    {
        var found = MatrixExponential.Of(new double[,] { { 0, 2, 3 }, { 0, 0, 4 }, { 0, 0, 0 } });
        Assert.Equal(2, found[0, 1], 1e-14);
        Assert.Equal(7, found[0, 2], 1e-14);
        Assert.Equal(4, found[1, 2], 1e-14);
        Assert.Equal(1, found[2, 2], 1e-14);
    }

    [Fact]
    public void A_matrix_that_is_not_square_or_not_finite_has_no_exponential()
    {
        Assert.Throws<ArgumentException>(() => MatrixExponential.Of(new double[2, 3]));
        Assert.Throws<ArgumentException>(() => MatrixExponential.Of(new[,] { { double.NaN } }));
        Assert.Empty(MatrixExponential.Of(new double[0, 0]));
    }

    [Fact]
    public void Two_states_reach_their_known_chances_and_times()
    {
        // In and out at rates a and b: in again after t is (b + a exp(-(a + b) t)) / (a + b).
        const double a = 0.4;
        const double b = 0.1;
        double[,] rates = { { -a, a }, { b, -b } };
        var chances = MarkovIntensities.Probabilities(rates, 3);
        Assert.Equal((b + (a * Math.Exp(-(a + b) * 3))) / (a + b), chances[0, 0], 1e-14);
        var stay = MarkovIntensities.LengthOfStay(rates, 3);
        Assert.Equal(((b * 3) + (a * (1 - Math.Exp(-(a + b) * 3)) / (a + b))) / (a + b), stay[0, 0], 1e-13);
        Assert.Equal(3, stay[0, 0] + stay[0, 1], 1e-13);
    }

    [Fact]
    public void Chances_over_two_stretches_multiply_and_rows_sum_to_one()
    {
        var rates = MarkovIntensities.Matrix(Examples.Heart, [0.128, 0.042, 0.225, 0.343, 0.04, 0.13, 0.306]);
        var whole = MarkovIntensities.Probabilities(rates, 20);
        var halves = MarkovIntensities.Probabilities([rates, rates], [7], 0, 20);
        for (var from = 0; from < 4; from++)
        {
            Assert.Equal(1, Enumerable.Range(0, 4).Sum(to => whole[from, to]), 1e-13);
            for (var to = 0; to < 4; to++)
            {
                Assert.Equal(whole[from, to], halves[from, to], 1e-13);
            }
        }
    }

    [Fact]
    public void Intensities_count_only_in_their_own_period()
    {
        double[,] fast = { { -1, 1 }, { 0, 0 } };
        double[,] slow = { { -0.1, 0.1 }, { 0, 0 } };
        Assert.Equal(Math.Exp(-2 - 0.3), MarkovIntensities.Probabilities([fast, slow], [2], 0, 5)[0, 0], 1e-14);
        Assert.Equal(Math.Exp(-0.3), MarkovIntensities.Probabilities([fast, slow], [2], 2, 5)[0, 0], 1e-14);
        Assert.Equal(1, MarkovIntensities.Probabilities([fast, slow], [2], 4, 4)[0, 0]);
    }

    [Fact]
    public void Rows_that_do_not_sum_to_zero_and_rates_below_zero_are_refused()
    {
        Assert.Throws<ArgumentException>(() => MarkovIntensities.Probabilities(new[,] { { -1, 0.5 }, { 0, 0 } }, 1));
        Assert.Throws<ArgumentException>(() => MarkovIntensities.Probabilities(new[,] { { 1.0, -1 }, { 0, 0 } }, 1));
        Assert.Throws<ArgumentException>(() => MarkovIntensities.Probabilities([new double[2, 2]], [3], 0, 1));
    }
}
