using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Files.Care;

/// <summary>What can be found in one row of the Episodes table. Numbers are those of the SSDA903 validation rules.</summary>
internal static class EpisodeFindings
{
    public static readonly FindingKind NoStart = Kind("141", FindingSeverity.Error, FindingEffect.Count,
        rows => $"{Episodes(rows)} no start date that can be read.",
        "We left these rows out of the count: without a first night an episode cannot be placed in time. Correct DECOM in your case system.");

    public static readonly FindingKind TooEarly = Kind("353", FindingSeverity.Error, FindingEffect.Count,
        rows => $"{EpisodesThat(rows, "begins", "begin")} before 14 October 1991, when the Children Act 1989 took effect.",
        "We left these rows out of the count: no child of today can have begun so early, so the year is probably mistyped.");

    public static readonly FindingKind AfterEnd = Kind("354", FindingSeverity.Error, FindingEffect.Count,
        rows => $"{EpisodesThat(rows, "begins", "begin")} after the end of the return.",
        "We left these rows out of the count: the year of DECOM is probably mistyped, or the row belongs to a later return.");

    public static readonly FindingKind EndBeforeStart = Kind("356", FindingSeverity.Error, FindingEffect.Count,
        rows => $"{EpisodesThat(rows, "ended before it", "ended before they")} began.",
        "We left these rows out of the count. Correct the dates in your case system and import again.");

    public static readonly FindingKind UnreadableEnd = Kind("147", FindingSeverity.Error, FindingEffect.Count,
        rows => $"{Episodes(rows)} an end date that is not a date.",
        "We counted these children as still in care in that episode. Correct DEC in your case system.");

    public static readonly FindingKind EndAfterReturn = Kind("385", FindingSeverity.Error, FindingEffect.Count,
        rows => $"{EpisodesThat(rows, "ends", "end")} after the end of the return.",
        "We counted these children as still in care at the end of the return: an end that had not happened yet cannot be known.");

    public static readonly FindingKind EndAndReason = Kind("148", FindingSeverity.Error, FindingEffect.Count,
        rows =>
        {
            var open = rows.In("DEC");
            var closed = rows.Length - open;
            return open == 0 ? $"{Count(closed)} an end date but no reason for ending."
                : closed == 0 ? $"{Count(open)} a reason for ending but no end date."
                : $"{Count(open)} a reason for ending but no end date, and {InWords.Whole(closed)} an end date but no reason.";
        },
        string.Empty) with
    {
        TreatmentOf = rows => string.Join(' ', rows.Columns.Select(column => column == "DEC"
            ? "Without an end date we counted the child as still in care in that episode, unless a later year's return ends it."
            : "Without a reason we counted the end as \"other or not recorded\".")),
    };

    public static readonly FindingKind MixedDates = Dates("Episodes", FindingEffect.Count);

    public static readonly FindingKind ReasonNew = Code("143", FindingEffect.Forecast, "reason for a new episode (RNE)",
        "We kept the code as submitted. It decides whether care started here, so check the starts.");

    public static readonly FindingKind LegalStatus = Code("144", FindingEffect.Count, "legal status (LS)",
        "We kept the code as submitted and counted the child as in care: only V3 and V4 (short breaks) are left out of the count.");

    public static readonly FindingKind Need = Code("145", FindingEffect.Nothing, "category of need (CIN)",
        "We kept the code as submitted. Only counts by category of need show it.");

    public static readonly FindingKind Place = Code("146", FindingEffect.Cost, "placement type (PLACE)",
        "We kept the code as submitted. A code that no year's list holds is counted and priced as \"Other placement\"; one of another year is priced as usual.");

    public static readonly FindingKind ReasonCeased = Code("149", FindingEffect.Forecast, "reason for ending (REC)",
        "We kept the code as submitted. A code that no year's list holds is counted as \"other or not recorded\".");

    public static readonly FindingKind ReasonChange = Code("reason-place-change", FindingEffect.Nothing, "reason for placement change (REASON_PLACE_CHANGE)",
        "We kept the code as submitted. None of our figures uses it.");

