using System.Collections.Immutable;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Assumptions;
using Plimsoll.Core.Forecast.Backtest;
using Plimsoll.Core.Forecast.Drivers;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Store.Budget;
using Plimsoll.Store.Care;
using Plimsoll.Store.Databases;
using Plimsoll.Store.Forecast;
using Plimsoll.Store.Vocabulary;

namespace Plimsoll.Store;

/// <summary>
/// The one door to the records of a council. Every change is one transaction with its journal entry: all of it
/// happens or none. May be used by several threads, and several processes may open the same workspace. All methods
/// throw <see cref="WorkspaceException"/>, with words for people, when the records cannot be reached or changed.
/// </summary>
public sealed class Workspace : IAsyncDisposable
{
    /// <summary>How long a change waits for another one to end before it gives up.</summary>
    public static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(60);

    private readonly Database database;

    private Workspace(Database database) => this.database = database;

    /// <summary>Opens a workspace; makes it on first use and brings an older one up to date.</summary>
    /// <param name="location">Where it is.</param>
    /// <param name="cancel">Gives up opening.</param>
    /// <exception cref="WorkspaceException">It cannot be opened, is not a workspace, or belongs to a newer version.</exception>
    public static Task<Workspace> OpenAsync(WorkspaceLocation location, CancellationToken cancel = default) =>
        OpenAsync(location, DefaultPatience, cancel);

    /// <summary>Opens a workspace and sets how long a change waits for another one.</summary>
    /// <param name="location">Where it is.</param>
    /// <param name="patience">How long a change waits for another one to end.</param>
    /// <param name="cancel">Gives up opening.</param>
    /// <exception cref="WorkspaceException">It cannot be opened, is not a workspace, or belongs to a newer version.</exception>
    public static async Task<Workspace> OpenAsync(WorkspaceLocation location, TimeSpan patience, CancellationToken cancel = default)
    {
        Database opened = location switch
        {
            WorkspaceLocation.Folder folder => new SqliteDatabase(Path.GetFullPath(folder.Path), patience),
            WorkspaceLocation.PostgreSql server => new PostgreSqlDatabase(server.ConnectionString, patience),
            _ => throw new ArgumentOutOfRangeException(nameof(location)),
        };
        try
        {
            await InWordsAsync(opened, async () =>
            {
                await opened.PrepareAsync(cancel);
                return true;
            });
            return new Workspace(opened);
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Stores the files of an import. They join the current dataset; where it holds the same table, authority and
    /// year already, they take that place, and what was there is kept for an undo. Files that it holds byte for byte
    /// change nothing.
    /// </summary>
    /// <param name="rows">What was read; at least one file, each with a name of its own.</param>
    /// <param name="change">Who imports, when, why.</param>
    /// <param name="cancel">Gives up; the dataset is then as it was.</param>
    /// <exception cref="ArgumentException">No file, two files of one name, or rows of a file that is not among the files.</exception>
    public Task<ImportOutcome> ImportReturnsAsync(ReturnRows rows, Change change, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(change);
        return WriteAsync(session => new ReturnImport(session, cancel).StoreAsync(rows, change), cancel);
    }

    /// <summary>The name of the current dataset, or null while nothing is imported: cheap to ask before every page.</summary>
    /// <param name="cancel">Gives up.</param>
    public Task<DatasetId?> CurrentDatasetAsync(CancellationToken cancel = default) =>
        ReadAsync(session => new CurrentReturns(session, cancel).NameAsync(), cancel);

    /// <summary>The current dataset with its rows and read-time findings, or null while nothing is imported.</summary>
    /// <param name="cancel">Gives up.</param>
    public Task<StoredReturns?> CurrentReturnsAsync(CancellationToken cancel = default) =>
        ReadAsync(session => new CurrentReturns(session, cancel).LoadAsync(), cancel);

    /// <summary>How many Episodes rows the current dataset holds: cheap to ask, to tell records of ordinary size from larger ones.</summary>
    /// <param name="cancel">Gives up.</param>
    public Task<long> CurrentEpisodeRowsAsync(CancellationToken cancel = default) =>
        ReadAsync(session => new CurrentReturns(session, cancel).EpisodeRowsAsync(), cancel);

    /// <summary>
    /// The current dataset in counts, or null while nothing is imported. Its rows are gone through child by child and
    /// never held together, so that records of any size can be counted.
    /// </summary>
    /// <param name="codes">Code lists with their mappings to states and exits.</param>
    /// <param name="mostListed">How many places of one finding are listed.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<CareSummary?> SummariseReturnsAsync(CodeLists codes, int mostListed, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return ReadAsync(session => new CurrentReturns(session, cancel).SummariseAsync(codes, mostListed), cancel);
    }

    /// <summary>All imports, the latest first, with the undone ones.</summary>
    /// <param name="cancel">Gives up.</param>
    public Task<ImmutableArray<ImportRecord>> ImportsAsync(CancellationToken cancel = default) =>
        ReadAsync(session => new ImportHistory(session, cancel).ReadAsync(), cancel);

    /// <summary>Makes the dataset before the last import current again. To redo, import the files again.</summary>
    /// <param name="change">Who, when, why.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<UndoOutcome> UndoLastImportAsync(Change change, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return WriteAsync(session => new ImportHistory(session, cancel).UndoAsync(change), cancel);
    }

