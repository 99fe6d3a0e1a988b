using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Plimsoll.Core.Forecast.Backtest;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Tables;
using Plimsoll.Store.Forecast;
using Plimsoll.Web.Frame;
using Plimsoll.Web.Runs;
using Plimsoll.Web.Security;

namespace Plimsoll.Web.Pages.Backtest;

/// <summary>How far to trust the forecast: what it would have said at earlier dates, and what happened.</summary>
[Authorize(Policy = Policies.SeeFigures)]
public sealed class BacktestModel(Workbench bench, RunBoard board, TimeProvider clock) : JourneyPage
{
    /// <summary>The latest test on the current records, or null while they have not been tested.</summary>
    public StoredBacktest? Tested { get; private set; }

    /// <inheritdoc />
    public override string Title => "How far to trust the forecast";

    /// <inheritdoc />
    public override Section Section => Sections.Forecast;

    /// <summary>The address of a table's files, without the ending.</summary>
    public static string Download(string table) => $"/backtest?handler=Table&name={table}&format=";

    /// <summary>A table of the backtest.</summary>
    public ReportTable Table(string name) => BacktestTables.Of(Loaded!, Tested!.Result, name)!;

    public async Task OnGetAsync() => Tested = await FindAsync();

    public async Task<IActionResult> OnGetTableAsync(string? name, string? format)
    {
        if (await FindAsync() is not { Result: var backtest } || Loaded is not { } loaded)
        {
            return NotFound();
        }

        return name == "all" && format == "xlsx"
            ? Downloads.Book([.. BacktestTables.Names.Select(table => BacktestTables.Of(loaded, backtest, table)!)], "Test of the forecast on the past", "backtest-" + backtest.Id, Frame)
            : Downloads.File(BacktestTables.Of(loaded, backtest, name), $"backtest-{backtest.Id}-{name}", format, Frame);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Loaded is null)
        {
            return NotFound();
        }

        var change = new Change("user of this machine", clock.GetUtcNow(), "backtest from the page", "");
        var run = board.Start(RunKind.Backtest, async (progress, cancel) =>
        {
            progress.Step("Forecasting from earlier dates");
            return await bench.BacktestAsync(new BacktestSettings(), change, progress, cancel) switch
            {
                BacktestDone => new RunState.Finished("/backtest"),
                BacktestRefused refused => new RunState.Refused([new RunProblem(refused.What, refused.Why, refused.ToDo)]),
                _ => new RunState.Refused([new RunProblem("There are no records to test on.", "", "Import your returns first.")]),
            };
        });
        await run.SettleAsync(HttpContext.RequestAborted);
        return Redirect(run.Address);
    }

    private async Task<StoredBacktest?> FindAsync() =>
        Loaded is { } loaded ? await bench.Workspace.LatestBacktestAsync(loaded.Data.Id, HttpContext.RequestAborted) : null;
}
