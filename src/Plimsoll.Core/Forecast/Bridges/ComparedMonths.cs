using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Forecast.Bridges;

/// <summary>The expected figures of the months of a year that two forecasts both have, as one of them has them.</summary>
/// <param name="YearPence">Average cost of the whole year in pence.</param>
/// <param name="Pence">Average cost of the compared months by placement, in whole pence.</param>
/// <param name="Before">Expected and recorded cost of the year before the compared months, in pence.</param>
/// <param name="Rest">What the months of the snapshot do not add up to, in pence.</param>
/// <param name="RecordedPence">The part of <paramref name="Before"/> that comes from records.</param>
/// <param name="InCare">Children in care when the compared months begin.</param>
/// <param name="Starts">Starts in them.</param>
/// <param name="Leavers">Ends of care in them.</param>
/// <param name="AtEnd">Children in care at their end.</param>
/// <param name="Days">Days of care by placement.</param>
internal sealed record ComparedMonths(
    long YearPence, long[] Pence, long Before, long Rest, long RecordedPence, double InCare, double Starts, double Leavers, double AtEnd, double[] Days)
{
    // The most that rounding to pence may leave between a year and its months.
    private const long Rounding = 2;

    /// <summary>Days of care in all placements.</summary>
    public double AllDays { get; } = Days.Sum();

    /// <summary>Children cared for: in care at the start, and starts.</summary>
    public double Children => InCare + Starts;

    /// <summary>Reads them.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="year">The year.</param>
    /// <param name="first">The first compared month; after the year when there is none.</param>
    public static ComparedMonths Of(ForecastResult forecast, FinancialYear year, CalendarMonth first)
    {
        var ofYear = forecast.Months.Where(month => FinancialYear.Of(month.Month.First) == year).ToList();
        var compared = ofYear.Where(month => month.Month >= first).ToList();
        var before = forecast.Months.LastOrDefault(month => month.Month < first);
        var costs = PlacementStates.All.Select(state => compared.Sum(month => month.CostByPlacement[state].Mean)).ToArray();
        var known = forecast.Years.First(item => item.Year == year);
        var (total, recorded, part) = (InPence(known.Cost.Mean), InPence((double)known.RecordedCost.Pounds), InPence(costs.Sum()));
        var rest = total - recorded - InPence(ofYear.Sum(month => month.CostByPlacement.Values.Sum(cost => cost.Mean)));
        rest = Math.Abs(rest) <= Rounding ? 0 : rest;
        return new ComparedMonths(
            total,
            Fitted(LargestRemainder.Round([.. costs.Select(cost => (decimal)cost * 100)]), part),
            total - rest - part,
            rest,
            recorded,
            before is null ? forecast.StockAtStart : before.InCare.Mean,
            compared.Sum(month => month.Started.Mean),
            compared.Sum(month => month.Ceased.Mean),
            compared.Count > 0 ? compared[^1].InCare.Mean : before?.InCare.Mean ?? forecast.StockAtStart,
            [.. PlacementStates.All.Select(state => compared.Sum(month => month.MeanCareDaysByPlacement![state]))]);
    }

    /// <summary>Pounds in whole pence.</summary>
    public static long InPence(double pounds) => (long)Math.Round(pounds * 100, MidpointRounding.AwayFromZero);

    /// <summary>Adds what a penny's rounding leaves to the largest part.</summary>
    public static long[] Fitted(long[] parts, long whole)
    {
        var largest = Array.IndexOf(parts, parts.MaxBy(Math.Abs));
        parts[largest] += whole - parts.Sum();
        return parts;
    }
}
