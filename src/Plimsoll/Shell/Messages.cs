using Spectre.Console;

namespace Plimsoll.Shell;

/// <summary>Everything that is said on standard error: messages, and a progress bar where a person watches.</summary>
/// <param name="error">Standard error.</param>
/// <param name="quiet">Whether only refusals and faults are said.</param>
/// <param name="watched">Whether a person watches a terminal.</param>
internal sealed class Messages(TextWriter error, bool quiet, bool watched)
{
    /// <summary>A refusal or a fault: always said.</summary>
    public void Say(string message) => error.WriteLine(message);

    /// <summary>A remark, left out with --quiet.</summary>
    public void Remark(string message)
    {
        if (!quiet)
        {
            error.WriteLine(message);
        }
    }

    /// <summary>Does long work with a progress bar on a terminal, and without one elsewhere.</summary>
    /// <param name="doing">What is being done: "Simulating 1,000 futures".</param>
    /// <param name="work">The work; it reports a share from 0 to 1.</param>
    public async Task<T> WithProgressAsync<T>(string doing, Func<IProgress<double>, Task<T>> work)
    {
        if (quiet || !watched)
        {
            return await work(new Ignored()).ConfigureAwait(false);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return await console.Progress().AutoClear(enabled: true).StartAsync(async context =>
        {
            var task = context.AddTask(Markup.Escape(doing));
            return await work(new Bar(task)).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private sealed class Bar(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = Math.Clamp(value, 0, 1) * task.MaxValue;
    }

    private sealed class Ignored : IProgress<double>
    {
        public void Report(double value)
        {
            // Nobody watches.
        }
    }
}
