namespace Plimsoll.Reports.Tests.Charts;

/// <summary>A stream of numbers that is the same on every run (a linear congruential generator), for property tests.</summary>
internal sealed class Sequence(ulong seed)
{
    private ulong state = (seed * 2862933555777941757UL) + 3037000493UL;

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public double Next()
    {
        state = (state * 6364136223846793005UL) + 1442695040888963407UL;
        return (state >> 11) * (1.0 / (1UL << 53));
    }

    public int Below(int limit) => (int)(Next() * limit);

    public T Pick<T>(params ReadOnlySpan<T> from) => from[Below(from.Length)];
}
