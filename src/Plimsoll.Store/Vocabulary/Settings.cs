using System.Text.Json;
using Plimsoll.Core.Forecast.Assumptions;
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
        var body = await WriteAsync(session, settings, change, cancel);
        await Journal.AppendAsync(session, change, "Changed the settings", body, cancel);
    }

    public static async Task ChangeAssumptionAsync(
        Session session, Assumption assumption, string? value, Change change, CancellationToken cancel)
    {
        var before = await CurrentAsync(session, cancel);
        var book = before.Assumptions.With(assumption, value, change);
        var was = before.Assumptions.Choices.GetValueOrDefault(assumption.Name)?.Value ?? assumption.Default;
        await WriteAsync(session, before with { Assumptions = book }, change, cancel);
        await Journal.AppendAsync(
            session,
            change,
            value is null ? "Set an assumption of the forecast back to its default" : "Changed an assumption of the forecast",
            $"{assumption.Title} ({assumption.Name}): from {was} to {value ?? assumption.Default}",
            cancel);
    }

    private static async Task<string> WriteAsync(Session session, WorkspaceSettings settings, Change change, CancellationToken cancel)
    {
        var body = JsonSerializer.Serialize(settings, WorkspaceJson.Default.WorkspaceSettings);
        await session.ExecuteAsync(
            "INSERT INTO settings (at, body) VALUES (@at, @body)",
            cancel, new("at", Instants.Write(change.At)), new("body", body));
        return body;
    }
}
