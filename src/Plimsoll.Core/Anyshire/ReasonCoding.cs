using Plimsoll.Core.Care;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Anyshire;

/// <summary>Writes why an episode ended, or why a placement changed, in the codes that are valid on the day.</summary>
internal static class ReasonCoding
{
    /// <summary>REC for the end of a period of care.</summary>
    public static string Ceased(in CareTurn end, ChildParticulars child, Xoshiro256 random)
    {
        var day = DateOnly.FromDayNumber(end.Day);
        var age = Ages.On(child.Born, day);
        return end.Exit switch
        {
            CareExit.Home => Shares.Draw(random, ("E4A", 0.72), ("E4B", 0.12), ("E13", 0.16)),
            CareExit.SpecialGuardianship => Guardianship(end.State, day, random),
            CareExit.Adopted => Shares.Draw(random, ("E11", 0.25), ("E12", 0.75)),
            CareExit.Independent => Shares.Draw(random, ("E5", 0.65), ("E6", 0.25), ("E7", 0.10)),
            CareExit.Age18 when IsFoster(end.State) => Shares.Draw(random, ("E17", 0.55), ("E5", 0.22), ("E6", 0.05), ("E7", 0.03), ("E8", 0.15)),
            CareExit.Age18 => Shares.Draw(random, ("E5", 0.50), ("E6", 0.10), ("E7", 0.06), ("E8", 0.34)),
            _ when end.Legal == LegalRoad.Remand => Shares.Draw(random, ("E14", 0.6), ("E9", 0.4)),
            _ when child.IsUnaccompanied => Shares.Draw(random, ("E15", 0.35), ("E8", 0.55), ("E16", 0.10)),
            _ when age >= 12 => Shares.Draw(random, ("E8", 0.70), ("E3", 0.12), ("E9", 0.12), ("E16", 0.05), ("E2", 0.01)),
            _ => Shares.Draw(random, ("E8", 0.63), ("E3", 0.25), ("E16", 0.10), ("E2", 0.02)),
        };
    }

    /// <summary>REASON_PLACE_CHANGE for a move to another carer.</summary>
    public static string PlacementChange(PlacementState to, DateOnly day, Xoshiro256 random) => to switch
    {
        PlacementState.PlacedForAdoption => "CARPL",
        PlacementState.Custody when day >= new DateOnly(2018, 4, 1) => "CUSTOD",
        _ => Shares.Draw(
            random,
            ("CARPL", 41), ("CREQB", 11), ("CREQO", 8.5), ("CHILD", 4), ("LAREQ", 2), ("STAND", 1.4), ("ALLEG", 0.9), ("APPRR", 0.4),
            ("CLOSE", 1.1), ("OTHER", 29)),
    };

    private static string Guardianship(PlacementState state, DateOnly day, Xoshiro256 random)
    {
        if (Shares.Chance(random, 0.22))
        {
            return "E41";
        }

        var split = day >= new DateOnly(2018, 4, 1);
        return state switch
        {
            PlacementState.KinshipFoster => split ? "E45" : "E43",
            PlacementState.FosterInHouse or PlacementState.FosterAgency when Shares.Chance(random, 0.45) => split ? "E46" : "E43",
            _ => split ? Shares.Draw(random, ("E47", 0.92), ("E48", 0.08)) : "E44",
        };
    }

    private static bool IsFoster(PlacementState state) =>
        state is PlacementState.KinshipFoster or PlacementState.FosterInHouse or PlacementState.FosterAgency;
}
