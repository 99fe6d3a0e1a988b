using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Store.Care;
using Plimsoll.Web.Frame;
using Plimsoll.Web.Runs;
using Plimsoll.Web.Security;

namespace Plimsoll.Web.Pages.Data;

/// <summary>What came of an import, in plain words.</summary>
[Authorize(Policy = Policies.ChangeData)]
public sealed class ImportedModel(Workbench bench, RunBoard board) : JourneyPage
{
    private bool changedNothing;

    /// <summary>The import that made the dataset.</summary>
    public ImportRecord? Import { get; private set; }

    /// <summary>What was replaced or was there already; empty after a restart of the program.</summary>
    public ImmutableArray<string> Told { get; private set; } = [];

    /// <inheritdoc />
    public override string Title => changedNothing ? "These files are loaded already" : "The returns are imported";

    /// <inheritdoc />
    public override Section Section => Sections.Data;

    /// <summary>The answer in a sentence or two.</summary>
    public string Answer()
    {
        if (Import is not { } import || Loaded is not { } loaded)
        {
            return "";
        }

        var left = import.LeftOut == 0 ? "all of them are used" : $"{InWords.Whole(import.Used)} are used and {InWords.Whole(import.LeftOut)} left out";
        var now = $"The records now run to {InWords.Date(loaded.Data.DataEnd)}, with {InWords.Children(Stock.Number(loaded.Data, loaded.Data.DataEnd))} in care on that day.";
        return changedNothing
            ? $"Nothing has changed. {now}"
            : $"We read {InWords.Count(import.Rows, "row", "rows")} from {InWords.Count(import.Files.Length, "file", "files")}: {left}. {now}";
    }

    public async Task<IActionResult> OnGetAsync(string dataset, string? changed)
    {
        Import = (await bench.Workspace.ImportsAsync(HttpContext.RequestAborted)).FirstOrDefault(item => item.Dataset.Text == dataset);
        if (Import is null || Loaded is null)
        {
            return NotFound();
        }

        changedNothing = changed == "no";
        Told = board.LatestWith(Request.Path + Request.QueryString)?.Told ?? [];
        return Page();
    }
}
