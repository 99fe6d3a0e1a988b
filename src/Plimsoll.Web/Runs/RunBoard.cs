using System.Collections.Concurrent;

namespace Plimsoll.Web.Runs;

/// <summary>The long work of this program since it was started. Its results are in the workspace; the board is only where it stands.</summary>
public sealed class RunBoard(ILogger<RunBoard> log) : IDisposable
{
    private readonly ConcurrentDictionary<int, Run> runs = new();
    private int last;

    /// <summary>Starts work in the background.</summary>
    /// <param name="kind">What kind.</param>
    /// <param name="work">Does it; returns how it ended. Called off the request.</param>
    public Run Start(RunKind kind, Func<RunProgress, CancellationToken, Task<RunState>> work)
    {
        var run = new Run(Interlocked.Increment(ref last), kind);
        runs[run.Number] = run;
        run.Begin(work, log);
        return run;
    }

    /// <summary>A run by its number, or null when this program has not started it.</summary>
    public Run? Find(int number) => runs.GetValueOrDefault(number);

    /// <summary>The latest run that finished at an address, or null when this program has none.</summary>
    public RunState.Finished? LatestWith(string address) => runs.Values
        .OrderByDescending(run => run.Number)
        .Select(run => run.State)
        .OfType<RunState.Finished>()
        .FirstOrDefault(state => state.Address == address);

    /// <summary>What is still at work, latest first.</summary>
    public IReadOnlyList<Run> AtWork => [.. runs.Values.Where(run => run.State is RunState.Working).OrderByDescending(run => run.Number)];

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var run in runs.Values)
        {
            run.Cancel();
        }
    }
}
