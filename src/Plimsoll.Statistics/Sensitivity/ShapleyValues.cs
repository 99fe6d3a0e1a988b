using System.Numerics;

namespace Plimsoll.Statistics.Sensitivity;

/// <summary>
/// Shapley's fair division: each factor gets what it adds when it joins, averaged over every order in which the factors may
/// join. The parts add up to the whole, and no order is preferred.
/// </summary>
public static class ShapleyValues
{
    /// <summary>Most factors: the value of every subset is needed, 2 to the power of the factors.</summary>
    public const int MostFactors = 20;

    /// <summary>Divides the difference between the value of all factors and the value of none.</summary>
    /// <param name="values">Value of each subset; bit j of the index says that factor j is in. Length 2 to the power of the factors.</param>
    /// <returns>One part a factor, adding up to the difference but for rounding.</returns>
    /// <exception cref="ArgumentException">The length is no power of two, or the factors are too many.</exception>
    public static double[] Of(ReadOnlySpan<double> values)
    {
        if (!BitOperations.IsPow2(values.Length) || values.Length > 1 << MostFactors)
        {
            throw new ArgumentException($"Values are needed for every subset of at most {MostFactors} factors.", nameof(values));
        }

        var factors = BitOperations.Log2((uint)values.Length);
        var weights = Weights(factors);
        var parts = new double[factors];
        for (var subset = 0; subset < values.Length; subset++)
        {
            for (var factor = 0; factor < factors; factor++)
            {
                if ((subset >> factor & 1) == 0)
                {
                    parts[factor] += weights[BitOperations.PopCount((uint)subset)] * (values[subset | 1 << factor] - values[subset]);
                }
            }
        }

        return parts;
    }

    // Chance that just a given subset of a size has joined before a factor: size! (k - 1 - size)! / k!.
    private static double[] Weights(int factors)
    {
        var weights = new double[Math.Max(1, factors)];
        var choices = 1.0;
        for (var size = 0; size < factors; size++)
        {
            weights[size] = 1 / (factors * choices);
            choices = choices * (factors - 1 - size) / (size + 1);
        }

        return weights;
    }
}
