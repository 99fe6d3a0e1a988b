using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Plimsoll.Web.TagHelpers;

/// <summary>A folded part of a page: the details component of GOV.UK Frontend.</summary>
[HtmlTargetElement("govuk-details")]
[RestrictChildren("govuk-details-summary", "govuk-details-text")]
public sealed class GovukDetailsTagHelper : TagHelper
{
    /// <summary>Whether it stands open.</summary>
    public bool Open { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "details";
        Classes.Prepend(output, "govuk-details");
        if (Open)
        {
            output.Attributes.Add(new TagHelperAttribute("open"));
        }
    }
}

/// <summary>The words that unfold it.</summary>
[HtmlTargetElement("govuk-details-summary", ParentTag = "govuk-details")]
public sealed class GovukDetailsSummaryTagHelper : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "summary";
        Classes.Prepend(output, "govuk-details__summary");
        output.PreContent.SetHtmlContent("<span class=\"govuk-details__summary-text\">");
        output.PostContent.SetHtmlContent("</span>");
    }
}

/// <summary>What is folded away.</summary>
[HtmlTargetElement("govuk-details-text", ParentTag = "govuk-details")]
public sealed class GovukDetailsTextTagHelper : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        Classes.Prepend(output, "govuk-details__text");
    }
}
