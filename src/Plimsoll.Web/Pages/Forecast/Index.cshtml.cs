using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Drivers;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Store.Forecast;
using Plimsoll.Web.Frame;
using Plimsoll.Web.Runs;
using Plimsoll.Web.Security;
using Plimsoll.Web.TagHelpers;

namespace Plimsoll.Web.Pages.Forecast;

/// <summary>Forecast: how many children, at what cost, with the range. Run one, read it, find it again.</summary>
[Authorize(Policy = Policies.SeeFigures)]
public sealed partial class ForecastModel(Workbench bench, RunBoard board, TimeProvider clock) : JourneyPage
{
    /// <summary>The forecast that is shown, or null when none was made.</summary>
    public ForecastResult? Forecast { get; private set; }

    /// <summary>The test of the forecast on the current records; null while there is none.</summary>
    public StoredBacktest? Tested { get; private set; }

    /// <summary>What makes the range of the forecast wide; null while it was not worked out.</summary>
    public UncertaintyDrivers? Drivers { get; private set; }

    /// <summary>Whether the records and the version are still those of the forecast, as far as can be told at once.</summary>
    public bool CanFindDrivers => Forecast?.Trace is { } trace && trace.Dataset == Loaded?.Data.Id && trace.Version == Workbench.Version;

    /// <summary>Earlier forecasts, latest first.</summary>
    public ImmutableArray<ForecastSummary> Earlier { get; private set; } = [];

    /// <summary>The settings as they stand in the form.</summary>
    public ForecastRequest Asked { get; private set; } = new();

    /// <summary>What is wrong with the settings.</summary>
    public ImmutableArray<FieldError> Errors { get; private set; } = [];

    /// <summary>Whether the chart shows cost.</summary>
    public bool ShowsCost { get; private set; }

    /// <summary>The financial year of today.</summary>
    public FinancialYear ThisYear => FinancialYear.Of(Today);

    /// <inheritdoc />
    public override string Title => "How many children will be in care, and at what cost?";

    /// <inheritdoc />
    public override Section Section => Sections.Forecast;

    /// <summary>The address of a table's files, without the ending.</summary>
    public string Download(string table) => $"/forecast/{Forecast!.Id}?handler=Table&name={table}&format=";

    /// <summary>What is wrong with a field, or null.</summary>
    public string? Error(string field) => Errors.FirstOrDefault(error => error.Field == field)?.Message;

    public async Task<IActionResult> OnGetAsync(string? id, string? show)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Tested = Loaded is null ? null : await bench.Workspace.LatestBacktestAsync(Loaded.Data.Id, HttpContext.RequestAborted);
        ShowsCost = show == "cost";
        Asked = ForecastRequest.Of(
            id is null || Forecast is null ? Settings.Recommended : Forecast.Settings, Settings.Recommended, ThisYear, Budgets());
        return Page();
    }

    public async Task<IActionResult> OnGetTableAsync(string? id, string? name, string? format)
    {
        if (!await FindAsync(id) || Loaded is null || Forecast is null)
        {
            return NotFound();
        }

        return name == "all" && format == "xlsx"
            ? Downloads.Book(ForecastView.Tables(Loaded, Forecast, Drivers), "Forecast of children in care and cost", "forecast-" + Forecast.Id, Frame)
            : Downloads.File(ForecastView.Table(Loaded, Forecast, Drivers, name), $"forecast-{Forecast.Id}-{name}", format, Frame);
    }

    private async Task<bool> FindAsync(string? id)
    {
        var cancel = HttpContext.RequestAborted;
        Earlier = await bench.Workspace.ForecastsAsync(cancel);
        Forecast = id is null ? Loaded?.Forecast : await bench.Workspace.ForecastAsync(id, cancel);
        Drivers = Forecast is null ? null : await bench.Workspace.DriversAsync(Forecast.Id, cancel);
        return id is null || (Forecast is not null && Loaded is not null);
    }

    /// <summary>The budgets of the forecast shown; those of the workspace before there is one.</summary>
    private ImmutableDictionary<FinancialYear, Money> Budgets() => Forecast is null ? Settings.Budgets : Forecast.Settings.Budgets;
}
