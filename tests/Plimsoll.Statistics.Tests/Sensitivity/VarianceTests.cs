using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Sensitivity;

namespace Plimsoll.Statistics.Tests.Sensitivity;

/// <summary>Ishigami and Homma's function, whose indices are known in closed form; and models whose answer is plain.</summary>
public sealed class VarianceTests
{
    private static readonly double[] First = [0.313905191147811, 0.442411144790041, 0];
    private static readonly double[] Total = [0.557588855209959, 0.442411144790041, 0.243683664062148];
    private static readonly double[] Shapley = [0.435747023178885, 0.442411144790041, 0.121841832031074];

    private static readonly GroupedModel Ishigami = GroupedModel.OfUniforms([1, 1, 1], 1, inputs =>
    {
        var (one, two, three) = (Angle(inputs[0][0]), Angle(inputs[1][0]), Angle(inputs[2][0]));
        return [Math.Sin(one) + (7 * Math.Sin(two) * Math.Sin(two)) + (0.1 * Math.Pow(three, 4) * Math.Sin(one))];
    });

    // Three normals of standard deviations 3, 2 and 1; and a second result that reads only the last.
    private static readonly GroupedModel Additive = new(3, 2, keys =>
    {
        var last = new Xoshiro256(keys[2]).NextNormal();
        return [(3 * new Xoshiro256(keys[0]).NextNormal()) + (2 * new Xoshiro256(keys[1]).NextNormal()) + last, 10 * last];
    });

    [Fact]
    public void Sobol_indices_of_the_Ishigami_function_agree_with_the_closed_form()
    {
        var indices = SobolIndices.Of(Ishigami, 60_000, 61)[0];
        Assert.Equal(13.8445879407193, indices.Variance, 0.15);
        for (var input = 0; input < 3; input++)
        {
            Assert.Equal(First[input], indices.First[input], 0.01);
            Assert.Equal(Total[input], indices.Total[input], 0.01);
            Assert.InRange(indices.FirstError[input], 0.0001, 0.007);
        }
    }

    [Fact]
    public void Shapley_shares_of_the_Ishigami_function_agree_with_the_closed_form_both_ways()
    {
        foreach (var shares in new[] { VarianceShares.OverSubsets(Ishigami, 30_000, 62)[0], VarianceShares.ByOrderings(Ishigami, 60_000, 62)[0] })
        {
            for (var input = 0; input < 3; input++)
            {
                Assert.Equal(Shapley[input], shares.Shares[input], 0.01);
            }
        }
    }

    [Fact]
    public void Standard_errors_say_how_far_a_short_run_strays()
    {
        const int worlds = 60;
        var (squares, said) = (0.0, 0.0);
        for (var world = 0; world < worlds; world++)
        {
            var shares = VarianceShares.OverSubsets(Ishigami, 300, (ulong)(1000 + world))[0];
            squares += Math.Pow(shares.Shares[1] - Shapley[1], 2) / worlds;
            said += shares.StandardErrors[1] / worlds;
        }

        Assert.InRange(Math.Sqrt(squares) / said, 0.7, 1.4);
    }

    [Fact]
    public void Shares_of_a_sum_are_the_shares_of_its_terms_variances()
    {
        foreach (var results in new[] { VarianceShares.OverSubsets(Additive, 20_000, 63), VarianceShares.ByOrderings(Additive, 40_000, 63) })
        {
            Assert.Equal(9 / 14.0, results[0].Shares[0], 0.01);
            Assert.Equal(4 / 14.0, results[0].Shares[1], 0.01);
            Assert.Equal(1 / 14.0, results[0].Shares[2], 0.01);
            Assert.Equal(14, results[0].Variance, 0.5);

            // The second result depends on the third group alone.
            Assert.Equal([0, 0, 1], results[1].Shares);
        }

        var sobol = SobolIndices.Of(Additive, 20_000, 63)[0];
        Assert.Equal(1, sobol.First.Sum(), 0.05);
        Assert.Equal(1, sobol.Total.Sum(), 0.05);
    }

    [Fact]
    public void Shares_add_up_to_exactly_one_and_over_subsets_none_is_below_zero()
    {
        for (var groups = 1; groups <= 6; groups++)
        {
            var model = GroupedModel.OfUniforms([.. Enumerable.Repeat(2, groups)], 1, inputs =>
                [inputs.Select((input, group) => Math.Pow(input[0] + input[1], group + 1)).Aggregate(0.3, (sum, term) => Math.Sin(sum * 2) + term)]);
            Assert.Equal(1, VarianceShares.ByOrderings(model, 50, (ulong)groups)[0].Shares.Sum());
            var shares = VarianceShares.OverSubsets(model, 50, (ulong)groups)[0].Shares;
            Assert.Equal(1, shares.Sum());
            Assert.Equal(1, shares.Reverse().Sum());
            Assert.All(shares, share => Assert.InRange(share, 0, 1));
        }
    }

