using Plimsoll.Core.Budget;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>A simulation with all that it was made of.</summary>
/// <param name="Care">What was known.</param>
/// <param name="Fit">What was learnt.</param>
/// <param name="Grid">Calendar.</param>
/// <param name="Daily">Prices, from 1 April of the first financial year or the first record, whichever is later.</param>
/// <param name="Prices">What placements cost against the list; null where the list is asked exactly.</param>
/// <param name="Output">The replicates.</param>
/// <param name="Fitted">Time stamp of the end of fitting.</param>
internal sealed record SimulatedCare(KnownCare Care, CareFit Fit, MonthGrid Grid, DailyPrices Daily, PriceModel? Prices, SimulationOutput Output, long Fitted);

/// <summary>All that a simulation needs, fitted once.</summary>
/// <param name="Care">What was known.</param>
/// <param name="Fit">What was learnt.</param>
/// <param name="Grid">Calendar.</param>
/// <param name="Daily">Prices, from 1 April of the first financial year or the first record, whichever is later.</param>
/// <param name="Future">Prices of the simulation.</param>
internal sealed record PreparedCare(KnownCare Care, CareFit Fit, MonthGrid Grid, DailyPrices Daily, PriceFuture Future);
