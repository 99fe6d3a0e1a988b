using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Statistics.Sensitivity;

/// <summary>
/// A model whose uncertain inputs fall into independent groups. A group is whatever is drawn from one stream of random
/// numbers: the level of starts, the prices, the luck of children. Swapping a group for another draw of itself is swapping
/// its key, so the model must take every random number of a group from the stream of that group's key and no other.
/// </summary>
/// <param name="Groups">How many groups, at least one.</param>
/// <param name="Outputs">How many results.</param>
/// <param name="Run">Results for one key a group; the same keys give the same results.</param>
public sealed record GroupedModel(int Groups, int Outputs, Func<ulong[], double[]> Run)
{
    /// <summary>A model of vectors of independent uniforms on [0, 1), one vector a group.</summary>
    /// <param name="lengths">Length of each group's vector.</param>
    /// <param name="outputs">How many results.</param>
    /// <param name="run">Results for the vectors.</param>
    public static GroupedModel OfUniforms(int[] lengths, int outputs, Func<double[][], double[]> run)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        ArgumentNullException.ThrowIfNull(run);
        return new GroupedModel(lengths.Length, outputs, keys =>
        {
            var vectors = new double[lengths.Length][];
            for (var group = 0; group < vectors.Length; group++)
            {
                vectors[group] = Uniforms(keys[group], lengths[group]);
            }

            return run(vectors);
        });
    }

    /// <summary>Keys of one of the two independent draws of a row.</summary>
    internal ulong[] Keys(ulong seed, int row, ulong draw)
    {
        var keys = new ulong[Groups];
        for (var group = 0; group < Groups; group++)
        {
            keys[group] = Xoshiro256.KeyOf(seed, (ulong)row, (ulong)group, draw);
        }

        return keys;
    }

    internal double[] Checked(ulong[] keys)
    {
        // The model keeps no hold of the array that the next run changes.
        var results = Run((ulong[])keys.Clone());
        if (results.Length != Outputs || !Array.TrueForAll(results, double.IsFinite))
        {
            throw new ArithmeticException($"A run of the model gave {results.Length} results for {Outputs}, or one that is not a finite number.");
        }

        return results;
    }

    internal void CheckRows(int rows)
    {
        if (Groups < 1)
        {
            throw new InvalidOperationException("A model needs at least one group of inputs.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 2);
    }

    private static double[] Uniforms(ulong key, int length)
    {
        var stream = new Xoshiro256(key);
        var values = new double[length];
        for (var index = 0; index < length; index++)
        {
            values[index] = stream.NextDouble();
        }

        return values;
    }
}
