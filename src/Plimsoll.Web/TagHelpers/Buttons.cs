using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Plimsoll.Web.TagHelpers;

/// <summary>A button of GOV.UK Frontend. <c>class="govuk-button--secondary"</c> and the like are kept.</summary>
[HtmlTargetElement("govuk-button")]
public sealed class GovukButtonTagHelper : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "button";
        output.TagMode = TagMode.StartTagAndEndTag;
        Classes.Prepend(output, "govuk-button");
        if (!output.Attributes.ContainsName("type"))
        {
            output.Attributes.SetAttribute("type", "submit");
        }
    }
}

/// <summary>A link that looks like a button: it goes somewhere and changes nothing.</summary>
[HtmlTargetElement("govuk-button-link", Attributes = "href")]
public sealed class GovukButtonLinkTagHelper : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        Classes.Prepend(output, "govuk-button");
        output.Attributes.SetAttribute("role", "button");
        output.Attributes.SetAttribute("draggable", "false");
    }
}
