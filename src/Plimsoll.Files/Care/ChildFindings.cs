using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Files.Care;

/// <summary>What can be found in one row of the Header and UASC tables.</summary>
internal static class ChildFindings
{
    public static readonly FindingKind Sex = Header("101", FindingSeverity.Error, FindingEffect.Nothing, "no sex, or a code for sex that the list of that year does not hold",
        "We kept what was submitted. None of our figures depends on it.");

    public static readonly FindingKind Born = Header("102", FindingSeverity.Error, FindingEffect.Forecast, "no date of birth that can be right",
        "We count the child with age not known. The forecast draws an age from children in the same kind of placement.");

    public static readonly FindingKind BornInFuture = Header("301", FindingSeverity.Error, FindingEffect.Forecast, "a date of birth after the end of the return",
        "A date after today is treated as not known; an earlier one is kept. The year is probably mistyped.");

    public static readonly FindingKind Ethnicity = Header("103", FindingSeverity.Error, FindingEffect.Nothing, "no ethnicity, or a code that is not in the list",
        "We kept what was submitted. None of our figures depends on it.");

    public static readonly FindingKind FirstChild = Header("171", FindingSeverity.Error, FindingEffect.Nothing, "a date of birth of the mother's first child (MC_DOB) that is not a date",
        "We treat it as missing. None of our figures depends on it.");

    public static readonly FindingKind MixedHeaderDates = EpisodeFindings.Dates("Header", FindingEffect.Forecast);

    public static readonly FindingKind RaggedHeader = EpisodeFindings.RaggedRow("Header", FindingEffect.Forecast);

    public static readonly FindingKind NoHeaderChild = EpisodeFindings.BlankChild("Header", FindingEffect.Forecast);

    public static readonly FindingKind DuplicateHeader = EpisodeFindings.DuplicateRow("Header");

    public static readonly FindingKind StatusCeased = Uasc("104", FindingEffect.Nothing, "a date on which the status ended (DUC) that is not a date",
        "We treat the status as not ended. None of our figures depends on it.");

    public static readonly FindingKind UascSex = Uasc("uasc-sex", FindingEffect.Nothing, "no sex, or a code for sex that the list of that year does not hold",
        "We kept what was submitted. None of our figures depends on it.");

    public static readonly FindingKind UascBorn = Uasc("uasc-dob", FindingEffect.Nothing, "no date of birth that can be right",
        "We treat it as missing here; the date of birth in the Header table is the one that counts.");

    public static readonly FindingKind MixedUascDates = EpisodeFindings.Dates("UASC", FindingEffect.Nothing);

    public static readonly FindingKind RaggedUasc = EpisodeFindings.RaggedRow("UASC", FindingEffect.Forecast);

    public static readonly FindingKind NoUascChild = EpisodeFindings.BlankChild("UASC", FindingEffect.Forecast);

    public static readonly FindingKind DuplicateUasc = EpisodeFindings.DuplicateRow("UASC");

    private static FindingKind Header(string rule, FindingSeverity severity, FindingEffect effect, string what, string treatment) =>
        new(rule, severity, "Header", effect, rows => $"{InWords.Count(rows.Length, "Header row has", "Header rows have")} {what}.", treatment);

    private static FindingKind Uasc(string rule, FindingEffect effect, string what, string treatment) =>
        new(rule, FindingSeverity.Query, "UASC", effect, rows => $"{InWords.Count(rows.Length, "UASC row has", "UASC rows have")} {what}.", treatment);
}
