using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Tables;
using Plimsoll.Store.Care;
using Plimsoll.Web.Frame;
using Plimsoll.Web.Security;

namespace Plimsoll.Web.Pages.Data;

/// <summary>Data: what is loaded, what we found in it, what was imported when.</summary>
[Authorize(Policy = Policies.SeeRows)]
public sealed class DataModel(Workbench bench) : JourneyPage
{
    /// <summary>Rows of a finding shown on the page; the files hold all.</summary>
    private const int RowsShown = 100;

    /// <summary>The findings by what they change.</summary>
    public ImmutableArray<FindingGroup> Groups { get; private set; } = [];

    /// <summary>The imports, latest first.</summary>
    public ImmutableArray<ImportRecord> Imports { get; private set; } = [];

    /// <summary>The price list in force.</summary>
    public PriceBook? Prices { get; private set; }

    /// <summary>The placement cost sheet in force against the placements; null where there is none.</summary>
    public SheetInForce? Costs { get; private set; }

    /// <summary>The key of the finding whose rows are open, or null.</summary>
    public string? Open { get; private set; }

    /// <summary>What has just been done, from the address; null for nothing.</summary>
    public string? Done { get; private set; }

    /// <inheritdoc />
    public override string Title => "Can we rely on the data?";

    /// <inheritdoc />
    public override Section Section => Sections.Data;

    public async Task OnGetAsync(string? open, string? done)
    {
        Open = open;
        Done = done switch
        {
            "undone" => "The last import was undone. The records are as they were before it.",
            "costs" => "The placement costs were imported.",
            "prices" => "The price list was imported. Run a new forecast to use it.",
            _ => null,
        };
        Groups = Loaded is null ? [] : FindingGroup.Of(Loaded.Data.Findings);
        Imports = await bench.Workspace.ImportsAsync(HttpContext.RequestAborted);
        Prices = await bench.PricesAsync(HttpContext.RequestAborted);
        Costs = await bench.PlacementCostsAsync(HttpContext.RequestAborted);
    }

    public async Task<IActionResult> OnGetCostsAsync(string? name, string? format)
    {
        var costs = await bench.PlacementCostsAsync(HttpContext.RequestAborted);
        return (costs, name) switch
        {
            ({ } found, "summary") => Downloads.File(PlacementCostTables.Of(found.Sheet, found.Match), "placement-costs", format, Frame),
            ({ } found, "unmatched") => Downloads.File(PlacementCostTables.Unmatched(found.Sheet, found.Match), "placement-costs-unmatched", format, Frame),
            _ => NotFound(),
        };
    }

    public async Task<IActionResult> OnGetPricesAsync(string? format) =>
        Downloads.File(PriceTables.Of(await bench.PricesAsync(HttpContext.RequestAborted), Today), "prices", format, Frame);

    public IActionResult OnGetTable(string? name, string? format) =>
        Downloads.File(Loaded is null || name != "loaded" ? null : LoadedTables.Of(Loaded), "loaded-returns", format, Frame);

    public IActionResult OnGetFinding(string? key, string? format)
    {
        var found = Loaded is null ? null : FindingGroup.Keyed(Loaded.Data.Findings).FirstOrDefault(item => item.Key == key);
        return Downloads.File(found is null ? null : FindingGroup.Rows(Loaded!, found.Finding), "finding-" + key, format, Frame);
    }

    public async Task<IActionResult> OnGetImportsAsync(string? format)
    {
        Imports = await bench.Workspace.ImportsAsync(HttpContext.RequestAborted);
        return Downloads.File(ImportTable(), "imports", format, Frame);
    }

    /// <summary>The rows of a finding as the page shows them.</summary>
    public ReportTable Rows(KeyedFinding item) => FindingGroup.FirstRows(Loaded!, item.Finding, RowsShown);

    /// <summary>The import history as a table.</summary>
    public ReportTable ImportTable() => ImportTables.Of(Settings.CouncilName, Imports);
}
