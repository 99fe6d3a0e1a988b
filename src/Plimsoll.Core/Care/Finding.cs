using System.Collections.Immutable;

namespace Plimsoll.Core.Care;

/// <summary>How serious a finding is. Findings never refuse an import.</summary>
public enum FindingSeverity
{
    /// <summary>The record is wrong as it stands; we repaired it or left it out.</summary>
    Error,

    /// <summary>The record may be right, but somebody should look.</summary>
    Query,

    /// <summary>Normal, said so that nothing happens silently.</summary>
    Note,
}

/// <summary>Which of our figures a finding may change. Pages group findings by it, in this order.</summary>
public enum FindingEffect
{
    /// <summary>The number of children in care.</summary>
    Count,

    /// <summary>The cost, the number being right.</summary>
    Cost,

    /// <summary>Only the forecast.</summary>
    Forecast,

    /// <summary>None of our figures; correct it before the return is sent.</summary>
    Nothing,
}

/// <summary>One place where a finding holds.</summary>
/// <param name="File">File name.</param>
/// <param name="Line">Line in the file, the heading being 1; 0 when the finding is about the whole file.</param>
/// <param name="Column">Column name; empty when it is about the row.</param>
/// <param name="Child">The child's local identifier, for the person who corrects the case system; empty when none.</param>
/// <param name="Says">What the file says, in words with dates as dd/mm/yyyy: "ended 12/03/2024, began 15/03/2024".</param>
/// <param name="Did">What we did: "left this row out", "ended the earlier one on 03/08/2026".</param>
public sealed record FindingRow(string File, int Line, string Column, string Child, string Says, string Did);

/// <summary>Places of a finding that are counted but not listed.</summary>
/// <param name="File">File name.</param>
/// <param name="Count">How many in that file; at least one.</param>
public sealed record UnlistedPlaces(string File, int Count);

/// <summary>Something in the records that a person should know: what, where, what we did about it and what that changes.</summary>
/// <param name="Rule">
/// The number of the matching SSDA903 validation rule where there is one ("148"), otherwise a short name of our own
/// in lower case with hyphens ("no-header").
/// </param>
/// <param name="Severity">How serious.</param>
/// <param name="Table">The table: "Episodes", "Header", "UASC".</param>
/// <param name="Changes">Which of our figures it may change.</param>
/// <param name="Meaning">A sentence a new analyst understands, with the number in it: "14 placements ended before they began."</param>
/// <param name="Treatment">What we did and what that changes: "We left these rows out of the count."</param>
/// <param name="Children">How many children it touches.</param>
/// <param name="Rows">
/// The places where it holds, in file order: every one, except in records above the ordinary size, where they are the
/// first ones (<see cref="DatasetLimits"/>) and <see cref="Unlisted"/> counts the others.
/// </param>
public sealed record Finding(
    string Rule,
    FindingSeverity Severity,
    string Table,
    FindingEffect Changes,
    string Meaning,
    string Treatment,
    int Children,
    ImmutableArray<FindingRow> Rows)
{
    /// <summary>Places that are counted but not listed, file by file; empty in records of ordinary size.</summary>
    public ImmutableArray<UnlistedPlaces> Unlisted { get; init; } = [];

    /// <summary>How many rows (or files) it holds for, the unlisted ones with them.</summary>
    public int Count => Rows.Length + NotListed;

    /// <summary>How many of them are not listed.</summary>
    public int NotListed => Unlisted.Sum(places => places.Count);
}
