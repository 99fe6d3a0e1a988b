using Microsoft.AspNetCore.Mvc.Rendering;

namespace Plimsoll.Web.TagHelpers;

/// <summary>Makes elements; text is always encoded.</summary>
internal static class Html
{
    public static TagBuilder Element(string tag, string? css, string? text = null)
    {
        var element = new TagBuilder(tag);
        if (!string.IsNullOrEmpty(css))
        {
            element.AddCssClass(css);
        }

        if (text is not null)
        {
            element.InnerHtml.Append(text);
        }

        return element;
    }
}
