using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Forecast.Backtest;

/// <summary>Says where the forecast went wrong, and which recorded starts and leavers explain it.</summary>
internal static class MissWords
{
    private const int MostShown = 4;

    // With nothing outside the range, the largest misses are worth a look all the same.
    private const int InsideShown = 2;

    /// <summary>The misses of the number in care at the headline distance: those outside the range, or the largest inside it.</summary>
    public static ImmutableArray<BacktestMiss> Of(CareDataset data, BacktestPlan plan, OriginFindings[] found, int months)
    {
        var all = plan.Origins
            .Select((origin, index) => (origin, found[index], horizon: origin.Horizons.IndexOf(months)))
            .Where(item => item.horizon >= 0)
            .Select(item => Of(data, item.origin, item.Item2, item.horizon))
            .ToList();
        var outside = all.Where(miss => miss.IsOutside).ToList();
        var shown = outside.Count > 0 ? Largest(outside, MostShown) : Largest(all, InsideShown);
        return [.. shown.OrderBy(miss => miss.Origin)];
    }

    private static IEnumerable<BacktestMiss> Largest(IEnumerable<BacktestMiss> misses, int number) => misses
        .OrderByDescending(miss => Math.Abs(miss.Happened - miss.Said))
        .ThenBy(miss => miss.Origin)
        .Take(number);

    private static BacktestMiss Of(CareDataset data, Origin origin, OriginFindings found, int horizon)
    {
        var months = origin.Horizons[horizon];
        var end = origin.End(months);
        var before = CalendarMonth.Of(origin.Day).Plus(1 - months).First;
        var check = found.Checks.First(item => item.Target == BacktestTarget.InCare && item.Months == months);
        var (started, startedBefore) = (Flow.Starts(data, origin.From, end).Count(), Flow.Starts(data, before, origin.Day).Count());
        var (left, leftBefore) = (Flow.Ends(data, origin.From, end).Count(), Flow.Ends(data, before, origin.Day).Count());
        var (startedExpected, leftExpected) = (found.Own.Started[horizon], found.Own.Ended[horizon]);
        var span = months == 12 ? "year" : AheadWords.InText(months);
        return new BacktestMiss(
            origin.Day,
            months,
            check.Said.P50,
            check.Happened,
            !check.IsInsideEighty,
            started,
            startedExpected,
            startedBefore,
            left,
            leftExpected,
            leftBefore,
            $"From {InWords.Date(origin.Day)} we said {InWords.Whole((decimal)check.Said.P50)}; {InWords.Whole((decimal)check.Happened)} happened.",
            $"{InWords.Children(started)} started care in the {span} after, {StartsAgainst(started - startedBefore)} in the {span} before; {InWords.Whole(left)} left, {LeaversAgainst(left - leftBefore)}.",
            $"We had expected about {InWords.Whole((decimal)startedExpected)} to start and {InWords.Whole((decimal)leftExpected)} to leave{Main(started - startedExpected, left - leftExpected, check.Happened - check.Said.P50)}.");
    }

    private static string StartsAgainst(int change) => change == 0 ? "as many as" : InWords.Change(change) + " than";

    private static string LeaversAgainst(int change) => change == 0 ? "as many as before" : InWords.Change(change);

    // More starts and fewer leavers make the number larger than was said.
    private static string Main(double starts, double leavers, double miss)
    {
        var (byStarts, byLeavers) = (starts * Math.Sign(miss), -leavers * Math.Sign(miss));
        return byStarts > 2 * Math.Max(0, byLeavers) ? $": most of the miss is {(starts > 0 ? "more" : "fewer")} starts"
            : byLeavers > 2 * Math.Max(0, byStarts) ? $": most of the miss is {(leavers > 0 ? "more" : "fewer")} leavers"
            : byStarts > 0 && byLeavers > 0 ? $": {(starts > 0 ? "more" : "fewer")} starts and {(leavers > 0 ? "more" : "fewer")} leavers both add to the miss"
            : "";
    }
}
