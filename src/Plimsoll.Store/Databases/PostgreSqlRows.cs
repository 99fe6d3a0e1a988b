using Npgsql;
using NpgsqlTypes;

namespace Plimsoll.Store.Databases;

/// <summary>Adds rows with COPY in binary form.</summary>
internal sealed class PostgreSqlRowWriter : RowWriter
{
    private readonly NpgsqlBinaryImporter importer;

    private PostgreSqlRowWriter(NpgsqlBinaryImporter importer) => this.importer = importer;

    public static async Task<RowWriter> BeginAsync(NpgsqlConnection connection, RowTable table, CancellationToken cancel) =>
        new PostgreSqlRowWriter(await connection.BeginBinaryImportAsync(
            $"COPY {table.Name} ({table.Key}, seq, {table.ColumnList}) FROM STDIN (FORMAT BINARY)", cancel));

    public override void Begin(long key, long position)
    {
        importer.StartRow();
        Number(key);
        Number(position);
    }

    public override void Text(string value) => importer.Write(value, NpgsqlDbType.Text);

    public override void Number(long value) => importer.Write(value, NpgsqlDbType.Bigint);

    public override void Date(DateOnly? value)
    {
        if (value is { } day)
        {
            importer.Write(day, NpgsqlDbType.Date);
        }
        else
        {
            importer.WriteNull();
        }
    }

    public override void End()
    {
        // The next StartRow or Complete ends the row.
    }

    public override async Task CompleteAsync(CancellationToken cancel) => await importer.CompleteAsync(cancel);

    public override ValueTask DisposeAsync() => importer.DisposeAsync();
}

/// <summary>Reads rows through the provider's reader.</summary>
internal sealed class PostgreSqlRowReader : RowReader
{
    private readonly NpgsqlDataReader reader;
    private readonly StringPool pool;

    private PostgreSqlRowReader(NpgsqlDataReader reader, StringPool pool)
    {
        this.reader = reader;
        this.pool = pool;
    }

    public static Task ReadAsync(
        NpgsqlConnection connection, RowTable table, long key, StringPool pool, Action<RowReader> row, CancellationToken cancel) =>
        ReadAsync(connection, $"SELECT {table.ColumnList} FROM {table.Name} WHERE {table.Key} = $1 ORDER BY seq", key, pool, row, cancel);

    /// <summary>Reads what a query asks for; the one parameter in it, if any, is the key.</summary>
    public static async Task ReadAsync(
        NpgsqlConnection connection, string sql, long? key, StringPool pool, Action<RowReader> row, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (key is { } bound)
        {
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = bound });
        }

        await using var rows = await command.ExecuteReaderAsync(cancel);
        var current = new PostgreSqlRowReader(rows, pool);
        while (await rows.ReadAsync(cancel))
        {
            row(current);
        }
    }

    public override string Text(int column) => pool.Get(reader.GetString(column));

    public override int Number(int column) => checked((int)reader.GetInt64(column));

    public override DateOnly? Date(int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateOnly>(column);
}
