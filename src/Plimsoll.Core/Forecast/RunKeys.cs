using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// The keys of the random streams of one run. All purposes share one seed; to ask what a part of the chance contributes
/// to the range, some purposes take a second seed while the others stay as they were.
/// </summary>
/// <param name="Seed">The seed.</param>
/// <param name="Second">The other seed.</param>
/// <param name="SecondPurposes">A bit for each purpose (<see cref="Streams"/>) that takes the other seed.</param>
internal readonly record struct RunKeys(ulong Seed, ulong Second = 0, ulong SecondPurposes = 0)
{
    /// <summary>The key of a purpose in a replicate.</summary>
    public ulong Of(ulong purpose, ulong replicate) =>
        Xoshiro256.KeyOf((SecondPurposes >> (int)purpose & 1) == 0 ? Seed : Second, purpose, replicate);
}
