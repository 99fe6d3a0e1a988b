using Plimsoll.Core.Care;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Anyshire;

/// <summary>
/// Runs a child's life in and out of care in continuous time: exponential waiting times between band edges, the
/// eighteenth birthday as a hard end, and whole days for what is written down, at most one turn a day.
/// </summary>
internal static class CareCourse
{
    private const double Year = 365.25;

    /// <summary>Starts a period of care on a day.</summary>
    public static void Start(ref CareSituation child, int day, LegalRoad legal, PlacementState state, List<CareTurn> turns)
    {
        child.Phase = CarePhase.InCare;
        child.Legal = legal;
        child.State = state;
        child.LongTerm = false;
        child.PeriodStart = day;
        child.PlacementStart = day;
        child.LegalStart = day;
        Record(ref child, day, TurnKind.Start, default, turns);
    }

    /// <summary>Runs from one day up to, and not including, another; what happened is added to the turns.</summary>
    public static void Run(ref CareSituation child, double from, int until, Xoshiro256 random, List<CareTurn> turns)
    {
        var day = from;
        while (child.Phase != CarePhase.Finished && day < until)
        {
            day = child.Phase == CarePhase.InCare
                ? StepInCare(ref child, day, until, random, turns)
                : StepOut(ref child, day, until, random, turns);
        }
    }

    private static double StepInCare(ref CareSituation child, double day, int until, Xoshiro256 random, List<CareTurn> turns)
    {
        Span<double> rates = stackalloc double[CareHazards.Count];
        var total = CareHazards.Fill(child, day, rates);
        var edge = Math.Min(CareHazards.NextEdge(child, day), until);
        var when = total > 0 ? day + (random.NextExponential() / total * Year) : double.PositiveInfinity;
        var limit = ProtectionLimit(child);
        var due = Math.Min(when, limit);
        if (due >= edge)
        {
            return edge < child.Eighteen ? edge : TurnEighteen(ref child, until, turns);
        }

        // One turn a day: what falls on a day that already has one is written on the next.
        var written = Math.Max((int)due, child.LastTurn + 1);
        if (written >= child.Eighteen)
        {
            return TurnEighteen(ref child, until, turns);
        }

        if (written >= until)
        {
            return until;
        }

        Happen(ref child, when >= limit ? CareEvent.ProtectionEnds : Pick(rates, total, random), written, random, turns);
        return Math.Max(due, written);
    }

    private static double TurnEighteen(ref CareSituation child, int until, List<CareTurn> turns)
    {
        if (child.Eighteen < until)
        {
            End(ref child, child.Eighteen, CareExit.Age18, turns);
        }

        return child.Eighteen;
    }

    private static double StepOut(ref CareSituation child, double day, int until, Xoshiro256 random, List<CareTurn> turns)
    {
        var since = day - child.OutSince;
        var band = CareHazards.Band(AnyshireRates.ReturnEdges, since);
        var edge = band + 1 < AnyshireRates.ReturnEdges.Length ? child.OutSince + AnyshireRates.ReturnEdges[band + 1] : double.MaxValue;
        double last = child.Eighteen - 30;
        if (day >= last)
        {
            child.Phase = CarePhase.Finished;
            return day;
        }

        edge = Math.Min(Math.Min(edge, last), until);
        var rate = AnyshireRates.ReturningByTime[band] * (child.OutAfter == CareExit.SpecialGuardianship ? 1.0 / 6 : 1.0);
        var when = day + (random.NextExponential() / rate * Year);

        // At home for less than two nights is a record that was closed by mistake, not a return.
        var written = Math.Max((int)Math.Min(when, 1e9), child.LastTurn + 2);
        if (when >= edge || written >= edge)
        {
            return edge;
        }

        var age = (written - child.Born) / Year;
        var legal = AnyshireArrivals.LegalAtStart(age, child.Need, random);
        Start(ref child, written, legal, PlacementChoice.AtStart(age, child.Need, legal, random), turns);
        return Math.Max(when, written);
    }