    /// <summary>Puts a price list in force. Earlier lists are kept.</summary>
    /// <param name="prices">The list.</param>
    /// <param name="change">Who, when, why.</param>
    /// <param name="cancel">Gives up.</param>
    public Task SavePricesAsync(PriceBook prices, Change change, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(prices);
        ArgumentNullException.ThrowIfNull(change);
        return WriteAsync(session => PriceBooks.SaveAsync(session, prices, change, cancel), cancel);
    }

    /// <summary>The price list in force, or null when the council has saved none.</summary>
    /// <param name="cancel">Gives up.</param>
    public Task<PriceBook?> CurrentPricesAsync(CancellationToken cancel = default) =>
        ReadAsync(session => PriceBooks.CurrentAsync(session, cancel), cancel);

    /// <summary>Puts a placement cost sheet in force. Earlier ones are kept; the one in force saved again changes nothing.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="change">Who, when, why.</param>
    /// <param name="cancel">Gives up; the sheet in force is then the one before.</param>
    public Task<SheetSaved> SavePlacementCostsAsync(PlacementCostSheet sheet, Change change, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(change);
        return WriteAsync(session => PlacementCostSheets.SaveAsync(session, sheet, change, cancel), cancel);
    }

    /// <summary>The placement cost sheet in force, or null when the council has saved none.</summary>
    /// <param name="cancel">Gives up.</param>
    public Task<PlacementCostSheet?> CurrentPlacementCostsAsync(CancellationToken cancel = default) =>
        ReadAsync(session => PlacementCostSheets.CurrentAsync(session, cancel), cancel);

    /// <summary>Keeps a forecast as an immutable snapshot. Saving one with a known identity keeps the first and makes it the latest again.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="change">Who, when, why.</param>
    /// <param name="cancel">Gives up.</param>
    public Task SaveForecastAsync(ForecastResult forecast, Change change, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(change);
        return WriteAsync(session => ForecastSnapshots.SaveAsync(session, forecast, change, cancel), cancel);
    }

    /// <summary>The forecast with an identity, exactly as it was saved; null when there is none.</summary>
    /// <param name="id">Its identity.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<ForecastResult?> ForecastAsync(string id, CancellationToken cancel = default) =>
        ReadAsync(session => ForecastSnapshots.FindAsync(session, id, cancel), cancel);

    /// <summary>The forecast that was asked for last; null when there is none.</summary>
    /// <param name="cancel">Gives up.</param>
    public Task<ForecastResult?> LatestForecastAsync(CancellationToken cancel = default) =>
        ReadAsync(session => ForecastSnapshots.LatestAsync(session, cancel), cancel);

    /// <summary>All forecasts in a line each, the one asked for last first.</summary>
    /// <param name="cancel">Gives up.</param>
    public Task<ImmutableArray<ForecastSummary>> ForecastsAsync(CancellationToken cancel = default) =>
        ReadAsync(session => ForecastSnapshots.ListAsync(session, cancel), cancel);

    /// <summary>Keeps a test of the forecast on the council's own past. Saving one with a known identity keeps the first and makes it the latest again.</summary>
    /// <param name="backtest">The test.</param>
    /// <param name="change">Who, when, why.</param>
    /// <param name="cancel">Gives up.</param>
    public Task SaveBacktestAsync(BacktestResult backtest, Change change, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(backtest);
        ArgumentNullException.ThrowIfNull(change);
        return WriteAsync(session => Backtests.SaveAsync(session, backtest, change, cancel), cancel);
    }

