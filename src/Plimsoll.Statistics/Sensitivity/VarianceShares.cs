using System.Numerics;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Statistics.Sensitivity;

/// <summary>
/// How much of a result's uncertainty each group of inputs brings, in shares that add up to one (Shapley effects, Owen
/// 2014): what a group adds to the variance when it becomes uncertain, averaged over every order in which the groups might.
/// What groups do together is divided evenly among them.
/// </summary>
/// <param name="Variance">Variance of the result.</param>
/// <param name="Shares">One a group, adding up to exactly one; all zero for a result that never varies. By orderings, a share near zero may come out a little below it.</param>
/// <param name="StandardErrors">Of the shares, from the spread between rows.</param>
public sealed record VarianceShares(double Variance, double[] Shares, double[] StandardErrors)
{
    /// <summary>Most groups for which every subset is run.</summary>
    public const int MostGroupsForSubsets = 10;

    /// <summary>
    /// By every subset: exact over orderings, so the only error is that of the rows. Runs rows times 2 to the power of the groups.
    /// </summary>
    /// <param name="model">At most ten groups.</param>
    /// <param name="rows">How many pairs of draws, at least two.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="options">Threads, progress, cancelling; null for one thread.</param>
    /// <returns>Shares of each result.</returns>
    /// <exception cref="ArgumentException">The groups are too many.</exception>
    /// <exception cref="ArithmeticException">A run gave a result that is not finite, or too few or many results.</exception>
    public static VarianceShares[] OverSubsets(GroupedModel model, int rows, ulong seed, RowOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.CheckRows(rows);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(model.Groups, MostGroupsForSubsets, nameof(model));
        var parts = Parts(model, rows);
        RowOptions.Run(options, rows, row => AllSubsets(model, seed, row, parts));
        return [.. parts.Select(Estimate)];
    }

    /// <summary>
    /// By one random order a row: swaps groups one after the other in that order and books the change of half the squared
    /// difference to each (Goda 2021). Runs rows times (groups + 1), for any number of groups.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">How many pairs of draws, at least two.</param>
    /// <param name="seed">Seed of the draws and of the orders.</param>
    /// <param name="options">Threads, progress, cancelling; null for one thread.</param>
    /// <returns>Shares of each result.</returns>
    /// <exception cref="ArithmeticException">A run gave a result that is not finite, or too few or many results.</exception>
    public static VarianceShares[] ByOrderings(GroupedModel model, int rows, ulong seed, RowOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.CheckRows(rows);
        var parts = Parts(model, rows);
        RowOptions.Run(options, rows, row => OneOrdering(model, seed, row, parts));
        return [.. parts.Select(Estimate)];
    }

