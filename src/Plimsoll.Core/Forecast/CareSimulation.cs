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
    /// <param name="prices">Prices.</param>
    /// <param name="settings">What was asked.</param>
    /// <param name="keys">Keys of the random streams.</param>
    /// <param name="progress">Told the share done.</param>
    /// <param name="cancel">Stops it.</param>
    public static SimulationOutput Run(
        CareFit fit, MonthGrid grid, PriceFuture prices, ForecastSettings settings, RunKeys keys, IProgress<double>? progress, CancellationToken cancel)
    {
        var output = new SimulationOutput(settings.Replicates, grid.Months, fit.Shape.States, fit.Shape.Exits + 1);
        ReplicateRun.All(
            settings.Replicates,
            settings.Threads,
            () => new Worker(fit, grid, prices),
            (worker, replicate) =>
            {
                worker.Run(keys, (ulong)replicate, cancel);
                worker.Write(output, replicate);
            },
            progress,
            cancel);
        return output;
    }

    /// <summary>The buffers of one thread; nothing in them outlives a replicate.</summary>
    internal sealed class Worker
    {
        private readonly CareFit fit;
        private readonly MonthGrid grid;
        private readonly CareLife life;
        private readonly double[][] buffers;
        private readonly double[] scratch;
        private readonly double[] means;
        private readonly double[] drift;
        private readonly int[] unaccompanied;
        private readonly PriceFuture prices;
        private readonly PriceDraw? draw;
        private readonly double[] path;
        private readonly double[] values;
        private readonly MonthlyTally tally;
        private readonly MonthlyTally dearest;
        private readonly Xoshiro256 parameters = new(0);
        private readonly Xoshiro256 stream = new(0);

        public Worker(CareFit fit, MonthGrid grid, PriceFuture prices)
        {
            (this.fit, this.grid, this.prices) = (fit, grid, prices);
            life = CareFit.MakeLife(fit.Shape, fit.Mix, grid);
            buffers = fit.Rates.MakeBuffers();
            scratch = new double[fit.Rates.ScratchLength];
            means = new double[grid.Months];
            drift = new double[grid.Months];
            unaccompanied = new int[grid.Months];
            draw = prices.Model?.NewDraw();
            path = new double[InflationPaths.Groups * grid.Months];
            values = new double[prices.Values.Length];
            tally = new MonthlyTally(fit.Shape, grid, TallyContent.Priced);
            dearest = new MonthlyTally(fit.Shape, grid, TallyContent.Priced);
        }

        public void Write(SimulationOutput output, int replicate)
        {
            prices.Scale(fit.Shape, path, values);
            tally.WriteTo(output, replicate, values);
            var apart = output.ValueApart.AsSpan(replicate * grid.Months, grid.Months);
            apart.Clear();
            dearest.AddValues(values, apart);
        }

        public void Run(RunKeys keys, ulong replicate, CancellationToken cancel)
        {
            DrawRates(keys, replicate);
            parameters.Restart(keys.Of(Streams.Level, replicate));
            fit.Path.Draw(parameters, life, means);
            cancel.ThrowIfCancellationRequested();

            tally.Clear();
            dearest.Clear();
            Array.Clear(unaccompanied);
            var priceKey = keys.Of(Streams.Prices, replicate);
            var others = new FutureRecorder(tally, dearest, grid, prices.Model, draw, null);
            var counted = new FutureRecorder(tally, dearest, grid, prices.Model, draw, unaccompanied);
            fit.Stock.Walk(life, grid, stream, keys, replicate, prices, ref others, ref counted);
            WalkAbsent(keys.Of(Streams.Stock, replicate), priceKey, ref others, ref counted);
            cancel.ThrowIfCancellationRequested();

            parameters.Restart(keys.Of(Streams.Starts, replicate));
            var entrants = keys.Of(Streams.Entrants, replicate);
            for (var month = 0; month < means.Length; month++)
            {
                var number = parameters.NextNegativeBinomial(means[month], fit.Path.Size);
                Start(month, number, covariate: 0, entrants, priceKey, ref others);
            }

            parameters.Restart(keys.Of(Streams.Unaccompanied, replicate));
            fit.Unaccompanied.Draw(parameters, means);
            if (keys.IsByPurpose)
            {
                // Level and luck apart. A forecast draws both from one stream, as it always did.
                parameters.Restart(keys.Of(Streams.UnaccompaniedStarts, replicate));
            }

            var present = 0;
            for (var month = 0; month < means.Length; month++)
            {
                var number = parameters.NextNegativeBinomial(means[month], fit.Unaccompanied.Starts.Size);
                var room = fit.Unaccompanied.Limit is { } limit ? Math.Max(0, limit - present) : int.MaxValue;
                Start(month, Math.Min(number, room), CareModel.Unaccompanied, entrants, priceKey, ref counted);
                present += unaccompanied[month];
            }
        }

        private void DrawRates(RunKeys keys, ulong replicate)
        {
            // Drifts come before the rates that they drift.
            Span<double> exitLevels = stackalloc double[fit.Shape.Exits];
            Span<double> moveLevels = stackalloc double[RateDrift.MoveGroups];
            parameters.Restart(keys.Of(Streams.ExitDrift, replicate));
            fit.Drift.DrawExits(parameters, life.Table, drift, exitLevels);
            parameters.Restart(keys.Of(Streams.MoveDrift, replicate));
            fit.Drift.DrawMoves(parameters, life.Table, drift, moveLevels);
            parameters.Restart(keys.Of(Streams.Exits, replicate));
            fit.Rates.DrawExits(parameters, life.Table, buffers, scratch, exitLevels);
            fit.Returns.Draw(parameters, life.ReturnRates);
            parameters.Restart(keys.Of(Streams.Moves, replicate));
            fit.Rates.DrawMoves(parameters, life.Table, buffers, scratch, moveLevels);
            fit.Destinations.Draw(parameters, life.Table.Choices);
            fit.Shift.Draw(parameters, life.Table.Tilt);
            parameters.Restart(keys.Of(Streams.Mix, replicate));
            fit.Mix.Draw(parameters, life.Draw);
            parameters.Restart(keys.Of(Streams.PriceLevel, replicate));
            if (prices is { Model: { } model, Inflation: { } inflation } && draw is not null)
            {
                model.Draw(parameters, draw);
                inflation.Draw(parameters, path);
            }
        }

        // Children who went home or to a special guardian before the forecast starts and have not come back.
        private void WalkAbsent(ulong key, ulong priceKey, ref FutureRecorder others, ref FutureRecorder counted)
        {
            foreach (var absence in fit.Care.Absences)
            {
                if (absence.Back is not null || absence.Limit is not { } limit || limit <= fit.Care.Until)
                {
                    continue;
                }

                ref var recorder = ref absence.Covariate == CareModel.Unaccompanied ? ref counted : ref others;
                recorder.Begin(priceKey ^ absence.Key);
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

        private void Start(int month, int number, int covariate, ulong entrants, ulong priceKey, ref FutureRecorder recorder)
        {
            var first = (int)grid.Ends[month] - grid.Lengths[month];
            for (var ordinal = 0; ordinal < number; ordinal++)
            {
                var key = entrants ^ Xoshiro256.Scatter(((ulong)covariate << 56) | ((ulong)month << 32) | (uint)ordinal);
                stream.Restart(key);

                // Whole days: the night of the first day counts.
                var day = first + stream.NextBelow(grid.Lengths[month]);
                var entrant = fit.Mix.Pick(life.Draw, covariate, stream, life.Table.Tilt[month]);
                recorder.Begin(priceKey ^ key);
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
