namespace Plimsoll.Web.Runs;

/// <summary>A kind of long work.</summary>
/// <param name="Doing">The title while it runs: "Running the forecast".</param>
/// <param name="Stopped">The title when it did not finish: "The forecast was not made".</param>
/// <param name="Unchanged">What it means for the data when it did not finish: "No forecast was kept."</param>
/// <param name="Back">Where to go to try again.</param>
public sealed record RunKind(string Doing, string Stopped, string Unchanged, string Back)
{
    public static RunKind Forecast { get; } =
        new("Running the forecast", "The forecast was not made", "Nothing was kept, and earlier forecasts are as they were.", "/forecast");

    public static RunKind Backtest { get; } =
        new("Testing the forecast on your own past", "The test was not made", "Nothing was kept, and earlier forecasts are as they were.", "/backtest");

    public static RunKind Drivers { get; } =
        new("Working out what makes the range wide", "It was not worked out", "Nothing was kept, and the forecast is as it was.", "/forecast");

    public static RunKind Import { get; } =
        new("Importing", "Nothing was imported", "The data are exactly as they were before.", "/data/import");
}

/// <summary>A piece of long work that a page started: it can be left, found again by its address, and cancelled.</summary>
public sealed class Run(int number, RunKind kind) : IDisposable
{
    private readonly CancellationTokenSource cancel = new();
    private readonly Lock telling = new();
    private volatile RunState state = new RunState.Working("Starting", null);

    /// <summary>Its number, in order of starting.</summary>
    public int Number { get; } = number;

    /// <summary>What kind of work.</summary>
    public RunKind Kind { get; } = kind;

    /// <summary>The address of its page.</summary>
    public string Address => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/runs/{Number}");

    /// <summary>Where it stands now.</summary>
    public RunState State => state;

    /// <summary>Ends when the work has ended, however it ended.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>Asks it to stop.</summary>
    public void Cancel() => cancel.Cancel();

    /// <summary>Waits a moment, so that short work shows its result at once instead of a page of progress.</summary>
    public Task SettleAsync(CancellationToken leave) => Task.WhenAny(Completion, Task.Delay(TimeSpan.FromSeconds(1.5), leave));

    /// <inheritdoc />
    public void Dispose() => cancel.Dispose();

    internal void Begin(Func<RunProgress, CancellationToken, Task<RunState>> work, ILogger log) =>
        Completion = Task.Run(async () =>
        {
            try
            {
                End(await work(new RunProgress(Tell), cancel.Token));
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                End(new RunState.Cancelled());
            }
            catch (Exception fault)
            {
                // The one place where a fault of background work ends: the console keeps it, the page says so.
                log.LogError(fault, "{Kind} {Number} failed", Kind.Doing, Number);
                End(new RunState.Failed());
            }
        });

    private void End(RunState ended)
    {
        lock (telling)
        {
            state = ended;
        }
    }

    // Progress may be told late, from another thread: work that has ended never goes back to work.
    private void Tell(RunState.Working now)
    {
        lock (telling)
        {
            if (state is RunState.Working)
            {
                state = now;
            }
        }
    }
}

/// <summary>Tells the page what the work is doing.</summary>
public sealed class RunProgress(Action<RunState.Working> tell) : IProgress<double>
{
    private string doing = "Starting";

    /// <summary>Names the step that begins now.</summary>
    public void Step(string words)
    {
        doing = words;
        tell(new RunState.Working(words, null));
    }

    /// <summary>Tells how much of the step is done, 0 to 1.</summary>
    public void Report(double value) => tell(new RunState.Working(doing, Math.Clamp(value, 0, 1)));
}
