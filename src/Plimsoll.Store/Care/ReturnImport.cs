using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Store.Databases;
using Plimsoll.Store.Vocabulary;

namespace Plimsoll.Store.Care;

/// <summary>Stores an import of return files inside a session: all of it or, if the session is not committed, none.</summary>
internal sealed class ReturnImport(Session session, CancellationToken cancel)
{
    private readonly Dictionary<PartKey, long> partIds = [];
    private readonly Dictionary<(string File, string Authority, int Year), long> rowParts = [];
    private readonly Dictionary<long, long> positions = [];

    public async Task<ImportOutcome> StoreAsync(ReturnRows rows, Change change)
    {
        if (rows.Files.IsEmpty)
        {
            throw new ArgumentException("An import needs at least one file that could be read.", nameof(rows));
        }

        var incoming = PartPlan.PartsOf(rows);
        var (previous, current) = await CurrentAsync();
        var plan = PartPlan.Of(current, incoming);
        var dataset = DatasetId.Of(plan.Result);
        if (plan.New.IsEmpty)
        {
            return new ImportOutcome.Unchanged(dataset, [.. rows.Files.Select(file => file.Name)]);
        }

        var import = await AddImportAsync(previous, dataset, change);
        await AddFilesAsync(import, rows.Files, plan);
        foreach (var part in plan.Kept.Concat(plan.New))
        {
            await session.ExecuteAsync(
                "INSERT INTO import_parts (import_id, part_id) VALUES (@import, @part)",
                cancel, new("import", import), new("part", partIds[part.Key]));
        }

        await AddRowsAsync(ReturnTables.Headers, rows.Headers, row => (row.Source.File, row.Child.Authority, row.CollectionYear), ReturnTables.Write);
        await AddRowsAsync(ReturnTables.Episodes, rows.Episodes, row => (row.Source.File, row.Child.Authority, row.CollectionYear), ReturnTables.Write);
        await AddRowsAsync(ReturnTables.Unaccompanied, rows.Unaccompanied, row => (row.Source.File, row.Child.Authority, row.CollectionYear), ReturnTables.Write);
        await new ReadFindings(session, cancel).StoreAsync(import, rows.Findings, [.. plan.AlreadyThere]);
        await session.ExecuteAsync("UPDATE current_import SET import_id = @import", cancel, new Value("import", import));
        await Journal.AppendAsync(session, change, "Imported return files", Describe(dataset, plan), cancel);
        return new ImportOutcome.Imported(
            dataset,
            [.. plan.Replaced.Select(part => new ReplacedPart(
                part.FileName, Enum.Parse<ReturnTable>(part.Key.Table), part.Key.Authority, part.Key.Year, part.Key.UsedRows))],
            plan.AlreadyThere);
    }

    private async Task<(long? Import, ImmutableArray<Part> Parts)> CurrentAsync()
    {
        var rows = await session.QueryAsync(
            """
            SELECT c.import_id, p.id, f.hash, f.table_name, p.authority, p.collection_year, p.used_rows, f.name
            FROM current_import c
            JOIN import_parts i ON i.import_id = c.import_id
            JOIN parts p ON p.id = i.part_id
            JOIN files f ON f.id = p.file_id
            ORDER BY p.id
            """,
            row => (
                Import: row.GetInt64(0),
                Id: row.GetInt64(1),
                Part: new Part(
                    new PartKey(row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt32(5), row.GetInt32(6)), row.GetString(7))),
            cancel);
        foreach (var (_, id, part) in rows)
        {
            partIds[part.Key] = id;
        }

        return (rows.IsEmpty ? null : rows[0].Import, [.. rows.Select(row => row.Part)]);
    }

    private Task<long> AddImportAsync(long? previous, DatasetId dataset, Change change) => session.InsertAsync(
        """
        INSERT INTO imports (previous_id, dataset, at, by_whom, why, evidence)
        VALUES (@previous, @dataset, @at, @by, @why, @evidence) RETURNING id
        """,
        cancel,
        new("previous", previous),
        new("dataset", dataset.Text),
        new("at", Instants.Write(change.At)),
        new("by", change.By),
        new("why", change.Why),
        new("evidence", change.Evidence));

    private async Task AddFilesAsync(long import, ImmutableArray<ReturnFile> files, PartPlan plan)
    {
        var parts = plan.New.ToLookup(part => part.FileName, StringComparer.Ordinal);
        foreach (var file in files.Where(file => parts.Contains(file.Name)))
        {
            var id = await session.InsertAsync(
                """
                INSERT INTO files (import_id, name, hash, table_name, years, authorities, row_count, left_out, data_end, kept)
                VALUES (@import, @name, @hash, @table, @years, @authorities, @rows, @leftOut, @end, @kept) RETURNING id
                """,
                cancel,
                new("import", import),
                new("name", file.Name),
                new("hash", file.Hash),
                new("table", file.Table.ToString()),
                new("years", FileLists.Write(file.Years)),
                new("authorities", FileLists.Write(file.Authorities)),
                new("rows", (long)file.Rows),
                new("leftOut", (long)file.LeftOut),
                new("end", file.DataEnd),
                new("kept", ImmutableCollectionsMarshal.AsArray(file.Kept) ?? []));
            foreach (var part in parts[file.Name])
            {
                var partId = await session.InsertAsync(
                    """
                    INSERT INTO parts (file_id, authority, collection_year, used_rows)
                    VALUES (@file, @authority, @year, @used) RETURNING id
                    """,
                    cancel,
                    new("file", id),
                    new("authority", part.Key.Authority),
                    new("year", (long)part.Key.Year),
                    new("used", (long)part.Key.UsedRows));
                partIds[part.Key] = partId;
                rowParts[(file.Name, part.Key.Authority, part.Key.Year)] = partId;
            }
        }
    }

    private async Task AddRowsAsync<T>(
        RowTable table, IReadOnlyList<T> rows, Func<T, (string, string, int)> partOf, Action<RowWriter, T> write)
    {
        await using var writer = await session.Database.WriterAsync(session, table, cancel);
        for (var i = 0; i < rows.Count; i++)
        {
            if ((i & 1023) == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            // Rows of parts that the dataset holds already are stored already.
            if (rowParts.TryGetValue(partOf(rows[i]), out var part))
            {
                writer.Begin(part, CollectionsMarshal.GetValueRefOrAddDefault(positions, part, out _)++);
                write(writer, rows[i]);
                writer.End();
            }
        }

        await writer.CompleteAsync(cancel);
    }

    private static string Describe(DatasetId dataset, PartPlan plan)
    {
        var files = plan.New.Select(part => $"{part.FileName} (SHA-256 {part.Key.FileHash})").Distinct(StringComparer.Ordinal);
        var replaced = plan.Replaced.Select(part => string.Create(
            CultureInfo.InvariantCulture, $"{part.Key.Table} {part.Key.Year} from {part.FileName}"));
        return $"dataset {dataset}: {string.Join("; ", files)}"
            + (plan.Replaced.IsEmpty ? "" : $"; replaced {string.Join(", ", replaced)}");
    }
}
