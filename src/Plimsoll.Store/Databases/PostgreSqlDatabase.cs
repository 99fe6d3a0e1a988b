using System.Data;
using System.Globalization;
using Npgsql;
using Plimsoll.Store.Schema;

namespace Plimsoll.Store.Databases;

/// <summary>A workspace in a PostgreSQL database, for several users or computers at once.</summary>
internal sealed class PostgreSqlDatabase(string connectionString, TimeSpan patience) : Database
{
    /// <summary>The advisory lock of everybody who writes to a workspace: the journal is one chain.</summary>
    private const long WriteLock = 0x504C494D;

    private readonly NpgsqlDataSource source = Source(connectionString);

    public override async Task PrepareAsync(CancellationToken cancel)
    {
        await using (var connection = await source.OpenConnectionAsync(cancel))
        {
            if (await VersionAsync(connection, cancel) == SchemaScripts.Current)
            {
                return;
            }
        }

        await using var session = await BeginWriteAsync(cancel);
        var write = (NpgsqlConnection)session.Connection;
        for (var version = await VersionAsync(write, cancel) + 1; version <= SchemaScripts.Current; version++)
        {
            await session.ExecuteAsync(SchemaScripts.Read("PostgreSql", (int)version), cancel);
            await session.ExecuteAsync("UPDATE plimsoll_schema SET version = @version", cancel, new Value("version", version));
        }

        await session.CommitAsync(cancel);
    }

    public override async Task<Session> BeginReadAsync(CancellationToken cancel) =>
        await BeginAsync(IsolationLevel.RepeatableRead, cancel);

    public override async Task<Session> BeginWriteAsync(CancellationToken cancel)
    {
        var session = await BeginAsync(IsolationLevel.ReadCommitted, cancel);
        try
        {
            var wait = Math.Max(1, (long)patience.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
            await session.ExecuteAsync("SELECT set_config('lock_timeout', @wait, true)", cancel, new Value("wait", wait));
            await session.ExecuteAsync("SELECT pg_advisory_xact_lock(@key)", cancel, new Value("key", WriteLock));
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public override async Task<RowWriter> WriterAsync(Session session, RowTable table, CancellationToken cancel) =>
        await PostgreSqlRowWriter.BeginAsync((NpgsqlConnection)session.Connection, table, cancel);

    public override Task ReadAsync(
        Session session, RowTable table, long key, StringPool pool, Action<RowReader> row, CancellationToken cancel) =>
        PostgreSqlRowReader.ReadAsync((NpgsqlConnection)session.Connection, table, key, pool, row, cancel);

    public override Task ReadAsync(Session session, string sql, StringPool pool, Action<RowReader> row, CancellationToken cancel) =>
        PostgreSqlRowReader.ReadAsync((NpgsqlConnection)session.Connection, sql, null, pool, row, cancel);

    public override WorkspaceProblem? Explain(Exception error) => PostgreSqlProblems.Explain(error);

    public override ValueTask DisposeAsync() => source.DisposeAsync();

    private static NpgsqlDataSource Source(string connectionString)
    {
        try
        {
            return NpgsqlDataSource.Create(connectionString);
        }
        catch (ArgumentException error)
        {
            throw new WorkspaceException(PostgreSqlProblems.Unreadable, error);
        }
    }

    private async Task<Session> BeginAsync(IsolationLevel isolation, CancellationToken cancel)
    {
        var connection = await source.OpenConnectionAsync(cancel);
        try
        {
            return new Session(this, connection, await connection.BeginTransactionAsync(isolation, cancel));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<long> VersionAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        // to_regclass would answer from a cache that does not see a table made while this session waited for the lock.
        await using var exists = new NpgsqlCommand(
            "SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_class c WHERE c.relname = 'plimsoll_schema' AND pg_catalog.pg_table_is_visible(c.oid))",
            connection);
        if (await exists.ExecuteScalarAsync(cancel) is not true)
        {
            return 0;
        }

        await using var read = new NpgsqlCommand("SELECT version FROM plimsoll_schema", connection);
        var version = (long)(await read.ExecuteScalarAsync(cancel) ?? 0L);
        return version > SchemaScripts.Current ? throw new WorkspaceException(SchemaScripts.FromNewerVersion(version)) : version;
    }
}
