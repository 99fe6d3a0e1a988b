using System.Collections.Immutable;
using Plimsoll.Core.Care;

namespace Plimsoll.Files.Care;

/// <summary>
/// The twelve tables of the return as the collection guides lay them out. A file is recognised by the set of its column
/// names, in any order and case, whatever it is called; extracts may add LA and YEAR.
/// </summary>
internal static class TableShapes
{
    private static readonly ImmutableArray<(ReturnTable Table, string Name, string[] Columns)> All =
    [
        (ReturnTable.Header, "Header", ["CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"]),
        (ReturnTable.Episodes, "Episodes",
            ["CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC", "REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN"]),
        (ReturnTable.Reviews, "Reviews", ["CHILD", "DOB", "REVIEW", "REVIEW_CODE"]),
        (ReturnTable.Uasc, "UASC", ["CHILD", "SEX", "DOB", "DUC"]),
        (ReturnTable.Oc2, "OC2",
            ["CHILD", "DOB", "SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK",
             "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED"]),
        (ReturnTable.Oc3, "OC3", ["CHILD", "DOB", "IN_TOUCH", "ACTIV", "ACCOM"]),
        (ReturnTable.Ad1, "AD1", ["CHILD", "DOB", "DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR"]),
        (ReturnTable.PlacedAdoption, "PlacedAdoption", ["CHILD", "DOB", "DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"]),
        (ReturnTable.PrevPerm, "PrevPerm", ["CHILD", "DOB", "PREV_PERM", "LA_PERM", "DATE_PERM"]),
        (ReturnTable.Missing, "Missing", ["CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"]),
        (ReturnTable.SwEpisodes, "SWEpisodes", ["CHILD", "DOB", "SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON"]),
        (ReturnTable.DoLo, "DoLo", ["CHILD", "DOB", "DOLO_START", "DOLO_END"]),
    ];

    /// <summary>The table's name as the return writes it.</summary>
    public static string Name(ReturnTable table) => All[(int)table].Name;

    /// <summary>The column names of a table in the return's order.</summary>
    public static IReadOnlyList<string> Columns(ReturnTable table) => All[(int)table].Columns;

    /// <summary>What a heading stands for.</summary>
    public static Recognition Recognise(IReadOnlyList<string> heading)
    {
        // A spreadsheet saved with empty columns at the end has blank headings there.
        var names = heading.Where(name => name.Length > 0).Select(name => name.ToUpperInvariant()).ToArray();
        var twice = names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            return new Recognition.ColumnTwice(twice.Key);
        }

        var own = names.Where(name => name is not ("LA" or "YEAR")).ToHashSet(StringComparer.Ordinal);
        var closest = All.MinBy(shape => (Distance(shape.Columns, own), (int)shape.Table));
        return Distance(closest.Columns, own) == 0
            ? new Recognition.Known(closest.Table)
            : new Recognition.Unknown(
                closest.Table,
                [.. closest.Columns.Where(column => !own.Contains(column))],
                [.. own.Where(column => !closest.Columns.Contains(column, StringComparer.Ordinal)).Order(StringComparer.Ordinal)],
                [.. closest.Columns.Where(own.Contains)]);
    }

    private static int Distance(string[] columns, HashSet<string> own)
    {
        var shared = columns.Count(own.Contains);
        return columns.Length - shared + own.Count - shared;
    }
}

/// <summary>What a heading was recognised as.</summary>
internal abstract record Recognition
{
    private Recognition()
    {
    }

    /// <summary>A table of the return.</summary>
    public sealed record Known(ReturnTable Table) : Recognition;

    /// <summary>One column name stands twice, so that a cell's meaning is open.</summary>
    public sealed record ColumnTwice(string Column) : Recognition;

    /// <summary>No table has exactly these columns.</summary>
    public sealed record Unknown(ReturnTable Closest, ImmutableArray<string> Missing, ImmutableArray<string> Unexpected, ImmutableArray<string> Shared)
        : Recognition
    {
        /// <summary>Whether the file was surely meant as the closest table: over half of that table's columns are there.</summary>
        public bool IsNear => Shared.Length * 2 > Shared.Length + Missing.Length;

        /// <summary>"It lacks the column DECOM. It has a column NOTES that the table does not have."</summary>
        public string Differences()
        {
            var parts = new List<string>(2);
            if (Missing.Length > 0)
            {
                parts.Add(Missing.Length == 1 ? $"it has a missing column: {Missing[0]}" : $"it has missing columns: {string.Join(", ", Missing)}");
            }

            if (Unexpected.Length > 0)
            {
                var shown = string.Join(", ", Unexpected.Take(12).Select(name => name.Length > 40 ? name[..40] + "…" : name));
                var more = Unexpected.Length > 12 ? $" and {Unexpected.Length - 12} more" : string.Empty;
                parts.Add($"{(Unexpected.Length == 1 ? "it has an unexpected column" : "it has unexpected columns")}: {shown}{more}");
            }

            return string.Join("; ", parts);
        }
    }
}
