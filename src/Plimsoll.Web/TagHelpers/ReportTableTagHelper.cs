using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Plimsoll.Reports.Tables;

namespace Plimsoll.Web.TagHelpers;

/// <summary>
/// A report table as a page shows it: caption with measure, place and period, row headings, numbers to the right, a
/// total in bold, in a region that scrolls by keyboard, with links to the same table as CSV and Excel.
/// </summary>
[HtmlTargetElement("pl-table", Attributes = "table")]
public sealed class ReportTableTagHelper : TagHelper
{
    /// <summary>The table.</summary>
    public ReportTable? Table { get; set; }

    /// <summary>Unique within the page.</summary>
    public string Id { get; set; } = "";

    /// <summary>The address that gives the file; "csv" or "xlsx" is added. Null for no links.</summary>
    [HtmlAttributeName("download")]
    public string? Download { get; set; }

    /// <summary>Classes for the table: "pl-table--fit".</summary>
    [HtmlAttributeName("table-class")]
    public string? TableClass { get; set; }

    /// <summary>Whether a long table scrolls within itself under a heading that stays.</summary>
    public bool Tall { get; set; }

    /// <summary>Headings of columns shown in bold, those people look for first.</summary>
    public ImmutableArray<string> Bold { get; set; } = [];

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Table is not { } table)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = null;
        var captionId = Id + "-caption";
        var region = Html.Element("div", Tall ? "pl-scroll pl-scroll--tall" : "pl-scroll");
        region.Attributes["role"] = "region";
        region.Attributes["aria-labelledby"] = captionId;
        region.Attributes["tabindex"] = "0";
        region.InnerHtml.AppendHtml(Grid(table, captionId));
        output.Content.AppendHtml(region);
        if (!table.Notes.IsDefaultOrEmpty)
        {
            output.Content.AppendHtml(Html.Element("p", "pl-table-notes", string.Join(' ', table.Notes)));
        }

        if (Download is { } address)
        {
            output.Content.AppendHtml(Links(address, table.Title));
        }
    }

    private TagBuilder Grid(ReportTable table, string captionId)
    {
        var grid = Html.Element("table", TableClass is null ? "pl-table" : "pl-table " + TableClass);
        grid.Attributes["id"] = Id;
        var caption = Html.Element("caption", null);
        caption.Attributes["id"] = captionId;
        caption.InnerHtml.AppendHtml(Html.Element("span", null, table.Title));
        caption.InnerHtml.AppendHtml(Html.Element("span", null, table.Subtitle));
        grid.InnerHtml.AppendHtml(caption);
        grid.InnerHtml.AppendHtml(TableHead.Of(table));
        var body = new TagBuilder("tbody");
        foreach (var row in table.Rows)
        {
            body.InnerHtml.AppendHtml(Row(table, row));
        }

        grid.InnerHtml.AppendHtml(body);
        return grid;
    }

    private TagBuilder Row(ReportTable table, ReportRow row)
    {
        var line = Html.Element("tr", row.Role switch
        {
            RowRole.Total => "pl-table__total",
            RowRole.Subtotal => "pl-table__subtotal",
            _ => null,
        });
        var head = Html.Element("th", null, CellText.Of(row.Heading, table.RowHeading).ToString());
        head.Attributes["scope"] = "row";
        line.InnerHtml.AppendHtml(head);
        foreach (var (cell, column) in row.Cells.Zip(table.Columns))
        {
            var text = CellText.Of(cell, column);
            var isBold = !Bold.IsDefaultOrEmpty && Bold.Contains(column.Heading);
            var css = string.Join(' ', new[]
            {
                column.Kind.IsNumeric ? "pl-table__number" : null,
                text.IsMissing ? "pl-table__missing" : null,
                isBold ? "pl-table__bold" : null,
            }.OfType<string>());
            line.InnerHtml.AppendHtml(Html.Element("td", css.Length == 0 ? null : css, text.ToString()));
        }

        return line;
    }

    private static TagBuilder Links(string address, string title)
    {
        var list = Html.Element("ul", "pl-links");
        foreach (var (ending, name) in new[] { ("csv", "CSV"), ("xlsx", "Excel") })
        {
            var link = Html.Element("a", "govuk-link", name);
            link.Attributes["href"] = address + ending;
            link.InnerHtml.AppendHtml(Html.Element("span", "govuk-visually-hidden", string.Create(CultureInfo.InvariantCulture, $": {title}")));
            var item = new TagBuilder("li");
            item.InnerHtml.AppendHtml(link);
            list.InnerHtml.AppendHtml(item);
        }

        return list;
    }
}