    /// <summary>The latest test on a dataset, exactly as it was saved; null while that dataset has not been tested.</summary>
    /// <param name="dataset">Identity of the dataset.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<StoredBacktest?> LatestBacktestAsync(string dataset, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return ReadAsync(session => Backtests.LatestAsync(session, dataset, cancel), cancel);
    }

    /// <summary>Keeps what makes a forecast's range wide, in the place of what was kept for that forecast before.</summary>
    /// <param name="drivers">The shares; their forecast is kept already.</param>
    /// <param name="change">Who, when, why.</param>
    /// <param name="cancel">Gives up.</param>
    public Task SaveDriversAsync(UncertaintyDrivers drivers, Change change, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(drivers);
        ArgumentNullException.ThrowIfNull(change);
        return WriteAsync(session => ForecastDrivers.SaveAsync(session, drivers, change, cancel), cancel);
    }

    /// <summary>What makes a forecast's range wide, exactly as it was saved; null while it was not worked out.</summary>
    /// <param name="forecast">Identity of the forecast.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<UncertaintyDrivers?> DriversAsync(string forecast, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        return ReadAsync(session => ForecastDrivers.FindAsync(session, forecast, cancel), cancel);
    }

    /// <summary>The settings, or <see cref="WorkspaceSettings.Default"/> while none were saved.</summary>
    /// <param name="cancel">Gives up.</param>
    public Task<WorkspaceSettings> SettingsAsync(CancellationToken cancel = default) =>
        ReadAsync(session => Settings.CurrentAsync(session, cancel), cancel);

    /// <summary>Changes the settings.</summary>
    /// <param name="settings">All settings, the unchanged ones too.</param>
    /// <param name="change">Who, when, why.</param>
    /// <param name="cancel">Gives up.</param>
    public Task SaveSettingsAsync(WorkspaceSettings settings, Change change, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(change);
        return WriteAsync(session => Settings.SaveAsync(session, settings, change, cancel), cancel);
    }

    /// <summary>Changes one assumption of the forecast, or sets it back; the rest of the settings stays.</summary>
    /// <param name="assumption">Which.</param>
    /// <param name="value">The value in its written form; null for the default.</param>
    /// <param name="change">Who, when, why.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="ArgumentException">The value is not one of the assumption.</exception>
    public Task ChangeAssumptionAsync(Assumption assumption, string? value, Change change, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(assumption);
        ArgumentNullException.ThrowIfNull(change);
        return WriteAsync(session => Settings.ChangeAssumptionAsync(session, assumption, value, change, cancel), cancel);
    }

    /// <summary>The journal of all changes, the first entry first.</summary>
    /// <param name="cancel">Gives up.</param>
    public Task<ImmutableArray<JournalEntry>> JournalAsync(CancellationToken cancel = default) =>
        ReadAsync(session => Journal.ReadAsync(session, cancel), cancel);

    /// <summary>Checks that no entry of the journal was changed or taken out.</summary>
    /// <param name="cancel">Gives up.</param>
    public async Task<JournalCheck> CheckJournalAsync(CancellationToken cancel = default) => Journal.Check(await JournalAsync(cancel));

    /// <summary>Lets go of the files or connections.</summary>
    public ValueTask DisposeAsync() => database.DisposeAsync();

    private Task<T> ReadAsync<T>(Func<Session, Task<T>> question, CancellationToken cancel) => InWordsAsync(database, async () =>
    {
        await using var session = await database.BeginReadAsync(cancel);
        return await question(session);
    });

    private Task<bool> WriteAsync(Func<Session, Task> work, CancellationToken cancel) => WriteAsync(
        async session =>
        {
            await work(session);
            return true;
        },
        cancel);

    private Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancel) => InWordsAsync(database, async () =>
    {
        await using var session = await database.BeginWriteAsync(cancel);
        var result = await work(session);
        await session.CommitAsync(cancel);
        return result;
    });

    private static async Task<T> InWordsAsync<T>(Database database, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (database.Explain(error) is { } problem)
        {
            throw new WorkspaceException(problem, error);
        }
    }
}
