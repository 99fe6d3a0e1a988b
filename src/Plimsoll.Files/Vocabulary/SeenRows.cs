using System.Numerics;
using System.Runtime.InteropServices;

namespace Plimsoll.Files.Vocabulary;

/// <summary>
/// Remembers rows by a 64-bit fingerprint of their bytes, eight bytes a row, to find exact repeats in files of millions
/// of rows. Two different rows of one file share a fingerprint with a chance of about one in a million at six million
/// rows, and one in a trillion at the size of a council's return.
/// </summary>
internal sealed class SeenRows
{
    private ulong[] slots = new ulong[1024];
    private int used;

    /// <summary>Notes a row; false when the same bytes were noted before.</summary>
    public bool Add(ReadOnlySpan<byte> row)
    {
        if ((used + 1) * 4L > slots.Length * 3L)
        {
            Grow();
        }

        if (!Place(slots, Fingerprint(row)))
        {
            return false;
        }

        used++;
        return true;
    }

    private static bool Place(ulong[] slots, ulong print)
    {
        var mask = slots.Length - 1;
        var at = (int)(print & (ulong)mask);
        while (slots[at] != 0)
        {
            if (slots[at] == print)
            {
                return false;
            }

            at = (at + 1) & mask;
        }

        slots[at] = print;
        return true;
    }

    private void Grow()
    {
        var larger = new ulong[slots.Length * 2];
        foreach (var print in slots)
        {
            if (print != 0)
            {
                Place(larger, print);
            }
        }

        slots = larger;
    }

    private static ulong Fingerprint(ReadOnlySpan<byte> row)
    {
        var state = 0x9E3779B97F4A7C15UL ^ (ulong)row.Length;
        while (row.Length >= 8)
        {
            state = Mix(state, MemoryMarshal.Read<ulong>(row));
            row = row[8..];
        }

        var tail = 0UL;
        foreach (var letter in row)
        {
            tail = (tail << 8) | letter;
        }

        state = Mix(Mix(state, tail), 0x2545F4914F6CDD1DUL);
        return state == 0 ? 1 : state;
    }

    private static ulong Mix(ulong state, ulong word)
    {
        var product = (state ^ word) * 0xD6E8FEB86659FD93UL;
        return BitOperations.RotateLeft(product ^ (product >> 32), 29) * 0xA0761D6478BD642FUL;
    }
}
