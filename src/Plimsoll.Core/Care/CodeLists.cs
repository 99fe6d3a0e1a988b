using System.Collections.Frozen;

namespace Plimsoll.Core.Care;

/// <summary>One code of a code list, with the collection years in which it may be used.</summary>
/// <param name="Code">The code as the return writes it, upper case.</param>
/// <param name="Description">What it means, in words for people.</param>
/// <param name="FirstYear">First collection year (2024 is April 2023 to March 2024), or null when always.</param>
/// <param name="LastYear">Last collection year, or null when still in use.</param>
/// <param name="Maps">The value of the mapping column (state or exit) where the list has one, else empty.</param>
public sealed record CodeEntry(string Code, string Description, int? FirstYear, int? LastYear, string Maps);

/// <summary>A code list of the SSDA903 return: dated data, loaded from a file that cites its source.</summary>
/// <param name="Name">The list's name: "placement type".</param>
/// <param name="Entries">The codes by their text.</param>
public sealed record CodeList(string Name, FrozenDictionary<string, CodeEntry> Entries)
{
    /// <summary>The entry for a code, or null when the list does not hold it in any year.</summary>
    public CodeEntry? Find(string code) => Entries.GetValueOrDefault(code);

    /// <summary>The words for a code; the code itself when the list does not hold it.</summary>
    public string Describe(string code) => Find(code)?.Description ?? code;

    /// <summary>Whether a collection year may use a code.</summary>
    public bool Allows(string code, int collectionYear) =>
        Find(code) is { } entry && (entry.FirstYear ?? int.MinValue) <= collectionYear && collectionYear <= (entry.LastYear ?? int.MaxValue);
}

/// <summary>The code lists that reading episodes needs. The placement and exit lists carry the mapping to states and exits.</summary>
/// <param name="PlacementType">PLACE, mapped to placement states.</param>
/// <param name="Provider">PLACE_PROVIDER.</param>
/// <param name="LegalStatus">LS.</param>
/// <param name="ReasonNewEpisode">RNE.</param>
/// <param name="ReasonEpisodeCeased">REC, mapped to exits.</param>
/// <param name="CategoryOfNeed">CIN.</param>
/// <param name="Sex">SEX.</param>
/// <param name="Ethnicity">ETHNIC.</param>
/// <param name="ReasonPlacementChange">REASON_PLACE_CHANGE.</param>
public sealed record CodeLists(
    CodeList PlacementType,
    CodeList Provider,
    CodeList LegalStatus,
    CodeList ReasonNewEpisode,
    CodeList ReasonEpisodeCeased,
    CodeList CategoryOfNeed,
    CodeList Sex,
    CodeList Ethnicity,
    CodeList ReasonPlacementChange);
