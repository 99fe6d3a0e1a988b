using System.Collections.Immutable;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Forecast;

/// <summary>The spread of a simulated quantity over the replicates: its mean and percentiles.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="P5">5th percentile.</param>
/// <param name="P10">10th percentile: 1 chance in 10 of less.</param>
/// <param name="P25">25th percentile.</param>
/// <param name="P50">Median: the "most likely" line of charts.</param>
/// <param name="P75">75th percentile.</param>
/// <param name="P90">90th percentile: 1 chance in 10 of more.</param>
/// <param name="P95">95th percentile.</param>
public sealed record Distribution(double Mean, double P5, double P10, double P25, double P50, double P75, double P90, double P95);

/// <summary>One month of a forecast.</summary>
/// <param name="Month">The calendar month.</param>
/// <param name="InCare">Children in care at its end.</param>
/// <param name="Started">Starts of care in it.</param>
/// <param name="Ceased">Ends of care in it.</param>
/// <param name="CareDays">Nights of care in it.</param>
/// <param name="Cost">Gross placement cost in pounds, before grants and contributions.</param>
/// <param name="ByPlacement">Children in care at its end by placement state; every state is present.</param>
/// <param name="CostByPlacement">Gross placement cost by placement state, in pounds.</param>
public sealed record ForecastMonth(
    CalendarMonth Month,
    Distribution InCare,
    Distribution Started,
    Distribution Ceased,
    Distribution CareDays,
    Distribution Cost,
    ImmutableDictionary<PlacementState, Distribution> ByPlacement,
    ImmutableDictionary<PlacementState, Distribution> CostByPlacement)
{
    /// <summary>Mean nights of care by placement state; null in a snapshot of an earlier version.</summary>
    public ImmutableDictionary<PlacementState, double>? MeanCareDaysByPlacement { get; init; }
}

/// <summary>One financial year of a forecast. Where the forecast starts within the year, the days before are counted from the records.</summary>
/// <param name="Year">The financial year.</param>
/// <param name="Cost">Gross placement cost of the whole year so far as it is covered, in pounds.</param>
/// <param name="CareDays">Nights of care.</param>
/// <param name="RecordedCost">The part of Cost that comes from records before the forecast starts, at list prices; zero when none.</param>
/// <param name="RecordedCareDays">Nights of care from records before the forecast starts.</param>
/// <param name="IsWhole">Whether records and forecast together cover the whole year.</param>
/// <param name="WithinBudget">Share of replicates whose cost is within the budget, or null when no budget was given or the year is not whole.</param>
public sealed record ForecastYear(
    FinancialYear Year,
    Distribution Cost,
    Distribution CareDays,
    Money RecordedCost,
    int RecordedCareDays,
    bool IsWhole,
    double? WithinBudget)
{
    /// <summary>The part of Cost, after the as-at date, of the ten placements that were dearest then, as long as they last; null in a snapshot of an earlier version.</summary>
    public Distribution? DearestCost { get; init; }

    /// <summary>Mean cost of the dearest tenth of futures (expected shortfall), in pounds; null in a snapshot of an earlier version.</summary>
    public double? WorstTenthCost { get; init; }
}

/// <summary>Something the forecast takes as given, for the table of assumptions.</summary>
/// <param name="Name">What: "Children starting care".</param>
/// <param name="Value">Its value in words: "15.3 a month, pulled 85% of the way to balance".</param>
/// <param name="Source">Where it comes from.</param>
public sealed record ForecastAssumption(string Name, string Value, string Source);

/// <summary>What a forecast rests on, so that it can be made again bit for bit.</summary>
/// <param name="Dataset">Identity of the dataset.</param>
/// <param name="PriceList">Name of the price list.</param>
/// <param name="PricesAreShippedDefault">True when no price list of the council was loaded.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Replicates">Number of replicates.</param>
/// <param name="Version">Version of the product.</param>
/// <param name="Assumptions">The assumptions.</param>
/// <param name="Notes">What a reader must know: several authorities together, few records, months without data.</param>
public sealed record ForecastTrace(
    string Dataset,
    string PriceList,
    bool PricesAreShippedDefault,
    ulong Seed,
    int Replicates,
    string Version,
    ImmutableArray<ForecastAssumption> Assumptions,
    ImmutableArray<string> Notes);

/// <summary>How long the parts took, in milliseconds. Not part of the result's identity.</summary>
/// <param name="ReadMs">Loading the dataset (filled by the shell).</param>
/// <param name="FitMs">Fitting.</param>
/// <param name="SimulateMs">Simulating.</param>
/// <param name="TotalMs">All of it.</param>
public sealed record ForecastTiming(double ReadMs, double FitMs, double SimulateMs, double TotalMs);

/// <summary>An immutable forecast snapshot.</summary>
/// <param name="Id">Derived from dataset, prices, settings and version: the same forecast has the same identity.</param>
/// <param name="AsAt">The day before the forecast starts.</param>
/// <param name="StockAtStart">Children in care at the end of <paramref name="AsAt"/>.</param>
/// <param name="Settings">What was asked.</param>
/// <param name="Months">The months.</param>
/// <param name="Years">The financial years touched.</param>
/// <param name="Trace">What it rests on.</param>
/// <param name="Timing">How long it took.</param>
public sealed record ForecastResult(
    string Id,
    DateOnly AsAt,
    int StockAtStart,
    ForecastSettings Settings,
    ImmutableArray<ForecastMonth> Months,
    ImmutableArray<ForecastYear> Years,
    ForecastTrace Trace,
    ForecastTiming Timing)
{
    /// <summary>The ten dearest placements on the as-at date; null in a snapshot of an earlier version.</summary>
    public DearestPlacements? Dearest { get; init; }
}
