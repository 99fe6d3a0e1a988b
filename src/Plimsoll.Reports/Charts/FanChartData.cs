using System.Collections.Immutable;
using Plimsoll.Core.Forecast;

namespace Plimsoll.Reports.Charts;

/// <summary>The range of a forecast on a day: half of the simulated futures lie between P25 and P75, eight in ten between P10 and P90.</summary>
/// <param name="Day">The day, usually the last of a month.</param>
/// <param name="P10">10th percentile.</param>
/// <param name="P25">25th percentile.</param>
/// <param name="P50">Median, drawn as "most likely".</param>
/// <param name="P75">75th percentile.</param>
/// <param name="P90">90th percentile.</param>
public sealed record FanPoint(DateOnly Day, double P10, double P25, double P50, double P75, double P90)
{
    /// <summary>Takes the percentiles of a forecast quantity.</summary>
    /// <param name="day">The day to which it belongs.</param>
    /// <param name="spread">The quantity.</param>
    public static FanPoint Of(DateOnly day, Distribution spread)
    {
        ArgumentNullException.ThrowIfNull(spread);
        return new FanPoint(day, spread.P10, spread.P25, spread.P50, spread.P75, spread.P90);
    }
}

/// <summary>A level across the whole chart, such as a budget or a limit.</summary>
/// <param name="Value">The level, in the unit of the chart's measure.</param>
/// <param name="Words">What it is: "Limit of 430".</param>
public sealed record ReferenceLine(double Value, string Words);

/// <summary>What happened and what is forecast. Days ascend; no history lies after <see cref="AsAt"/>, and every forecast does.</summary>
public sealed record FanChartData
{
    /// <summary>Unique within the page: letters, digits and hyphens, beginning with a letter.</summary>
    public required string Id { get; init; }

    /// <summary>What is shown, for those who do not see it: "Children in care, actual and forecast".</summary>
    public required string Title { get; init; }

    /// <summary>What is measured.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The last day of what is known.</summary>
    public required DateOnly AsAt { get; init; }

    /// <summary>What happened; may be empty.</summary>
    public ImmutableArray<DatedValue> History { get; init; } = [];

    /// <summary>The forecast; at least one point.</summary>
    public required ImmutableArray<FanPoint> Forecast { get; init; }

    /// <summary>A day in the month whose range is called out; nothing is called out when no forecast point lies in that month, or only the last.</summary>
    public DateOnly? CallOut { get; init; }

    /// <summary>A level to compare with, or null.</summary>
    public ReferenceLine? Reference { get; init; }

    /// <summary>Every value that the scale must hold.</summary>
    public IEnumerable<double> Values => History.Select(point => point.Value)
        .Concat(Forecast.SelectMany(point => new[] { point.P10, point.P25, point.P50, point.P75, point.P90 }))
        .Concat(Reference is null ? [] : [Reference.Value]);

    /// <summary>Whether the last known value joins the forecast, so that the fan opens from it.</summary>
    internal bool IsJoined => History.Length > 0;

    /// <summary>Refuses data that no honest picture can be drawn from.</summary>
    internal static void Check(FanChartData data)
    {
        if (data.Forecast.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A fan chart needs a forecast of at least one month.", nameof(data));
        }

        var days = data.History.Select(point => point.Day).Concat(data.Forecast.Select(point => point.Day)).ToList();
        if (days.Zip(days.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            throw new ArgumentException("The days of a fan chart must ascend, history before forecast.", nameof(data));
        }

        if ((data.History.Length > 0 && data.History[^1].Day > data.AsAt) || data.Forecast[0].Day <= data.AsAt)
        {
            throw new ArgumentException("The as-at day of a fan chart lies after its history and before its forecast.", nameof(data));
        }

        if (data.Forecast.Any(point => !(point.P10 <= point.P25 && point.P25 <= point.P50 && point.P50 <= point.P75 && point.P75 <= point.P90)))
        {
            throw new ArgumentException("The percentiles of a fan chart must ascend.", nameof(data));
        }
    }
}
