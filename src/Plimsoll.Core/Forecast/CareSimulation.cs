using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>Simulates the futures: one draw of all parameters a replicate, then every child in care and every child who starts.</summary>
internal static class CareSimulation
{
    /// <summary>Runs all replicates.</summary>
    /// <param name="fit">The fitted model.</param>
    /// <param name="grid">Calendar.</param>
    /// <param name="values">Pounds a day by state, price age band and month.</param>
    /// <param name="settings">What was asked.</param>
    /// <param name="keys">Keys of the random streams.</param>
    /// <param name="progress">Told the share done.</param>
    /// <param name="cancel">Stops it.</param>
    public static SimulationOutput Run(
        CareFit fit, MonthGrid grid, double[] values, ForecastSettings settings, RunKeys keys, IProgress<double>? progress, CancellationToken cancel)
    {
        var output = new SimulationOutput(settings.Replicates, grid.Months, fit.Shape.States, fit.Shape.Exits + 1);
        ReplicateRun.All(
            settings.Replicates,
            settings.Threads,
            () => new Worker(fit, grid),
            (worker, replicate) =>
            {
                worker.Run(keys, (ulong)replicate, cancel);
                worker.Tally.WriteTo(output, replicate, values);
            },
            progress,
            cancel);
        return output;
    }

    /// <summary>The buffers of one thread; nothing in them outlives a replicate.</summary>
    private sealed class Worker
    {
        private readonly CareFit fit;
        private readonly MonthGrid grid;
        private readonly HazardTable table;
        private readonly EntryMixDraw mix;
        private readonly double[][] buffers;
        private readonly double[] scratch;
        private readonly double[] means;
        private readonly Xoshiro256 parameters = new(0);
        private readonly Xoshiro256 stream = new(0);

        public Worker(CareFit fit, MonthGrid grid)
        {
            (this.fit, this.grid) = (fit, grid);
            table = new HazardTable(fit.Shape, grid.Months);
            table.Choices.Lead(Streams.ResidentialStates);
            mix = new EntryMixDraw(fit.Shape);
            mix.Choices.Lead(Streams.ResidentialStates);
            buffers = fit.Rates.MakeBuffers();
            scratch = new double[fit.Rates.ScratchLength];
            means = new double[grid.Months];
            Tally = new MonthlyTally(fit.Shape, grid);
        }

        public MonthlyTally Tally { get; }

        public void Run(RunKeys keys, ulong replicate, CancellationToken cancel)
        {
            parameters.Restart(keys.Of(Streams.Exits, replicate));
            fit.Rates.DrawExits(parameters, table, buffers, scratch);
            parameters.Restart(keys.Of(Streams.Moves, replicate));
            fit.Rates.DrawMoves(parameters, table, buffers, scratch);
            fit.Destinations.Draw(parameters, table.Choices);
            fit.Shift.Draw(parameters, table.Tilt);
            parameters.Restart(keys.Of(Streams.Mix, replicate));
            fit.Mix.Draw(parameters, mix);
            parameters.Restart(keys.Of(Streams.Level, replicate));
            fit.Path.Draw(parameters, stream, table, grid, means);
            cancel.ThrowIfCancellationRequested();

            Tally.Clear();
            var recorder = new TallyRecorder(Tally);
            fit.Stock.Walk(table, grid, stream, keys, replicate, ref recorder);
            cancel.ThrowIfCancellationRequested();
            parameters.Restart(keys.Of(Streams.Starts, replicate));
            var entrants = keys.Of(Streams.Entrants, replicate);
            for (var month = 0; month < means.Length; month++)
            {
                var number = parameters.NextNegativeBinomial(means[month], fit.Path.Size);
                var first = (int)grid.Ends[month] - grid.Lengths[month];
                for (var ordinal = 0; ordinal < number; ordinal++)
                {
                    stream.Restart(entrants ^ Xoshiro256.Scatter(((ulong)month << 32) | (uint)ordinal));

                    // Whole days: the night of the first day counts.
                    var day = first + stream.NextBelow(grid.Lengths[month]);
                    var entrant = fit.Mix.Pick(mix, stream, table.Tilt[month]);
                    Tally.Start(day);
                    TrajectoryKernel.Walk(
                        table,
                        grid,
                        grid.Horizon,
                        stream,
                        new SubjectStart(day, day + CareModel.AgeLimit - entrant.Age, day, day, entrant.State, entrant.Covariate),
                        ref recorder);
                }
            }
        }
    }
}