    public static readonly FindingKind ProviderUnknown = Kind("178", FindingSeverity.Error, FindingEffect.Cost,
        rows => $"{Episodes(rows)} a placement provider (PLACE_PROVIDER) that is not in the list of codes.",
        BoughtTreatment);

    public static readonly FindingKind ProviderMissing = Kind("526", FindingSeverity.Error, FindingEffect.Cost,
        rows => $"{Episodes(rows)} no placement provider (PLACE_PROVIDER), although the placement type needs one.",
        BoughtTreatment);

    public static readonly FindingKind ProviderParents = Kind("550", FindingSeverity.Error, FindingEffect.Cost,
        rows => $"{Episodes(rows)} the provider code for parents (PR0) in a placement that is not with parents (P1).",
        BoughtTreatment);

    public static readonly FindingKind Ragged = RaggedRow("Episodes", FindingEffect.Count);

    public static readonly FindingKind NoChild = BlankChild("Episodes", FindingEffect.Count);

    public static readonly FindingKind Duplicate = DuplicateRow("Episodes");

    public static readonly FindingKind TwoAuthorities = new("two-authorities", FindingSeverity.Note, "Episodes", FindingEffect.Count,
        rows => $"{InWords.Count(rows.Length, "child identifier appears", "child identifiers appear")} under more than one authority.",
        "We counted them as different children, because authorities use the same numbers for different children.");

    private const string BoughtTreatment =
        "Where the provider decides between your own provision and a bought place (foster care U4 to U6, children's homes K2 and R1) "
        + "we counted and priced the place as bought. Elsewhere it changes none of our figures.";

    /// <summary>A date in the form that the rest of its column does not use.</summary>
    public static FindingKind Dates(string table, FindingEffect effect) => new("mixed-dates", FindingSeverity.Error, table, effect,
        rows => $"{InWords.Count(rows.Length, "date is", "dates are")} written in another form than the rest of {(rows.Length == 1 ? "its" : "their")} column.",
        "We did not guess: these dates are treated as not readable. Give the whole column one form, dd/mm/yyyy or yyyy-mm-dd.");

    /// <summary>A row with more or fewer cells than the heading.</summary>
    public static FindingKind RaggedRow(string table, FindingEffect effect) => new("ragged-row", FindingSeverity.Error, table, effect,
        rows => $"{InWords.Count(rows.Length, "row has", "rows have")} more or fewer cells than the heading.",
        "We left these rows out: their values may stand in the wrong columns. A comma inside a cell needs quotation marks around the cell.");

    /// <summary>A row without an identifier.</summary>
    public static FindingKind BlankChild(string table, FindingEffect effect) => new("no-child", FindingSeverity.Error, table, effect,
        rows => $"{InWords.Count(rows.Length, "row has", "rows have")} no child identifier (CHILD).",
        "We left these rows out: they cannot be joined to a child.");

    /// <summary>A row that stands twice in one file.</summary>
    public static FindingKind DuplicateRow(string table) => new("duplicate-row", FindingSeverity.Note, table, FindingEffect.Nothing,
        rows => $"{InWords.Count(rows.Length, "row repeats", "rows repeat")} an earlier row of the same file exactly.",
        "We kept the first of each. Nothing changes in our figures.");

    private static FindingKind Kind(string rule, FindingSeverity severity, FindingEffect effect, Func<FindingTally, string> meaning, string treatment) =>
        new(rule, severity, "Episodes", effect, meaning, treatment);

    private static FindingKind Code(string rule, FindingEffect effect, string what, string treatment) =>
        Kind(
            rule, FindingSeverity.Error, effect,
            rows =>
            {
                var blank = rows.Blank;
                var wrong = rows.Length - blank;
                return blank == 0 ? $"{Count(wrong)} a {what} that the code list of that year does not hold."
                    : wrong == 0 ? $"{Count(blank)} no {what}."
                    : $"{Count(wrong)} a {what} that the code list of that year does not hold, and {InWords.Whole(blank)} none at all.";
            },
            treatment);

    private static string Episodes(FindingTally rows) => Count(rows.Length);

    private static string Count(int rows) => InWords.Count(rows, "episode has", "episodes have");

    private static string EpisodesThat(FindingTally rows, string one, string many) =>
        InWords.Count(rows.Length, "episode " + one, "episodes " + many);
}
