using Microsoft.AspNetCore.Mvc.RazorPages;
using Plimsoll.Store;

namespace Plimsoll.Web.Frame;

/// <summary>A page of a journey: it has a title, stands in a section, and is framed by what is loaded.</summary>
public abstract class JourneyPage : PageModel
{
    /// <summary>The title: the question that the page answers, or the answer itself.</summary>
    public abstract string Title { get; }

    /// <summary>The entry of the navigation that is marked.</summary>
    public abstract Section Section { get; }

    /// <summary>What surrounds the page; set before any handler runs.</summary>
    public PageFrame? Frame { get; set; }

    /// <summary>What the page shows, or null when the workspace holds no returns; set before any handler runs.</summary>
    public Loaded? Loaded { get; set; }

    /// <summary>What the workspace knows about its council; set before any handler runs.</summary>
    public WorkspaceSettings Settings { get; set; } = WorkspaceSettings.Default;

    /// <summary>Today's date in the UK; set before any handler runs.</summary>
    public DateOnly Today { get; set; }

    /// <summary>Seconds after which a page of progress asks again, or null.</summary>
    public virtual int? RefreshSeconds => null;
}
