using System.Text.Json;
using Plimsoll.Core.Forecast.Drivers;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Store.Databases;
using Plimsoll.Store.Vocabulary;

namespace Plimsoll.Store.Forecast;

/// <summary>What makes the range of forecasts wide: one document a forecast, the last one worked out.</summary>
internal static class ForecastDrivers
{
    public static async Task SaveAsync(Session session, UncertaintyDrivers drivers, Change change, CancellationToken cancel)
    {
        await session.ExecuteAsync("DELETE FROM forecast_drivers WHERE forecast_id = @id", cancel, new Value("id", drivers.Forecast));
        await session.ExecuteAsync(
            "INSERT INTO forecast_drivers (forecast_id, body) VALUES (@id, @body)",
            cancel,
            new("id", drivers.Forecast),
            new("body", JsonSerializer.Serialize(drivers, WorkspaceJson.Default.UncertaintyDrivers)));
        await Journal.AppendAsync(
            session, change, "Worked out what makes a forecast's range wide", $"forecast {drivers.Forecast}", cancel);
    }

    public static async Task<UncertaintyDrivers?> FindAsync(Session session, string forecast, CancellationToken cancel)
    {
        var found = await session.QueryAsync(
            "SELECT body FROM forecast_drivers WHERE forecast_id = @id", row => row.GetString(0), cancel, new Value("id", forecast));
        return found.IsEmpty ? null : Documents.Read(found[0], WorkspaceJson.Default.UncertaintyDrivers);
    }
}
