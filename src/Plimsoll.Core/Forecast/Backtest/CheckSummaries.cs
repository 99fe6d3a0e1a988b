using System.Collections.Immutable;
using Plimsoll.Statistics.Scoring;

namespace Plimsoll.Core.Forecast.Backtest;

/// <summary>Sums checks up.</summary>
internal static class CheckSummaries
{
    private const int MonthsBetweenOrigins = 3;

    /// <summary>By target and months ahead, in order.</summary>
    public static ImmutableArray<BacktestSummary> Of(ImmutableArray<BacktestCheck> checks) =>
    [
        .. checks
            .GroupBy(check => (check.Target, check.Months))
            .OrderBy(group => group.Key.Target)
            .ThenBy(group => group.Key.Months)
            .Select(group => Of(group.Key.Target, group.Key.Months, [.. group])),
    ];

    /// <summary>
    /// How many checks without overlap as many overlapping ones amount to: the span from the first origin to the last
    /// outcome, over the months ahead, and never more than there are.
    /// </summary>
    /// <param name="checks">Number of checks, a quarter apart, at least one.</param>
    /// <param name="months">Months ahead.</param>
    public static int Separate(int checks, int months) =>
        Math.Clamp((((checks - 1) * MonthsBetweenOrigins) + months) / months, 1, checks);

    private static BacktestSummary Of(BacktestTarget target, int months, BacktestCheck[] checks)
    {
        var separate = Separate(checks.Length, months);
        var fair = CoverageBand.For(separate, 0.8);
        var crps = checks.Average(check => check.Crps);
        var isWhole = checks.All(check => check.Happened > 0);
        return new BacktestSummary(
            target,
            months,
            checks.Length,
            separate,
            checks.Count(check => check.IsInsideEighty),
            checks.Count(check => check.IsInsideFifty),
            fair.Fewest,
            fair.Most,
            checks.Average(check => Math.Abs(check.Said.P50 - check.Happened)),
            isWhole ? checks.Average(check => Math.Abs(check.Said.P50 - check.Happened) / check.Happened) : null,
            checks.Average(check => check.Said.Mean - check.Happened),
            checks.All(check => check.Said.P50 > 0) ? checks.Average(check => (check.Said.P90 - check.Said.P10) / 2 / check.Said.P50) : null,
            crps,
            checks.Average(check => check.Transform),
            [.. checks[0].Baselines.Select((_, index) => Of([.. checks.Select(check => (check, check.Baselines[index]))], crps))]);
    }

    private static BaselineSummary Of((BacktestCheck Check, BaselineCheck Simple)[] checks, double ours)
    {
        var hasRange = checks.All(item => item.Simple.Crps is not null);
        double? crps = hasRange ? checks.Average(item => item.Simple.Crps!.Value) : null;
        return new BaselineSummary(
            checks[0].Simple.Method,
            checks.Average(item => Math.Abs(item.Simple.Median - item.Check.Happened)),
            checks.Average(item => item.Simple.Median - item.Check.Happened),
            hasRange ? checks.Count(item => item.Check.Happened >= item.Simple.P10 && item.Check.Happened <= item.Simple.P90) : null,
            crps,
            crps is { } theirs ? Skill.Against(ours, theirs) : null);
    }
}
