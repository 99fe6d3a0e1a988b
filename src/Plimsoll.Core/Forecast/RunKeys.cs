using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// The keys of the random streams of one run. All purposes share one seed; to ask what a part of the uncertainty
/// contributes to the range, each purpose may have a seed of its own.
/// </summary>
internal readonly struct RunKeys
{
    private readonly ulong seed;
    private readonly ulong[]? seeds;

    private RunKeys(ulong seed, ulong[]? seeds) => (this.seed, this.seeds) = (seed, seeds);

    /// <summary>Whether each purpose has a seed of its own.</summary>
    public bool IsByPurpose => seeds is not null;

    /// <summary>One seed for all.</summary>
    public static RunKeys Of(ulong seed) => new(seed, null);

    /// <summary>A seed for each purpose (<see cref="Streams"/>), by its number.</summary>
    public static RunKeys ByPurpose(ulong[] seeds) => new(0, seeds);

    /// <summary>The key of a purpose in a replicate.</summary>
    public ulong Of(ulong purpose, ulong replicate) => Xoshiro256.KeyOf(seeds is null ? seed : seeds[purpose], purpose, replicate);
}
