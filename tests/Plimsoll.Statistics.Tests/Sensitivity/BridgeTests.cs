using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Sensitivity;

namespace Plimsoll.Statistics.Tests.Sensitivity;

public sealed class BridgeTests
{
    [Fact]
    public void Volume_and_price_share_what_they_do_together()
    {
        // 100 children at 50 become 110 at 60: volume 500, price 1,000, both together 100.
        var bridge = Bridge.Of(2, swapped => ((swapped & 1) == 1 ? 110 : 100) * ((swapped & 2) == 2 ? 60 : 50));
        Assert.Equal(5_000, bridge.From);
        Assert.Equal(6_600, bridge.To);
        Assert.Equal([550, 1_050], bridge.Contributions);
    }

    [Fact]
    public void Contributions_to_figures_in_pence_add_up_exactly_in_any_order()
    {
        var stream = new Xoshiro256(71);
        for (var trial = 0; trial < 500; trial++)
        {
            var factors = 1 + stream.NextBelow(7);
            double[] pence = [.. Enumerable.Range(0, 1 << factors).Select(_ => (double)stream.NextBelow(2_000_000_000) - 1_000_000_000)];
            var bridge = Bridge.Of(factors, swapped => pence[swapped]);
            Assert.Equal(bridge.To - bridge.From, bridge.Contributions.Sum());
            Assert.Equal(bridge.To - bridge.From, bridge.Contributions.Reverse().Sum());
        }
    }

    [Fact]
    public void Contributions_to_any_figures_add_up_but_for_the_last_bit()
    {
        var stream = new Xoshiro256(72);
        for (var trial = 0; trial < 500; trial++)
        {
            var factors = 1 + stream.NextBelow(7);
            double[] figures = [.. Enumerable.Range(0, 1 << factors).Select(_ => stream.NextNormal() * Math.Pow(10, stream.NextBelow(8)))];
            var bridge = Bridge.Of(factors, swapped => figures[swapped]);
            Assert.Equal(bridge.To - bridge.From, bridge.Contributions.Sum(), 4e-16 * figures.Max(Math.Abs));
        }
    }

    [Fact]
    public void Contributions_are_the_average_over_every_order_of_swapping()
    {
        var stream = new Xoshiro256(73);
        double[] figures = [.. Enumerable.Range(0, 16).Select(_ => stream.NextNormal())];
        var sums = new double[4];
        var orders = Orders([0, 1, 2, 3]).ToArray();
        Assert.Equal(24, orders.Length);
        foreach (var order in orders)
        {
            var swapped = 0;
            foreach (var factor in order)
            {
                sums[factor] += (figures[swapped | 1 << factor] - figures[swapped]) / 24;
                swapped |= 1 << factor;
            }
        }

        var bridge = Bridge.Of(4, swapped => figures[swapped]);
        for (var factor = 0; factor < 4; factor++)
        {
            Assert.Equal(sums[factor], bridge.Contributions[factor], 1e-14);
        }
    }

    [Fact]
    public void A_factor_that_changes_nothing_gets_nothing_and_like_factors_get_the_same()
    {
        var bridge = Bridge.Of(3, swapped => Math.Pow(3, (swapped & 1) + (swapped >> 1 & 1)));
        Assert.Equal([4, 4, 0], bridge.Contributions);
    }

    [Fact]
    public void Every_set_is_asked_for_once_and_bad_figures_are_refused()
    {
        var asked = new int[32];
        Bridge.Of(5, swapped => asked[swapped]++);
        Assert.All(asked, times => Assert.Equal(1, times));
        Assert.Throws<ArithmeticException>(() => Bridge.Of(2, _ => double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bridge.Of(21, _ => 0));
        Assert.Throws<ArgumentException>(() => ShapleyValues.Of([1, 2, 3]));
    }

    private static IEnumerable<int[]> Orders(int[] items) =>
        items.Length == 0 ? [[]] : items.SelectMany(first => Orders([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));
}
