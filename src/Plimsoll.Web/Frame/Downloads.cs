using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Tables;

namespace Plimsoll.Web.Frame;

/// <summary>Tables as files.</summary>
public static class Downloads
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A table as CSV or Excel; not found when there is no such table or format.</summary>
    /// <param name="table">The table, or null when the page has none of that name.</param>
    /// <param name="name">The file's name without its ending.</param>
    /// <param name="format">csv or xlsx.</param>
    /// <param name="frame">Whose data they are.</param>
    public static IActionResult File(ReportTable? table, string name, string? format, PageFrame? frame) => (table, format) switch
    {
        (null, _) => new NotFoundResult(),
        (_, "csv") => new FileContentResult(CsvTable.ToBytes(table), "text/csv; charset=utf-8") { FileDownloadName = Safe(name) + ".csv" },
        (_, "xlsx") => Book([table], table.Title, name, frame),
        _ => new NotFoundResult(),
    };

    /// <summary>Several tables as one workbook, with what they rest on in its last sheet.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="title">What the workbook is.</param>
    /// <param name="name">The file's name without its ending.</param>
    /// <param name="frame">Whose data they are.</param>
    public static IActionResult Book(ImmutableArray<ReportTable> tables, string title, string name, PageFrame? frame)
    {
        var workbook = new ReportWorkbook
        {
            Title = title,
            Place = frame?.Council ?? "",
            Tables = [.. tables.Select(table => (table.Title, table))],
            Trace = [.. (frame?.Facts ?? []).Select(fact => new FigureInput(fact.Name, fact.Value))],
            Notes = frame is { IsMadeUp: true } ? [$"Made-up data: {frame.Council} is not a real council and these are not real children."] : [],
        };
        return new FileContentResult(XlsxWorkbook.ToBytes(workbook), Excel) { FileDownloadName = Safe(name) + ".xlsx" };
    }

    /// <summary>Letters, digits and hyphens only: a file name that every system takes.</summary>
    private static string Safe(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var letter in name.ToLowerInvariant())
        {
            safe.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '-');
        }

        return safe.ToString();
    }
}
