using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Care;

/// <summary>
/// The care history of one child after years are merged, episodes chained, overlaps cut and stays past eighteen
/// closed. All periods are half-open; an open one runs at least to the end of the data.
/// </summary>
/// <param name="Key">The child.</param>
/// <param name="Born">Date of birth, or null: the child is counted with age not known.</param>
/// <param name="Sex">M, F, U, or empty when not known.</param>
/// <param name="IsUnaccompanied">Whether a UASC row names the child.</param>
/// <param name="Counted">Every night of counted care, as disjoint episodes in order: what stock, flow and cost count.</param>
/// <param name="Periods">Periods of care in order: what the hazards are fitted on.</param>
/// <param name="ShortBreaks">Episodes under V3 or V4, outside the count.</param>
public sealed record ChildHistory(
    ChildKey Key,
    DateOnly? Born,
    string Sex,
    bool IsUnaccompanied,
    ImmutableArray<CountedEpisode> Counted,
    ImmutableArray<PeriodOfCare> Periods,
    ImmutableArray<ShortBreak> ShortBreaks)
{
    /// <summary>The eighteenth birthday (born 29 February: 1 March), or null when the date of birth is not known.</summary>
    public DateOnly? Turns18 => Born is { } born ? Ages.Birthday(born, 18) : null;
}

/// <summary>Nights of counted care with the attributes in force. Same-day and zero-night episodes are gone.</summary>
/// <param name="Days">Half-open.</param>
/// <param name="LegalStatus">LS as submitted.</param>
/// <param name="Need">CIN as submitted.</param>
/// <param name="Place">PLACE as submitted (T0 to T4 stay visible here).</param>
/// <param name="Provider">PLACE_PROVIDER after bridging temporary moves.</param>
/// <param name="State">Placement state after bridging temporary moves.</param>
/// <param name="StartsCare">Whether counted care starts with this episode: a start in the flow.</param>
/// <param name="EndsCare">Whether counted care ends with it: an end in the flow.</param>
public sealed record CountedEpisode(
    Period Days,
    string LegalStatus,
    string Need,
    string Place,
    string Provider,
    PlacementState State,
    bool StartsCare,
    bool EndsCare);

/// <summary>
/// A period of care as the hazard fit sees it: chained episodes, one-day gaps bridged, ended by an exit, by a change
/// into short breaks, or open.
/// </summary>
/// <param name="Days">Half-open. When <paramref name="StartKnown"/> is false the true start is on or before Days.Start.</param>
/// <param name="StartKnown">False when the first known episode is not a start of care (usual for children in care before the first return).</param>
/// <param name="Exit">How it ended; null while open, and null when it ended without an exit (<paramref name="Ending"/>).</param>
/// <param name="Ending">Open, an exit, or a change into short breaks, which is no event for the hazard fit.</param>
/// <param name="Need">Category of need at its last episode.</param>
/// <param name="Number">1 for the first known period of the child, 2 for the next, and so on.</param>
/// <param name="Spells">Placement spells in order, contiguous, covering the period.</param>
public sealed record PeriodOfCare(
    Period Days,
    bool StartKnown,
    CareExit? Exit,
    PeriodEnding Ending,
    string Need,
    int Number,
    ImmutableArray<PlacementSpell> Spells)
{
    /// <summary>
    /// Whether its start is an entry to care for the fit: false when the true start is unknown and earlier, and when
    /// counted care began as a change out of short breaks (a start in the flow, but no event for the hazards).
    /// </summary>
    public bool CountsAsEntry { get; init; } = StartKnown;
}

/// <summary>Whether and how a period of care ended.</summary>
public enum PeriodEnding
{
    /// <summary>Still open when the data end.</summary>
    Open,

    /// <summary>Ended by one of the exits.</summary>
    Exited,

    /// <summary>Ended by a change into short breaks (V3, V4): an end in the flow, no event for the fit.</summary>
    IntoShortBreaks,

    /// <summary>
    /// Continues past eighteen under section 20 in a children's home: the nights stay counted, the period ends here on
    /// the birthday and the child is outside the model from then on.
    /// </summary>
    PastEighteen,

    /// <summary>The authority's later returns are not loaded: care ends with its last return, which is no event for the fit.</summary>
    BeyondReturns,
}

/// <summary>A run of nights in the same state without a change of carer.</summary>
/// <param name="Days">Half-open.</param>
/// <param name="State">The placement state.</param>
/// <param name="StartKnown">False when the placement may have begun before Days.Start.</param>
/// <param name="BeganAs">How the spell began.</param>
public sealed record PlacementSpell(Period Days, PlacementState State, bool StartKnown, SpellStart BeganAs);

/// <summary>How a placement spell began.</summary>
public enum SpellStart
{
    /// <summary>With the period of care.</summary>
    Entry,

    /// <summary>A move to another carer, in the same state or another (RNE P or B).</summary>
    Move,

    /// <summary>The same carer, another state (RNE T or U): a move of kind "status", without the process cost of a new placement.</summary>
    Status,
}

/// <summary>An episode of an agreed series of short breaks, outside the count of children in care.</summary>
/// <param name="Days">Half-open. Under V4 this is the agreement, not nights.</param>
/// <param name="LegalStatus">V3 or V4.</param>
/// <param name="State">Placement state.</param>
public sealed record ShortBreak(Period Days, string LegalStatus, PlacementState State);

/// <summary>Ages by date of birth.</summary>
public static class Ages
{
    /// <summary>The day on which somebody born on a day reaches an age; born 29 February, the day is 1 March in a common year.</summary>
    public static DateOnly Birthday(DateOnly born, int age)
    {
        var year = born.Year + age;
        return born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year) ? new DateOnly(year, 3, 1) : new DateOnly(year, born.Month, born.Day);
    }

    /// <summary>Completed years on a day; negative before birth.</summary>
    public static int On(DateOnly born, DateOnly day)
    {
        var age = day.Year - born.Year;
        return Birthday(born, age) > day ? age - 1 : age;
    }
}
