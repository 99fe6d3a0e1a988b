using Plimsoll.Core.Care;
using Plimsoll.Statistics.Randomness;
using static Plimsoll.Core.Care.PlacementState;

namespace Plimsoll.Benchmarks.Worlds;

/// <summary>Where a child is placed: by exact age, by how hard the child is to place, and by where the child comes from.</summary>
internal static class PlacementDraw
{
    /// <summary>The first placement or the next.</summary>
    /// <param name="age">Years.</param>
    /// <param name="complexity">How hard to place, standard normal over children.</param>
    /// <param name="kin">Whether relatives come forward for this child.</param>
    /// <param name="from">The placement left; null at the start of care.</param>
    /// <param name="factor">Factor on the chance of a residential placement.</param>
    /// <param name="stream">Randomness.</param>
    public static PlacementState Next(double age, double complexity, bool kin, PlacementState? from, double factor, Xoshiro256 stream)
    {
        var odds = Math.Exp(-3.0 + (3.0 * Rise(age, 11.2, 1.6)) + (0.75 * complexity) + (from is { } left && left.IsResidential() ? 1.3 : 0));
        var residential = Math.Min(0.9, factor * odds / (1 + odds));
        var supported = age < 16 ? 0 : 0.34 + (0.45 * Math.Min(1, (age - 16) / 1.5)) + (from == Supported ? 0.15 : 0);
        var other = age < 1 ? 0.02 : 0.05;
        var draw = stream.NextDouble();
        if (draw < other)
        {
            return age > 12 && stream.NextDouble() < 0.15 ? Custody : Other;
        }

        if (draw < other + ((1 - other) * supported * (1 - (residential / 2))))
        {
            return Supported;
        }

        if (stream.NextDouble() < residential)
        {
            return Residential(age, stream);
        }

        return Fostering(kin, from, stream);
    }

    /// <summary>A placement for an unaccompanied child.</summary>
    public static PlacementState Unaccompanied(double age, Xoshiro256 stream) =>
        stream.NextDouble() < (age < 16 ? 0 : 0.62) ? Supported : stream.NextDouble() < 0.8 ? FosterAgency : FosterInHouse;

    private static PlacementState Residential(double age, Xoshiro256 stream)
    {
        var draw = stream.NextDouble();
        return draw < 0.14 ? HomeInHouse
            : draw < 0.20 || age < 3 ? ResidentialOther
            : draw < 0.22 && age > 11 ? Secure
            : HomeExternal;
    }

    private static PlacementState Fostering(bool kin, PlacementState? from, Xoshiro256 stream)
    {
        if (kin && stream.NextDouble() < (from == KinshipFoster ? 0.35 : 0.75))
        {
            return KinshipFoster;
        }

        // Children rarely come back to the council's own carers once they are with an agency.
        return stream.NextDouble() < (from == FosterAgency ? 0.28 : 0.52) ? FosterInHouse : FosterAgency;
    }

    private static double Rise(double age, double middle, double width) => 1 / (1 + Math.Exp((middle - age) / width));
}
