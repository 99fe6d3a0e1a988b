using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Store.Databases;
using Plimsoll.Store.Vocabulary;

namespace Plimsoll.Store.Forecast;

/// <summary>Immutable forecasts. The same forecast asked for twice is one snapshot, and the latest again.</summary>
internal static class ForecastSnapshots
{
    public static async Task SaveAsync(Session session, ForecastResult forecast, Change change, CancellationToken cancel)
    {
        var isStored = !(await session.QueryAsync(
            "SELECT id FROM forecasts WHERE id = @id", row => row.GetString(0), cancel, new Value("id", forecast.Id))).IsEmpty;
        if (!isStored)
        {
            await session.ExecuteAsync(
                "INSERT INTO forecasts (id, as_at, dataset, settings, body) VALUES (@id, @asAt, @dataset, @settings, @body)",
                cancel,
                new("id", forecast.Id),
                new("asAt", forecast.AsAt),
                new("dataset", forecast.Trace.Dataset),
                new("settings", Describe(forecast)),
                new("body", JsonSerializer.Serialize(forecast, WorkspaceJson.Default.ForecastResult)));
        }

        await session.ExecuteAsync(
            "INSERT INTO forecast_requests (forecast_id, at) VALUES (@id, @at)",
            cancel, new("id", forecast.Id), new("at", Instants.Write(change.At)));
        await Journal.AppendAsync(
            session,
            change,
            isStored ? "Asked again for a forecast" : "Saved a forecast",
            $"forecast {forecast.Id} of dataset {forecast.Trace.Dataset}",
            cancel);
    }

    public static async Task<ForecastResult?> FindAsync(Session session, string id, CancellationToken cancel) =>
        One(await session.QueryAsync(
            "SELECT body FROM forecasts WHERE id = @id", row => row.GetString(0), cancel, new Value("id", id)));

    public static async Task<ForecastResult?> LatestAsync(Session session, CancellationToken cancel) =>
        One(await session.QueryAsync(
            """
            SELECT f.body FROM forecast_requests r JOIN forecasts f ON f.id = r.forecast_id
            ORDER BY r.seq DESC LIMIT 1
            """,
            row => row.GetString(0), cancel));

    /// <summary>All forecasts, the latest asked for first.</summary>
    public static Task<ImmutableArray<ForecastSummary>> ListAsync(Session session, CancellationToken cancel) => session.QueryAsync(
        """
        SELECT f.id, f.as_at, r.at, f.dataset, f.settings
        FROM forecasts f
        JOIN forecast_requests r ON r.seq = (SELECT max(q.seq) FROM forecast_requests q WHERE q.forecast_id = f.id)
        ORDER BY r.seq DESC
        """,
        row => new ForecastSummary(
            row.GetString(0), row.GetFieldValue<DateOnly>(1), Instants.Read(row.GetString(2)), row.GetString(3), row.GetString(4)),
        cancel);

    private static ForecastResult? One(ImmutableArray<string> bodies) =>
        bodies.IsEmpty ? null : Documents.Read(bodies[0], WorkspaceJson.Default.ForecastResult);

    private static string Describe(ForecastResult forecast)
    {
        var asked = forecast.Settings;
        var entries = asked.Entries switch
        {
            EntriesMode.Recent => ", starts at the recent level",
            EntriesMode.Trend => ", starts follow the recent trend",
            _ => "",
        };
        return $"{InWords.Count(asked.Months, "month", "months")}, {InWords.Whole(asked.Replicates)} futures, seed "
            + asked.Seed.ToString(CultureInfo.InvariantCulture)
            + entries
            + (asked.Spread == SpreadMode.Own ? ", the engine's own range" : "");
    }
}
