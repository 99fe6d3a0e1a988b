using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Forecast.Bridges;

/// <summary>A step of a bridge in pounds.</summary>
/// <param name="Part">What moved.</param>
/// <param name="Amount">By how much it moved the cost, in whole pence: above zero it adds.</param>
/// <param name="Basis">The figures behind it: "452.0 children instead of 447.0".</param>
public sealed record CostStep(BridgePart Part, Money Amount, string Basis);

/// <summary>The bridge of one kind of placement over the compared months; it sums exactly.</summary>
/// <param name="State">Kind of placement.</param>
/// <param name="From">Its cost in the forecast before.</param>
/// <param name="To">Its cost in the forecast after.</param>
/// <param name="Amounts">One for each of <see cref="BridgeParts.Factors"/>, in whole pence.</param>
public sealed record PlacementBridge(PlacementState State, Money From, Money To, ImmutableArray<Money> Amounts);

/// <summary>A step of a bridge in children.</summary>
/// <param name="Label">What moved.</param>
/// <param name="Change">By how much, in children with one decimal.</param>
/// <param name="Basis">The figures behind it.</param>
public sealed record NumberStep(string Label, decimal Change, string Basis);

/// <summary>Why the number of children in care at the end of a month moved.</summary>
/// <param name="Month">The month.</param>
/// <param name="From">The expected number in the forecast before, with one decimal.</param>
/// <param name="To">The expected number in the forecast after, with one decimal.</param>
/// <param name="Steps">Children at the start, starts, leavers, and what is not explained; they sum to To less From exactly.</param>
public sealed record NumberBridge(CalendarMonth Month, decimal From, decimal To, ImmutableArray<NumberStep> Steps);

/// <summary>
/// Why the average cost of a financial year moved between two forecasts. What each part changes is averaged over every
/// order in which the parts could have changed, placement by placement, in whole pence; so the steps sum to the change to
/// the penny, and none gains from being first.
/// </summary>
/// <param name="From">Identity of the forecast before.</param>
/// <param name="To">Identity of the forecast after.</param>
/// <param name="Year">The financial year.</param>
/// <param name="FromCost">Average cost (mean) in the forecast before.</param>
/// <param name="ToCost">Average cost (mean) in the forecast after.</param>
/// <param name="ComparedFrom">First month that both forecast as a whole; null when there is none in the year.</param>
/// <param name="Steps">The steps in their order; all parts are there, those of 0.00 too.</param>
/// <param name="Placements">The same by kind of placement, without what was recorded.</param>
/// <param name="Number">The number in care at the end of the year.</param>
/// <param name="ByChance">
/// By how much two runs of as many futures differ by chance alone (standard error of the change, runs taken as independent;
/// runs from one date with one seed differ by less).
/// </param>
public sealed record ForecastBridge(
    string From,
    string To,
    FinancialYear Year,
    Money FromCost,
    Money ToCost,
    CalendarMonth? ComparedFrom,
    ImmutableArray<CostStep> Steps,
    ImmutableArray<PlacementBridge> Placements,
    NumberBridge Number,
    Money ByChance)
{
    /// <summary>The change.</summary>
    public Money Change => ToCost - FromCost;

    /// <summary>The amount of a part.</summary>
    public Money Of(BridgePart part) => Steps.First(step => step.Part == part).Amount;

    /// <summary>The years that both forecasts cover as a whole, the first one first.</summary>
    public static ImmutableArray<FinancialYear> YearsOf(ForecastResult from, ForecastResult to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return [.. Whole(from).Intersect(Whole(to)).Order()];
    }

    /// <summary>Builds the bridge.</summary>
    /// <param name="from">The forecast before.</param>
    /// <param name="to">The forecast after. It may be the older one: the steps then have the other sign.</param>
    /// <param name="year">A financial year that both cover as a whole.</param>
    /// <returns><see cref="BridgeDone"/>, or <see cref="BridgeRefused"/> with the reason.</returns>
    public static BridgeOutcome Between(ForecastResult from, ForecastResult to, FinancialYear year)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        foreach (var forecast in new[] { from, to })
        {
            if (!Whole(forecast).Contains(year))
            {
                return new BridgeRefused(
                    $"Forecast {forecast.Id} does not cover the whole of {year}.",
                    "A bridge leads from the cost of a whole financial year to the cost of the same year.",
                    YearsOf(from, to) is [var first, ..] years
                        ? $"Choose {(years.Length == 1 ? first.ToString() : $"a year from {first} to {years[^1]}")}."
                        : "Choose two forecasts that share a whole financial year.");
            }

            if (forecast.Months.Any(month => month.MeanCareDaysByPlacement is null))
            {
                return new BridgeRefused(
                    $"Forecast {forecast.Id} was kept by an earlier version, which did not keep days of care by placement.",
                    "Without them mix and price cannot be told apart.",
                    "Run that forecast again, from the same date and with the same settings.");
            }
        }

        return new BridgeDone(BridgeBuilding.Build(from, to, year));
    }

    private static IEnumerable<FinancialYear> Whole(ForecastResult forecast) =>
        forecast.Years.Where(year => year.IsWhole).Select(year => year.Year);
}

/// <summary>What became of asking for a bridge.</summary>
public abstract record BridgeOutcome;

/// <summary>It was built.</summary>
/// <param name="Bridge">The bridge.</param>
public sealed record BridgeDone(ForecastBridge Bridge) : BridgeOutcome;

/// <summary>It cannot be built.</summary>
/// <param name="What">What is wrong, with the value.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="ToDo">What to do.</param>
public sealed record BridgeRefused(string What, string Why, string ToDo) : BridgeOutcome;
