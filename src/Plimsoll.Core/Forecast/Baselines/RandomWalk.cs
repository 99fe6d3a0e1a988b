using System.Collections.Immutable;
using Plimsoll.Core.Care;

namespace Plimsoll.Core.Forecast.Baselines;

/// <summary>
/// Forecasts that look only at the number of children in care month by month, on the log scale: the last value, and a
/// random walk with drift (Hyndman and Athanasopoulos, Forecasting: Principles and Practice, section 5.2).
/// </summary>
internal static class RandomWalk
{
    // A group may be empty for a while; half a child keeps its log finite.
    private const double Least = 0.5;

    /// <summary>
    /// No change: the last value, with a range from the monthly changes of the past taken as a random walk without
    /// drift. Standard deviation at h months: s sqrt(h), s squared being the mean square of the log changes.
    /// </summary>
    /// <param name="data">The records.</param>
    /// <param name="from">First day of the forecast; nothing on or after it is used.</param>
    /// <param name="months">Number of calendar months.</param>
    public static BaselineForecast LastValue(CareDataset data, DateOnly from, int months) =>
        Forecast("last value", data, from, months, (changes, ahead) => (0, RootMeanSquare(changes, 0, changes.Length) * Math.Sqrt(ahead)));

    /// <summary>
    /// The mean monthly change of the past goes on. Standard deviation at h months with n changes seen:
    /// s sqrt(h (1 + h / n)), the second part being the uncertainty of the drift.
    /// </summary>
    /// <inheritdoc cref="LastValue"/>
    public static BaselineForecast WithDrift(CareDataset data, DateOnly from, int months) =>
        Forecast("random walk with drift", data, from, months, (changes, ahead) =>
        {
            var drift = changes.Length == 0 ? 0 : changes.Average();
            var sd = RootMeanSquare(changes, drift, changes.Length - 1);
            return (drift * ahead, sd * Math.Sqrt(ahead * (1 + (ahead / Math.Max(1, changes.Length)))));
        });

    private static BaselineForecast Forecast(
        string method, CareDataset data, DateOnly from, int months, Func<double[], double, (double Shift, double Sd)> step)
    {
        var history = StockHistory.Of(data, from);
        double[][] series = [history.Totals, .. history.ByGroup];
        var changes = series.Select(Changes).ToArray();
        var built = BaselineMonth.Ends(from, months).Select(end =>
        {
            var ahead = end.Days / CareModel.MonthDays;
            var all = series.Select((values, which) =>
            {
                var (shift, sd) = step(changes[which], ahead);
                return NormalRange.OfLog(values[^1] * Math.Exp(shift), sd, Math.Max(1, changes[which].Length - 1));
            }).ToImmutableArray();
            return new BaselineMonth(end.Month, all[0], [.. all.Skip(1)]);
        });
        return new BaselineForecast(method, from.AddDays(-1), [.. built]);
    }

    private static double[] Changes(double[] values) =>
        [.. values.Skip(1).Select((value, before) => Math.Log(Math.Max(Least, value) / Math.Max(Least, values[before])))];

    private static double RootMeanSquare(double[] changes, double centre, int degrees) =>
        degrees < 1 ? 0 : Math.Sqrt(changes.Sum(change => (change - centre) * (change - centre)) / degrees);
}
