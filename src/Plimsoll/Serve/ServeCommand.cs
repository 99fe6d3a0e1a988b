using System.CommandLine;
using Plimsoll.Shell;
using Plimsoll.Web;

namespace Plimsoll.Serve;

/// <summary>serve [--port 5080]: the pages, on this machine only.</summary>
internal static class ServeCommand
{
    /// <summary>The port unless another is given.</summary>
    public const int DefaultPort = 5080;

    public static Command Make(SharedOptions shared)
    {
        var port = PortOption();
        var command = new Command("serve", "Serve the pages on this machine.") { port };
        command.SetAction(async (parsed, cancel) =>
        {
            var run = shared.Run(parsed);
            await using var bench = await run.OpenAsync(cancel).ConfigureAwait(false);
            return await ServeAsync(run, bench, parsed.GetValue(port), cancel).ConfigureAwait(false);
        });
        return command;
    }

    /// <summary>The option for the port.</summary>
    public static Option<int> PortOption() => new("--port")
    {
        Description = "Port of the pages on this machine (default 5080; 0 for any free one).",
        DefaultValueFactory = _ => DefaultPort,
        CustomParser = Given.Port,
    };

    /// <summary>Serves until the command is stopped.</summary>
    public static async Task<int> ServeAsync(CommandRun run, Workbench bench, int port, CancellationToken cancel)
    {
        var app = PlimsollWeb.Build(new WebOptions(port, run.Clock), bench);
        await using (app.ConfigureAwait(false))
        {
            try
            {
                await app.StartAsync(cancel).ConfigureAwait(false);
            }
            catch (IOException)
            {
                return run.Refuse($"Port {port} is in use by another program, perhaps by Plimsoll in another window. Give another one with --port, or 0 for any free one.");
            }

            run.Words.Say($"Open {app.Urls.First()} in a browser on this machine. Stop with Ctrl-C.");
            await WaitAsync(cancel).ConfigureAwait(false);
            await app.StopAsync(CancellationToken.None).ConfigureAwait(false);
            return ExitCode.Done;
        }
    }

    private static async Task WaitAsync(CancellationToken cancel)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancel.Register(stopped.SetResult).ConfigureAwait(false);
        await stopped.Task.ConfigureAwait(false);
    }
}
