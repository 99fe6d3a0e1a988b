using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Plimsoll.Reports.Tables;
using Plimsoll.Store.Vocabulary;
using Plimsoll.Web.Frame;
using Plimsoll.Web.Security;

namespace Plimsoll.Web.Pages.Data;

/// <summary>Who changed what, when and why; and whether the journal is as it was written.</summary>
[Authorize(Policy = Policies.SeeRows)]
public sealed class JournalModel(Workbench bench) : JourneyPage
{
    /// <summary>The entries, latest first.</summary>
    public ImmutableArray<JournalEntry> Entries { get; private set; } = [];

    /// <summary>Whether the chain is whole.</summary>
    public JournalCheck Check { get; private set; } = new JournalCheck.Intact(0, "");

    /// <inheritdoc />
    public override string Title => "Who changed what, and when?";

    /// <inheritdoc />
    public override Section Section => Sections.Data;

    public async Task OnGetAsync() => await ReadAsync();

    public async Task<IActionResult> OnGetTableAsync(string? format)
    {
        await ReadAsync();
        return Downloads.File(Table(), "journal", format, Frame);
    }

    /// <summary>The journal as a table.</summary>
    public ReportTable Table() => new(
        "Journal",
        $"{Settings.CouncilName}, latest first. Entries are only ever added.",
        new ReportColumn("When", "", ColumnKind.Text),
        [
            new ReportColumn("What", "", ColumnKind.Text),
            new ReportColumn("Which", "", ColumnKind.Text),
            new ReportColumn("By", "", ColumnKind.Text),
            new ReportColumn("Why", "", ColumnKind.Text),
        ],
        [
            .. Entries.Select(entry => ReportRow.Of(
                Clocks.Moment(entry.Change.At), Cell.Of(entry.What), Cell.Of(entry.Subject), Cell.Of(entry.Change.By), Cell.Of(entry.Change.Why))),
        ],
        "Journal of this workspace",
        null);

    private async Task ReadAsync()
    {
        var entries = await bench.Workspace.JournalAsync(HttpContext.RequestAborted);
        Check = await bench.Workspace.CheckJournalAsync(HttpContext.RequestAborted);
        Entries = [.. entries.Reverse()];
    }
}
