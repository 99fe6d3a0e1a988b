using System.Text.Json;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Store.Databases;

namespace Plimsoll.Store.Vocabulary;

/// <summary>The settings of the workspace. Earlier ones are kept.</summary>
internal static class Settings
{
    public static async Task<WorkspaceSettings> CurrentAsync(Session session, CancellationToken cancel)
    {
        var bodies = await session.QueryAsync("SELECT body FROM settings ORDER BY id DESC LIMIT 1", row => row.GetString(0), cancel);
        return bodies.IsEmpty ? WorkspaceSettings.Default : Documents.Read(bodies[0], WorkspaceJson.Default.WorkspaceSettings);
    }

    public static async Task SaveAsync(Session session, WorkspaceSettings settings, Change change, CancellationToken cancel)
    {
        var body = JsonSerializer.Serialize(settings, WorkspaceJson.Default.WorkspaceSettings);
        await session.ExecuteAsync(
            "INSERT INTO settings (at, body) VALUES (@at, @body)",
            cancel, new("at", Instants.Write(change.At)), new("body", body));
        await Journal.AppendAsync(session, change, "Changed the settings", body, cancel);
    }
}
