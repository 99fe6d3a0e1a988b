using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Files.Budget;
using Plimsoll.Files.Vocabulary;
using Plimsoll.Web.Frame;
using Plimsoll.Web.Runs;
using Plimsoll.Web.Security;
using Plimsoll.Web.TagHelpers;

namespace Plimsoll.Web.Pages.Data;

/// <summary>Import returns, a price list or placement costs: choose files, see what came of them. Refused files change nothing.</summary>
[Authorize(Policy = Policies.ChangeData)]
[RequestSizeLimit(Uploads.Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Uploads.Largest)]
public sealed class ImportModel(Workbench bench, RunBoard board, TimeProvider clock) : JourneyPage
{
    /// <summary>What is wrong with the form.</summary>
    public ImmutableArray<FieldError> Errors { get; private set; } = [];

    /// <summary>Why a price list was refused.</summary>
    public ImmutableArray<Refusal> PriceRefusals { get; private set; } = [];

    /// <summary>Why a placement cost sheet was refused.</summary>
    public ImmutableArray<Refusal> CostRefusals { get; private set; } = [];

    /// <inheritdoc />
    public override string Title => "Import returns";

    /// <inheritdoc />
    public override Section Section => Sections.Data;

    /// <summary>What is wrong with a field, or null.</summary>
    public string? Error(string field) => Errors.FirstOrDefault(error => error.Field == field)?.Message;

    public async Task<IActionResult> OnPostReturnsAsync(IFormFileCollection returns)
    {
        ArgumentNullException.ThrowIfNull(returns);
        var chosen = returns.Where(file => file.Name == "returns" && file.Length > 0).ToList();
        if (chosen.Count == 0)
        {
            Errors = [new FieldError("returns", "Choose the files of your return: CSV files, or one zip file that holds them.")];
            return Page();
        }

        var change = new Change(
            "user of this machine",
            clock.GetUtcNow(),
            "import 903 from the Import page",
            string.Join(", ", chosen.Select(file => UploadedFiles.NameOf(file.FileName))));
        var files = await UploadedFiles.KeepAsync(chosen, HttpContext.RequestAborted);
        var today = Today;
        var run = board.Start(RunKind.Import, async (progress, cancel) =>
        {
            using (files)
            {
                progress.Step($"Reading {InWords.Count(files.Names.Length, "file", "files")}");
                using var uploads = files.Open();
                return ImportWords.Outcome(await bench.ImportReturnsAsync(uploads.Returns, today, change, progress, cancel));
            }
        });
        await run.SettleAsync(HttpContext.RequestAborted);
        return Redirect(run.Address);
    }

    public async Task<IActionResult> OnPostPricesAsync(IFormFile? prices)
    {
        if (prices is null || prices.Length == 0)
        {
            Errors = [new FieldError("prices", "Choose a price list: a CSV file.")];
            return Page();
        }

        await using var content = prices.OpenReadStream();
        var name = UploadedFiles.NameOf(prices.FileName);
        switch (PriceReader.Read(content, name))
        {
            case PriceOutcome.Read read:
                await bench.Workspace.SavePricesAsync(
                    read.Prices,
                    new Change("user of this machine", clock.GetUtcNow(), "import prices from the Import page", name),
                    HttpContext.RequestAborted);
                return Redirect("/data?done=prices");
            case PriceOutcome.Refused refused:
                PriceRefusals = refused.Refusals;
                Errors = [new FieldError("prices", "The price list was not imported. The reasons stand below; nothing has changed.")];
                return Page();
            default:
                throw new InvalidOperationException("A price list was neither read nor refused.");
        }
    }
    public async Task<IActionResult> OnPostCostsAsync(IFormFile? costs)
    {
        if (costs is null || costs.Length == 0)
        {
            Errors = [new FieldError("costs", "Choose a placement cost sheet: a CSV file.")];
            return Page();
        }

        await using var content = costs.OpenReadStream();
        var name = UploadedFiles.NameOf(costs.FileName);
        switch (PlacementCostReader.Read(content, name))
        {
            case PlacementCostOutcome.Read read:
                await bench.Workspace.SavePlacementCostsAsync(
                    read.Sheet,
                    new Change("user of this machine", clock.GetUtcNow(), "import placement-costs from the Import page", name),
                    HttpContext.RequestAborted);
                return Redirect("/data?done=costs#placement-costs");
            case PlacementCostOutcome.Refused refused:
                CostRefusals = refused.Refusals;
                Errors = [new FieldError("costs", "The placement costs were not imported. The reasons stand below; nothing has changed.")];
                return Page();
            default:
                throw new InvalidOperationException("A placement cost sheet was neither read nor refused.");
        }
    }
}
