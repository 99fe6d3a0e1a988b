namespace Plimsoll.Store.Databases;

/// <summary>A kind of database that can hold a workspace. What differs between SQLite and PostgreSQL is below this line and nowhere else.</summary>
internal abstract class Database : IAsyncDisposable
{
    /// <summary>Makes the schema on first use and brings an older one up to date; several processes may try at once.</summary>
    public abstract Task PrepareAsync(CancellationToken cancel);

    /// <summary>A session that sees one state of the records, however long it reads.</summary>
    public abstract Task<Session> BeginReadAsync(CancellationToken cancel);

    /// <summary>A session that alone may write until it ends. Waits for another writer, then says so in words.</summary>
    public abstract Task<Session> BeginWriteAsync(CancellationToken cancel);

    /// <summary>Begins to add many rows to one table. One writer at a time.</summary>
    public abstract Task<RowWriter> WriterAsync(Session session, RowTable table, CancellationToken cancel);

    /// <summary>Reads the rows with one key, in their order.</summary>
    public abstract Task ReadAsync(
        Session session, RowTable table, long key, StringPool pool, Action<RowReader> row, CancellationToken cancel);

    /// <summary>Reads the rows of a query without parameters, one after another; columns are counted from 0.</summary>
    public abstract Task ReadAsync(Session session, string sql, StringPool pool, Action<RowReader> row, CancellationToken cancel);

    /// <summary>What an error of the database means to a person; null when it is not one that a person can act on.</summary>
    public abstract WorkspaceProblem? Explain(Exception error);

    public abstract ValueTask DisposeAsync();
}
