using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Store.Databases;
using Plimsoll.Store.Vocabulary;

namespace Plimsoll.Store.Care;

/// <summary>The imports of a workspace, and the way back from the last one.</summary>
internal sealed class ImportHistory(Session session, CancellationToken cancel)
{
    /// <summary>All imports, the latest first.</summary>
    public async Task<ImmutableArray<ImportRecord>> ReadAsync()
    {
        var files = (await session.QueryAsync(
            "SELECT import_id, name, hash, table_name, years, row_count, left_out FROM files ORDER BY id",
            row => (
                Import: row.GetInt64(0),
                File: new ImportedFile(
                    row.GetString(1),
                    row.GetString(2),
                    Enum.Parse<ReturnTable>(row.GetString(3)),
                    FileLists.ReadYears(row.GetString(4)),
                    row.GetInt32(5),
                    row.GetInt32(6))),
            cancel)).ToLookup(row => row.Import, row => row.File);
        return await session.QueryAsync(
            """
            SELECT i.id, i.dataset, i.at, i.by_whom, i.why, i.evidence,
                (SELECT count(*) FROM findings f WHERE f.import_id = i.id),
                i.undone_at IS NOT NULL,
                c.import_id IS NOT NULL
            FROM imports i LEFT JOIN current_import c ON c.import_id = i.id
            ORDER BY i.id DESC
            """,
            row => new ImportRecord(
                new DatasetId(row.GetString(1)),
                new Change(row.GetString(3), Instants.Read(row.GetString(2)), row.GetString(4), row.GetString(5)),
                [.. files[row.GetInt64(0)]],
                row.GetInt32(6),
                row.GetBoolean(7) ? ImportStanding.Undone : row.GetBoolean(8) ? ImportStanding.Current : ImportStanding.Earlier),
            cancel);
    }

    /// <summary>Makes the dataset before the last import current again.</summary>
    public async Task<UndoOutcome> UndoAsync(Change change)
    {
        var current = await session.QueryAsync(
            """
            SELECT i.id, i.dataset, p.id, p.dataset
            FROM current_import c
            JOIN imports i ON i.id = c.import_id
            LEFT JOIN imports p ON p.id = i.previous_id
            """,
            row => (
                Id: row.GetInt64(0),
                Dataset: new DatasetId(row.GetString(1)),
                PreviousId: row.IsDBNull(2) ? (long?)null : row.GetInt64(2),
                Previous: row.IsDBNull(3) ? (DatasetId?)null : new DatasetId(row.GetString(3))),
            cancel);
        if (current.IsEmpty)
        {
            return new UndoOutcome.NothingToUndo();
        }

        var (id, dataset, previousId, previous) = current[0];
        await session.ExecuteAsync("UPDATE current_import SET import_id = @previous", cancel, new Value("previous", previousId));
        await session.ExecuteAsync(
            "UPDATE imports SET undone_at = @at WHERE id = @id", cancel, new("at", Instants.Write(change.At)), new("id", id));
        var now = previous is { } back ? $"dataset {back} is current again" : "the workspace has no records now";
        await Journal.AppendAsync(session, change, "Undid an import", $"dataset {dataset}; {now}", cancel);
        return previous is { } earlier ? new UndoOutcome.WentBack(dataset, earlier) : new UndoOutcome.NowEmpty(dataset);
    }
}
