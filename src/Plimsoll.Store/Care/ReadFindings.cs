using System.Collections.Frozen;
using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Store.Databases;
using static Plimsoll.Store.Databases.ColumnKind;

namespace Plimsoll.Store.Care;

/// <summary>
/// Keeps what was found while reading files. A finding belongs to the files that its rows name: it comes back for as
/// long as one of them is in the dataset.
/// </summary>
internal sealed class ReadFindings(Session session, CancellationToken cancel)
{
    private static readonly RowTable Rows = new("finding_rows", "finding_id",
    [
        new("file", Text), new("line", Number), new("column_name", Text), new("child", Text), new("says", Text), new("did", Text),
    ]);

    /// <summary>Stores the findings of an import, without what they say about files that the dataset holds already.</summary>
    public async Task StoreAsync(long import, ImmutableArray<Finding> findings, FrozenSet<string> alreadyThere)
    {
        var stored = new List<(long Id, Finding Finding)>(findings.Length);
        foreach (var finding in findings)
        {
            var told = Narrow(finding, file => !alreadyThere.Contains(file));
            if (finding.Count == 0 || told.Count > 0)
            {
                var id = await AddAsync(import, told);
                await AddUnlistedAsync(id, told);
                stored.Add((id, told));
            }
        }

        await using var writer = await session.Database.WriterAsync(session, Rows, cancel);
        foreach (var (id, finding) in stored)
        {
            cancel.ThrowIfCancellationRequested();
            for (var i = 0; i < finding.Rows.Length; i++)
            {
                var row = finding.Rows[i];
                writer.Begin(id, i);
                writer.Text(row.File);
                writer.Number(row.Line);
                writer.Text(row.Column);
                writer.Text(row.Child);
                writer.Text(row.Says);
                writer.Text(row.Did);
                writer.End();
            }
        }

        await writer.CompleteAsync(cancel);
    }

    /// <summary>The findings that hold for a dataset.</summary>
    /// <param name="files">The files of the dataset: the import that brought each, and its name.</param>
    /// <param name="pool">Keeps one copy of each text.</param>
    public async Task<ImmutableArray<Finding>> LoadAsync(ImmutableArray<(long Import, string Name)> files, StringPool pool)
    {
        var result = ImmutableArray.CreateBuilder<Finding>();
        foreach (var import in files.Select(file => file.Import).Distinct().Order())
        {
            var mine = files.Where(file => file.Import == import).Select(file => file.Name).ToFrozenSet(StringComparer.Ordinal);
            var brought = await session.QueryAsync(
                "SELECT name FROM files WHERE import_id = @import", row => row.GetString(0), cancel, new Value("import", import));

            // A row may also name a file that could not be read at all: it stands until that file is read.
            var read = brought
                .Concat(files.Where(file => file.Import > import).Select(file => file.Name))
                .ToFrozenSet(StringComparer.Ordinal);
            bool Holds(string file) => mine.Contains(file) || !read.Contains(file);

            var unlisted = await UnlistedAsync(import);
            foreach (var (id, head) in await HeadsAsync(import))
            {
                var finding = head with { Rows = await RowsAsync(id, pool), Unlisted = [.. unlisted[id]] };
                var holding = finding.Count == 0 ? finding : Narrow(finding, Holds);
                if (finding.Count == 0 || holding.Count > 0)
                {
                    result.Add(holding);
                }
            }
        }

        return result.DrainToImmutable();
    }

    /// <summary>The finding for the places in files that still count. Its sentence holds a number, so it says how many are left.</summary>
    private static Finding Narrow(Finding finding, Func<string, bool> counts)
    {
        var left = finding with
        {
            Rows = [.. finding.Rows.Where(row => counts(row.File))],
            Unlisted = [.. finding.Unlisted.Where(places => counts(places.File))],
        };
        if (left.Count == finding.Count)
        {
            return finding;
        }

        // Of places that are not listed the children are not known: there are at most as many as places.
        var children = left.Rows.Select(row => row.Child).Where(child => child.Length > 0).Distinct(StringComparer.Ordinal).Count();
        return left with
        {
            Children = Math.Min(finding.Children, children + left.NotListed),
            Meaning = $"{finding.Meaning} Of these {InWords.Count(finding.Count, "place", "places")}, {InWords.Whole(left.Count)} "
                + $"{(left.Count == 1 ? "counts" : "count")} here; the others are in files that were replaced, or that an earlier import reports.",
        };
    }

    private async Task AddUnlistedAsync(long finding, Finding told)
    {
        foreach (var places in told.Unlisted)
        {
            await session.ExecuteAsync(
                "INSERT INTO unlisted_places (finding_id, file, places) VALUES (@finding, @file, @places)",
                cancel, new("finding", finding), new("file", places.File), new("places", (long)places.Count));
        }
    }

    private async Task<ILookup<long, UnlistedPlaces>> UnlistedAsync(long import) => (await session.QueryAsync(
        """
        SELECT u.finding_id, u.file, u.places
        FROM unlisted_places u JOIN findings f ON f.id = u.finding_id
        WHERE f.import_id = @import ORDER BY u.finding_id, u.file
        """,
        row => (Finding: row.GetInt64(0), Places: new UnlistedPlaces(row.GetString(1), row.GetInt32(2))),
        cancel,
        new Value("import", import))).ToLookup(row => row.Finding, row => row.Places);

    private Task<long> AddAsync(long import, Finding finding) => session.InsertAsync(
        """
        INSERT INTO findings (import_id, rule, severity, table_name, changes, meaning, treatment, children)
        VALUES (@import, @rule, @severity, @table, @changes, @meaning, @treatment, @children) RETURNING id
        """,
        cancel,
        new("import", import),
        new("rule", finding.Rule),
        new("severity", finding.Severity.ToString()),
        new("table", finding.Table),
        new("changes", finding.Changes.ToString()),
        new("meaning", finding.Meaning),
        new("treatment", finding.Treatment),
        new("children", (long)finding.Children));

    private Task<ImmutableArray<(long Id, Finding Finding)>> HeadsAsync(long import) => session.QueryAsync(
        "SELECT id, rule, severity, table_name, changes, meaning, treatment, children FROM findings WHERE import_id = @import ORDER BY id",
        row => (
            row.GetInt64(0),
            new Finding(
                row.GetString(1),
                Enum.Parse<FindingSeverity>(row.GetString(2)),
                row.GetString(3),
                Enum.Parse<FindingEffect>(row.GetString(4)),
                row.GetString(5),
                row.GetString(6),
                row.GetInt32(7),
                [])),
        cancel,
        new Value("import", import));

    private async Task<ImmutableArray<FindingRow>> RowsAsync(long finding, StringPool pool)
    {
        var rows = ImmutableArray.CreateBuilder<FindingRow>();
        await session.Database.ReadAsync(
            session, Rows, finding, pool,
            row => rows.Add(new FindingRow(row.Text(0), row.Number(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5))),
            cancel);
        return rows.DrainToImmutable();
    }
}
