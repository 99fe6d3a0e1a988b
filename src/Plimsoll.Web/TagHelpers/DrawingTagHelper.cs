using Microsoft.AspNetCore.Razor.TagHelpers;
using Plimsoll.Reports.Charts;

namespace Plimsoll.Web.TagHelpers;

/// <summary>A drawing alone, for small multiples and dots: markup whose texts Plimsoll.Reports has encoded.</summary>
[HtmlTargetElement("pl-drawing", Attributes = "drawing")]
public sealed class DrawingTagHelper : TagHelper
{
    /// <summary>The drawing.</summary>
    public ChartSvg? Drawing { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        if (Drawing is { } drawing)
        {
            output.Content.SetHtmlContent(drawing.Svg);
        }
    }
}
