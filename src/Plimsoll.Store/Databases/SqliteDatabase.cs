using System.Data;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Plimsoll.Store.Schema;
using SQLitePCL;

namespace Plimsoll.Store.Databases;

/// <summary>A workspace in the file plimsoll.db: readers and one writer at the same time (WAL), foreign keys checked.</summary>
internal sealed class SqliteDatabase : Database
{
    public const string FileName = WorkspaceLocation.Folder.FileName;

    /// <summary>Marks the file as ours in the SQLite header: the letters PLIM.</summary>
    private const long ApplicationId = 0x504C494D;

    /// <summary>Bytes in the smallest page of SQLite. It would take a shorter file for an empty one and write over it.</summary>
    private const long SmallestDatabase = 512;

    private readonly string connectionString;
    private readonly string folder;
    private readonly TimeSpan patience;

    public SqliteDatabase(string folder, TimeSpan patience)
    {
        this.folder = folder;
        this.patience = patience;
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, FileName),
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ToString();
    }

    public override async Task PrepareAsync(CancellationToken cancel)
    {
        MakeFolder();
        if (new FileInfo(Path.Combine(folder, FileName)) is { Exists: true, Length: > 0 and < SmallestDatabase })
        {
            throw Foreign();
        }

        await using var connection = await OpenAsync(cancel);
        if (await VersionAsync(connection, null, cancel) == SchemaScripts.Current)
        {
            return;
        }

        // The kind of log belongs to the file and cannot change inside a transaction.
        await RunAsync(connection, null, "PRAGMA journal_mode = WAL", cancel);
        await using var transaction = await BeginAsync(connection, cancel);
        for (var version = await VersionAsync(connection, transaction, cancel) + 1; version <= SchemaScripts.Current; version++)
        {
            await RunAsync(connection, transaction, SchemaScripts.Read("Sqlite", (int)version), cancel);
            await RunAsync(
                connection,
                transaction,
                string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {version}"),
                cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    public override async Task<Session> BeginReadAsync(CancellationToken cancel)
    {
        var connection = await OpenAsync(cancel);
        return new Session(this, connection, connection.BeginTransaction(IsolationLevel.Serializable, deferred: true));
    }

    public override async Task<Session> BeginWriteAsync(CancellationToken cancel)
    {
        var connection = await OpenAsync(cancel);
        try
        {
            return new Session(this, connection, await BeginAsync(connection, cancel));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override Task<RowWriter> WriterAsync(Session session, RowTable table, CancellationToken cancel) =>
        Task.FromResult<RowWriter>(new SqliteRowWriter(Handle(session), table));

    public override Task ReadAsync(
        Session session, RowTable table, long key, StringPool pool, Action<RowReader> row, CancellationToken cancel)
    {
        SqliteRowReader.Read(Handle(session), table, key, pool, row, cancel);
        return Task.CompletedTask;
    }

    public override Task ReadAsync(Session session, string sql, StringPool pool, Action<RowReader> row, CancellationToken cancel)
    {
        SqliteRowReader.Read(Handle(session), sql, null, pool, row, cancel);
        return Task.CompletedTask;
    }

    public override WorkspaceProblem? Explain(Exception error) => SqliteProblems.Explain(error, folder);

    public override ValueTask DisposeAsync()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }

    private static sqlite3 Handle(Session session) =>
        ((SqliteConnection)session.Connection).Handle ?? throw new InvalidOperationException("The connection is not open.");

    private void MakeFolder()
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        // The records are personal data: on Unix only the account that makes the folder may look into it.
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancel)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancel);
            await RunAsync(connection, null, "PRAGMA busy_timeout = 1000", cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes the one right to write; while another process holds it, tries again until patience ends.</summary>
    private async Task<SqliteTransaction> BeginAsync(SqliteConnection connection, CancellationToken cancel)
    {
        var waited = Stopwatch.StartNew();
        var timeout = connection.DefaultTimeout;
        connection.DefaultTimeout = 1;
        try
        {
            while (true)
            {
                try
                {
                    return connection.BeginTransaction(IsolationLevel.Serializable, deferred: false);
                }
                catch (SqliteException busy) when (SqliteProblems.IsBusy(busy) && waited.Elapsed < patience)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(50), cancel);
                }
            }
        }
        finally
        {
            connection.DefaultTimeout = timeout;
        }
    }

    private async Task<long> VersionAsync(SqliteConnection connection, SqliteTransaction? transaction, CancellationToken cancel)
    {
        var version = await NumberAsync(connection, transaction, "PRAGMA user_version", cancel);
        if (version == SchemaScripts.Current)
        {
            // Ours, unless it was never marked; the usual start costs one more header read and nothing else.
            return await IsOursAsync(connection, transaction, cancel) ? version : throw Foreign();
        }

        var isEmpty = version == 0 && await NumberAsync(connection, transaction, "SELECT count(*) FROM sqlite_master", cancel) == 0;
        if (isEmpty)
        {
            return 0;
        }

        if (!await IsOursAsync(connection, transaction, cancel))
        {
            throw Foreign();
        }

        return version > SchemaScripts.Current ? throw new WorkspaceException(SchemaScripts.FromNewerVersion(version)) : version;
    }

    private static async Task<bool> IsOursAsync(SqliteConnection connection, SqliteTransaction? transaction, CancellationToken cancel) =>
        await NumberAsync(connection, transaction, "PRAGMA application_id", cancel) == ApplicationId;

    private WorkspaceException Foreign() => new(SqliteProblems.NotOurs(folder));

    private static async Task<long> NumberAsync(
        SqliteConnection connection, SqliteTransaction? transaction, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync(cancel) ?? 0L);
    }

    private static async Task RunAsync(SqliteConnection connection, SqliteTransaction? transaction, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }
}
