using Plimsoll.Core.Care;

namespace Plimsoll.Core.Anyshire;

/// <summary>Why a child of Anyshire came into care, as far as it changes what happens next.</summary>
public enum NeedGroup
{
    /// <summary>Abuse or neglect (N1).</summary>
    Abuse,

    /// <summary>Family in stress, dysfunction, illness or low income (N3, N4, N5, N7).</summary>
    Family,

    /// <summary>Disability (N2).</summary>
    Disability,

    /// <summary>Behaviour (N6).</summary>
    Behaviour,

    /// <summary>Unaccompanied asylum-seeking (N8).</summary>
    Unaccompanied,
}

/// <summary>The legal road a child is on.</summary>
public enum LegalRoad
{
    /// <summary>V2: accommodated by agreement.</summary>
    Agreement,

    /// <summary>C1: interim care order.</summary>
    Interim,

    /// <summary>C2: full care order.</summary>
    Full,

    /// <summary>E1: placement order.</summary>
    PlacementOrder,

    /// <summary>L1: police protection, at most 72 hours.</summary>
    PoliceProtection,

    /// <summary>L2: emergency protection order.</summary>
    EmergencyProtection,

    /// <summary>J1: on remand.</summary>
    Remand,
}

/// <summary>Where a child stands with respect to care.</summary>
internal enum CarePhase
{
    InCare,
    Out,
    Finished,
}

/// <summary>
/// Everything that decides what may happen to a child of Anyshire next. Days are day numbers (DateOnly.DayNumber);
/// copying it copies the child's present, so that many futures can be run from one day.
/// </summary>
internal struct CareSituation
{
    public int Born;
    public int Eighteen;
    public NeedGroup Need;
    public CarePhase Phase;
    public PlacementState State;
    public LegalRoad Legal;
    public bool LongTerm;
    public int PeriodStart;
    public int PlacementStart;
    public int LegalStart;
    public int LastTurn;
    public int OutSince;
    public CareExit OutAfter;
}

/// <summary>What happened on a day of a child's life in care.</summary>
internal enum TurnKind
{
    Start,
    Move,
    Legal,
    LegalAndMove,
    LongTermMatch,
    AdoptedByCarerMatch,
    End,
}

/// <summary>One turn in a life: what happened and how things stand from that day.</summary>
internal readonly record struct CareTurn(int Day, TurnKind Kind, PlacementState State, LegalRoad Legal, CareExit Exit);
