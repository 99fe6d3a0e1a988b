using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Anyshire;

/// <summary>Draws from a short list of things with shares; shares are taken in proportion and need not sum to one.</summary>
internal static class Shares
{
    public static string Draw(Xoshiro256 random, params ReadOnlySpan<(string What, double Share)> shares)
    {
        var total = 0.0;
        foreach (var (_, share) in shares)
        {
            total += share;
        }

        var left = random.NextDouble() * total;
        foreach (var (what, share) in shares)
        {
            left -= share;
            if (left < 0)
            {
                return what;
            }
        }

        return shares[^1].What;
    }

    public static bool Chance(Xoshiro256 random, double share) => random.NextDouble() < share;
}
