using System.Text.Json;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Store.Databases;
using Plimsoll.Store.Vocabulary;

namespace Plimsoll.Store.Budget;

/// <summary>The council's price lists. The last one saved is in force; earlier ones are kept.</summary>
internal static class PriceBooks
{
    public static async Task<PriceBook?> CurrentAsync(Session session, CancellationToken cancel)
    {
        var bodies = await session.QueryAsync("SELECT body FROM price_books ORDER BY id DESC LIMIT 1", row => row.GetString(0), cancel);
        return bodies.IsEmpty ? null : Documents.Read(bodies[0], WorkspaceJson.Default.PriceBook);
    }

    public static async Task SaveAsync(Session session, PriceBook prices, Change change, CancellationToken cancel)
    {
        await session.ExecuteAsync(
            "INSERT INTO price_books (at, body) VALUES (@at, @body)",
            cancel,
            new("at", Instants.Write(change.At)),
            new("body", JsonSerializer.Serialize(prices, WorkspaceJson.Default.PriceBook)));
        await Journal.AppendAsync(
            session, change, "Saved a price list", $"{prices.Name}, {InWords.Count(prices.Rows.Length, "price", "prices")}", cancel);
    }
}
