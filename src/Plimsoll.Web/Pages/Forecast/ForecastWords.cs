using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Web.Frame;
using Plimsoll.Web.Pages.Home;

namespace Plimsoll.Web.Pages.Forecast;

/// <summary>The sentences of a forecast, made from its numbers.</summary>
public static class ForecastWords
{
    /// <summary>The answer under the title.</summary>
    public static string Answer(ForecastResult forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var month = forecast.Months[Math.Min(11, forecast.Months.Length - 1)];
        var years = forecast.Years.Where(year => year.IsWhole).Take(2).ToList();
        var cost = years.Count == 0
            ? ""
            : " Placements will cost about " + string.Join(" and ", years.Select(year =>
                $"{InWords.Millions(Money.FromSimulated(year.Cost.P50))} in {year.Year} ({LowerRange(year.Cost)})")) + ", each with an 8 in 10 chance.";
        return $"We expect {InWords.Whole((decimal)month.InCare.P50)} children in care at the end of {InWords.Month(month.Month)}, between {HomeFigures.Range(month.InCare).Replace(" to ", " and ", StringComparison.Ordinal)} (8 in 10 chance). There were {InWords.Whole(forecast.StockAtStart)} on {InWords.Date(forecast.AsAt)}.{cost}";
    }

    /// <summary>A forecast in half a sentence: "443 children in March 2027 and £35.0m in 2026/27".</summary>
    public static string Short(ForecastResult forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var month = forecast.Months[Math.Min(11, forecast.Months.Length - 1)];
        var cost = forecast.Years.FirstOrDefault(year => year.IsWhole) is { } whole
            ? $" and {InWords.Millions(Money.FromSimulated(whole.Cost.P50))} in {whole.Year}"
            : "";
        return $"{InWords.Children((int)Math.Round(month.InCare.P50))} in {InWords.Month(month.Month)}{cost}";
    }

    /// <summary>The message of the chart of children.</summary>
    public static string ChildrenTitle(ForecastResult forecast, ForecastMonth last)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(last);
        var central = last.InCare.P50;
        var change = forecast.StockAtStart == 0 ? 0 : (central - forecast.StockAtStart) / forecast.StockAtStart;
        var course = change switch
        {
            > 0.03 => $"rises to about {InWords.Whole((decimal)central)}",
            < -0.03 => $"falls to about {InWords.Whole((decimal)central)}",
            _ => $"stays near {InWords.Whole((decimal)central)}",
        };
        return $"Most likely the number {course}; in {InWords.Month(last.Month)} there is an 8 in 10 chance of {HomeFigures.Range(last.InCare)}";
    }

    /// <summary>The message of the chart of cost.</summary>
    public static string CostTitle(ForecastResult forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var first = ForecastCharts.AWeek(forecast.Months[0], forecast.AsAt);
        var last = ForecastCharts.AWeek(forecast.Months[^1], forecast.AsAt);
        var course = (last.P50 / Math.Max(1, first.P50)) switch
        {
            > 1.03 => "rise",
            < 0.97 => "fall",
            _ => "stay",
        };
        return course == "stay"
            ? $"Most likely placements go on costing about {InWords.Prose(Money.FromSimulated(last.P50))} a week"
            : $"Most likely the cost of placements will {course} from {InWords.Prose(Money.FromSimulated(first.P50))} to {InWords.Prose(Money.FromSimulated(last.P50))} a week by {InWords.Month(forecast.Months[^1].Month)}";
    }

    /// <summary>The message over the small charts: which placement grows most and which falls most.</summary>
    public static string PlacementsTitle(Loaded loaded, ForecastResult forecast)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(forecast);
        var now = Stock.Children(loaded.Data, forecast.AsAt).GroupBy(item => item.Episode.State).ToDictionary(group => group.Key, group => group.Count());
        var changes = PlacementStates.All
            .Select(state => (State: state, Change: forecast.Months[^1].ByPlacement[state].P50 - now.GetValueOrDefault(state)))
            .ToList();
        var (up, down) = (changes.MaxBy(item => item.Change), changes.MinBy(item => item.Change));
        return (up.Change >= 2, down.Change <= -2) switch
        {
            (true, true) => $"Most growth: {Lower(up.State.Label())}; most decline: {Lower(down.State.Label())}",
            (true, false) => $"Most growth: {Lower(up.State.Label())}; no kind of placement is likely to fall much",
            (false, true) => $"Most decline: {Lower(down.State.Label())}; no kind of placement is likely to grow much",
            _ => "No kind of placement is likely to change much",
        };
    }

    /// <summary>"In plain words": short paragraphs for people who do not read charts.</summary>
    public static ImmutableArray<string> Plain(Loaded loaded, ForecastResult forecast)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(forecast);
        var year = forecast.Months.Take(12).ToList();
        var (start, leave) = ((decimal)year.Average(month => month.Started.Mean), (decimal)year.Average(month => month.Ceased.Mean));
        var balance = Math.Abs(start - leave) < 0.3m ? "about as many leave" : start > leave ? $"{InWords.OneDecimal(leave)} leave, so the number grows" : $"{InWords.OneDecimal(leave)} leave, so the number falls";
        var last = forecast.Months[^1];
        return
        [
            $"On average {InWords.OneDecimal(start)} children start care each month over the first year, and {balance}.",
            $"By {InWords.Month(last.Month)} the middle of our {InWords.Whole(forecast.Trace.Replicates)} simulated futures has {InWords.Whole((decimal)last.InCare.P50)} children in care. In one future in ten there are fewer than {InWords.Whole((decimal)last.InCare.P10)}, in one in ten more than {InWords.Whole((decimal)last.InCare.P90)}. The range widens with time because what happens next year changes what happens after.",
            "The numbers are of children in all. The forecast says nothing about any one child, and it must not be used to decide whether a child needs care.",
        ];
    }

    /// <summary>When not to believe the forecast.</summary>
    public static ImmutableArray<string> Doubts { get; } =
    [
        "Something changes that the records have not seen: a new law, a new court practice, a home that opens or closes, a large arrival of children from abroad.",
        "Prices jump otherwise than by the yearly rises in the assumptions.",
        "The records are incomplete: children or endings that have not been entered yet.",
        "You look at one kind of placement with few children, or at one month. Use the total, the year and the range.",
    ];

    /// <summary>What else a reader must know of this forecast; whether and how it was tested stands on the page already.</summary>
    public static ImmutableArray<string> Notes(ForecastResult forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        return [.. forecast.Trace.Notes.Where(note =>
            !note.Contains("not yet been tested", StringComparison.Ordinal) && note != forecast.Settings.Tuning.Verdict)];
    }

    /// <summary>Words with a capital at their beginning.</summary>
    public static string Capital(string words) => string.IsNullOrEmpty(words) ? "" : char.ToUpperInvariant(words[0]) + words[1..];

    private static string LowerRange(Distribution spread) =>
        HomeFigures.MoneyRange(spread).Replace("Between", "between", StringComparison.Ordinal);

    private static string Lower(string words) => char.ToLowerInvariant(words[0]) + words[1..];
}
