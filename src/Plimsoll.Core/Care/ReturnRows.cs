namespace Plimsoll.Core.Care;

/// <summary>
/// The key of a child: the council's own identifier, a pseudonym without meaning outside its case system, and the
/// authority where the files name one. Two authorities in one dataset may use the same identifier for two children.
/// </summary>
/// <param name="Authority">The LA label of the file, empty when the file has none.</param>
/// <param name="LocalId">The CHILD column, as text: leading zeros count.</param>
public readonly record struct ChildKey(string Authority, string LocalId) : IComparable<ChildKey>
{
    /// <inheritdoc />
    public int CompareTo(ChildKey other)
    {
        var authority = string.CompareOrdinal(Authority, other.Authority);
        return authority != 0 ? authority : string.CompareOrdinal(LocalId, other.LocalId);
    }

    /// <summary>True when the first sorts before the second.</summary>
    public static bool operator <(ChildKey a, ChildKey b) => a.CompareTo(b) < 0;

    /// <summary>True when the first sorts after the second.</summary>
    public static bool operator >(ChildKey a, ChildKey b) => a.CompareTo(b) > 0;

    /// <summary>True when the first does not sort after the second.</summary>
    public static bool operator <=(ChildKey a, ChildKey b) => a.CompareTo(b) <= 0;

    /// <summary>True when the first does not sort before the second.</summary>
    public static bool operator >=(ChildKey a, ChildKey b) => a.CompareTo(b) >= 0;
}

/// <summary>Where a row stood: the file's name and its line, the heading being line 1.</summary>
/// <param name="File">The file's name, with its folder inside the import where there is one.</param>
/// <param name="Line">Line number; the heading is 1, the first row of data 2.</param>
public readonly record struct SourceRow(string File, int Line);

/// <summary>One row of the Header table: a child in one year's return.</summary>
/// <param name="Child">The child.</param>
/// <param name="Sex">M, F or U after normalising 1 and 2; empty when missing; the text as submitted when not in the list.</param>
/// <param name="Born">Date of birth, or null when missing or unreadable.</param>
/// <param name="Ethnicity">ETHNIC as submitted, upper case.</param>
/// <param name="Upn">Unique pupil number as submitted, upper case.</param>
/// <param name="Mother">MOTHER: 1, 0 or empty.</param>
/// <param name="FirstChildBorn">MC_DOB, or null.</param>
/// <param name="CollectionYear">The year of the return: 2025 for 1 April 2024 to 31 March 2025; 0 when not known.</param>
/// <param name="Source">Where the row stood.</param>
public sealed record HeaderRow(
    ChildKey Child,
    string Sex,
    DateOnly? Born,
    string Ethnicity,
    string Upn,
    string Mother,
    DateOnly? FirstChildBorn,
    int CollectionYear,
    SourceRow Source);

/// <summary>One row of the Episodes table, codes upper case as submitted, postcodes cut to the district.</summary>
/// <param name="Child">The child.</param>
/// <param name="Commenced">DECOM: the date the episode began, its first night.</param>
/// <param name="ReasonNew">RNE.</param>
/// <param name="LegalStatus">LS.</param>
/// <param name="Need">CIN: category of need.</param>
/// <param name="Place">PLACE: placement type.</param>
/// <param name="Provider">PLACE_PROVIDER; empty when missing.</param>
/// <param name="Ceased">DEC: the date it ended, whose night is not counted; null while open.</param>
/// <param name="ReasonCeased">REC; empty when missing.</param>
/// <param name="ReasonPlacementChange">REASON_PLACE_CHANGE; empty when missing.</param>
/// <param name="HomeDistrict">Postcode district of HOME_POST ("AN12"); empty when missing.</param>
/// <param name="PlacementDistrict">Postcode district of PL_POST; empty when missing.</param>
/// <param name="Urn">Ofsted number of the home or agency; empty when missing.</param>
/// <param name="CollectionYear">The year of the return: 2025 for 1 April 2024 to 31 March 2025.</param>
/// <param name="Source">Where the row stood.</param>
public sealed record EpisodeRow(
    ChildKey Child,
    DateOnly Commenced,
    string ReasonNew,
    string LegalStatus,
    string Need,
    string Place,
    string Provider,
    DateOnly? Ceased,
    string ReasonCeased,
    string ReasonPlacementChange,
    string HomeDistrict,
    string PlacementDistrict,
    string Urn,
    int CollectionYear,
    SourceRow Source);

/// <summary>One row of the UASC table: a child who is or was an unaccompanied asylum-seeking child in the year.</summary>
/// <param name="Child">The child.</param>
/// <param name="Sex">As in the header.</param>
/// <param name="Born">Date of birth, or null.</param>
/// <param name="StatusCeased">DUC: the date the status ended, or null while it lasts.</param>
/// <param name="CollectionYear">The year of the return; 0 when not known.</param>
/// <param name="Source">Where the row stood.</param>
public sealed record UascRow(
    ChildKey Child,
    string Sex,
    DateOnly? Born,
    DateOnly? StatusCeased,
    int CollectionYear,
    SourceRow Source);
