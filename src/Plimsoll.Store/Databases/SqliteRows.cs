using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Plimsoll.Store.Vocabulary;
using SQLitePCL;

namespace Plimsoll.Store.Databases;

/// <summary>
/// Adds rows with one prepared statement on the connection's own handle. The general command of the provider costs
/// about four times as much for each row.
/// </summary>
internal sealed class SqliteRowWriter : RowWriter
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private byte[] buffer = new byte[512];
    private int next;

    public SqliteRowWriter(sqlite3 database, RowTable table)
    {
        this.database = database;
        var marks = string.Concat(Enumerable.Repeat(", ?", table.Columns.Length));
        Check(raw.sqlite3_prepare_v2(
            database, $"INSERT INTO {table.Name} ({table.Key}, seq, {table.ColumnList}) VALUES (?, ?{marks})", out statement));
    }

    public override void Begin(long key, long position)
    {
        next = 1;
        Number(key);
        Number(position);
    }

    public override void Text(string value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most > buffer.Length)
        {
            buffer = new byte[most];
        }

        var length = Encoding.UTF8.GetBytes(value, buffer);
        Check(raw.sqlite3_bind_text(statement, next++, buffer.AsSpan(0, length)));
    }

    public override void Number(long value) => Check(raw.sqlite3_bind_int64(statement, next++, value));

    public override void Date(DateOnly? value)
    {
        if (value is not { } day)
        {
            Check(raw.sqlite3_bind_null(statement, next++));
            return;
        }

        Span<byte> text = stackalloc byte[10];
        day.TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Check(raw.sqlite3_bind_text(statement, next++, text));
    }

    public override void End()
    {
        var step = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (step != raw.SQLITE_DONE)
        {
            Check(step);
        }
    }

    public override Task CompleteAsync(CancellationToken cancel) => Task.CompletedTask;

    public override ValueTask DisposeAsync()
    {
        statement.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);
}

/// <summary>Reads rows from the connection's own handle, so that a repeated text is never made twice.</summary>
internal sealed class SqliteRowReader : RowReader
{
    private readonly sqlite3_stmt statement;
    private readonly StringPool pool;
    private char[] buffer = new char[512];

    private SqliteRowReader(sqlite3_stmt statement, StringPool pool)
    {
        this.statement = statement;
        this.pool = pool;
    }

    public static void Read(
        sqlite3 database, RowTable table, long key, StringPool pool, Action<RowReader> row, CancellationToken cancel) =>
        Read(database, $"SELECT {table.ColumnList} FROM {table.Name} WHERE {table.Key} = ? ORDER BY seq", key, pool, row, cancel);

    /// <summary>Reads what a query asks for; the one mark in it, if any, stands for the key.</summary>
    public static void Read(
        sqlite3 database, string sql, long? key, StringPool pool, Action<RowReader> row, CancellationToken cancel)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, sql, out var statement), database);
        using (statement)
        {
            if (key is { } bound)
            {
                raw.sqlite3_bind_int64(statement, 1, bound);
            }

            var reader = new SqliteRowReader(statement, pool);
            int step;
            for (var count = 0; (step = raw.sqlite3_step(statement)) == raw.SQLITE_ROW; count++)
            {
                row(reader);
                if ((count & 1023) == 0)
                {
                    cancel.ThrowIfCancellationRequested();
                }
            }

            if (step != raw.SQLITE_DONE)
            {
                SqliteException.ThrowExceptionForRC(step, database);
            }
        }
    }

    public override string Text(int column)
    {
        var bytes = raw.sqlite3_column_blob(statement, column);
        if (bytes.IsEmpty)
        {
            return "";
        }

        if (bytes.Length > buffer.Length)
        {
            buffer = new char[bytes.Length];
        }

        return pool.Get(buffer.AsSpan(0, Encoding.UTF8.GetChars(bytes, buffer)));
    }

    public override int Number(int column) => raw.sqlite3_column_int(statement, column);

    public override DateOnly? Date(int column)
    {
        var bytes = raw.sqlite3_column_blob(statement, column);
        return bytes.IsEmpty ? null : Instants.Day(bytes);
    }
}