    [Fact]
    public void A_product_of_two_like_groups_is_divided_evenly()
    {
        var model = new GroupedModel(2, 1, keys => [new Xoshiro256(keys[0]).NextNormal() * new Xoshiro256(keys[1]).NextNormal()]);
        Assert.Equal(0.5, VarianceShares.OverSubsets(model, 20_000, 64)[0].Shares[0], 0.02);

        // Neither explains anything alone, both explain all together.
        var sobol = SobolIndices.Of(model, 40_000, 64)[0];
        Assert.Equal(0, sobol.First[0], 0.03);
        Assert.Equal(1, sobol.Total[0], 0.06);
    }

    [Fact]
    public void A_result_that_never_varies_has_no_shares_and_a_run_that_fails_is_not_hidden()
    {
        var constant = new GroupedModel(2, 1, _ => [5]);
        Assert.Equal([0, 0], VarianceShares.ByOrderings(constant, 10, 1)[0].Shares);
        Assert.Equal([0, 0], SobolIndices.Of(constant, 10, 1)[0].Total);
        Assert.Throws<ArithmeticException>(() => SobolIndices.Of(new GroupedModel(1, 1, _ => [double.NaN]), 10, 1));
        Assert.Throws<ArithmeticException>(() => SobolIndices.Of(new GroupedModel(1, 2, _ => [1]), 10, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => VarianceShares.OverSubsets(new GroupedModel(11, 1, _ => [1]), 10, 1));
    }

    [Fact]
    public void The_number_of_threads_changes_no_figure_and_a_run_can_be_stopped()
    {
        var one = VarianceShares.ByOrderings(Ishigami, 500, 65)[0];
        var two = VarianceShares.ByOrderings(Ishigami, 500, 65, new RowOptions(Threads: 2))[0];
        Assert.Equal(one.Shares, two.Shares);
        Assert.Equal(one.StandardErrors, two.StandardErrors);
        Assert.Equal(SobolIndices.Of(Ishigami, 500, 65)[0].Total, SobolIndices.Of(Ishigami, 500, 65, new RowOptions(Threads: 2))[0].Total);
        Assert.Equal(VarianceShares.OverSubsets(Ishigami, 500, 65)[0].Shares, VarianceShares.OverSubsets(Ishigami, 500, 65, new RowOptions(Threads: 2))[0].Shares);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => SobolIndices.Of(Ishigami, 500, 65, new RowOptions(Cancel: stop.Token)));
    }

    [Fact]
    public void Beside_chance_the_shares_are_those_of_the_law_of_total_variance_however_chance_is_coded()
    {
        // Two normals of variances 4 and 2, and chance of variance 3 that means something else whenever they change.
        static GroupedModel Coded(Func<double, double, ulong> scramble) => new(3, 1, keys =>
        {
            var (one, two) = (2 * new Xoshiro256(keys[0]).NextNormal(), Math.Sqrt(2) * new Xoshiro256(keys[1]).NextNormal());
            return [one + two + (Math.Sqrt(3) * new Xoshiro256(keys[2] ^ scramble(one, two)).NextNormal())];
        });

        foreach (var model in new[] { Coded((_, _) => 0), Coded((one, two) => Xoshiro256.Scatter((ulong)BitConverter.DoubleToInt64Bits(one + two))) })
        {
            var shares = VarianceShares.BesideChance(model, 2, 30_000, 66)[0];
            Assert.Equal(4 / 9.0, shares.Shares[0], 0.02);
            Assert.Equal(2 / 9.0, shares.Shares[1], 0.02);
            Assert.Equal(3 / 9.0, shares.Shares[2], 0.02);
            Assert.Equal(9, shares.Variance, 0.3);
            Assert.All(shares.StandardErrors, error => Assert.InRange(error, 0.001, 0.01));
            Assert.Equal(1, shares.Shares.Sum());
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => VarianceShares.BesideChance(Ishigami, 3, 10, 1));
    }

    [Fact]
    public void Beside_chance_a_group_without_effect_has_no_share_and_threads_change_nothing()
    {
        var results = VarianceShares.BesideChance(Additive, 1, 2000, 67);
        Assert.Equal([0, 0, 1], results[1].Shares);
        var one = VarianceShares.BesideChance(Ishigami, 0, 500, 68)[0];
        Assert.Equal(one.Shares, VarianceShares.BesideChance(Ishigami, 0, 500, 68, new RowOptions(Threads: 2))[0].Shares);
        Assert.Equal(one.StandardErrors, VarianceShares.BesideChance(Ishigami, 0, 500, 68, new RowOptions(Threads: 2))[0].StandardErrors);
        Assert.Equal([0, 0], VarianceShares.BesideChance(new GroupedModel(2, 1, _ => [5]), 0, 10, 1)[0].NoneBelowZero().Shares);
    }

    [Fact]
    public void With_none_below_zero_the_shares_still_add_up_to_exactly_one()
    {
        var shares = new VarianceShares(2, [0.7, -0.1, 0.4], [0.1, 0.1, 0.1]).NoneBelowZero();
        Assert.Equal(0.7 / 1.1, shares.Shares[0], 1e-12);
        Assert.Equal(0, shares.Shares[1]);
        Assert.Equal(1, shares.Shares.Sum());
        Assert.Equal([0.1, 0.1, 0.1], shares.StandardErrors);
    }

    private static double Angle(double uniform) => Math.PI * ((2 * uniform) - 1);
}
