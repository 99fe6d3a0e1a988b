using Plimsoll.Core.Care;
using static Plimsoll.Core.Anyshire.AnyshireRates;

namespace Plimsoll.Core.Anyshire;

/// <summary>What may happen next to a child in care.</summary>
internal enum CareEvent
{
    Home,
    Guardianship,
    Adopted,
    Independent,
    Other,
    Proceedings,
    FinalHearing,
    ProtectionEnds,
    PlacedForAdoption,
    AdoptionGivenUp,
    LongTermMatch,
    Move,
}

/// <summary>The competing rates of one child on one day, from the true rates of Anyshire.</summary>
internal static class CareHazards
{
    public const int Count = (int)CareEvent.Move + 1;

    /// <summary>Fills the yearly rates of all events and returns their sum. They hold until the next band edge.</summary>
    public static double Fill(in CareSituation child, double day, Span<double> rates)
    {
        rates.Clear();
        var age = Band(AgeEdges, (day - child.Born) / 365.25);
        var inCare = day - child.PeriodStart;
        var adopting = child.State == PlacementState.PlacedForAdoption;
        var unaccompanied = child.Need == NeedGroup.Unaccompanied;

        switch (child.Legal)
        {
            case LegalRoad.Agreement:
                rates[(int)CareEvent.Home] = unaccompanied ? 0 : HomeFromAgreement[Band(CareEdges, inCare)] * HomeByAge[age];
                rates[(int)CareEvent.Proceedings] = unaccompanied ? 0 : ProceedingsByAge[age] * (inCare < 182 ? 1 : 0.5);
                break;
            case LegalRoad.Interim:
                rates[(int)CareEvent.Home] = HomeFromInterim[Band(CareEdges, inCare)] * HomeByAge[age];
                rates[(int)CareEvent.FinalHearing] = HearingRate(day - child.LegalStart);
                break;
            case LegalRoad.Full:
                rates[(int)CareEvent.Home] = child.State == PlacementState.WithParents ? HomeFromParents : HomeFromFull;
                rates[(int)CareEvent.LongTermMatch] = IsFoster(child.State) && !child.LongTerm && age >= 1 ? LongTermMatch : 0;
                break;
            case LegalRoad.PlacementOrder when adopting:
                rates[(int)CareEvent.Adopted] = day - child.PlacementStart >= 70 ? AdoptionOrder : 0;
                break;
            case LegalRoad.PlacementOrder:
                rates[(int)CareEvent.PlacedForAdoption] = PlacingForAdoption;
                rates[(int)CareEvent.AdoptionGivenUp] = AdoptionGivenUp;
                break;
            case LegalRoad.PoliceProtection:
                rates[(int)CareEvent.ProtectionEnds] = 250;
                break;
            case LegalRoad.EmergencyProtection:
                rates[(int)CareEvent.ProtectionEnds] = 50;
                break;
            case LegalRoad.Remand:
                rates[(int)CareEvent.Other] = LeavingRemand;
                break;
        }

        if (child.Legal is LegalRoad.Full or LegalRoad.Agreement or LegalRoad.Interim && !unaccompanied)
        {
            rates[(int)CareEvent.Guardianship] = GuardianshipByAge[age] * (child.State == PlacementState.KinshipFoster ? 2.0 : 1.0);
            rates[(int)CareEvent.Independent] = IndependentByAge[age];
            rates[(int)CareEvent.Other] = OtherByNeed[(int)child.Need];
        }
        else if (unaccompanied)
        {
            rates[(int)CareEvent.Independent] = IndependentByAge[age] / 2;
            rates[(int)CareEvent.Other] = OtherByNeed[(int)child.Need];
        }

        if (child.Legal is not (LegalRoad.PoliceProtection or LegalRoad.EmergencyProtection))
        {
            rates[(int)CareEvent.Move] = MoveByState[(int)child.State] * MoveByTime[Band(PlacementEdges, day - child.PlacementStart)]
                * MoveByAge[age] * (child.LongTerm ? 0.5 : 1);
        }

        var total = 0.0;
        foreach (var rate in rates)
        {
            total += rate;
        }

        return total;
    }

    /// <summary>The next day on which a rate of this child may change for a reason other than an event.</summary>
    public static double NextEdge(in CareSituation child, double day)
    {
        double next = child.Eighteen;
        foreach (var edge in AgeEdges)
        {
            next = Sooner(next, child.Born + (edge * 365.25), day);
        }

        foreach (var edge in CareEdges)
        {
            next = Sooner(next, child.PeriodStart + edge, day);
        }

        foreach (var edge in PlacementEdges)
        {
            next = Sooner(next, child.PlacementStart + edge, day);
        }

        foreach (var (edge, _) in FinalHearing)
        {
            next = Sooner(next, child.LegalStart + edge, day);
        }

        return Sooner(next, child.PlacementStart + 70, day);
    }

    /// <summary>The number of the band that holds a value.</summary>
    public static int Band(System.Collections.Immutable.ImmutableArray<int> edges, double value)
    {
        var band = edges.Length - 1;
        while (band > 0 && value < edges[band])
        {
            band--;
        }

        return band;
    }

    private static bool IsFoster(PlacementState state) =>
        state is PlacementState.KinshipFoster or PlacementState.FosterInHouse or PlacementState.FosterAgency;

    private static double HearingRate(double daysUnderInterim)
    {
        var rate = 0.0;
        foreach (var (from, perYear) in FinalHearing)
        {
            rate = daysUnderInterim >= from ? perYear : rate;
        }

        return rate;
    }

    private static double Sooner(double next, double candidate, double day) => candidate > day && candidate < next ? candidate : next;
}
