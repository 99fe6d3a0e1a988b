using System.Runtime.CompilerServices;

namespace Plimsoll.Statistics.Randomness;

/// <summary>
/// A stream of random numbers that is the same on every machine and any number of threads: xoshiro256++ (Blackman and
/// Vigna, public domain), its state filled by splitmix64 from a key. Keys are made of a seed and the purpose of the
/// stream, so that one more draw for one child never shifts the draws of another.
/// </summary>
public sealed class Xoshiro256
{
    private Xoshiro256State state;

    /// <summary>A stream for a key.</summary>
    /// <param name="key">Any number; keys next to each other give unrelated streams.</param>
    public Xoshiro256(ulong key) => Restart(key);

    /// <summary>A stream for a seed and the parts of its purpose: (seed, replicate, child, purpose).</summary>
    public static Xoshiro256 For(ulong seed, params ReadOnlySpan<ulong> purpose) => new(KeyOf(seed, purpose));

    /// <summary>The key of the stream that <see cref="For"/> opens for the same arguments.</summary>
    public static ulong KeyOf(ulong seed, params ReadOnlySpan<ulong> purpose)
    {
        var key = seed;
        foreach (var part in purpose)
        {
            key = Xoshiro256State.SplitMix(ref key) ^ (part * 0x9E3779B97F4A7C15UL);
        }

        return key;
    }

    /// <summary>Scatters a number over all 64 bits, one to one: neighbouring numbers become unrelated keys.</summary>
    public static ulong Scatter(ulong number) => Xoshiro256State.SplitMix(ref number);

    /// <summary>Begins the stream of another key in place, so that a stream for each subject costs no allocation.</summary>
    /// <param name="key">As for the constructor, which gives the same stream.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Restart(ulong key) => state = new Xoshiro256State(key);

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits() => state.NextBits();

    /// <summary>Uniform on [0, 1), a multiple of 2^-53.</summary>
    public double NextDouble() => state.NextDouble();

    /// <summary>Exponential with mean one, finite and never below zero.</summary>
    public double NextExponential() => -Math.Log(1.0 - NextDouble());

    /// <summary>A whole number from 0 up to, and not including, a limit.</summary>
    /// <param name="below">The limit, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 1.</exception>
    public int NextBelow(int below)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(below, 1);
        return (int)Math.BigMul(NextBits(), (ulong)below, out _);
    }

    /// <summary>The state, for loops that keep it in registers and hand it back.</summary>
    internal ref Xoshiro256State State => ref state;
}
