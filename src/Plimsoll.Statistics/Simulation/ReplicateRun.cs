namespace Plimsoll.Statistics.Simulation;

/// <summary>Runs replicates on several threads. What a replicate computes depends only on its number, never on its thread.</summary>
public static class ReplicateRun
{
    /// <summary>Runs all replicates.</summary>
    /// <typeparam name="TWorker">Buffers of one thread.</typeparam>
    /// <param name="replicates">How many.</param>
    /// <param name="threads">Threads to use; 0 for all processors.</param>
    /// <param name="makeWorker">Makes the buffers of a thread.</param>
    /// <param name="run">Computes a replicate and writes its own row.</param>
    /// <param name="progress">Told the share done, from 0 to 1, at most a hundred times; null for nobody.</param>
    /// <param name="cancel">Stops between replicates.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void All<TWorker>(
        int replicates, int threads, Func<TWorker> makeWorker, Action<TWorker, int> run, IProgress<double>? progress, CancellationToken cancel)
    {
        var done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads <= 0 ? Environment.ProcessorCount : threads, CancellationToken = cancel };
        var chunk = Math.Max(1, replicates / 100);
        Parallel.For(
            0,
            replicates,
            options,
            makeWorker,
            (replicate, _, worker) =>
            {
                run(worker, replicate);
                var now = Interlocked.Increment(ref done);
                if (now % chunk == 0)
                {
                    progress?.Report((double)now / replicates);
                }

                return worker;
            },
            _ => { });
    }
}
