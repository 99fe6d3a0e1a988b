using System.Numerics;

namespace Plimsoll.Files.Care;

/// <summary>A set of numbers that lie close together, a bit each: a million children take an eighth of a megabyte.</summary>
internal sealed class NumberSet
{
    private const int BlockBits = 12;
    private const int Words = (1 << BlockBits) / 64;

    private readonly Dictionary<long, ulong[]> blocks = [];

    /// <summary>How many different numbers.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a number that is not negative.</summary>
    public void Add(long number)
    {
        if (!blocks.TryGetValue(number >> BlockBits, out var block))
        {
            blocks.Add(number >> BlockBits, block = new ulong[Words]);
        }

        var within = (int)(number & ((1 << BlockBits) - 1));
        var bit = 1UL << (within & 63);
        Count += BitOperations.PopCount(~block[within >> 6] & bit);
        block[within >> 6] |= bit;
    }
}
