using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Plimsoll.Web.TagHelpers;

/// <summary>Puts a component's own classes before those that a page adds.</summary>
internal static class Classes
{
    public static void Prepend(TagHelperOutput output, string classes)
    {
        var added = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", string.IsNullOrEmpty(added) ? classes : classes + " " + added);
    }
}
