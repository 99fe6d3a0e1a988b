using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Plimsoll.Reports.Charts;

namespace Plimsoll.Web.TagHelpers;

/// <summary>A chart as a page shows it.</summary>
/// <param name="Title">The message.</param>
/// <param name="Subtitle">Measure, unit, place and period.</param>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="Wide">The drawing for a wide page.</param>
/// <param name="Narrow">The drawing for a telephone; null where the wide one also serves.</param>
public sealed record PageChart(string Title, string Subtitle, string Source, ChartSvg Wide, ChartSvg? Narrow = null);

/// <summary>
/// A chart with its message, subtitle and source. The one place where markup goes to the page unencoded: the drawing,
/// whose texts Plimsoll.Reports has encoded. Content of the element follows beneath: its table, links.
/// </summary>
[HtmlTargetElement("pl-chart", Attributes = "chart")]
public sealed class ChartTagHelper : TagHelper
{
    /// <summary>The chart.</summary>
    public PageChart? Chart { get; set; }

    /// <summary>Whether the title is a small one, for one chart of several.</summary>
    public bool Small { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Chart is not { } chart)
        {
            output.SuppressOutput();
            return;
        }

        var beneath = await output.GetChildContentAsync();
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        Classes.Prepend(output, "pl-chart");
        var words = new TagBuilder("figcaption");
        words.InnerHtml.AppendHtml(Html.Element("h2", Small ? "pl-chart__title pl-chart__title--small" : "pl-chart__title", chart.Title));
        words.InnerHtml.AppendHtml(Html.Element("p", "pl-chart__subtitle", chart.Subtitle));
        output.Content.AppendHtml(words);
        output.Content.AppendHtml(Drawing(chart.Wide, chart.Narrow is null ? null : "pl-chart__wide"));
        if (chart.Narrow is { } narrow)
        {
            output.Content.AppendHtml(Drawing(narrow, "pl-chart__narrow"));
        }

        var source = $"Source: {chart.Source}. {chart.Wide.ScaleNote}".TrimEnd();
        output.Content.AppendHtml(Html.Element("p", "pl-chart__source", source));
        output.Content.AppendHtml(beneath);
    }

    private static TagBuilder Drawing(ChartSvg drawing, string? css)
    {
        var box = Html.Element("div", css);
        box.InnerHtml.AppendHtml(drawing.Svg);
        return box;
    }
}
