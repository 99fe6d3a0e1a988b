using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Plimsoll.Web.Frame;
using Plimsoll.Web.Security;

namespace Plimsoll.Web.Pages.Home;

/// <summary>Home: what will we spend, how many children, is anything wrong.</summary>
[Authorize(Policy = Policies.SeeFigures)]
public sealed class HomeModel : JourneyPage
{
    /// <summary>What the page shows, or null when nothing is loaded.</summary>
    public HomeView? View { get; private set; }

    /// <inheritdoc />
    public override string Title => View?.Title ?? "Home";

    /// <inheritdoc />
    public override Section Section => Sections.Home;

    public void OnGet() => View = Loaded is null ? null : HomeView.Of(Loaded);

    public IActionResult OnGetTable(string format)
    {
        View = Loaded is null ? null : HomeView.Of(Loaded);
        return Downloads.File(View?.Costs, "cost-by-financial-year", format, Frame);
    }
}
