using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Tables;
using Plimsoll.Web.Frame;

namespace Plimsoll.Web.Pages.Data;

/// <summary>What is loaded: rows used by table and year of collection.</summary>
public static class LoadedTables
{
    /// <summary>The words for a table of the return.</summary>
    public static string Words(ReturnTable table) => table switch
    {
        ReturnTable.Header => "Children (Header)",
        ReturnTable.Episodes => "Episodes",
        ReturnTable.Reviews => "Reviews",
        ReturnTable.Uasc => "Unaccompanied children (UASC)",
        ReturnTable.Oc2 => "Health and outcomes (OC2)",
        ReturnTable.Oc3 => "Care leavers (OC3)",
        ReturnTable.Ad1 => "Adoption (AD1)",
        ReturnTable.PlacedAdoption => "Placed for adoption",
        ReturnTable.PrevPerm => "Earlier permanence (PrevPerm)",
        ReturnTable.Missing => "Missing",
        ReturnTable.SwEpisodes => "Social workers (SWEpisodes)",
        ReturnTable.DoLo => "Deprivation of liberty (DoLO)",
        _ => throw new ArgumentOutOfRangeException(nameof(table)),
    };

    /// <summary>Rows used by table and year. A file with several years that is only kept counts in "Several years".</summary>
    public static ReportTable Of(Loaded loaded)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        var years = loaded.Data.Years;
        var hasSeveral = loaded.Data.Files.Any(file => file.Years.Length != 1);
        return new ReportTable(
            "What is loaded: SSDA903 returns",
            $"Rows used, by table and year of collection. Records run to {InWords.Date(loaded.Data.DataEnd)}. “n/a”: that year’s return did not ask for it, or a file of several years holds it: its rows stand under “Several years”.",
            new ReportColumn("Table", "", ColumnKind.Text),
            [
                .. years.Select(year => new ReportColumn(new FinancialYear(year - 1).ToString(), "", ColumnKind.Whole)),
                .. hasSeveral ? [new ReportColumn("Several years", "", ColumnKind.Whole)] : ImmutableArray<ReportColumn>.Empty,
                new ReportColumn("All", "", ColumnKind.Whole),
            ],
            [.. Enum.GetValues<ReturnTable>().Select(table => Row(loaded, table, years, hasSeveral))],
            loaded.ReturnsSource,
            loaded.Data.DataEnd)
        { Notes = ["Header, Episodes and UASC feed the counts and the forecast today; the other tables are kept as they came."] };
    }

    private static ReportRow Row(Loaded loaded, ReturnTable table, ImmutableArray<int> years, bool hasSeveral)
    {
        var files = loaded.Data.Files.Where(file => file.Table == table).ToList();
        var several = files.Where(file => file.Years.Length != 1).ToList();
        return new ReportRow(
            Cell.Of(Words(table)),
            [
                .. years.Select(year => Used(table, year, [.. files.Where(file => file.Years is [var only] && only == year)], several)),
                .. hasSeveral ? [several.Count == 0 ? Cell.NotApplicable : Cell.Of(several.Sum(file => file.Used))] : Array.Empty<Cell>(),
                files.Count > 0 ? Cell.Of(files.Sum(file => file.Used)) : years.Any(year => WasAsked(table, year)) ? Cell.NotLoaded : Cell.NotApplicable,
            ]);
    }

    private static Cell Used(ReturnTable table, int year, List<ReturnFile> files, List<ReturnFile> several) =>
        files.Count > 0 ? Cell.Of(files.Sum(file => file.Used))
        : several.Any(file => file.Years.Contains(year)) ? Cell.NotApplicable
        : !WasAsked(table, year) ? Cell.NotApplicable
        : Cell.NotLoaded;

    /// <summary>Social workers are asked for from collection 2024, deprivation of liberty from 2027.</summary>
    private static bool WasAsked(ReturnTable table, int year) => table switch
    {
        ReturnTable.SwEpisodes => year >= 2024,
        ReturnTable.DoLo => year >= 2027,
        _ => true,
    };
}
