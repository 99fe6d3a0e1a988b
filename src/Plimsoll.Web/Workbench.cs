using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Backtest;
using Plimsoll.Core.Forecast.Drivers;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Files.Budget;
using Plimsoll.Files.Care;
using Plimsoll.Files.Vocabulary;
using Plimsoll.Store;
using Plimsoll.Store.Care;

namespace Plimsoll.Web;

/// <summary>
/// The one line that pages and commands share: load the current records, import, forecast. Holds the built dataset
/// in memory while its identity stays current.
/// </summary>
/// <param name="workspace">The workspace; closed with the bench.</param>
public sealed class Workbench(Workspace workspace) : IAsyncDisposable
{
    private readonly CodeLists codes = CodeListFiles.Load();
    private readonly SemaphoreSlim loading = new(1, 1);
    private CareDataset? built;

    /// <summary>The workspace behind the bench.</summary>
    public Workspace Workspace { get; } = workspace;

    /// <summary>The code lists in use.</summary>
    public CodeLists Codes => codes;

    /// <summary>The version of the product, as forecasts and pages name it.</summary>
    public static string Version { get; } =
        typeof(Workbench).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>The current dataset, or null when the workspace holds no returns.</summary>
    public async Task<CareDataset?> CareAsync(CancellationToken cancel)
    {
        var current = await Workspace.CurrentDatasetAsync(cancel).ConfigureAwait(false);
        if (current is null)
        {
            return null;
        }

        if (built is { } known && known.Id == current.Value.Text)
        {
            return known;
        }

        await loading.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (built is { } meanwhile && meanwhile.Id == current.Value.Text)
            {
                return meanwhile;
            }

            var stored = await Workspace.CurrentReturnsAsync(cancel).ConfigureAwait(false);
            built = stored is null ? null : CareDatasetBuilder.Build(stored.Dataset.Text, stored.Rows, codes);
            return built;
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>
    /// The current records in counts, or null when the workspace holds no returns. Records of ordinary size are built as a
    /// whole and kept for the pages; larger ones are counted child by child and leave nothing in memory.
    /// </summary>
    public async Task<CareSummary?> SummaryAsync(CancellationToken cancel)
    {
        var limits = DatasetLimits.Default;
        var rows = await Workspace.CurrentEpisodeRowsAsync(cancel).ConfigureAwait(false);
        if (limits.IsOrdinary(rows))
        {
            return await CareAsync(cancel).ConfigureAwait(false) is { } data ? CareSummary.Of(data) : null;
        }

        return await Workspace.SummariseReturnsAsync(codes, limits.ListedOf(rows), cancel).ConfigureAwait(false);
    }

    /// <summary>The council's price list, or the shipped one where it has none.</summary>
    public async Task<PriceBook> PricesAsync(CancellationToken cancel) =>
        await Workspace.CurrentPricesAsync(cancel).ConfigureAwait(false) ?? ShippedPrices.Load();

    /// <summary>
    /// The placement cost sheet in force, matched to the placements on the last day of the records; null when the workspace
    /// holds no sheet or no returns.
    /// </summary>
    public async Task<SheetInForce?> PlacementCostsAsync(CancellationToken cancel) =>
        await Workspace.CurrentPlacementCostsAsync(cancel).ConfigureAwait(false) is { } sheet
        && await CareAsync(cancel).ConfigureAwait(false) is { } data
            ? new SheetInForce(sheet, PlacementCosts.Match(sheet, data, await PricesAsync(cancel).ConfigureAwait(false), data.DataEnd))
            : null;

    /// <summary>Imports SSDA903 files: all of them or none.</summary>
    /// <param name="paths">CSV files, folders, zip files.</param>
    /// <param name="today">Today, to tell a return in progress from a finished one.</param>
    /// <param name="change">Who imports, when and why.</param>
    /// <param name="progress">Share done.</param>
    /// <param name="cancel">Stops it with nothing changed.</param>
    public async Task<ReturnImportResult> ImportReturnsAsync(
        IReadOnlyList<string> paths, DateOnly today, Change change, IProgress<double>? progress, CancellationToken cancel) =>
        await CountAsync(await StoreAsync(
            () => ReturnReader.Read(paths, today, codes, Share(progress), cancel), change, cancel).ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>Imports SSDA903 files that were uploaded: all of them or none.</summary>
    /// <param name="uploads">The files.</param>
    /// <param name="today">Today.</param>
    /// <param name="change">Who imports, when and why.</param>
    /// <param name="progress">Share done.</param>
    /// <param name="cancel">Stops it with nothing changed.</param>
    public async Task<ReturnImportResult> ImportReturnsAsync(
        IReadOnlyList<ReturnUpload> uploads, DateOnly today, Change change, IProgress<double>? progress, CancellationToken cancel) =>
        await CountAsync(await StoreAsync(
            () => ReturnReader.Read(uploads, today, codes, Share(progress), cancel), change, cancel).ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>The recommended settings for some records: defaults, what a test on them found, the council's own assumptions.</summary>
    /// <param name="data">The records.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<ForecastSettings> RecommendedAsync(CareDataset data, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(data);
        var settings = await Workspace.SettingsAsync(cancel).ConfigureAwait(false);
        var tested = await TestedAsync(data.Id, cancel).ConfigureAwait(false);
        return settings.Recommended with { Tuning = settings.Assumptions.Tune(tested ?? ForecastTuning.Default) };
    }

    /// <summary>What a test on the past of some records found; null while there is none.</summary>
    /// <param name="dataset">Identity of the records; null for none.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<ForecastTuning?> TestedAsync(string? dataset, CancellationToken cancel) =>
        dataset is null ? null : (await Workspace.LatestBacktestAsync(dataset, cancel).ConfigureAwait(false))?.Result.Tuning;

    /// <summary>
    /// Runs a forecast on the current records and keeps its snapshot. Where the records were tested, the test decides what
    /// nobody at the council has decided; a forecast never waits for a test.
    /// </summary>
    /// <param name="settings">What is asked.</param>
    /// <param name="change">Who asks, when and why.</param>
    /// <param name="progress">Share done.</param>
    /// <param name="cancel">Stops it with nothing kept.</param>
    /// <returns>The outcome, or null when the workspace holds no returns.</returns>
    public async Task<ForecastOutcome?> ForecastAsync(
        ForecastSettings settings, Change change, IProgress<double>? progress, CancellationToken cancel)
    {
        var reading = Stopwatch.StartNew();
        if (await CareAsync(cancel).ConfigureAwait(false) is not { } data)
        {
            return null;
        }

        // Who asks for another tuning than the usual one gets it.
        var usual = (await Workspace.SettingsAsync(cancel).ConfigureAwait(false)).Recommended.Tuning;
        if (settings.Tuning == ForecastTuning.Default || settings.Tuning == usual)
        {
            settings = settings with { Tuning = (await RecommendedAsync(data, cancel).ConfigureAwait(false)).Tuning };
        }


        var prices = await PricesAsync(cancel).ConfigureAwait(false);
        var costs = await Workspace.CurrentPlacementCostsAsync(cancel).ConfigureAwait(false);
        var readMs = reading.Elapsed.TotalMilliseconds;
        var outcome = await Task.Run(() => Forecaster.Run(new ForecastInputs(data, prices, costs), settings, Version, progress, cancel), cancel).ConfigureAwait(false);
        if (outcome is not ForecastDone done)
        {
            return outcome;
        }

        var timing = done.Result.Timing;
        var result = done.Result with { Timing = timing with { ReadMs = readMs, TotalMs = timing.TotalMs + readMs } };
        await Workspace.SaveForecastAsync(result, change, cancel).ConfigureAwait(false);
        return new ForecastDone(result);
    }

    /// <summary>Works out what makes the range of a kept forecast wide, and keeps it with the forecast.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="settings">How to work it out.</param>
    /// <param name="change">Who asks, when and why.</param>
    /// <param name="progress">Share done.</param>
    /// <param name="cancel">Stops it with nothing kept.</param>
    /// <returns>The outcome, or null when the workspace holds no returns.</returns>
    public async Task<DriversOutcome?> DriversAsync(
        ForecastResult forecast, DriversSettings settings, Change change, IProgress<double>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        if (await CareAsync(cancel).ConfigureAwait(false) is not { } data)
        {
            return null;
        }

        var inputs = new ForecastInputs(
            data, await PricesAsync(cancel).ConfigureAwait(false), await Workspace.CurrentPlacementCostsAsync(cancel).ConfigureAwait(false));
        var outcome = await Task.Run(() => DriverSearch.Run(inputs, forecast, settings, Version, progress, cancel), cancel).ConfigureAwait(false);
        if (outcome is DriversDone done)
        {
            await Workspace.SaveDriversAsync(done.Result, change, cancel).ConfigureAwait(false);
        }

        return outcome;
    }

    /// <summary>Tests the forecast on the past of the current records and keeps the result, which later forecasts take up.</summary>
    /// <param name="settings">What is asked.</param>
    /// <param name="change">Who asks, when and why.</param>
    /// <param name="progress">Share done.</param>
    /// <param name="cancel">Stops it with nothing kept.</param>
    /// <returns>The outcome, or null when the workspace holds no returns.</returns>
    public async Task<BacktestOutcome?> BacktestAsync(
        BacktestSettings settings, Change change, IProgress<double>? progress, CancellationToken cancel)
    {
        if (await CareAsync(cancel).ConfigureAwait(false) is not { } data)
        {
            return null;
        }

        var prices = await PricesAsync(cancel).ConfigureAwait(false);
        var outcome = await Task.Run(() => Backtester.Run(data, prices, settings, Version, progress, cancel), cancel).ConfigureAwait(false);
        if (outcome is BacktestDone done)
        {
            await Workspace.SaveBacktestAsync(done.Result, change, cancel).ConfigureAwait(false);
        }

        return outcome;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        loading.Dispose();
        await Workspace.DisposeAsync().ConfigureAwait(false);
    }

    // Reads and stores in one go and hands on no rows, so that their memory is free again when the counting begins.
    private async Task<Stored> StoreAsync(Func<ReadOutcome> read, Change change, CancellationToken cancel)
    {
        var outcome = read();
        if (outcome is not ReadOutcome.Read(var rows))
        {
            return new Stored(null, [], ((ReadOutcome.Refused)outcome).Refusals);
        }

        return new Stored(await Workspace.ImportReturnsAsync(rows, change, cancel).ConfigureAwait(false), rows.Files, []);
    }

    // The records are stored by now. Nothing may call that off or make it look as if it had failed.
    private async Task<ReturnImportResult> CountAsync(Stored stored)
    {
        if (stored.Outcome is not { } outcome)
        {
            return new ReturnImportResult.Refused(stored.Refusals);
        }

        try
        {
            var summary = await SummaryAsync(CancellationToken.None).ConfigureAwait(false);
            return new ReturnImportResult.Done(
                outcome, stored.Files, summary ?? throw new InvalidOperationException("An import left no dataset."));
        }
        catch (WorkspaceException problem)
        {
            var (what, why, toDo) = problem.Problem;
            throw new WorkspaceException(new WorkspaceProblem("The files were imported, but they could not be counted. " + what, why, toDo), problem);
        }
    }

    private sealed record Stored(ImportOutcome? Outcome, ImmutableArray<ReturnFile> Files, ImmutableArray<Refusal> Refusals);

    private static ReadShare? Share(IProgress<double>? progress) => progress is null ? null : new ReadShare(progress);

    // Told at once and in order, unlike Progress<T>, which tells from other threads and perhaps after the end.
    private sealed class ReadShare(IProgress<double> progress) : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value) => progress.Report(value.Total == 0 ? 0 : (double)value.Done / value.Total);
    }
}

/// <summary>What came of importing returns.</summary>
public abstract record ReturnImportResult
{
    private ReturnImportResult()
    {
    }

    /// <summary>Imported, or found to be there already.</summary>
    /// <param name="Outcome">What the workspace did.</param>
    /// <param name="Files">The files that were read.</param>
    /// <param name="Summary">The records that are current now, in counts.</param>
    public sealed record Done(ImportOutcome Outcome, ImmutableArray<ReturnFile> Files, CareSummary Summary) : ReturnImportResult;

    /// <summary>Refused; nothing has changed.</summary>
    /// <param name="Refusals">Why, file by file.</param>
    public sealed record Refused(ImmutableArray<Refusal> Refusals) : ReturnImportResult;
}

/// <summary>The placement cost sheet in force, matched to the placements on the last day of the records.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Match">How it matches.</param>
public sealed record SheetInForce(PlacementCostSheet Sheet, PlacementCostMatch Match);
