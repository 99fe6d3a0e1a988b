using System.Runtime.CompilerServices;

namespace Plimsoll.Statistics.Randomness;

/// <summary>
/// Exponential draws with mean one by the ziggurat (Marsaglia and Tsang 2000): the area under exp(-x) is covered by 256
/// layers of equal area, and all but one draw in a hundred need one multiplication and no logarithm. Exact: what falls
/// outside the certain part of its layer is tested against the curve itself, and beyond the last layer lies again an
/// exponential.
/// </summary>
internal static class ExponentialZiggurat
{
    private const int Layers = 256;

    // Right edge of the lowest layer, and the area of each layer (that of the lowest includes the tail).
    private const double Edge = 7.69711747013104972;
    private const double Area = 0.0039496598225815571993;

    private static readonly double[] Width = new double[Layers];
    private static readonly ulong[] Certain = new ulong[Layers];
    private static readonly double[] Height = new double[Layers + 1];

    static ExponentialZiggurat()
    {
        // Edges descend from the lowest layer to nought at the top; the lowest has the width of its area at its height.
        const double scale = 1UL << 53;
        Span<double> edges = stackalloc double[Layers + 1];
        edges[0] = Area / Math.Exp(-Edge);
        edges[1] = Edge;
        for (var layer = 2; layer < Layers; layer++)
        {
            edges[layer] = -Math.Log(Math.Exp(-edges[layer - 1]) + (Area / edges[layer - 1]));
        }

        edges[Layers] = 0;
        for (var layer = 0; layer < Layers; layer++)
        {
            Width[layer] = edges[layer] / scale;
            Certain[layer] = (ulong)(edges[layer + 1] / edges[layer] * scale);
            Height[layer] = layer == 0 ? 0 : Math.Exp(-edges[layer]);
        }

        Height[Layers] = 1;
    }

    /// <summary>Exponential with mean one, finite and never below zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Next(ref Xoshiro256State stream)
    {
        while (true)
        {
            // The layer comes from the lowest bits and the place in it from the upper fifty-three: they share none.
            var bits = stream.NextBits();
            var layer = (int)(bits & (Layers - 1));
            var place = bits >> 11;
            var x = place * Width[layer];
            if (place < Certain[layer])
            {
                return x;
            }

            var uniform = stream.NextDouble();
            if (layer == 0)
            {
                return Edge - Math.Log(1 - uniform);
            }

            if (Height[layer] + (uniform * (Height[layer + 1] - Height[layer])) < Math.Exp(-x))
            {
                return x;
            }
        }
    }
}
