using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Plimsoll.Core.Care;
using Plimsoll.Store.Databases;

namespace Plimsoll.Store.Care;

/// <summary>Question: what does the current dataset hold?</summary>
internal sealed class CurrentReturns(Session session, CancellationToken cancel)
{
    private readonly StringPool pool = new();

    private sealed record StoredFile(long Import, ReturnFile File);

    private sealed record StoredPart(long Id, long FileId, string Authority, int Year, int Used, bool IsCurrent);

    /// <summary>The name of the dataset, or null while nothing was imported.</summary>
    public async Task<DatasetId?> NameAsync()
    {
        var names = await session.QueryAsync(
            "SELECT c.import_id, i.dataset FROM current_import c LEFT JOIN imports i ON i.id = c.import_id",
            row => (IsEmpty: row.IsDBNull(0), Name: row.IsDBNull(1) ? null : row.GetString(1)), cancel);
        return names switch
        {
            [(true, _)] => null,
            [(false, { } name)] => new DatasetId(name),
            _ => throw new WorkspaceException(DamagedRecords.WithoutFiles),
        };
    }

    /// <summary>How many Episodes rows the dataset holds, 0 while nothing was imported.</summary>
    public async Task<long> EpisodeRowsAsync() => (await session.QueryAsync(
        """
        SELECT CAST(coalesce(sum(p.used_rows), 0) AS bigint)
        FROM current_import c
        JOIN import_parts i ON i.import_id = c.import_id
        JOIN parts p ON p.id = i.part_id
        JOIN files f ON f.id = p.file_id
        WHERE f.table_name = @table
        """,
        row => row.GetInt64(0), cancel, new Value("table", nameof(ReturnTable.Episodes))))[0];

    /// <summary>The dataset, or null while nothing was imported.</summary>
    public async Task<StoredReturns?> LoadAsync()
    {
        if (await NameAsync() is not { } dataset)
        {
            return null;
        }

        var (files, parts) = await PartsOfFilesAsync(dataset);
        var inOrder = parts
            .Where(part => part.IsCurrent)
            .OrderBy(part => part.Year)
            .ThenBy(part => part.Authority, StringComparer.Ordinal)
            .ThenBy(part => files[part.FileId].File.Name, StringComparer.Ordinal)
            .ThenBy(part => files[part.FileId].File.Hash, StringComparer.Ordinal)
            .ToImmutableArray();

        var headers = await RowsAsync(ReturnTable.Header, ReturnTables.Headers, ReturnTables.ReadHeader, inOrder, files);
        var episodes = await RowsAsync(ReturnTable.Episodes, ReturnTables.Episodes, ReturnTables.ReadEpisode, inOrder, files);
        var unaccompanied = await RowsAsync(ReturnTable.Uasc, ReturnTables.Unaccompanied, ReturnTables.ReadUnaccompanied, inOrder, files);
        return new StoredReturns(
            dataset, new ReturnRows(Narrowed(files, parts), headers, episodes, unaccompanied, await FindingsAsync(files)));
    }

    /// <summary>The dataset in counts, made child by child; null while nothing was imported.</summary>
    public async Task<CareSummary?> SummariseAsync(CodeLists codes, int mostListed)
    {
        if (await NameAsync() is not { } dataset)
        {
            return null;
        }

        var (files, parts) = await PartsOfFilesAsync(dataset);
        var mine = parts
            .Where(part => part.IsCurrent)
            .ToDictionary(part => part.Id, part => new RowOrigin(files[part.FileId].File, part.Authority, part.Year, part.Used));
        var frame = new DatasetFrame(
            Narrowed(files, parts),
            mine.Values.Where(origin => origin.File.Table == ReturnTable.Episodes && origin.Used > 0).Select(origin => (origin.Authority, origin.Year)));
        var summary = new CareSummaryBuilder(frame, codes, mostListed);
        await new ChildByChild(session, cancel).ReadAsync(mine, summary.Add);
        return summary.Close(dataset.Text, await FindingsAsync(files));
    }

    private static ImmutableArray<ReturnFile> Narrowed(Dictionary<long, StoredFile> files, ImmutableArray<StoredPart> parts)
    {
        var byFile = parts.ToLookup(part => part.FileId);
        return [.. files.OrderBy(file => file.Value.File.Name, StringComparer.Ordinal).ThenBy(file => file.Key)
            .Select(file => Narrow(file.Value.File, [.. byFile[file.Key]]))];
    }

    private Task<ImmutableArray<Finding>> FindingsAsync(Dictionary<long, StoredFile> files) =>
        new ReadFindings(session, cancel).LoadAsync([.. files.Values.Select(file => (file.Import, file.File.Name))], pool);

