using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Tables;
using Plimsoll.Store.Care;
using Plimsoll.Web.Frame;

namespace Plimsoll.Web.Pages.Data;

/// <summary>The import history.</summary>
public static class ImportTables
{
    /// <summary>One row an import, latest first.</summary>
    public static ReportTable Of(string place, ImmutableArray<ImportRecord> imports) => new(
        "Imports",
        $"{place}, latest first. Each import is kept whole. Undo brings back the dataset before it; nothing is lost.",
        new ReportColumn("When", "", ColumnKind.Text),
        [
            new ReportColumn("What", "", ColumnKind.Text),
            new ReportColumn("By", "", ColumnKind.Text),
            new ReportColumn("Rows read", "", ColumnKind.Whole),
            new ReportColumn("Used", "", ColumnKind.Whole),
            new ReportColumn("Left out", "", ColumnKind.Whole),
            new ReportColumn("Findings", "", ColumnKind.Whole),
            new ReportColumn("Dataset", "", ColumnKind.Text),
            new ReportColumn("Standing", "", ColumnKind.Text),
        ],
        [
            .. imports.Select(item => ReportRow.Of(
                Clocks.Moment(item.Change.At),
                Cell.Of(What(item)),
                Cell.Of(item.Change.By),
                Cell.Of(item.Rows),
                Cell.Of(item.Used),
                Cell.Of(item.LeftOut),
                Cell.Of(item.Findings),
                Cell.Of(item.Dataset.Text),
                Cell.Of(item.Standing switch
                {
                    ImportStanding.Current => "in use",
                    ImportStanding.Earlier => "built upon",
                    ImportStanding.Undone => "undone",
                    _ => throw new ArgumentOutOfRangeException(nameof(imports)),
                }))),
        ],
        "Import history of this workspace",
        null);

    /// <summary>"903 returns 2021/22 to 2025/26, 58 files".</summary>
    public static string What(ImportRecord import)
    {
        ArgumentNullException.ThrowIfNull(import);
        var years = import.Files.SelectMany(file => file.Years).Distinct().Order().Select(year => new FinancialYear(year - 1).ToString()).ToList();
        var span = years.Count switch
        {
            0 => "903 returns",
            1 => $"903 return {years[0]}",
            _ => $"903 returns {years[0]} to {years[^1]}",
        };
        return $"{span}, {InWords.Count(import.Files.Length, "file", "files")}";
    }
}
