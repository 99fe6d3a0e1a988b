using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>Everything that is learnt from the records before anything is simulated.</summary>
/// <param name="Care">What was known.</param>
/// <param name="Shape">The model.</param>
/// <param name="Counted">Events and time at risk.</param>
/// <param name="Rates">Leaving and moving.</param>
/// <param name="Destinations">Where moves lead.</param>
/// <param name="History">Starts that were seen.</param>
/// <param name="Mix">Who starts.</param>
/// <param name="Path">How many start.</param>
/// <param name="Shift">Residential drift.</param>
/// <param name="Stock">Who is in care now.</param>
internal sealed record CareFit(
    KnownCare Care,
    KernelShape Shape,
    Exposure Counted,
    LeavingRates Rates,
    Destinations Destinations,
    EntryHistory History,
    EntryMix Mix,
    EntryPath Path,
    ResidentialShift Shift,
    StockStarts Stock)
{
    /// <summary>Fits the model.</summary>
    /// <param name="care">What was known.</param>
    /// <param name="shape">The model.</param>
    /// <param name="grid">Calendar of the forecast.</param>
    /// <param name="settings">What was asked.</param>
    /// <param name="cancel">Stops it.</param>
    public static CareFit Of(KnownCare care, KernelShape shape, MonthGrid grid, ForecastSettings settings, CancellationToken cancel)
    {
        var recency = new Recency(care.Until, settings.Tuning.HalfLifeMonths);
        var unknown = UnknownStarts.Fit(shape, care, cancel);
        var counted = Exposure.Count(shape, care, recency, care.HasFiveReturns ? null : unknown, cancel);
        var rates = LeavingRates.Fit(shape, counted, cancel);
        var destinations = Destinations.Fit(shape, counted.Destinations);
        var stock = StockStarts.Of(care, unknown, shape);
        var history = EntryHistory.Of(care);
        var mix = EntryMix.Fit(shape, care, history);
        var mean = new HazardTable(shape, grid.Months);
        mean.Choices.Lead(Streams.ResidentialStates);
        rates.Mean(mean);
        destinations.Mean(mean.Choices);
        var pull = EquilibriumPull.Of(mix, mean, grid, stock.Under17, settings.Tuning.PullWeight);
        cancel.ThrowIfCancellationRequested();
        var path = EntryPath.Fit(settings, care, history, pull);
        return new CareFit(care, shape, counted, rates, destinations, history, mix, path, ResidentialShift.Fit(care, recency), stock);
    }
}
