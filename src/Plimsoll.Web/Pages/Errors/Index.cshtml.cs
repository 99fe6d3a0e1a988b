using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plimsoll.Web.Security;

namespace Plimsoll.Web.Pages;

/// <summary>What went wrong, in plain words. It reads nothing, so that it works when nothing else does.</summary>
[Authorize(Policy = Policies.SeeFigures)]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorsModel : PageModel
{
    /// <summary>The words for the code.</summary>
    public ErrorWords Words { get; private set; } = ErrorWords.For(StatusCodes.Status500InternalServerError);

    public void OnGet() => Say();

    public void OnPost() => Say();

    /// <summary>The code is read from the address alone: binding it would read the form, which may be what went wrong.</summary>
    private void Say()
    {
        var code = int.TryParse(RouteData.Values["code"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 0;
        Words = ErrorWords.For(code);
        // Asked for directly there is no error; re-executed, the status is already set.
        if (Response.StatusCode == StatusCodes.Status200OK)
        {
            Response.StatusCode = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
        }
    }
}

/// <summary>The words of an error page.</summary>
/// <param name="Title">What happened, as a heading.</param>
/// <param name="What">What happened, and what it means for the data.</param>
/// <param name="Do">What to do.</param>
public sealed record ErrorWords(string Title, string What, string Do)
{
    /// <summary>The words for a status code.</summary>
    public static ErrorWords For(int code) => code switch
    {
        StatusCodes.Status404NotFound => new(
            "There is no such page",
            "The address may be mistyped, or it names a forecast or a table that is not in this workspace.",
            "Check the address, or start again from Home."),
        StatusCodes.Status413PayloadTooLarge => new(
            "The files are too large",
            "Together they are larger than 1 GB, the most that one upload may hold. Nothing was imported.",
            "Import fewer years at once, or put the files in a zip file and import that."),
        StatusCodes.Status400BadRequest => new(
            "We could not take that form",
            "It was open for too long, was sent twice, or did not come from a page of Plimsoll. Nothing was changed.",
            "Go back, load the page again, and send it once more."),
        StatusCodes.Status403Forbidden => new(
            "You may not see this page",
            "Plimsoll answers only on the machine it runs on.",
            "Open it there, or ask whoever runs it."),
        StatusCodes.Status405MethodNotAllowed => new(
            "That cannot be done here",
            "The page does not take this kind of request. Nothing was changed.",
            "Go back and use the buttons of the page."),
        _ => new(
            "Something went wrong in the program",
            "This is a fault of ours, not of your data. Nothing that was half done has been kept.",
            "Go back and try again. If it happens again, send us the time and what you were doing; the console shows the details."),
    };
}
