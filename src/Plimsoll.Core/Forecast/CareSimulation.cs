using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// Simulates the futures: one draw of all parameters a replicate, then every child in care, every child who left and may
/// come back, and every child who starts.
/// </summary>
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
        private readonly CareLife life;
        private readonly double[][] buffers;
        private readonly double[] scratch;
        private readonly double[] means;
        private readonly double[] drift;
        private readonly int[] unaccompanied;
        private readonly Xoshiro256 parameters = new(0);
        private readonly Xoshiro256 stream = new(0);

        public Worker(CareFit fit, MonthGrid grid)
        {
            (this.fit, this.grid) = (fit, grid);
            life = CareFit.MakeLife(fit.Shape, fit.Mix, grid);
            buffers = fit.Rates.MakeBuffers();
            scratch = new double[fit.Rates.ScratchLength];
            means = new double[grid.Months];
            drift = new double[grid.Months];
            unaccompanied = new int[grid.Months];
            Tally = new MonthlyTally(fit.Shape, grid);
        }

        public MonthlyTally Tally { get; }

        public void Run(RunKeys keys, ulong replicate, CancellationToken cancel)
        {
            DrawRates(keys, replicate);
            parameters.Restart(keys.Of(Streams.Level, replicate));
            fit.Path.Draw(parameters, life, means);
            cancel.ThrowIfCancellationRequested();

            Tally.Clear();
            Array.Clear(unaccompanied);
            var others = new FutureRecorder(Tally, grid, null);
            var counted = new FutureRecorder(Tally, grid, unaccompanied);
            fit.Stock.Walk(life, grid, stream, keys, replicate, ref others, ref counted);
            WalkAbsent(keys.Of(Streams.Stock, replicate), ref others, ref counted);
            cancel.ThrowIfCancellationRequested();

            parameters.Restart(keys.Of(Streams.Starts, replicate));
            var entrants = keys.Of(Streams.Entrants, replicate);
            for (var month = 0; month < means.Length; month++)
            {
                var number = parameters.NextNegativeBinomial(means[month], fit.Path.Size);
                Start(month, number, covariate: 0, entrants, ref others);
            }

            parameters.Restart(keys.Of(Streams.Unaccompanied, replicate));
            fit.Unaccompanied.Draw(parameters, means);
            var present = 0;
            for (var month = 0; month < means.Length; month++)
            {
                var number = parameters.NextNegativeBinomial(means[month], fit.Unaccompanied.Starts.Size);
                var room = fit.Unaccompanied.Limit is { } limit ? Math.Max(0, limit - present) : int.MaxValue;
                Start(month, Math.Min(number, room), CareModel.Unaccompanied, entrants, ref counted);
                present += unaccompanied[month];
            }
        }

        private void DrawRates(RunKeys keys, ulong replicate)
        {
            // Drifts come before the rates that they drift.
            parameters.Restart(keys.Of(Streams.ExitDrift, replicate));
            fit.Drift.DrawExits(parameters, life.Table, drift);
            parameters.Restart(keys.Of(Streams.MoveDrift, replicate));
            fit.Drift.DrawMoves(parameters, life.Table, drift);
            parameters.Restart(keys.Of(Streams.Exits, replicate));
            fit.Rates.DrawExits(parameters, life.Table, buffers, scratch);
            fit.Returns.Draw(parameters, life.ReturnRates);
            parameters.Restart(keys.Of(Streams.Moves, replicate));
            fit.Rates.DrawMoves(parameters, life.Table, buffers, scratch);
            fit.Destinations.Draw(parameters, life.Table.Choices);
            fit.Shift.Draw(parameters, life.Table.Tilt);
            parameters.Restart(keys.Of(Streams.Mix, replicate));
            fit.Mix.Draw(parameters, life.Draw);
        }

        // Children who went home or to a special guardian before the forecast starts and have not come back.
        private void WalkAbsent(ulong key, ref FutureRecorder others, ref FutureRecorder counted)
        {
            foreach (var absence in fit.Care.Absences)
            {
                if (absence.Back is not null || absence.Limit is not { } limit || limit <= fit.Care.Until)
                {
                    continue;
                }

                ref var recorder = ref absence.Covariate == CareModel.Unaccompanied ? ref counted : ref others;
                life.Return(
                    CareReturns.KindOf(absence.Exit),
                    absence.Left - fit.Care.Until,
                    0,
                    limit - fit.Care.Until,
                    absence.Covariate,
                    key ^ absence.Key,
                    grid.Horizon,
                    ref recorder);
            }
        }

        private void Start(int month, int number, int covariate, ulong entrants, ref FutureRecorder recorder)
        {
            var first = (int)grid.Ends[month] - grid.Lengths[month];
            for (var ordinal = 0; ordinal < number; ordinal++)
            {
                var key = entrants ^ Xoshiro256.Scatter(((ulong)covariate << 56) | ((ulong)month << 32) | (uint)ordinal);
                stream.Restart(key);

                // Whole days: the night of the first day counts.
                var day = first + stream.NextBelow(grid.Lengths[month]);
                var entrant = fit.Mix.Pick(life.Draw, covariate, stream, life.Table.Tilt[month]);
                recorder.Start(day);
                life.Walk(
                    new SubjectStart(day, day + CareModel.AgeLimit - entrant.Age, day, day, entrant.State, covariate),
                    Xoshiro256.Scatter(key),
                    grid.Horizon,
                    ref recorder);
            }
        }
    }
}