    /// <summary>
    /// With one group set apart as chance: its share is the variance that would remain if every other group were known, and
    /// the rest, the variance of the result's expectation given the other groups, is divided among these by Shapley's rule.
    /// So the shares do not depend on how the model turns its random numbers into chance: with the other groups changed,
    /// the same numbers may well mean another course of events, which plain Shapley effects would count half for the others.
    /// Runs rows times (groups + 1).
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="chance">The number of the group that is chance.</param>
    /// <param name="rows">How many pairs of draws, at least two.</param>
    /// <param name="seed">Seed of the draws and of the orders.</param>
    /// <param name="options">Threads, progress, cancelling; null for one thread.</param>
    /// <returns>Shares of each result; one near zero may come out a little below it.</returns>
    /// <exception cref="ArithmeticException">A run gave a result that is not finite, or too few or many results.</exception>
    public static VarianceShares[] BesideChance(GroupedModel model, int chance, int rows, ulong seed, RowOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.CheckRows(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(chance);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(chance, model.Groups);
        var chains = new Chain[rows];
        RowOptions.Run(options, rows, row => chains[row] = Chain.Of(model, chance, seed, row));
        return [.. Enumerable.Range(0, model.Outputs).Select(output => Estimate(Chain.Parts(chains, output, model.Groups)))];
    }

    /// <summary>
    /// The same with no share below zero, for people: what chance brought below it is taken off the others in proportion.
    /// Shares still add up to exactly one. Standard errors stay as they were.
    /// </summary>
    public VarianceShares NoneBelowZero()
    {
        double[] kept = [.. Shares.Select(share => Math.Max(0, share))];
        var sum = kept.Sum();
        return sum > 0 ? this with { Shares = ExactParts.Of([.. kept.Select(share => share / sum)], 1) } : this;
    }

    // Results along one order: as first drawn, with chance drawn anew, then with one group after the other drawn anew.
    private sealed record Chain(int[] Order, double[][] Results)
    {
        public static Chain Of(GroupedModel model, int chance, ulong seed, int row)
        {
            var (keys, swapped) = (model.Keys(seed, row, 0), model.Keys(seed, row, 1));
            int[] order = [chance, .. VarianceShares.Order(model.Groups, Xoshiro256.For(seed, (ulong)row, (ulong)model.Groups)).Where(group => group != chance)];
            var results = new double[order.Length + 1][];
            results[0] = model.Checked(keys);
            for (var step = 0; step < order.Length; step++)
            {
                keys[order[step]] = swapped[order[step]];
                results[step + 1] = model.Checked(keys);
            }

            return new Chain(order, results);
        }

        // Half the squared change by chance is the variance within. From then on nothing but the groups not yet drawn anew
        // ties a result to the first one, so what each takes off their covariance is its part.
        public static double[][] Parts(Chain[] chains, int output, int groups)
        {
            var mean = chains.Average(chain => (chain.Results[0][output] + chain.Results[^1][output]) / 2);
            var parts = Enumerable.Range(0, groups).Select(_ => new double[chains.Length]).ToArray();
            for (var row = 0; row < chains.Length; row++)
            {
                var (order, results) = chains[row];
                var change = results[1][output] - results[0][output];
                parts[order[0]][row] = change * change / 2;
                for (var step = 1; step < order.Length; step++)
                {
                    parts[order[step]][row] = (results[step][output] - results[step + 1][output]) * (results[0][output] - mean);
                }
            }

            return parts;
        }
    }

    private static void AllSubsets(GroupedModel model, ulong seed, int row, double[][][] parts)
    {
        var (keys, swapped, mixed) = (model.Keys(seed, row, 0), model.Keys(seed, row, 1), new ulong[model.Groups]);
        var results = new double[1 << model.Groups][];
        for (var subset = 0; subset < results.Length; subset++)
        {
            for (var group = 0; group < model.Groups; group++)
            {
                mixed[group] = (subset >> group & 1) == 1 ? swapped[group] : keys[group];
            }

            results[subset] = model.Checked(mixed);
        }

        var values = new double[results.Length];
        for (var output = 0; output < model.Outputs; output++)
        {
            for (var subset = 0; subset < results.Length; subset++)
            {
                values[subset] = results[subset][output] - results[0][output];
            }

            Divide(values, parts[output], row);
        }
    }

    private static void OneOrdering(GroupedModel model, ulong seed, int row, double[][][] parts)
    {
        var (keys, swapped) = (model.Keys(seed, row, 0), model.Keys(seed, row, 1));
        var from = model.Checked(keys);
        var reached = new double[model.Outputs];
        foreach (var group in Order(model.Groups, Xoshiro256.For(seed, (ulong)row, (ulong)model.Groups)))
        {
            keys[group] = swapped[group];
            var to = model.Checked(keys);
            for (var output = 0; output < model.Outputs; output++)
            {
                var change = to[output] - from[output];
                var half = change * change / 2;
                parts[output][group][row] = half - reached[output];
                reached[output] = half;
            }
        }
    }

    // Half the squared change by swapping a set w of groups is, on average, the variance left when all others are known.
    // Averaged over all starts it is the sum of 2 c(v) squared over the sets v that share an odd number of groups with w,
    // c being the Walsh coefficients. The Shapley value of such a sum divides each term of an odd set evenly among its
    // groups and gives nothing for even sets; so no part of a row is below zero.
    private static void Divide(double[] values, double[][] parts, int row)
    {
        for (var stride = 1; stride < values.Length; stride *= 2)
        {
            for (var start = 0; start < values.Length; start += 2 * stride)
            {
                for (var index = start; index < start + stride; index++)
                {
                    (values[index], values[index + stride]) = (values[index] + values[index + stride], values[index] - values[index + stride]);
                }
            }
        }

        for (var set = 1; set < values.Length; set++)
        {
            var members = BitOperations.PopCount((uint)set);
            if (members % 2 == 1)
            {
                var coefficient = values[set] / values.Length;
                for (var group = 0; group < parts.Length; group++)
                {
                    parts[group][row] += (set >> group & 1) * 2 * coefficient * coefficient / members;
                }
            }
        }
    }

    private static double[][][] Parts(GroupedModel model, int rows) =>
        [.. Enumerable.Range(0, model.Outputs).Select(_ => Enumerable.Range(0, model.Groups).Select(_ => new double[rows]).ToArray())];

    private static int[] Order(int groups, Xoshiro256 stream)
    {
        int[] order = [.. Enumerable.Range(0, groups)];
        for (var last = groups - 1; last > 0; last--)
        {
            var pick = stream.NextBelow(last + 1);
            (order[last], order[pick]) = (order[pick], order[last]);
        }

        return order;
    }

    private static VarianceShares Estimate(double[][] parts)
    {
        var rows = parts[0].Length;
        var wholes = new double[rows];
        foreach (var part in parts)
        {
            for (var row = 0; row < rows; row++)
            {
                wholes[row] += part[row];
            }
        }

        var ratios = parts.Select(part => RatioEstimate.Of(part, wholes)).ToArray();
        double[] shares = [.. ratios.Select(ratio => ratio.Ratio)];
        var variance = wholes.Average();
        return new VarianceShares(variance, variance > 0 ? ExactParts.Of(shares, 1) : shares, [.. ratios.Select(ratio => ratio.Error)]);
    }
}
