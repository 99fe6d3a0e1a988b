using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Assumptions;
using Plimsoll.Core.Forecast.Diagnostics;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Web.Frame;
using Plimsoll.Web.Security;

namespace Plimsoll.Web.Pages.Diagnostics;

/// <summary>Diagnostics: how sure the forecast is, and why anybody should believe it.</summary>
[Authorize(Policy = Policies.SeeFigures)]
public sealed class DiagnosticsModel(Workbench bench, DiagnosticsDesk desk) : JourneyPage
{
    /// <summary>The examination, or null when there are no records or too few.</summary>
    public ForecastDiagnostics? Made { get; private set; }

    /// <summary>Why nothing can be learnt from the records, or null.</summary>
    public ForecastRefused? Refused { get; private set; }

    /// <summary>What the message chart compares.</summary>
    public ShownBy By { get; private set; }

    /// <summary>The assumptions as they stand.</summary>
    public ImmutableArray<AssumptionInForce> Assumptions { get; private set; } = [];

    /// <summary>What has just been done, from the address; null for nothing.</summary>
    public string? Done { get; private set; }

    /// <inheritdoc />
    public override string Title => "What the forecast learnt from your records";

    /// <inheritdoc />
    public override Section Section => Sections.Forecast;

    /// <summary>The address of a table's files, without the ending.</summary>
    public static string Download(string table) => $"/diagnostics?handler=Table&name={table}&format=";

    public async Task OnGetAsync(string? by, string? done)
    {
        By = DiagnosticsQuery.Read(by);
        Done = done switch
        {
            "changed" => "The assumption was changed. Run a new forecast to use it.",
            "reset" => "The assumption is back at its default. Run a new forecast to use it.",
            _ => null,
        };
        await ExamineAsync();
    }

    public async Task<IActionResult> OnGetTableAsync(string? name, string? format)
    {
        await ExamineAsync();
        if (Loaded is not { } loaded || Made is not { } made)
        {
            return NotFound();
        }

        return name == "all" && format == "xlsx"
            ? Downloads.Book(DiagnosticsTables.All(loaded, made, Assumptions), Title, "diagnostics", Frame)
            : Downloads.File(DiagnosticsTables.Find(loaded, made, Assumptions, name), "diagnostics-" + name, format, Frame);
    }

    private async Task ExamineAsync()
    {
        var cancel = HttpContext.RequestAborted;
        Assumptions = Settings.Assumptions.InForce(await bench.TestedAsync(Loaded?.Data.Id, cancel));
        if (Loaded is not { } loaded)
        {
            return;
        }

        var settings = await bench.RecommendedAsync(loaded.Data, cancel);
        Refused = ForecastDiagnosis.Refuse(loaded.Data, settings);
        Made = Refused is null ? await desk.OfAsync(loaded.Data, settings, cancel) : null;
    }
}
