using System.Collections.Immutable;

namespace Plimsoll.Core.Care;

/// <summary>A table of the SSDA903 return.</summary>
public enum ReturnTable
{
    /// <summary>One row a child.</summary>
    Header,

    /// <summary>One row an episode.</summary>
    Episodes,

    /// <summary>Statutory reviews.</summary>
    Reviews,

    /// <summary>Unaccompanied asylum-seeking children.</summary>
    Uasc,

    /// <summary>Outcomes of children looked after for twelve months.</summary>
    Oc2,

    /// <summary>Care leavers.</summary>
    Oc3,

    /// <summary>Children adopted.</summary>
    Ad1,

    /// <summary>Decisions that a child should be placed for adoption.</summary>
    PlacedAdoption,

    /// <summary>Permanence before this period of care.</summary>
    PrevPerm,

    /// <summary>Missing and away episodes.</summary>
    Missing,

    /// <summary>Social worker episodes, from collection 2024.</summary>
    SwEpisodes,

    /// <summary>Deprivation of liberty orders, from collection 2027.</summary>
    DoLo,
}

/// <summary>A file that was read: one table, one or more collection years.</summary>
/// <param name="Name">The file's name, with its folder inside the import where there is one.</param>
/// <param name="Hash">SHA-256 of its bytes, lower-case hexadecimal: the same file twice changes nothing.</param>
/// <param name="Table">The table, recognised by its columns.</param>
/// <param name="Years">The collection years it holds, ascending; empty when not known.</param>
/// <param name="Authorities">The LA labels it holds; empty when it has no LA column.</param>
/// <param name="Rows">Rows of data read, blank lines not counted.</param>
/// <param name="LeftOut">Rows that could not be used; each is in a finding.</param>
/// <param name="DataEnd">The last day the file speaks for.</param>
/// <param name="Kept">For a table that is kept for later: its bytes as UTF-8 CSV, gzip-compressed; otherwise empty.</param>
public sealed record ReturnFile(
    string Name,
    string Hash,
    ReturnTable Table,
    ImmutableArray<int> Years,
    ImmutableArray<string> Authorities,
    int Rows,
    int LeftOut,
    DateOnly? DataEnd,
    ImmutableArray<byte> Kept)
{
    /// <summary>Rows that were used.</summary>
    public int Used => Rows - LeftOut;
}

/// <summary>Everything that was read from the files of an import, before years are merged and episodes chained.</summary>
/// <param name="Files">The files.</param>
/// <param name="Headers">Header rows.</param>
/// <param name="Episodes">Episode rows.</param>
/// <param name="Unaccompanied">UASC rows.</param>
/// <param name="Findings">What was repaired or left out while reading.</param>
public sealed record ReturnRows(
    ImmutableArray<ReturnFile> Files,
    IReadOnlyList<HeaderRow> Headers,
    IReadOnlyList<EpisodeRow> Episodes,
    IReadOnlyList<UascRow> Unaccompanied,
    ImmutableArray<Finding> Findings);
