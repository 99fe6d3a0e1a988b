using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Plimsoll.Web.TagHelpers;

/// <summary>
/// A form group of GOV.UK Frontend: label, hint, error message and one control, tied together for screen readers.
/// The error also comes first in the error summary of the page, with a link to the control.
/// </summary>
public abstract class FormGroupTagHelper : TagHelper
{
    /// <summary>The control's name in the form; its id too.</summary>
    public string Name { get; set; } = "";

    /// <summary>The visible label.</summary>
    public string Label { get; set; } = "";

    /// <summary>Help under the label, or null.</summary>
    public string? Hint { get; set; }

    /// <summary>What is wrong with the value and what to do, or null.</summary>
    [HtmlAttributeName("error-message")]
    public string? ErrorMessage { get; set; }

    /// <summary>Classes added to the control.</summary>
    [HtmlAttributeName("control-class")]
    public string? ControlClass { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        // Razor hands over an empty text where a page says null.
        ErrorMessage = string.IsNullOrEmpty(ErrorMessage) ? null : ErrorMessage;
        var inner = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        Classes.Prepend(output, ErrorMessage is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error");
        var label = new TagBuilder("label");
        label.AddCssClass("govuk-label");
        label.Attributes["for"] = Name;
        label.InnerHtml.Append(Label);
        output.Content.AppendHtml(label);
        if (Hint is not null)
        {
            output.Content.AppendHtml(Part("div", "govuk-hint", Name + "-hint", Hint));
        }

        if (ErrorMessage is not null)
        {
            var error = Part("p", "govuk-error-message", Name + "-error", "");
            error.InnerHtml.AppendHtml(Part("span", "govuk-visually-hidden", null, "Error: "));
            error.InnerHtml.Append(ErrorMessage);
            output.Content.AppendHtml(error);
        }

        var control = Control(inner);
        control.Attributes["id"] = Name;
        control.Attributes["name"] = Name;
        if (ControlClass is not null)
        {
            control.AddCssClass(ControlClass);
        }

        var described = string.Join(' ', new[] { Hint is null ? null : Name + "-hint", ErrorMessage is null ? null : Name + "-error" }.OfType<string>());
        if (described.Length > 0)
        {
            control.Attributes["aria-describedby"] = described;
        }

        output.Content.AppendHtml(control);
    }

    /// <summary>The control itself, without name, id and description.</summary>
    protected abstract TagBuilder Control(TagHelperContent inner);

    private static TagBuilder Part(string tag, string css, string? id, string text)
    {
        var part = new TagBuilder(tag);
        part.AddCssClass(css);
        if (id is not null)
        {
            part.Attributes["id"] = id;
        }

        part.InnerHtml.Append(text);
        return part;
    }
}

/// <summary>A field of one line.</summary>
[HtmlTargetElement("govuk-input")]
public sealed class GovukInputTagHelper : FormGroupTagHelper
{
    /// <summary>The value that stands in it.</summary>
    public string? Value { get; set; }

    /// <summary>text, date or number.</summary>
    [HtmlAttributeName("input-type")]
    public string InputType { get; set; } = "text";

    /// <summary>numeric or decimal, for the keyboards of telephones.</summary>
    public string? Inputmode { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Control(TagHelperContent inner)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass(ErrorMessage is null ? "govuk-input" : "govuk-input govuk-input--error");
        input.Attributes["type"] = InputType;
        if (Value is not null)
        {
            input.Attributes["value"] = Value;
        }

        if (Inputmode is not null)
        {
            input.Attributes["inputmode"] = Inputmode;
        }

        return input;
    }
}

/// <summary>A list to choose one entry from; the entries are its content, <c>govuk-select-item</c>.</summary>
[HtmlTargetElement("govuk-select")]
public sealed class GovukSelectTagHelper : FormGroupTagHelper
{
    /// <inheritdoc />
    protected override TagBuilder Control(TagHelperContent inner)
    {
        var select = new TagBuilder("select");
        select.AddCssClass(ErrorMessage is null ? "govuk-select" : "govuk-select govuk-select--error");
        select.InnerHtml.AppendHtml(inner);
        return select;
    }
}

/// <summary>One entry of a list.</summary>
[HtmlTargetElement("govuk-select-item", ParentTag = "govuk-select")]
public sealed class GovukSelectItemTagHelper : TagHelper
{
    /// <summary>What the form sends.</summary>
    public string Value { get; set; } = "";

    /// <summary>Whether it is chosen.</summary>
    public bool Selected { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "option";
        output.Attributes.SetAttribute("value", Value);
        if (Selected)
        {
            output.Attributes.Add(new TagHelperAttribute("selected"));
        }
    }
}

/// <summary>A field that takes files.</summary>
[HtmlTargetElement("govuk-file-upload")]
public sealed class GovukFileUploadTagHelper : FormGroupTagHelper
{
    /// <summary>Endings that the browser offers first: ".csv,.zip".</summary>
    public string? Accept { get; set; }

    /// <summary>Whether several files may be chosen at once.</summary>
    public bool Multiple { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Control(TagHelperContent inner)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass(ErrorMessage is null ? "govuk-file-upload" : "govuk-file-upload govuk-file-upload--error");
        input.Attributes["type"] = "file";
        if (Accept is not null)
        {
            input.Attributes["accept"] = Accept;
        }

        if (Multiple)
        {
            input.Attributes["multiple"] = "multiple";
        }

        return input;
    }
}