    /// <exception cref="WorkspaceException">The files and parts that are there are not those that the dataset is named after.</exception>
    private async Task<(Dictionary<long, StoredFile> Files, ImmutableArray<StoredPart> Parts)> PartsOfFilesAsync(DatasetId dataset)
    {
        var files = await FilesAsync();
        var parts = await PartsAsync();
        var keys = parts
            .Where(part => part.IsCurrent && files.ContainsKey(part.FileId))
            .Select(part => (files[part.FileId].File, part))
            .Select(item => new PartKey(item.File.Hash, item.File.Table.ToString(), item.part.Authority, item.part.Year, item.part.Used));
        return DatasetId.Of([.. keys]) == dataset ? (files, parts) : throw new WorkspaceException(DamagedRecords.WithoutFiles);
    }

    /// <summary>Of a file that was replaced for some years, what it still stands for.</summary>
    private static ReturnFile Narrow(ReturnFile file, ImmutableArray<StoredPart> parts)
    {
        if (parts.All(part => part.IsCurrent))
        {
            return file;
        }

        var left = parts.Where(part => part.IsCurrent).ToImmutableArray();
        var lastYear = left.Max(part => part.Year);
        DateOnly? yearEnd = lastYear == 0 ? null : new DateOnly(lastYear, 3, 31);
        return file with
        {
            Years = [.. left.Select(part => part.Year).Where(year => year != 0).Distinct().Order()],
            Authorities = [.. file.Authorities.Where(label => left.Any(part => part.Authority == label))],
            Rows = file.Rows - parts.Where(part => !part.IsCurrent).Sum(part => part.Used),
            DataEnd = file.DataEnd is { } end && yearEnd is { } last && last < end ? last : file.DataEnd,
        };
    }

    private async Task<Dictionary<long, StoredFile>> FilesAsync()
    {
        var files = await session.QueryAsync(
            """
            SELECT id, import_id, name, hash, table_name, years, authorities, row_count, left_out, data_end, kept
            FROM files WHERE id IN (
                SELECT p.file_id FROM current_import c
                JOIN import_parts i ON i.import_id = c.import_id
                JOIN parts p ON p.id = i.part_id)
            """,
            row => (
                Id: row.GetInt64(0),
                File: new StoredFile(row.GetInt64(1), new ReturnFile(
                    row.GetString(2),
                    row.GetString(3),
                    Enum.Parse<ReturnTable>(row.GetString(4)),
                    FileLists.ReadYears(row.GetString(5)),
                    FileLists.ReadLabels(row.GetString(6)),
                    row.GetInt32(7),
                    row.GetInt32(8),
                    row.IsDBNull(9) ? null : row.GetFieldValue<DateOnly>(9),
                    ImmutableCollectionsMarshal.AsImmutableArray(row.GetFieldValue<byte[]>(10))))),
            cancel);
        return files.ToDictionary(file => file.Id, file => file.File);
    }

    /// <summary>All parts of the files of the dataset, the replaced ones too.</summary>
    private Task<ImmutableArray<StoredPart>> PartsAsync() => session.QueryAsync(
        """
        SELECT p.id, p.file_id, p.authority, p.collection_year, p.used_rows, mine.part_id IS NOT NULL
        FROM parts p
        LEFT JOIN (SELECT i.part_id FROM current_import c JOIN import_parts i ON i.import_id = c.import_id) mine ON mine.part_id = p.id
        WHERE p.file_id IN (
            SELECT q.file_id FROM current_import c
            JOIN import_parts i ON i.import_id = c.import_id
            JOIN parts q ON q.id = i.part_id)
        ORDER BY p.id
        """,
        row => new StoredPart(
            row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetInt32(3), row.GetInt32(4), row.GetBoolean(5)),
        cancel);

    private async Task<IReadOnlyList<T>> RowsAsync<T>(
        ReturnTable kind,
        RowTable table,
        Func<RowReader, string, string, int, T> read,
        ImmutableArray<StoredPart> parts,
        Dictionary<long, StoredFile> files)
    {
        var mine = parts.Where(part => files[part.FileId].File.Table == kind).ToImmutableArray();
        var rows = new List<T>(mine.Sum(part => part.Used));
        foreach (var part in mine)
        {
            var file = files[part.FileId].File.Name;
            var before = rows.Count;
            await session.Database.ReadAsync(
                session, table, part.Id, pool, row => rows.Add(read(row, file, part.Authority, part.Year)), cancel);
            DamagedRecords.ThrowUnless(part.Used, rows.Count - before, file);
        }

        return rows;
    }
}
