using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Charts;

namespace Plimsoll.Reports.Tests.Charts;

/// <summary>Made-up series for the drawings: smooth, so that a picture can be judged.</summary>
internal static class Samples
{
    public static readonly CalendarMonth October2026 = new(2026, 10);

    public static ImmutableArray<DatedValue> History(int months, Func<int, double> value) =>
    [
        .. Enumerable.Range(0, months).Select(i => new DatedValue(October2026.Plus(i - months + 1).Last, value(i))),
    ];

    /// <summary>A fan that widens with the square root of time around a level that moves towards an end.</summary>
    public static ImmutableArray<FanPoint> Forecast(int months, double from, double to, double width, double least = 0) =>
    [
        .. Enumerable.Range(1, months).Select(i =>
        {
            var level = from + ((to - from) * (1 - Math.Exp(-2.0 * i / months)));
            var half = width * Math.Sqrt((double)i / months);
            double At(double share) => Math.Max(least, level + (share * half));
            return new FanPoint(October2026.Plus(i).Last, At(-0.9), At(-0.45), At(0), At(0.5), At(1.1));
        }),
    ];

    public static FanChartData Children(string id, int history = 68, int forecast = 60) => new()
    {
        Id = id,
        Title = "Children in care, actual and forecast",
        Measure = Measure.Children,
        AsAt = October2026.Last,
        History = History(history, i => Math.Round(447 + ((i - history + 1) * 0.35) - (22 * Math.Sin((i - history + 1) / 11.0)) + (2 * Math.Sin(i * 2.3)) - (2 * Math.Sin((history - 1) * 2.3)))),
        Forecast = Forecast(forecast, 447, 475, 98),
        CallOut = October2026.Plus(12).Last,
    };

    public static FanChartData Cost(string id) => new()
    {
        Id = id,
        Title = "Cost of placements by month, actual and forecast",
        Measure = new Measure.Pounds(),
        AsAt = October2026.Last,
        History = History(31, i => 2_050_000 + (i * 14_500) + (40_000 * Math.Sin(i / 2.0))),
        Forecast = Forecast(24, 2_510_000, 2_820_000, 380_000),
        CallOut = October2026.Plus(5).Last,
    };

    public static FanChartData AgainstBudget(string id) => new()
    {
        Id = id,
        Title = "Running cost of placements against budget",
        Measure = new Measure.AgainstBudget(new Money(29_900_000m)),
        AsAt = October2026.Last,
        History = History(7, i => new[] { -22_000d, -38_000, -41_000, -22_000, 6_000, 52_000, 130_000 }[i]),
        Forecast =
        [
            .. Enumerable.Range(1, 5).Select(i => new FanPoint(
                October2026.Plus(i).Last,
                130_000 - (i * 30_000),
                130_000 + (i * 39_000),
                130_000 + (i * 116_400),
                130_000 + (i * 193_700),
                130_000 + (i * 262_800))),
        ],
    };
}
