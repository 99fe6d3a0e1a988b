using System.Collections.Immutable;
using System.Text.Json;
using Plimsoll.Core.Forecast.Backtest;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Store.Databases;
using Plimsoll.Store.Vocabulary;

namespace Plimsoll.Store.Forecast;

/// <summary>Backtests as they were made. The same one made twice is kept once, and is the latest of its dataset again.</summary>
internal static class Backtests
{
    public static async Task SaveAsync(Session session, BacktestResult backtest, Change change, CancellationToken cancel)
    {
        var isStored = !(await session.QueryAsync(
            "SELECT id FROM backtests WHERE id = @id", row => row.GetString(0), cancel, new Value("id", backtest.Id))).IsEmpty;
        if (!isStored)
        {
            await session.ExecuteAsync(
                "INSERT INTO backtests (id, dataset, body) VALUES (@id, @dataset, @body)",
                cancel,
                new("id", backtest.Id),
                new("dataset", backtest.Dataset),
                new("body", JsonSerializer.Serialize(backtest, WorkspaceJson.Default.BacktestResult)));
        }

        await session.ExecuteAsync(
            "INSERT INTO backtest_runs (backtest_id, at) VALUES (@id, @at)",
            cancel, new("id", backtest.Id), new("at", Instants.Write(change.At)));
        await Journal.AppendAsync(
            session,
            change,
            isStored ? "Tested the forecast again" : "Tested the forecast on the council's own past",
            $"backtest {backtest.Id} of dataset {backtest.Dataset}",
            cancel);
    }

    public static async Task<StoredBacktest?> LatestAsync(Session session, string dataset, CancellationToken cancel)
    {
        ImmutableArray<(string Body, DateTimeOffset At)> found = await session.QueryAsync(
            """
            SELECT b.body, r.at FROM backtest_runs r JOIN backtests b ON b.id = r.backtest_id
            WHERE b.dataset = @dataset ORDER BY r.seq DESC LIMIT 1
            """,
            row => (row.GetString(0), Instants.Read(row.GetString(1))),
            cancel,
            new Value("dataset", dataset));
        return found.IsEmpty ? null : new StoredBacktest(Documents.Read(found[0].Body, WorkspaceJson.Default.BacktestResult), found[0].At);
    }
}
