using Plimsoll.Core.Care;
using Plimsoll.Statistics.Randomness;
using static Plimsoll.Core.Care.PlacementState;

namespace Plimsoll.Core.Anyshire;

/// <summary>
/// Where a child of Anyshire is placed at the start and after a move: shares by age and by where the child is now.
/// Shares need not sum to one; they are taken in proportion. Only a child under a care order is placed with parents: one
/// accommodated by agreement who goes home leaves care.
/// </summary>
internal static class PlacementChoice
{
    private static readonly (PlacementState State, double Share)[] BabyStart =
        [(KinshipFoster, 21), (FosterInHouse, 30), (FosterAgency, 21), (ResidentialOther, 14), (WithParents, 8), (Other, 6)];

    private static readonly (PlacementState State, double Share)[] YoungStart =
        [(KinshipFoster, 27), (FosterInHouse, 32), (FosterAgency, 26), (WithParents, 11), (ResidentialOther, 2), (Other, 2)];

    private static readonly (PlacementState State, double Share)[] MiddleStart =
        [(KinshipFoster, 25), (FosterInHouse, 30), (FosterAgency, 34), (WithParents, 8), (HomeExternal, 4), (Other, 2)];

    private static readonly (PlacementState State, double Share)[] TeenStart =
    [
        (KinshipFoster, 17), (FosterInHouse, 24), (FosterAgency, 34), (WithParents, 5), (HomeExternal, 18), (HomeInHouse, 3),
        (Other, 12),
    ];

    private static readonly (PlacementState State, double Share)[] OldStart =
    [
        (KinshipFoster, 7), (FosterInHouse, 13), (FosterAgency, 17), (WithParents, 3), (HomeExternal, 12), (HomeInHouse, 2),
        (Supported, 38), (Other, 16),
    ];

    private static readonly (PlacementState State, double Share)[] UnaccompaniedYoungStart =
        [(FosterAgency, 69), (FosterInHouse, 37), (Other, 6)];

    private static readonly (PlacementState State, double Share)[] UnaccompaniedStart =
        [(Supported, 50), (FosterAgency, 33), (FosterInHouse, 15), (Other, 10)];

    private static readonly (PlacementState State, double Share)[] DisabilityStart =
        [(FosterInHouse, 30), (FosterAgency, 24), (HomeExternal, 22), (HomeInHouse, 8), (ResidentialOther, 18)];

    private static readonly (PlacementState State, double Share)[] RemandStart =
        [(Custody, 70), (Secure, 20), (HomeExternal, 10)];

    private static readonly (PlacementState State, double Share)[] YoungMove =
        [(KinshipFoster, 26), (FosterInHouse, 33), (FosterAgency, 26), (WithParents, 12), (ResidentialOther, 1)];

    private static readonly (PlacementState State, double Share)[] MiddleMove =
        [(KinshipFoster, 16), (FosterInHouse, 33), (FosterAgency, 44), (WithParents, 7), (HomeExternal, 4)];

    private static readonly (PlacementState State, double Share)[] TeenMove =
    [
        (KinshipFoster, 9), (FosterInHouse, 26), (FosterAgency, 45), (WithParents, 6), (HomeExternal, 22), (HomeInHouse, 3),
        (Other, 9), (Secure, 0.4), (ResidentialOther, 0.6),
    ];

    private static readonly (PlacementState State, double Share)[] OldMove =
    [
        (KinshipFoster, 5), (FosterInHouse, 16), (FosterAgency, 24), (WithParents, 4), (HomeExternal, 10), (HomeInHouse, 2),
        (Supported, 38), (Other, 13),
    ];

    private static readonly (PlacementState State, double Share)[] YoungResidentialMove =
        [(KinshipFoster, 12), (FosterInHouse, 40), (FosterAgency, 34), (WithParents, 14)];

    private static readonly (PlacementState State, double Share)[] TeenResidentialMove =
    [
        (HomeExternal, 48), (HomeInHouse, 12), (FosterAgency, 18), (FosterInHouse, 8), (KinshipFoster, 4), (WithParents, 4),
        (Other, 6), (Secure, 2),
    ];

    private static readonly (PlacementState State, double Share)[] OldResidentialMove =
    [
        (HomeExternal, 33), (HomeInHouse, 7), (Supported, 45), (FosterAgency, 5), (FosterInHouse, 2), (WithParents, 2),
        (Other, 6), (Secure, 1),
    ];

    private static readonly (PlacementState State, double Share)[] SupportedMove =
        [(Supported, 82), (Other, 7), (HomeExternal, 5), (FosterInHouse, 4), (WithParents, 2)];

    private static readonly (PlacementState State, double Share)[] UnaccompaniedMove =
        [(Supported, 55), (FosterAgency, 32), (FosterInHouse, 14), (Other, 5)];

    /// <summary>The first placement of a period of care.</summary>
    public static PlacementState AtStart(double age, NeedGroup need, LegalRoad legal, Xoshiro256 random) => Draw(
        legal,
        (legal, need) switch
        {
            (LegalRoad.Remand, _) => RemandStart,
            (_, NeedGroup.Unaccompanied) => age < 16 ? UnaccompaniedYoungStart : UnaccompaniedStart,
            (_, NeedGroup.Disability) when age >= 5 => DisabilityStart,
            _ => age switch { < 1 => BabyStart, < 5 => YoungStart, < 10 => MiddleStart, < 16 => TeenStart, _ => OldStart },
        },
        random);

    /// <summary>The next placement when one ends while care goes on.</summary>
    public static PlacementState AfterMove(double age, NeedGroup need, LegalRoad legal, PlacementState now, Xoshiro256 random) => Draw(
        legal,
        now switch
        {
            Supported => SupportedMove,
            _ when need == NeedGroup.Unaccompanied && age >= 16 => UnaccompaniedMove,
            HomeInHouse or HomeExternal or Secure or ResidentialOther or Custody or Other => age switch
            {
                < 9 => YoungResidentialMove,
                < 16 => TeenResidentialMove,
                _ => OldResidentialMove,
            },
            _ => age switch { < 5 => YoungMove, < 10 => MiddleMove, < 16 => TeenMove, _ => OldMove },
        },
        random);

    private static PlacementState Draw(LegalRoad legal, (PlacementState State, double Share)[] shares, Xoshiro256 random)
    {
        var parents = legal is LegalRoad.Interim or LegalRoad.Full;
        var total = 0.0;
        foreach (var (state, share) in shares)
        {
            total += parents || state != WithParents ? share : 0;
        }

        var left = random.NextDouble() * total;
        foreach (var (state, share) in shares)
        {
            left -= parents || state != WithParents ? share : 0;
            if (left < 0)
            {
                return state;
            }
        }

        return shares[^1].State;
    }
}
