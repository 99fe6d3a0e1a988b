using System.Collections.Immutable;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;

namespace Plimsoll.Core.Forecast.Backtest;

/// <summary>
/// Makes the forecasts of a backtest, several origins at a time with one thread each. What an origin gives does not
/// depend on the others, so the number of threads never changes the result.
/// </summary>
/// <param name="data">The records; each forecast reads only what was known at its origin.</param>
/// <param name="prices">The price list.</param>
/// <param name="settings">What was asked.</param>
/// <param name="most">At most how many forecasts will be made, for the progress.</param>
/// <param name="progress">Told the share done, never less than before; null for nobody.</param>
/// <param name="cancel">Stops it.</param>
internal sealed class Simulations(
    CareDataset data, PriceBook prices, BacktestSettings settings, int most, IProgress<double>? progress, CancellationToken cancel)
{
    private readonly Lock telling = new();
    private int done;

    /// <summary>Simulates from every origin and reads what is needed.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="origins">The origins.</param>
    /// <param name="tuning">Settings of the method.</param>
    /// <param name="horizons">The horizons that are needed of an origin, at least one.</param>
    /// <param name="read">Reads a simulation; may change its output.</param>
    /// <returns>In order of origin.</returns>
    public T[] At<T>(
        ImmutableArray<Origin> origins, ForecastTuning tuning, Func<Origin, ImmutableArray<int>> horizons, Func<Origin, SimulatedCare, T> read)
    {
        var results = new T[origins.Length];
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = settings.Threads <= 0 ? Environment.ProcessorCount : settings.Threads,
            CancellationToken = cancel,
        };
        Parallel.For(0, origins.Length, options, index =>
        {
            var origin = origins[index];
            var asked = new ForecastSettings
            {
                From = origin.From,
                Months = horizons(origin)[^1],
                Replicates = settings.Replicates,
                Seed = settings.Seed,
                YearlyPriceRise = settings.YearlyPriceRise,
                Tuning = tuning,

                // What happened is priced at the list too: the test is of numbers and placements, not of the list.
                Prices = PriceMode.List,
                Threads = 1,
            };
            results[index] = read(origin, Forecaster.Simulate(new ForecastInputs(data, prices), asked, origin.From, null, cancel));
            Tell();
        });
        return results;
    }

    private void Tell()
    {
        lock (telling)
        {
            done++;
            progress?.Report(Math.Min(1, (double)done / most));
        }
    }
}
