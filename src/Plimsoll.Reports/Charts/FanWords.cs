using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Reports.Charts;

/// <summary>The sentences of a fan chart, computed from its data.</summary>
internal static class FanWords
{
    /// <summary>What a person who does not see the chart is told.</summary>
    public static string Description(FanChartData data)
    {
        var sentences = new List<string> { "Line chart with a fan." };
        if (data.History.Length > 0)
        {
            sentences.Add(Past(data.Measure, data.History));
        }

        if (CallOut(data) is { } called)
        {
            sentences.Add(Future(data.Measure, called) + ".");
        }

        sentences.Add(Future(data.Measure, data.Forecast[^1]) + ".");
        if (data.Reference is { } reference)
        {
            sentences.Add($"A line marks {reference.Words}.");
        }

        return string.Join(' ', sentences);
    }

    /// <summary>First, highest, lowest and last value of what happened.</summary>
    public static string Past(Measure measure, IReadOnlyList<DatedValue> history)
    {
        var last = history[^1];
        if (history.Count == 1)
        {
            return $"{measure.Amount(last.Value)} on {InWords.Date(last.Day)}.";
        }

        var high = history.MaxBy(point => point.Value);
        var low = history.MinBy(point => point.Value);
        var extremes = high.Value == low.Value
            ? "unchanged throughout"
            : $"highest at {measure.Number(high.Value)} in {Month(high.Day)}, lowest at {measure.Number(low.Value)} in {Month(low.Day)}";
        return $"{measure.Amount(history[0].Value)} in {Month(history[0].Day)}, {extremes}, {measure.Number(last.Value)} on {InWords.Date(last.Day)}.";
    }

    /// <summary>The point in the month that is called out; none when it is the last, which has its own labels.</summary>
    public static FanPoint? CallOut(FanChartData data) => data.CallOut is { } day
        ? data.Forecast.SkipLast(1).FirstOrDefault(point => CalendarMonth.Of(point.Day) == CalendarMonth.Of(day))
        : null;

    public static string Month(DateOnly day) => InWords.Month(CalendarMonth.Of(day));

    private static string Future(Measure measure, FanPoint point) =>
        $"Most likely {measure.Number(point.P50)} in {Month(point.Day)}, with an 8 in 10 chance of between {measure.Number(point.P10)} and {measure.Number(point.P90)}";
}
