using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Plimsoll.Reports.Tables;

namespace Plimsoll.Web.TagHelpers;

/// <summary>The head of a table: one row of headings, or two where neighbouring columns share a group heading.</summary>
internal static class TableHead
{
    public static TagBuilder Of(ReportTable table)
    {
        var head = new TagBuilder("thead");
        var isGrouped = table.Columns.Any(column => column.Group.Length > 0);
        if (isGrouped)
        {
            head.InnerHtml.AppendHtml(Groups(table));
        }

        var row = new TagBuilder("tr");
        if (!isGrouped)
        {
            row.InnerHtml.AppendHtml(Cell(table.RowHeading, "col"));
        }

        foreach (var column in table.Columns.Where(column => !isGrouped || column.Group.Length > 0))
        {
            row.InnerHtml.AppendHtml(Cell(UnitOf(table, column.Group).Length > 0 ? column with { Unit = "" } : column, "col"));
        }

        head.InnerHtml.AppendHtml(row);
        return head;
    }

    private static TagBuilder Groups(ReportTable table)
    {
        var row = new TagBuilder("tr");
        var first = Cell(table.RowHeading, "col");
        first.Attributes["rowspan"] = "2";
        row.InnerHtml.AppendHtml(first);
        for (var i = 0; i < table.Columns.Length;)
        {
            var column = table.Columns[i];
            if (column.Group.Length == 0)
            {
                var single = Cell(column, "col");
                single.Attributes["rowspan"] = "2";
                row.InnerHtml.AppendHtml(single);
                i++;
                continue;
            }

            var width = table.Columns.Skip(i).TakeWhile(next => next.Group == column.Group).Count();
            var group = Html.Element("th", "pl-table__group", UnitOf(table, column.Group) is { Length: > 0 } unit ? column.Group + ", " + unit : column.Group);
            group.Attributes["scope"] = "colgroup";
            group.Attributes["colspan"] = width.ToString(CultureInfo.InvariantCulture);
            row.InnerHtml.AppendHtml(group);
            i += width;
        }

        return row;
    }

    /// <summary>The unit that all columns of a group share: it stands once, over all of them. Empty where there is none.</summary>
    private static string UnitOf(ReportTable table, string group) =>
        group.Length == 0 ? ""
        : table.Columns.Where(column => column.Group == group).Select(column => column.Unit).Distinct().ToList() is [var unit] ? unit : "";

    private static TagBuilder Cell(ReportColumn column, string scope)
    {
        var cell = Html.Element("th", column.Kind.IsNumeric ? "pl-table__number" : null, column.HeadingWithUnit);
        cell.Attributes["scope"] = scope;
        return cell;
    }
}