    private static void Happen(ref CareSituation child, CareEvent what, int day, Xoshiro256 random, List<CareTurn> turns)
    {
        switch (what)
        {
            case CareEvent.Home:
                End(ref child, day, CareExit.Home, turns);
                break;
            case CareEvent.Guardianship:
                End(ref child, day, CareExit.SpecialGuardianship, turns);
                break;
            case CareEvent.Adopted:
                End(ref child, day, CareExit.Adopted, turns);
                break;
            case CareEvent.Independent:
                End(ref child, day, CareExit.Independent, turns);
                break;
            case CareEvent.Other:
                End(ref child, day, CareExit.Other, turns);
                break;
            case CareEvent.Proceedings:
                ChangeLegal(ref child, day, LegalRoad.Interim, turns);
                break;
            case CareEvent.FinalHearing:
                DecideFinalHearing(ref child, day, random, turns);
                break;
            case CareEvent.ProtectionEnds:
                EndProtection(ref child, day, random, turns);
                break;
            case CareEvent.PlacedForAdoption:
                PlaceForAdoption(ref child, day, random, turns);
                break;
            case CareEvent.AdoptionGivenUp:
                ChangeLegal(ref child, day, LegalRoad.Full, turns);
                break;
            case CareEvent.LongTermMatch:
                child.LongTerm = true;
                Record(ref child, day, TurnKind.LongTermMatch, default, turns);
                break;
            case CareEvent.Move:
                var next = PlacementChoice.AfterMove((day - child.Born) / Year, child.Need, child.Legal, child.State, random);
                Move(ref child, day, next, TurnKind.Move, turns);
                break;
        }
    }

    private static void DecideFinalHearing(ref CareSituation child, int day, Xoshiro256 random, List<CareTurn> turns)
    {
        var age = CareHazards.Band(AnyshireRates.AgeEdges, (day - child.Born) / Year);
        var (order, full, guardianship, _) = AnyshireRates.HearingOutcome[age];
        if (child.State == PlacementState.KinshipFoster)
        {
            // Family and friends who already care for the child are the likely guardians, and adoption is rare there.
            (order, guardianship) = (order * 0.3, guardianship + (order * 0.7));
        }

        var draw = random.NextDouble();
        if (draw < order)
        {
            ChangeLegal(ref child, day, LegalRoad.PlacementOrder, turns);
        }
        else if (draw < order + full)
        {
            if (age <= 2 && child.State != PlacementState.WithParents && random.NextDouble() < AnyshireRates.FullOrderWithParents)
            {
                child.Legal = LegalRoad.Full;
                child.LegalStart = day;
                Move(ref child, day, PlacementState.WithParents, TurnKind.LegalAndMove, turns);
            }
            else
            {
                ChangeLegal(ref child, day, LegalRoad.Full, turns);
            }
        }
        else
        {
            End(ref child, day, draw < order + full + guardianship ? CareExit.SpecialGuardianship : CareExit.Home, turns);
        }
    }

    private static void EndProtection(ref CareSituation child, int day, Xoshiro256 random, List<CareTurn> turns)
    {
        var draw = random.NextDouble();
        if (draw < 0.15)
        {
            End(ref child, day, CareExit.Home, turns);
        }
        else
        {
            ChangeLegal(ref child, day, draw < 0.60 ? LegalRoad.Interim : LegalRoad.Agreement, turns);
        }
    }

    private static void PlaceForAdoption(ref CareSituation child, int day, Xoshiro256 random, List<CareTurn> turns)
    {
        var byCarer = child.State is PlacementState.FosterInHouse or PlacementState.FosterAgency
            && random.NextDouble() < AnyshireRates.AdoptionByCarer;
        Move(ref child, day, PlacementState.PlacedForAdoption, byCarer ? TurnKind.AdoptedByCarerMatch : TurnKind.Move, turns);
    }

    private static void Move(ref CareSituation child, int day, PlacementState to, TurnKind kind, List<CareTurn> turns)
    {
        child.State = to;
        child.LongTerm = false;
        child.PlacementStart = day;
        Record(ref child, day, kind, default, turns);
    }

    private static void ChangeLegal(ref CareSituation child, int day, LegalRoad legal, List<CareTurn> turns)
    {
        child.Legal = legal;
        child.LegalStart = day;
        Record(ref child, day, TurnKind.Legal, default, turns);
    }

    private static void End(ref CareSituation child, int day, CareExit exit, List<CareTurn> turns)
    {
        child.Phase = exit is CareExit.Home or CareExit.SpecialGuardianship ? CarePhase.Out : CarePhase.Finished;
        child.OutSince = day;
        child.OutAfter = exit;
        Record(ref child, day, TurnKind.End, exit, turns);
    }

    private static void Record(ref CareSituation child, int day, TurnKind kind, CareExit exit, List<CareTurn> turns)
    {
        child.LastTurn = day;
        turns.Add(new CareTurn(day, kind, child.State, child.Legal, exit));
    }

    private static double ProtectionLimit(in CareSituation child) => child.Legal switch
    {
        LegalRoad.PoliceProtection => child.LegalStart + 3,
        LegalRoad.EmergencyProtection => child.LegalStart + 15,
        _ => double.PositiveInfinity,
    };

    private static CareEvent Pick(ReadOnlySpan<double> rates, double total, Xoshiro256 random)
    {
        var left = random.NextDouble() * total;
        for (var what = 0; what < rates.Length - 1; what++)
        {
            left -= rates[what];
            if (left < 0)
            {
                return (CareEvent)what;
            }
        }

        return CareEvent.Move;
    }
}
