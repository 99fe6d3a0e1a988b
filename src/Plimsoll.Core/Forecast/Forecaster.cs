using System.Diagnostics;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>Forecasts children in care and the cost of their placements, with honest ranges.</summary>
public static class Forecaster
{
    /// <summary>Makes a forecast. The same arguments, threads apart, give the same numbers bit for bit.</summary>
    /// <param name="data">The records.</param>
    /// <param name="prices">The price list.</param>
    /// <param name="settings">What is asked.</param>
    /// <param name="productVersion">Version of the product, part of the identity.</param>
    /// <param name="progress">Told the share done, from 0 to 1; null for nobody.</param>
    /// <param name="cancel">Stops it promptly.</param>
    /// <returns><see cref="ForecastDone"/>, or <see cref="ForecastRefused"/> with the reason.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ForecastOutcome Run(
        CareDataset data,
        PriceBook prices,
        ForecastSettings settings,
        string productVersion,
        IProgress<double>? progress,
        CancellationToken cancel) => Run(new ForecastInputs(data, prices), settings, productVersion, progress, cancel);

    /// <summary>Makes a forecast. The same arguments, threads apart, give the same numbers bit for bit.</summary>
    /// <param name="inputs">Records, prices and placement costs.</param>
    /// <param name="settings">What is asked.</param>
    /// <param name="productVersion">Version of the product, part of the identity.</param>
    /// <param name="progress">Told the share done, from 0 to 1; null for nobody.</param>
    /// <param name="cancel">Stops it promptly.</param>
    /// <returns><see cref="ForecastDone"/>, or <see cref="ForecastRefused"/> with the reason.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ForecastOutcome Run(
        ForecastInputs inputs, ForecastSettings settings, string productVersion, IProgress<double>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(settings);
        var (data, prices, costs) = inputs;
        var from = settings.From ?? data.DataEnd.AddDays(1);
        if (ForecastCheck.Refuse(data, settings, from) is { } refused)
        {
            return refused;
        }

        var began = Stopwatch.GetTimestamp();
        var first = CalendarMonth.Of(from);
        var yearStart = FinancialYear.Of(from).First;
        var recordedFrom = yearStart > data.WindowStart ? yearStart : data.WindowStart;
        var (care, fit, grid, daily, model, output, fitted) = Simulate(inputs, settings, from, progress, cancel);
        var widening = settings.Spread == SpreadMode.Evidence ? SpreadWidening.Widen(output, grid, care.Stock.Count, settings.Tuning) : [1.0];
        cancel.ThrowIfCancellationRequested();
        var recorded = RecordedCost.Between(data, daily, model, recordedFrom < from ? recordedFrom : from, from);
        var months = ForecastSummary.Months(output, first, settings.Threads, cancel);
        var years = ForecastSummary.Years(output, from, recorded, recordedFrom == yearStart, settings);
        progress?.Report(1);

        var trace = new ForecastTrace(
            data.Id,
            prices.Name,
            prices.IsShippedDefault,
            settings.Seed,
            settings.Replicates,
            productVersion,
            TraceWords.Assumptions(fit, settings, prices, model, from, widening),
            TraceWords.Notes(data, fit, settings, prices, model, daily, recorded, from));
        var fitMs = Stopwatch.GetElapsedTime(began, fitted).TotalMilliseconds;
        var totalMs = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return new ForecastDone(new ForecastResult(
            ForecastIdentity.Of(data, prices, costs, settings, from, productVersion),
            from.AddDays(-1),
            care.Stock.Count,
            settings,
            months,
            years,
            trace,
            new ForecastTiming(0, fitMs, totalMs - fitMs, totalMs))
        {
            Dearest = DearestPlacements.At(
                data, prices, costs is null ? null : PlacementCosts.Match(costs, data, prices, from.AddDays(-1)), from.AddDays(-1)),
        });
    }

    /// <summary>Fits and simulates, and widens nothing: the replicates as the engine makes them.</summary>
    /// <param name="inputs">Records, prices and placement costs.</param>
    /// <param name="settings">What is asked, and found possible.</param>
    /// <param name="from">First day of the forecast.</param>
    /// <param name="progress">Told the share done.</param>
    /// <param name="cancel">Stops it.</param>
    internal static SimulatedCare Simulate(
        ForecastInputs inputs, ForecastSettings settings, DateOnly from, IProgress<double>? progress, CancellationToken cancel)
    {
        var prepared = Prepare(inputs, settings, from, cancel);
        var fitted = Stopwatch.GetTimestamp();
        progress?.Report(0.05);
        var output = CareSimulation.Run(
            prepared.Fit, prepared.Grid, prepared.Future, settings, RunKeys.Of(settings.Seed), Scaled(progress), cancel);
        return new SimulatedCare(prepared.Care, prepared.Fit, prepared.Grid, prepared.Daily, prepared.Future.Model, output, fitted);
    }

    /// <summary>Fits, and simulates nothing.</summary>
    /// <param name="inputs">Records, prices and placement costs.</param>
    /// <param name="settings">What is asked, and found possible.</param>
    /// <param name="from">First day of the forecast.</param>
    /// <param name="cancel">Stops it.</param>
    internal static PreparedCare Prepare(ForecastInputs inputs, ForecastSettings settings, DateOnly from, CancellationToken cancel)
    {
        var (data, prices, costs) = inputs;
        var grid = Calendar(from, settings.Months);
        var yearStart = FinancialYear.Of(from).First;
        var pricedFrom = yearStart > data.WindowStart ? yearStart : data.WindowStart;
        var daily = DailyPrices.Over(
            prices, settings.YearlyPriceRise, PriceRises.Default, pricedFrom < from ? pricedFrom : from, from, from.AddDays((int)grid.Horizon));
        var shape = CareModel.Shape(daily.AgeEdges);
        var care = KnownCare.At(data, from);
        cancel.ThrowIfCancellationRequested();
        var fit = CareFit.Of(care, shape, grid, settings, cancel);
        var assumed = PriceUncertainty.Default;
        var (model, inflation) = settings.Prices == PriceMode.List
            ? ((PriceModel?)null, (InflationPaths?)null)
            : (PriceModel.At(prices, costs, data, from, daily.AgeEdges, assumed), new InflationPaths(assumed, from, settings.Months));
        var future = PriceFuture.Of(fit, Values(daily, shape, grid, from), model, inflation, data, prices, from.AddDays(-1));
        return new PreparedCare(care, fit, grid, daily, future);
    }

    // The first month holds the first day and may be part of a month.
    private static MonthGrid Calendar(DateOnly from, int months)
    {
        var first = CalendarMonth.Of(from);
        var part = first.Last.DayNumber - from.DayNumber + 1;
        return new MonthGrid([.. Enumerable.Range(0, months).Select(month => month == 0 ? part : first.Plus(month).Days)]);
    }

    // Mean price of a night by state, age band and month: the value of a day in the kernel.
    private static double[] Values(DailyPrices daily, KernelShape shape, MonthGrid grid, DateOnly from)
    {
        var values = new double[shape.States * shape.Tariffs * grid.Months];
        foreach (var state in PlacementStates.All)
        {
            for (var tariff = 0; tariff < shape.Tariffs; tariff++)
            {
                var day = from;
                for (var month = 0; month < grid.Months; month++)
                {
                    var next = day.AddDays(grid.Lengths[month]);
                    var at = ((((int)state * shape.Tariffs) + tariff) * grid.Months) + month;
                    values[at] = daily.Of(state, tariff, day, next) / grid.Lengths[month];
                    day = next;
                }
            }
        }

        return values;
    }

    private static Share? Scaled(IProgress<double>? progress) => progress is null ? null : new Share(progress);

    // Fitting is the first twentieth, summing up the last.
    private sealed class Share(IProgress<double> whole) : IProgress<double>
    {
        public void Report(double value) => whole.Report(0.05 + (0.9 * value));
    }
}
