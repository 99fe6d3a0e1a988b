using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Forecast.Backtest;

/// <summary>A day from which a forecast is made, and how far ahead the records can judge it.</summary>
/// <param name="Day">The last day that the forecast knows, a quarter's end.</param>
/// <param name="Horizons">Months ahead, ascending.</param>
/// <param name="Learning">How many of the horizons end before the last twelve months of the records; only they choose settings.</param>
internal sealed record Origin(DateOnly Day, ImmutableArray<int> Horizons, int Learning)
{
    /// <summary>The first day of the forecast.</summary>
    public DateOnly From => Day.AddDays(1);

    /// <summary>The day of an outcome.</summary>
    public DateOnly End(int months) => CalendarMonth.Of(Day).Plus(months).Last;
}

/// <summary>Which forecasts are made.</summary>
internal sealed record BacktestPlan(ImmutableArray<Origin> Origins)
{
    /// <summary>Months of records that must lie before an origin.</summary>
    public const int MonthsBefore = 24;

    /// <summary>Fewest origins worth running: three yearly returns have four.</summary>
    public const int FewestOrigins = 4;

    /// <summary>Months at the end of the records whose outcomes choose no setting.</summary>
    public const int MonthsHeldOut = 12;

    // Six years of quarters: a longer past says little about how the method does today.
    private const int MostOrigins = 24;

    /// <summary>The distances at which forecasts are judged, in months.</summary>
    public static readonly ImmutableArray<int> Horizons = [3, 6, 12, 24, 36, 60];

    /// <summary>Origins with at least one outcome that may choose settings.</summary>
    public ImmutableArray<Origin> Learning => [.. Origins.Where(origin => origin.Learning > 0)];

    /// <summary>Every quarter's end with two years of records before it and three months after it, the latest six years of them.</summary>
    public static BacktestPlan Of(CareDataset data)
    {
        var first = CalendarMonth.Of(data.WindowStart.AddMonths(MonthsBefore).AddDays(-1));
        if (first.Last < data.WindowStart.AddMonths(MonthsBefore).AddDays(-1))
        {
            first = first.Plus(1);
        }

        var last = CalendarMonth.Of(data.DataEnd.AddDays(1)).Plus(-1);
        var origins = new List<Origin>();
        for (var month = first; month.Plus(Horizons[0]) <= last; month = month.Plus(1))
        {
            if (month.Number % 3 == 0)
            {
                var ahead = month.MonthsUntil(last);
                origins.Add(new Origin(
                    month.Last,
                    [.. Horizons.Where(months => months <= ahead)],
                    Horizons.Count(months => months <= ahead - MonthsHeldOut)));
            }
        }

        return new BacktestPlan([.. origins.TakeLast(MostOrigins)]);
    }
}
