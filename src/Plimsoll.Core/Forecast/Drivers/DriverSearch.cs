using System.Collections.Concurrent;
using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Sensitivity;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast.Drivers;

/// <summary>
/// Works out what makes the range of a forecast wide. The model is fitted once, as for the forecast; then one group of
/// random numbers after the other is drawn anew while the others stay, and what changes is due to that group.
/// </summary>
public static class DriverSearch
{
    private const int FewestRows = 100;
    private const int MostRows = 20_000;
    private const ulong Purposes = Streams.UnaccompaniedStarts + 1;

    private static readonly int[] Horizons = [12, 24, 60];

    /// <summary>Works it out. The same arguments, threads apart, give the same numbers bit for bit.</summary>
    /// <param name="inputs">Records, prices and placement costs: those of the forecast.</param>
    /// <param name="forecast">The forecast.</param>
    /// <param name="settings">How many pairs, how many threads.</param>
    /// <param name="productVersion">Version of the product.</param>
    /// <param name="progress">Told the share done, from 0 to 1; null for nobody.</param>
    /// <param name="cancel">Stops it promptly.</param>
    /// <returns><see cref="DriversDone"/>, or <see cref="DriversRefused"/> with the reason.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static DriversOutcome Run(
        ForecastInputs inputs, ForecastResult forecast, DriversSettings settings, string productVersion, IProgress<double>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(settings);
        var from = forecast.AsAt.AddDays(1);
        if (Refuse(inputs, forecast, settings, from, productVersion) is { } refused)
        {
            return refused;
        }

        var prepared = Forecaster.Prepare(inputs, forecast.Settings, from, cancel);
        progress?.Report(0.05);
        var figures = Figures(forecast);
        var futures = new Futures(prepared, forecast, figures);
        var model = new GroupedModel(DriverGroups.All.Count, figures.Length, keys => futures.Run(keys, cancel));
        var shares = VarianceShares.BesideChance(
            model,
            (int)DriverGroup.Chance,
            settings.Rows,
            forecast.Settings.Seed,
            new RowOptions(settings.Threads, progress is null ? null : new AfterFitting(progress), cancel));
        return new DriversDone(new UncertaintyDrivers(
            forecast.Id,
            settings.Rows,
            forecast.Settings.Seed,
            productVersion,
            [.. figures.Zip(shares, (figure, found) => Described(figure, found.NoneBelowZero()))]));
    }

    private static DriversRefused? Refuse(
        ForecastInputs inputs, ForecastResult forecast, DriversSettings settings, DateOnly from, string version)
    {
        if (settings.Rows is < FewestRows or > MostRows)
        {
            return new DriversRefused(
                $"{InWords.Whole(settings.Rows)} pairs of futures were asked for.",
                $"Fewer than {FewestRows} tell the shares from nothing but chance, more than {InWords.Whole(MostRows)} add nothing to them.",
                $"Ask for {InWords.Whole(DriversSettings.UsualRows)}, the default, or another number in that range.");
        }

        return ForecastIdentity.Of(inputs.Data, inputs.Prices, inputs.Costs, forecast.Settings, from, version) == forecast.Id
            ? null
            : new DriversRefused(
                $"Forecast {forecast.Id} was made from other records, prices or placement costs than those in force now, or by another version.",
                "Its range can only be taken apart with what it was made from.",
                "Run the forecast again, then ask what makes its range wide.");
    }

    private static ImmutableArray<DrivenFigure> Figures(ForecastResult forecast)
    {
        var months = forecast.Months;
        int[] ahead = months.Length < Horizons[0] ? [months.Length] : [.. Horizons.Where(horizon => horizon <= months.Length)];
        return
        [
            .. ahead.Select(count => new DrivenFigure(count, months[count - 1].Month, null, 0, [])),
            .. forecast.Years.Where(year => year.IsWhole).Select(year => new DrivenFigure(null, null, year.Year, 0, [])),
        ];
    }

    private static DrivenFigure Described(DrivenFigure figure, VarianceShares found)
    {
        var percents = LargestRemainder.Round([.. found.Shares.Select(share => (decimal)share * 100)]);
        return figure with
        {
            StandardDeviation = Math.Sqrt(Math.Max(0, found.Variance)),
            Shares =
            [
                .. DriverGroups.All.Select((group, index) => new DriverShare(
                    group, found.Shares[index], (int)percents[index], found.StandardErrors[index])),
            ],
        };
    }

    // Simulated futures one at a time, each group with a key of its own. Threads share no buffers.
    private sealed class Futures(PreparedCare prepared, ForecastResult forecast, ImmutableArray<DrivenFigure> figures)
    {
        private readonly ConcurrentBag<Buffers> idle = [];
        private readonly (int First, int Months)[] parts = [.. figures.Select(figure => PartOf(figure, forecast))];

        public double[] Run(ulong[] keys, CancellationToken cancel)
        {
            var seeds = new ulong[Purposes];
            for (var purpose = 0ul; purpose < Purposes; purpose++)
            {
                seeds[purpose] = keys[(int)DriverGroups.Of(purpose)];
            }

            var buffers = idle.TryTake(out var known) ? known : new Buffers(prepared);
            buffers.Worker.Run(RunKeys.ByPurpose(seeds), 0, cancel);
            buffers.Worker.Write(buffers.Output, 0);
            var results = new double[parts.Length];
            for (var index = 0; index < results.Length; index++)
            {
                var (first, months) = parts[index];
                results[index] = figures[index].Year is null ? buffers.Output.Total(0, first) : Cost(buffers.Output, first, months);
            }

            idle.Add(buffers);
            return results;
        }

        // The month of a number, the months of a cost. What was recorded before the forecast does not vary.
        private static (int First, int Months) PartOf(DrivenFigure figure, ForecastResult forecast)
        {
            var start = forecast.Months[0].Month;
            if (figure.Year is not { } year)
            {
                return (start.MonthsUntil(figure.Month!.Value), 1);
            }

            var first = Math.Max(0, start.MonthsUntil(CalendarMonth.Of(year.First)));
            return (first, start.MonthsUntil(CalendarMonth.Of(year.Last)) - first + 1);
        }

        private static double Cost(SimulationOutput output, int first, int months)
        {
            var sum = 0.0;
            foreach (var part in output.Value.AsSpan(first * output.States, months * output.States))
            {
                sum += part;
            }

            return sum;
        }
    }

    private sealed class Buffers(PreparedCare prepared)
    {
        public CareSimulation.Worker Worker { get; } = new(prepared.Fit, prepared.Grid, prepared.Future);

        public SimulationOutput Output { get; } = new(1, prepared.Grid.Months, prepared.Fit.Shape.States, prepared.Fit.Shape.Exits + 1);
    }

    // Fitting is the first twentieth.
    private sealed class AfterFitting(IProgress<double> whole) : IProgress<double>
    {
        public void Report(double value) => whole.Report(0.05 + (0.95 * value));
    }
}
