using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Web.TagHelpers;

/// <summary>"How was this worked out?": a headline number's method, inputs, source and date, folded away beneath it.</summary>
[HtmlTargetElement("pl-worked", Attributes = "figure")]
public sealed class WorkedTagHelper : TagHelper
{
    /// <summary>The number that is explained.</summary>
    public Figure? Figure { get; set; }

    /// <summary>Whether it stands open.</summary>
    public bool Open { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Figure is not { } figure)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        Classes.Prepend(output, "govuk-details");
        var words = Html.Element("span", "govuk-details__summary-text");
        words.InnerHtml.Append("How was this worked out?");
        var hidden = Html.Element("span", "govuk-visually-hidden");
        hidden.InnerHtml.Append(" " + figure.Name);
        words.InnerHtml.AppendHtml(hidden);
        var summary = Html.Element("summary", "govuk-details__summary");
        summary.InnerHtml.AppendHtml(words);
        output.Content.AppendHtml(summary);

        var text = Html.Element("div", "govuk-details__text");
        text.InnerHtml.AppendHtml(Paragraph(figure.Method));
        if (!figure.Inputs.IsDefaultOrEmpty)
        {
            text.InnerHtml.AppendHtml(Inputs(figure));
        }

        text.InnerHtml.AppendHtml(Paragraph(string.Create(CultureInfo.InvariantCulture, $"As at {InWords.Date(figure.AsAt)}. Source: {figure.Source}.")));
        output.Content.AppendHtml(text);
    }

    private static TagBuilder Inputs(Figure figure)
    {
        var table = Html.Element("table", "pl-worked");
        var caption = Html.Element("caption", "govuk-visually-hidden");
        caption.InnerHtml.Append("What went into: " + figure.Name);
        table.InnerHtml.AppendHtml(caption);
        var body = new TagBuilder("tbody");
        foreach (var input in figure.Inputs)
        {
            var head = new TagBuilder("th");
            head.Attributes["scope"] = "row";
            head.InnerHtml.Append(input.Name);
            var value = new TagBuilder("td");
            value.InnerHtml.Append(input.Value);
            var row = new TagBuilder("tr");
            row.InnerHtml.AppendHtml(head);
            row.InnerHtml.AppendHtml(value);
            body.InnerHtml.AppendHtml(row);
        }

        table.InnerHtml.AppendHtml(body);
        return table;
    }

    private static TagBuilder Paragraph(string words)
    {
        var paragraph = new TagBuilder("p");
        paragraph.InnerHtml.Append(words);
        return paragraph;
    }
}
