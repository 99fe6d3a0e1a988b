using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Store.Care;
using Plimsoll.Web.Frame;
using Plimsoll.Web.Security;

namespace Plimsoll.Web.Pages.Data;

/// <summary>Asks before the last import is undone. The import itself stays in the history and can be made again.</summary>
[Authorize(Policy = Policies.ChangeData)]
public sealed class UndoModel(Workbench bench, TimeProvider clock) : JourneyPage
{
    /// <summary>The import that would be undone, or null when there is none.</summary>
    public ImportRecord? Last { get; private set; }

    /// <inheritdoc />
    public override string Title => "Undo the last import?";

    /// <inheritdoc />
    public override Section Section => Sections.Data;

    public async Task OnGetAsync() => Last = await CurrentAsync();

    public async Task<IActionResult> OnPostAsync(string? dataset)
    {
        Last = await CurrentAsync();
        if (Last is null || Last.Dataset.Text != dataset)
        {
            // Another tab imported or undid something since: show what would be undone now, and ask again.
            return Page();
        }

        await bench.Workspace.UndoLastImportAsync(
            new Change("user of this machine", clock.GetUtcNow(), "undo the last import from the Data page", Last.Dataset.Text), HttpContext.RequestAborted);
        return Redirect("/data?done=undone");
    }

    private async Task<ImportRecord?> CurrentAsync() =>
        (await bench.Workspace.ImportsAsync(HttpContext.RequestAborted)).FirstOrDefault(item => item.Standing == ImportStanding.Current);
}
