using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>Everything that is learnt from the records before anything is simulated.</summary>
/// <param name="Care">What was known.</param>
/// <param name="Shape">The model.</param>
/// <param name="Unknown">The spread of unknown starts, or null where five returns make it needless.</param>
/// <param name="Counted">Events and time at risk.</param>
/// <param name="Rates">Leaving and moving.</param>
/// <param name="Drift">How far these rates wander.</param>
/// <param name="Destinations">Where moves lead.</param>
/// <param name="History">Starts that were seen, without unaccompanied children.</param>
/// <param name="Mix">Who starts.</param>
/// <param name="Path">How many start.</param>
/// <param name="Unaccompanied">How many unaccompanied children start.</param>
/// <param name="Returns">Who comes back.</param>
/// <param name="Shift">Residential drift.</param>
/// <param name="Stock">Who is in care now.</param>
internal sealed record CareFit(
    KnownCare Care,
    KernelShape Shape,
    UnknownStarts? Unknown,
    Exposure Counted,
    LeavingRates Rates,
    RateDrift Drift,
    Destinations Destinations,
    EntryHistory History,
    EntryMix Mix,
    EntryPath Path,
    UnaccompaniedPath Unaccompanied,
    CareReturns Returns,
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
        var spread = UnknownStarts.Fit(shape, care, cancel);
        var unknown = care.HasFiveReturns ? null : spread;
        var counted = Exposure.Count(shape, care, recency, unknown, cancel);
        var rates = LeavingRates.Fit(shape, counted, cancel);
        var drift = RateDrift.Fit(shape, care, unknown, rates, recency, cancel);
        var destinations = Destinations.Fit(shape, counted.Destinations);
        var stock = StockStarts.Of(care, spread, shape);
        var history = EntryHistory.Of(care, covariate: 0);
        var others = EntryHistory.Of(care, CareModel.Unaccompanied);
        var mix = EntryMix.Fit(shape, care);
        var returns = CareReturns.Fit(care);

        var mean = MakeLife(shape, mix, grid);
        rates.Mean(mean.Table);
        destinations.Mean(mean.Table.Choices);
        mix.Mean(mean.Draw);
        returns.Mean(mean.ReturnRates);
        var pull = EquilibriumPull.Of(mean, stock.Under17, settings.Tuning.PullWeight);
        cancel.ThrowIfCancellationRequested();

        var first = CalendarMonth.Of(DateOnly.FromDayNumber(care.Until));
        var (starts, arrivals) = (StartLevel.Fit(history), StartLevel.Fit(others));
        var path = EntryPath.Fit(
            settings, care, history, drift.Inform(starts), returns, pull, starts.Offsets(first, grid.Lengths, settings.PopulationChange));
        return new CareFit(
            care,
            shape,
            unknown,
            counted,
            rates,
            drift.TogetherWith(StartLevel.Fit(history.OfYoung())),
            destinations,
            history,
            mix,
            path,
            UnaccompaniedPath.Of(arrivals, arrivals.Offsets(first, grid.Lengths, 0), settings.ChildPopulation),
            returns,
            ResidentialShift.Fit(care, recency),
            stock);
    }

    /// <summary>Space for the lives of one replicate.</summary>
    public static CareLife MakeLife(KernelShape shape, EntryMix mix, MonthGrid grid)
    {
        var table = new HazardTable(shape, grid.Months);
        table.Choices.Lead(Streams.ResidentialStates);
        var draw = new EntryMixDraw(shape);
        draw.Choices.Lead(Streams.ResidentialStates);
        return new CareLife(table, mix, draw, grid);
    }
}
