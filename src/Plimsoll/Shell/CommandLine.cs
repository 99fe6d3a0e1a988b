using System.CommandLine;
using Plimsoll.Anyshire;
using Plimsoll.Budget;
using Plimsoll.Care;
using Plimsoll.Forecast;
using Plimsoll.Serve;
using Plimsoll.Store;

namespace Plimsoll.Shell;

/// <summary>The commands, put together and run.</summary>
public static class CommandLine
{
    /// <summary>Runs one command.</summary>
    /// <param name="args">The arguments after the program's name.</param>
    /// <param name="output">Standard output: tables for people, or one JSON document.</param>
    /// <param name="error">Standard error: progress and messages.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancel">Stops the command as Ctrl-C does.</param>
    /// <returns>0 done, 1 refused, 2 wrong usage, 3 a fault.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, TextWriter output, TextWriter error, TimeProvider clock, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(error);
        var parsed = Root(output, error, clock).Parse(args);
        var invocation = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        if (parsed.Errors.Count > 0)
        {
            foreach (var wrong in parsed.Errors)
            {
                await error.WriteLineAsync(wrong.Message).ConfigureAwait(false);
            }

            await error.WriteLineAsync("Add --help to a command to see how it is used.").ConfigureAwait(false);
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(invocation, cancel).ConfigureAwait(false);
        }
        catch (WorkspaceException refused)
        {
            await error.WriteLineAsync(refused.Message).ConfigureAwait(false);
            return ExitCode.Refused;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Stopped. What had not finished was not kept; nothing is half-written.").ConfigureAwait(false);
            return ExitCode.Refused;
        }
#pragma warning disable CA1031 // The last door: a fault is reported in words with its trace, never swallowed.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await error.WriteLineAsync("Plimsoll has a fault. Please report the lines below; they hold no child's record.").ConfigureAwait(false);
            await error.WriteLineAsync(fault.ToString()).ConfigureAwait(false);
            return ExitCode.Fault;
        }
    }

    private static RootCommand Root(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var shared = new SharedOptions(output, error, clock);
        var import = new Command("import", "Read a council's files into the workspace.")
        {
            ImportReturnsCommand.Make(shared),
            ImportPricesCommand.Make(shared),
            ImportPlacementCostsCommand.Make(shared),
        };
        var root = new RootCommand("Plimsoll: what a council's children's services can safely afford, and why.")
        {
            DemoCommand.Make(shared),
            import,
            CheckCommand.Make(shared),
            StockCommand.Make(shared),
            FlowCommand.Make(shared),
            ForecastCommand.Make(shared),
            AssumptionsCommand.Make(shared),
            DriversCommand.Make(shared),
            CompareCommand.Make(shared),
            BacktestCommand.Make(shared),
            ServeCommand.Make(shared),
        };
        shared.AddTo(root);
        return root;
    }
}
