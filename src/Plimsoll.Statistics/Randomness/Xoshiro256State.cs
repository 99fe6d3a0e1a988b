using System.Numerics;
using System.Runtime.CompilerServices;

namespace Plimsoll.Statistics.Randomness;

/// <summary>
/// The four words of a xoshiro256++ stream as a value, so that a loop which draws much can keep them in registers. Only
/// inlined members may touch it there: the address of a local that is handed out would send the words to memory.
/// </summary>
internal struct Xoshiro256State
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    /// <summary>The state of a stream that begins with a key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Xoshiro256State(ulong key)
    {
        s0 = SplitMix(ref key);
        s1 = SplitMix(ref key);
        s2 = SplitMix(ref key);
        s3 = SplitMix(ref key);
    }

    /// <summary>The next 64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(s0 + s3, 23) + s0;
        var shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>Uniform on [0, 1), a multiple of 2^-53.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextDouble() => (long)(NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A key for another stream of the same subject: it depends on where this one stands and does not move it.</summary>
    /// <param name="purpose">What the other stream is for.</param>
    public readonly ulong Branch(ulong purpose)
    {
        var key = s0 ^ BitOperations.RotateLeft(s1, 16) ^ BitOperations.RotateLeft(s2, 32) ^ BitOperations.RotateLeft(s3, 48);
        return SplitMix(ref key) ^ (purpose * 0x9E3779B97F4A7C15UL);
    }

    /// <summary>One step of splitmix64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
