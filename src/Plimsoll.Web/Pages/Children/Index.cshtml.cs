using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Plimsoll.Web.Frame;
using Plimsoll.Web.Security;

namespace Plimsoll.Web.Pages.Children;

/// <summary>Children in care: how many, since when, where, how old, and how the number changed.</summary>
[Authorize(Policy = Policies.SeeFigures)]
public sealed class ChildrenModel : JourneyPage
{
    /// <summary>What the page shows, or null when nothing is loaded.</summary>
    public ChildrenView? View { get; private set; }

    /// <inheritdoc />
    public override string Title => "Children in care";

    /// <inheritdoc />
    public override Section Section => Sections.Children;

    /// <summary>The address of a table's files, without the ending.</summary>
    public string Download(string table) => View!.Query.Address + "&handler=Table&name=" + table + "&format=";

    public void OnGet(string? on, string? placement, string? age, string? legal, string? need) =>
        View = Loaded is null ? null : ChildrenView.Of(Loaded, ChildrenQuery.Read(Loaded, on, placement, age, legal, need));

    public IActionResult OnGetTable(string? on, string? placement, string? age, string? legal, string? need, string? name, string? format)
    {
        OnGet(on, placement, age, legal, need);
        return Downloads.File(View is null || Loaded is null ? null : View.Table(Loaded, name), "children-" + name, format, Frame);
    }
}
