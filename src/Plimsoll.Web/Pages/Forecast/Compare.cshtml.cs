using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Bridges;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Store.Forecast;
using Plimsoll.Web.Frame;
using Plimsoll.Web.Security;

namespace Plimsoll.Web.Pages.Forecast;

/// <summary>Why the forecast moved: the average cost of a year from one kept forecast to another, step by step.</summary>
[Authorize(Policy = Policies.SeeFigures)]
public sealed class CompareModel(Workbench bench) : JourneyPage
{
    /// <summary>All forecasts kept, the latest first.</summary>
    public ImmutableArray<ForecastSummary> Kept { get; private set; } = [];

    /// <summary>The forecast before.</summary>
    public ForecastResult? From { get; private set; }

    /// <summary>The forecast after.</summary>
    public ForecastResult? To { get; private set; }

    /// <summary>The years that both cover as a whole.</summary>
    public ImmutableArray<FinancialYear> Years { get; private set; } = [];

    /// <summary>The year compared.</summary>
    public FinancialYear? Year { get; private set; }

    /// <summary>The bridge, or null where it cannot be built.</summary>
    public ForecastBridge? Bridge { get; private set; }

    /// <summary>Why it cannot be built.</summary>
    public BridgeRefused? Refused { get; private set; }

    /// <inheritdoc />
    public override string Title => "Why the forecast moved";

    /// <inheritdoc />
    public override Section Section => Sections.Forecast;

    /// <summary>A forecast in a list.</summary>
    public static string Name(ForecastSummary item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return $"{item.Id[..Math.Min(6, item.Id.Length)]}, records to {InWords.Date(item.AsAt)}, {item.Settings}";
    }

    /// <summary>The address of a table's files, without the ending.</summary>
    public string Download(string table) => $"/forecast/compare?from={From!.Id}&to={To!.Id}&year={Uri.EscapeDataString(Year.ToString()!)}&handler=Table&name={table}&format=";

    public async Task<IActionResult> OnGetAsync(string? from, string? to, string? year) =>
        await FindAsync(from, to, year) ? Page() : NotFound();

    public async Task<IActionResult> OnGetTableAsync(string? from, string? to, string? year, string? name, string? format)
    {
        if (!await FindAsync(from, to, year) || Loaded is not { } loaded || Bridge is not { } bridge)
        {
            return NotFound();
        }

        return name == "all" && format == "xlsx"
            ? Downloads.Book(CompareView.Tables(loaded, bridge), "Why the forecast moved", $"compare-{bridge.From}-{bridge.To}", Frame)
            : Downloads.File(CompareView.Table(loaded, bridge, name), $"compare-{bridge.From}-{bridge.To}-{name}", format, Frame);
    }

    private async Task<bool> FindAsync(string? from, string? to, string? year)
    {
        var cancel = HttpContext.RequestAborted;
        Kept = await bench.Workspace.ForecastsAsync(cancel);
        if (Loaded is null || Kept.Length < 2)
        {
            return true;
        }

        var after = to ?? Kept.First(item => item.Id != from).Id;
        var before = from ?? Kept.First(item => item.Id != after).Id;
        From = await bench.Workspace.ForecastAsync(before, cancel);
        To = await bench.Workspace.ForecastAsync(after, cancel);
        if (From is null || To is null)
        {
            return false;
        }

        Years = ForecastBridge.YearsOf(From, To);
        Year = FinancialYear.Read(year ?? "") is { } asked && Years.Contains(asked) ? asked : Years.Cast<FinancialYear?>().FirstOrDefault();
        var outcome = Year is { } chosen
            ? ForecastBridge.Between(From, To, chosen)
            : new BridgeRefused("These two forecasts share no whole financial year.", "A bridge leads from the cost of a whole year to the cost of the same year.", "Choose two that do.");
        (Bridge, Refused) = ((outcome as BridgeDone)?.Bridge, outcome as BridgeRefused);
        return true;
    }
}
