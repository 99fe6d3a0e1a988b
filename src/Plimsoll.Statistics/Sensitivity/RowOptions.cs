using System.Runtime.ExceptionServices;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Statistics.Sensitivity;

/// <summary>How the rows of a sensitivity run are computed; none of it changes a figure.</summary>
/// <param name="Threads">Threads to use; 0 for all processors. Above one, the model is run on several threads at once.</param>
/// <param name="Progress">Told the share of rows done; null for nobody.</param>
/// <param name="Cancel">Stops between rows.</param>
public sealed record RowOptions(int Threads = 1, IProgress<double>? Progress = null, CancellationToken Cancel = default)
{
    internal static void Run(RowOptions? options, int rows, Action<int> run)
    {
        options ??= new RowOptions();
        try
        {
            ReplicateRun.All(rows, options.Threads, () => run, (one, row) => one(row), options.Progress, options.Cancel);
        }
        catch (AggregateException faults)
        {
            // The model's own fault, as if it had been run here.
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }
    }
}
