using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Plimsoll.Statistics.Simulation;

/// <summary>
/// Rows of chances over the places to which a move may lead: states, and exits after them where the model says so. They stand in an order in which a leading group comes first, so that the odds of the
/// group can be tilted over time by bending one uniform number, without a table for each month.
/// </summary>
/// <param name="rows">Number of rows.</param>
/// <param name="places">Number of places.</param>
public sealed class StateChoice(int rows, int places)
{
    // Rows are filled up to whole vectors of eight, so that a pick compares eight chances at a time.
    private readonly int width = (places + 7) / 8 * 8;
    private readonly float[] cumulative = Beyond(rows * ((places + 7) / 8 * 8));
    private readonly float[] leading = new float[rows];
    private readonly int[] order = [.. Enumerable.Range(0, places)];

    /// <summary>Says which places form the leading group; do this before any row is set.</summary>
    /// <param name="isLeading">For each place.</param>
    public void Lead(ReadOnlySpan<bool> isLeading)
    {
        var next = 0;
        foreach (var wanted in (ReadOnlySpan<bool>)[true, false])
        {
            for (var place = 0; place < places; place++)
            {
                if (isLeading[place] == wanted)
                {
                    order[next++] = place;
                }
            }
        }

        LeadingPlaces = isLeading.Count(true);
    }

    /// <summary>Number of places in the leading group.</summary>
    public int LeadingPlaces { get; private set; }

    /// <summary>Sets a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="weights">Weight of each place in its natural order, zero or more, not all zero; scaled to sum to one.</param>
    public void Set(int row, ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var running = 0.0;
        var last = 0;
        var cells = cumulative.AsSpan(row * width, places);
        for (var at = 0; at < places; at++)
        {
            running += weights[order[at]];
            cells[at] = (float)(running / total);
            if (weights[order[at]] > 0)
            {
                last = at;
            }

            if (at == LeadingPlaces - 1)
            {
                leading[row] = (float)(running / total);
            }
        }

        // Rounding must never lead beyond the last place that can be.
        cells[last..].Fill(float.PositiveInfinity);
    }

    /// <summary>Picks a place.</summary>
    /// <param name="row">The row.</param>
    /// <param name="uniform">Uniform on [0, 1).</param>
    /// <param name="tilt">Factor on the odds of the leading group; 1 for none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Pick(int row, double uniform, double tilt)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)leading.Length, nameof(row));
        if (tilt != 1.0)
        {
            var share = leading[row];
            if (share is > 0 and < 1)
            {
                var tilted = share * tilt / (1 - share + (share * tilt));
                uniform = uniform < tilted ? uniform / tilted * share : share + ((uniform - tilted) / (1 - tilted) * (1 - share));
            }
        }

        return PickUnchecked(row, uniform);
    }

    /// <summary>Picks a place with the chances as they are set.</summary>
    /// <param name="row">The row, one that there is: it is not checked.</param>
    /// <param name="uniform">Uniform on [0, 1).</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int PickUnchecked(int row, double uniform)
    {
        // The number of chances not above the uniform is the place; none is beyond the last that can be.
        ref var chances = ref MemoryMarshal.GetArrayDataReference(cumulative);
        var draw = Vector256.Create((float)uniform);
        var part = (nuint)(row * width);
        var end = part + (nuint)width;
        var at = 0;
        do
        {
            at += BitOperations.PopCount(Vector256.GreaterThanOrEqual(draw, Vector256.LoadUnsafe(ref chances, part)).ExtractMostSignificantBits());
            part += (nuint)Vector256<float>.Count;
        }
        while (part < end);

        return order[at];
    }

    private static float[] Beyond(int length)
    {
        var cells = new float[length];
        Array.Fill(cells, float.PositiveInfinity);
        return cells;
    }
}
