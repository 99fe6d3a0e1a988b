using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Plimsoll.Web.TagHelpers;

/// <summary>Something wrong with what a form sent.</summary>
/// <param name="Field">The name of the field; its id too.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record FieldError(string Field, string Message);

/// <summary>The list of everything wrong with a form, at the top of the page, each linked to its field. Nothing when nothing is wrong.</summary>
[HtmlTargetElement("govuk-error-summary")]
public sealed class GovukErrorSummaryTagHelper : TagHelper
{
    /// <summary>What is wrong.</summary>
    public IReadOnlyList<FieldError> Errors { get; set; } = [];

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        Classes.Prepend(output, "govuk-error-summary");
        var alert = new TagBuilder("div");
        alert.Attributes["role"] = "alert";
        var title = new TagBuilder("h2");
        title.AddCssClass("govuk-error-summary__title");
        title.InnerHtml.Append("There is a problem");
        var list = new TagBuilder("ul");
        list.AddCssClass("govuk-list govuk-error-summary__list");
        foreach (var error in Errors)
        {
            var link = new TagBuilder("a");
            link.Attributes["href"] = "#" + error.Field;
            link.InnerHtml.Append(error.Message);
            var item = new TagBuilder("li");
            item.InnerHtml.AppendHtml(link);
            list.InnerHtml.AppendHtml(item);
        }

        var body = new TagBuilder("div");
        body.AddCssClass("govuk-error-summary__body");
        body.InnerHtml.AppendHtml(list);
        alert.InnerHtml.AppendHtml(title);
        alert.InnerHtml.AppendHtml(body);
        output.Content.AppendHtml(alert);
    }
}

/// <summary>Tells that something has happened: done (type="Success") or to be noted.</summary>
[HtmlTargetElement("govuk-notification-banner")]
public sealed class GovukNotificationBannerTagHelper : TagHelper
{
    /// <summary>"Success" for something done; empty for something to note.</summary>
    public string Type { get; set; } = "";

    /// <summary>The heading of the banner; null for "Done" or "Important".</summary>
    [HtmlAttributeName("banner-title")]
    public string? BannerTitle { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var success = string.Equals(Type, "Success", StringComparison.OrdinalIgnoreCase);
        var inner = await output.GetChildContentAsync();
        var id = "banner-" + context.UniqueId;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        Classes.Prepend(output, success ? "govuk-notification-banner govuk-notification-banner--success" : "govuk-notification-banner");
        output.Attributes.SetAttribute("role", success ? "alert" : "region");
        output.Attributes.SetAttribute("aria-labelledby", id);
        var title = new TagBuilder("h2");
        title.AddCssClass("govuk-notification-banner__title");
        title.Attributes["id"] = id;
        title.InnerHtml.Append(BannerTitle ?? (success ? "Done" : "Important"));
        var header = new TagBuilder("div");
        header.AddCssClass("govuk-notification-banner__header");
        header.InnerHtml.AppendHtml(title);
        var content = new TagBuilder("div");
        content.AddCssClass("govuk-notification-banner__content");
        content.InnerHtml.AppendHtml(inner);
        output.Content.AppendHtml(header);
        output.Content.AppendHtml(content);
    }
}
