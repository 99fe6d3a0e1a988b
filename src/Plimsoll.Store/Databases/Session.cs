using System.Collections.Immutable;
using System.Data.Common;

namespace Plimsoll.Store.Databases;

/// <summary>A named parameter of a statement; a null value is stored as unknown.</summary>
internal readonly record struct Value(string Name, object? Content);

/// <summary>
/// One connection with one transaction. What was not committed when it is disposed never happened.
/// Values only ever reach the database as parameters.
/// </summary>
internal sealed class Session(Database database, DbConnection connection, DbTransaction transaction) : IAsyncDisposable
{
    public Database Database => database;

    public DbConnection Connection => connection;

    public async Task ExecuteAsync(string sql, CancellationToken cancel, params Value[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>The id of the row that an INSERT ... RETURNING made.</summary>
    public async Task<long> InsertAsync(string sql, CancellationToken cancel, params Value[] values)
    {
        await using var command = Command(sql, values);
        return (long)(await command.ExecuteScalarAsync(cancel)
            ?? throw new InvalidOperationException("The database returned no id for a row that it inserted."));
    }

    public async Task<ImmutableArray<T>> QueryAsync<T>(
        string sql, Func<DbDataReader, T> read, CancellationToken cancel, params Value[] values)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = ImmutableArray.CreateBuilder<T>();
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(read(reader));
        }

        return rows.DrainToImmutable();
    }

    public async Task CommitAsync(CancellationToken cancel)
    {
        // A commit that has begun is carried through: half a commit would leave the caller not knowing.
        cancel.ThrowIfCancellationRequested();
        await transaction.CommitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private DbCommand Command(string sql, Value[] values)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, content) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = content ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
