using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Plimsoll.Statistics.Randomness;

/// <summary>
/// Exponential draws with mean one by the ziggurat (Marsaglia and Tsang 2000): the area under exp(-x) is covered by 256
/// layers of equal area, and all but one draw in a hundred need one multiplication and no logarithm. Exact: what falls
/// outside the certain part of its layer is tested against the curve itself, and beyond the last layer lies again an
/// exponential.
/// </summary>
internal static class ExponentialZiggurat
{
    private const int Count = 256;
    private const long Places = 1L << 53;

    // Right edge of the lowest layer, and the area of each layer (that of the lowest includes the tail).
    private const double Edge = 7.69711747013104972;
    private const double Area = 0.0039496598225815571993;

    private static readonly Layer[] Layers = Make();

    /// <summary>The first layer, for <see cref="Next"/>: a loop that draws much finds it once.</summary>
    public static ref readonly Layer Table => ref MemoryMarshal.GetArrayDataReference(Layers);

    /// <summary>Exponential with mean one, finite and never below zero.</summary>
    /// <param name="table"><see cref="Table"/>.</param>
    /// <param name="stream">Randomness.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Next(ref readonly Layer table, ref Xoshiro256State stream)
    {
        var beyond = 0.0;
        while (true)
        {
            // The layer comes from the lowest bits and the place in it from the upper fifty-three: they share none.
            var bits = stream.NextBits();
            ref readonly var layer = ref Unsafe.Add(ref Unsafe.AsRef(in table), (nint)(bits & (Count - 1)));
            var place = (long)(bits >> 11);
            var x = place * layer.Width;
            if (place < layer.Certain)
            {
                return beyond + x;
            }

            if (layer.Height <= 0)
            {
                // Beyond the last layer the exponential begins anew.
                beyond += Edge;
                continue;
            }

            // The curve against the bottom of the layer, exp(edge - x), by its series: the difference is below 0.77, so that
            // sixteen terms are exact to rounding. No call is made, which would cost a loop that draws its registers.
            var left = (place - Places) * layer.Width;
            var curve = 1.0;
            for (var term = 16; term > 0; term--)
            {
                curve = 1 - (curve * left / term);
            }

            if (layer.Height + (stream.NextDouble() * layer.Rise) < layer.Height * curve)
            {
                return beyond + x;
            }
        }
    }

    private static Layer[] Make()
    {
        // Edges descend from the lowest layer to nought at the top; the lowest has the width of its area at its height.
        const double scale = Places;
        var edges = new double[Count + 1];
        edges[0] = Area / Math.Exp(-Edge);
        edges[1] = Edge;
        for (var layer = 2; layer < Count; layer++)
        {
            edges[layer] = -Math.Log(Math.Exp(-edges[layer - 1]) + (Area / edges[layer - 1]));
        }

        var layers = new Layer[Count];
        for (var layer = 0; layer < Count; layer++)
        {
            var height = layer == 0 ? 0 : Math.Exp(-edges[layer]);
            layers[layer] = new Layer(
                edges[layer] / scale, (long)(edges[layer + 1] / edges[layer] * scale), height, Math.Exp(-edges[layer + 1]) - height);
        }

        return layers;
    }

    /// <summary>A layer.</summary>
    /// <param name="Width">Its right edge over 2^53.</param>
    /// <param name="Certain">Places below this lie under the curve.</param>
    /// <param name="Height">Height of its bottom; nought for the lowest layer.</param>
    /// <param name="Rise">From its bottom to its top.</param>
    public readonly record struct Layer(double Width, long Certain, double Height, double Rise);
}
