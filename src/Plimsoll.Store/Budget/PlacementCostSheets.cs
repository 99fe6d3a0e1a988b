using System.Collections.Immutable;
using System.Text.Json;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Store.Databases;
using Plimsoll.Store.Vocabulary;

namespace Plimsoll.Store.Budget;

/// <summary>What came of saving a placement cost sheet.</summary>
public enum SheetSaved
{
    /// <summary>It is in force now; the one before is kept.</summary>
    InForce,

    /// <summary>The sheet in force is the same one: nothing changed.</summary>
    AlreadyInForce,
}

/// <summary>The council's placement cost sheets. The last one saved is in force; earlier ones are kept.</summary>
internal static class PlacementCostSheets
{
    public static async Task<PlacementCostSheet?> CurrentAsync(Session session, CancellationToken cancel)
    {
        var bodies = await BodiesAsync(session, cancel);
        return bodies.IsEmpty ? null : Documents.Read(bodies[0], WorkspaceJson.Default.PlacementCostSheet);
    }

    public static async Task<SheetSaved> SaveAsync(Session session, PlacementCostSheet sheet, Change change, CancellationToken cancel)
    {
        var body = JsonSerializer.Serialize(sheet, WorkspaceJson.Default.PlacementCostSheet);
        if (await BodiesAsync(session, cancel) is [var current] && current == body)
        {
            return SheetSaved.AlreadyInForce;
        }

        await session.ExecuteAsync(
            "INSERT INTO placement_cost_sheets (at, body) VALUES (@at, @body)",
            cancel,
            new("at", Instants.Write(change.At)),
            new("body", body));
        await Journal.AppendAsync(
            session, change, "Saved a placement cost sheet", $"{sheet.Name}, {InWords.Count(sheet.Rows.Length, "cost", "costs")}", cancel);
        return SheetSaved.InForce;
    }

    private static Task<ImmutableArray<string>> BodiesAsync(Session session, CancellationToken cancel) =>
        session.QueryAsync("SELECT body FROM placement_cost_sheets ORDER BY id DESC LIMIT 1", row => row.GetString(0), cancel);
}
