using Plimsoll.Core.Vocabulary;
using Plimsoll.Web.Frame;

namespace Plimsoll.Web.Pages.Children;

/// <summary>The sentences of the page, made from the counts.</summary>
public static class ChildrenWords
{
    /// <summary>The answer under the title.</summary>
    public static string Answer(Loaded loaded, ChildrenQuery query, ChildrenCounts counts)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(counts);
        var number = counts.Shown.Length;
        var who = query.IsFiltered ? $"{InWords.Children(number)} of those you chose" : InWords.Children(number);
        var change = counts.Change is { } more ? $", {Than(more, "a year before")}" : "";
        return $"{who} {(number == 1 ? "was" : "were")} in care on {InWords.Date(query.On)}{change}. {Expect(loaded, query)}".TrimEnd();
    }

    /// <summary>"12 more than a year before", "as many as a year before".</summary>
    public static string Than(int change, string when) => change == 0 ? $"as many as {when}" : $"{InWords.Change(change)} than {when}";

    /// <summary>What is shown: "447 of 447 children: all placements, all ages."</summary>
    public static string Filters(Loaded loaded, ChildrenQuery query)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(query);
        var parts = new List<string>
        {
            query.Placement is { } state ? Lower(Core.Care.PlacementStates.Label(state)) : "all placements",
            query.Age is { } band ? (band.From < 0 ? "age not known" : $"aged {Lower(band.Label)}") : "all ages",
        };
        if (query.Legal is { } legal)
        {
            parts.Add($"legal status {legal}, {Lower(loaded.Codes.LegalStatus.Describe(legal))}");
        }

        if (query.Need is { } need)
        {
            parts.Add($"need {need}, {Lower(loaded.Codes.CategoryOfNeed.Describe(need))}");
        }

        return string.Join(", ", parts);
    }

    /// <summary>The message of the trend chart.</summary>
    public static string TrendTitle(ChildrenQuery query, ChildrenCounts counts)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(counts);
        var now = counts.Trend[^1].Children;
        var earlier = counts.Trend.RemoveAt(counts.Trend.Length - 1);
        if (earlier.IsEmpty)
        {
            return $"{InWords.Children(now)} on {InWords.Date(query.On)}";
        }

        var since = InWords.Month(CalendarMonth.Of(earlier[0].Day));
        var (most, least) = (earlier.Max(point => point.Children), earlier.Min(point => point.Children));
        if (most == least && now == most)
        {
            return $"The number has stood at {InWords.Whole(now)} since {since}";
        }

        return now > most ? $"The number is the highest since our records began in {since}"
            : now < least ? $"The number is the lowest since our records began in {since}"
            : $"The number has been between {InWords.Whole(least)} and {InWords.Whole(most)} since {since}; it is {InWords.Whole(now)} now";
    }

    /// <summary>The message of a chart of parts: which part grew most and which shrank most.</summary>
    public static string PartsTitle(IReadOnlyList<(string Label, int Now, int Before)> parts, string by, bool hasBefore)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.All(part => part.Now == 0 && part.Before == 0))
        {
            return $"No children by {by}";
        }

        var largest = parts.MaxBy(part => part.Now);

        if (!hasBefore)
        {
            return $"The largest group by {by}: {Lower(largest.Label)}";
        }

        var up = parts.MaxBy(part => part.Now - part.Before);
        var down = parts.MinBy(part => part.Now - part.Before);
        var (more, fewer) = (up.Now - up.Before, down.Before - down.Now);
        return (more > 0, fewer > 0) switch
        {
            (true, true) => $"{InWords.Whole(more)} more: {Lower(up.Label)}; {InWords.Whole(fewer)} fewer: {Lower(down.Label)}",
            (true, false) => $"{InWords.Whole(more)} more: {Lower(up.Label)}; no group shrank",
            (false, true) => $"{InWords.Whole(fewer)} fewer: {Lower(down.Label)}; no group grew",
            _ => $"No change by {by} in a year",
        };
    }

    private static string Expect(Loaded loaded, ChildrenQuery query)
    {
        if (query.IsFiltered || loaded.Forecast is not { } forecast)
        {
            return "";
        }

        var month = forecast.Months[Math.Min(11, forecast.Months.Length - 1)];
        return $"We expect {InWords.Whole((decimal)month.InCare.P10)} to {InWords.Whole((decimal)month.InCare.P90)} at the end of {InWords.Month(month.Month)} (8 in 10 chance).";
    }

    private static string Lower(string words) => words.Length == 0 ? words : char.ToLowerInvariant(words[0]) + words[1..];
}
