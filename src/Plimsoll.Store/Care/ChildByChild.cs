using System.Runtime.InteropServices;
using Plimsoll.Core.Care;
using Plimsoll.Store.Databases;

namespace Plimsoll.Store.Care;

/// <summary>Where rows of the current dataset come from: a part of a file, and how many rows of it were stored.</summary>
internal sealed record RowOrigin(ReturnFile File, string Authority, int Year, int Used);

/// <summary>
/// Question: what do the returns say about each child? The database puts the rows of a child together (in a file of
/// its own where they are many), so that no more than one child is held here at a time.
/// </summary>
internal sealed class ChildByChild(Session session, CancellationToken cancel)
{
    /// <summary>Different texts held at a time: all codes, districts and homes, but not millions of identifiers.</summary>
    private const int MostTexts = 50_000;

    /// <summary>Columns after those of <see cref="ReturnTables.Episodes"/>.</summary>
    private const int PartColumn = 14;

    private const string Mine = "SELECT i.part_id FROM current_import c JOIN import_parts i ON i.import_id = c.import_id";

    // Of Header and UASC rows only the date of birth is asked for; it stands where an episode has its first day.
    private static readonly string Question =
        $"""
        SELECT r.* FROM (
            SELECT {ReturnTables.Episodes.ColumnList}, part_id FROM episodes WHERE part_id IN ({Mine})
            UNION ALL SELECT {Padded("born")}, part_id FROM headers WHERE part_id IN ({Mine})
            UNION ALL SELECT {Padded("born")}, part_id FROM unaccompanied WHERE part_id IN ({Mine})
        ) r JOIN parts p ON p.id = r.part_id
        ORDER BY p.authority, r.child
        """;

    /// <summary>Hands over the children one after another, each once with all its rows.</summary>
    /// <param name="origins">The parts of the current dataset by their id.</param>
    /// <param name="child">Takes a child.</param>
    /// <exception cref="WorkspaceException">The rows of a part are not as many as were stored.</exception>
    public async Task ReadAsync(IReadOnlyDictionary<long, RowOrigin> origins, Action<ChildRecords> child)
    {
        var found = new Dictionary<long, int>();
        ChildRecords? current = null;
        void Take(RowReader row)
        {
            var part = row.Number(PartColumn);
            var origin = origins[part];
            CollectionsMarshal.GetValueRefOrAddDefault(found, part, out _)++;
            var key = new ChildKey(origin.Authority, row.Text(1));
            if (current is null || current.Child != key)
            {
                if (current is not null)
                {
                    child(current);
                }

                current = new ChildRecords(key);
            }

            Add(current, row, origin);
        }

        await session.Database.ReadAsync(session, Question, new StringPool(MostTexts), Take, cancel);
        if (current is not null)
        {
            child(current);
        }

        foreach (var (part, origin) in origins.Where(part => part.Value.File.Table is ReturnTable.Episodes or ReturnTable.Header or ReturnTable.Uasc))
        {
            DamagedRecords.ThrowUnless(origin.Used, found.GetValueOrDefault(part), origin.File.Name);
        }
    }

    private static void Add(ChildRecords to, RowReader row, RowOrigin origin)
    {
        var (file, authority, year) = (origin.File.Name, origin.Authority, origin.Year);
        switch (origin.File.Table)
        {
            case ReturnTable.Episodes:
                to.Episodes.Add(ReturnTables.ReadEpisode(row, file, authority, year));
                break;
            case ReturnTable.Header:
                to.Headers.Add(new HeaderRow(to.Child, "", row.Date(2), "", "", "", null, year, new SourceRow(file, row.Number(0))));
                break;
            default:
                to.Unaccompanied.Add(new UascRow(to.Child, "", row.Date(2), null, year, new SourceRow(file, row.Number(0))));
                break;
        }
    }

    private static string Padded(string day) => string.Join(", ", ReturnTables.Episodes.Columns.Select(column => column switch
    {
        { Name: "line" or "child" } => column.Name,
        { Name: "commenced" } => day,
        { Kind: ColumnKind.Date } => "CAST(NULL AS date)",
        _ => "''",
    }));
}
