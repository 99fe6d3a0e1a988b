using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Web.Frame;

namespace Plimsoll.Web.Pages.Home;

/// <summary>A figure of the strip: the number, words under it, and how it was worked out.</summary>
/// <param name="Figure">The number with its trace.</param>
/// <param name="Words">What it means, in short sentences.</param>
/// <param name="WithinBudget">Chance of staying within the budget, 0 to 1, where there is one.</param>
public sealed record StripFigure(Figure Figure, ImmutableArray<string> Words, double? WithinBudget = null);

/// <summary>The four figures of Home.</summary>
public static class HomeFigures
{
    /// <summary>The end of the records in a few letters: the day where it lies in the last twelve months, else month and year.</summary>
    public static string EndInShort(Loaded loaded)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        var end = loaded.Data.DataEnd;
        return end.AddYears(1) > loaded.Today
            ? end.ToString("d MMMM", System.Globalization.CultureInfo.InvariantCulture)
            : InWords.Month(CalendarMonth.Of(end));
    }

    /// <summary>How old the records are: "Records to 31 March 2026, nearly eight months old."</summary>
    public static string Freshness(Loaded loaded)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        var end = loaded.Data.DataEnd;
        var months = CalendarMonth.Of(end.AddDays(1)).MonthsUntil(CalendarMonth.Of(loaded.Today));
        return months < 2
            ? $"Records to {InWords.Date(end)}."
            : $"Records to {InWords.Date(end)}, more than {InWords.InText(months)} months old: what has happened since is not in them.";
    }

    /// <summary>Children in care at the end of the records.</summary>
    public static StripFigure InCare(Loaded loaded)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        var end = loaded.Data.DataEnd;
        var now = Stock.Number(loaded.Data, end);
        var monthAgo = CalendarMonth.Of(end).Plus(-1).Last;
        var words = monthAgo >= loaded.FirstDay
            ? $"{InWords.Change(now - Stock.Number(loaded.Data, monthAgo))} {(now == Stock.Number(loaded.Data, monthAgo) ? "since" : "than on")} {InWords.Date(monthAgo)}."
            : "";
        var unknown = Stock.Children(loaded.Data, end).Count(item => item.Child.Born is null);
        return new StripFigure(
            new Figure(
                "Children in care",
                InWords.Whole(now),
                now,
                end,
                loaded.ReturnsSource,
                "Children with an open episode at the end of the day, each child once. Agreed short breaks (V3 and V4) are left out.",
                [
                    new FigureInput("Children ever in the records", InWords.Whole(loaded.Data.Children.Length)),
                    new FigureInput("Episodes used", InWords.Whole(loaded.Data.EpisodesUsed)),
                    new FigureInput("In care, age not known", InWords.Whole(unknown)),
                ]),
            [$"On {InWords.Date(end)}.", Capital(words)]);
    }

    /// <summary>How the number changed in twelve months; null when the records do not reach back so far.</summary>
    public static StripFigure? Change(Loaded loaded)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        var end = loaded.Data.DataEnd;
        var before = end.AddYears(-1);
        if (before < loaded.FirstDay)
        {
            return null;
        }

        var started = Flow.Starts(loaded.Data, before.AddDays(1), end).Count();
        var ceased = Flow.Ends(loaded.Data, before.AddDays(1), end).Count();
        var change = started - ceased;
        var words = ImmutableArray.Create($"{InWords.Whole(started)} started and {InWords.Whole(ceased)} ceased.");
        if (loaded.Forecast is { } forecast)
        {
            var month = forecast.Months[Math.Min(11, forecast.Months.Length - 1)];
            words = words.Add($"We expect {Range(month.InCare)} at the end of {InWords.Month(month.Month)}, 8 in 10 chance.");
        }

        return new StripFigure(
            new Figure(
                "Change in twelve months",
                Capital(InWords.Change(change)),
                change,
                end,
                loaded.ReturnsSource,
                "Every start of care in the twelve months less every end of care. It equals the number at the end less the number at the beginning.",
                [
                    new FigureInput($"In care on {InWords.Date(before)}", InWords.Whole(Stock.Number(loaded.Data, before))),
                    new FigureInput("Started", InWords.Whole(started)),
                    new FigureInput("Ceased", InWords.Whole(ceased)),
                    new FigureInput($"In care on {InWords.Date(end)}", InWords.Whole(Stock.Number(loaded.Data, end))),
                ]),
            words);
    }

    /// <summary>What placements are expected to cost in a financial year; null when the forecast does not hold the year.</summary>
    public static StripFigure? Cost(Loaded loaded, FinancialYear year)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        if (loaded.Forecast is not { } forecast || forecast.Years.FirstOrDefault(item => item.Year == year && item.IsWhole) is not { } row)
        {
            return null;
        }

        var words = ImmutableArray.CreateBuilder<string>();
        words.Add($"{MoneyRange(row.Cost)}, 8 in 10 chance.");
        if (forecast.Settings.Budgets.TryGetValue(year, out var budget))
        {
            words.Add($"{AgainstBudget(Money.FromSimulated(row.Cost.P50), budget)}.");
            words.Add(row.WithinBudget is { } chance ? $"{ChanceInWords(chance)} of staying within budget." : "");
        }

        return new StripFigure(
            new Figure(
                $"Cost of placements, {year}",
                InWords.Millions(Money.FromSimulated(row.Cost.P50)),
                (decimal)row.Cost.P50,
                forecast.AsAt,
                $"Forecast {forecast.Id}, seed {forecast.Trace.Seed}, {InWords.Whole(forecast.Trace.Replicates)} simulated futures",
                "Nights in each kind of placement times a seventh of its weekly price, for each simulated future; the number shown is the middle one. "
                    + "Gross placement cost, before grants and contributions."
                    + (forecast.Trace.PricesAreShippedDefault ? " The prices are the default list, not your own." : ""),
                [
                    new FigureInput("From records before the forecast", InWords.Prose(row.RecordedCost)),
                    new FigureInput("Low (1 chance in 10 of less)", InWords.Prose(Money.FromSimulated(row.Cost.P10))),
                    new FigureInput("High (1 chance in 10 of more)", InWords.Prose(Money.FromSimulated(row.Cost.P90))),
                    new FigureInput("Nights of care, on average", InWords.Whole((decimal)row.CareDays.Mean)),
                    new FigureInput("Price list", forecast.Trace.PriceList),
                ]),
            [.. words.Where(sentence => sentence.Length > 0)],
            row.WithinBudget);
    }

    /// <summary>"£0.7m overspend on £29.9m".</summary>
    public static string AgainstBudget(Money expected, Money budget)
    {
        var variance = expected - budget;
        return Math.Abs(variance.Pounds) < 500m
            ? $"On the budget of {InWords.Prose(budget)}"
            : $"{InWords.Prose(variance.Pounds < 0 ? budget - expected : variance)} {(variance.Pounds > 0 ? "overspend" : "underspend")} on {InWords.Prose(budget)}";
    }

    /// <summary>"About 1 chance in 10"; the ends say "less than 1 chance in 10" and "more than 9 chances in 10".</summary>
    public static string ChanceInWords(double chance)
    {
        var tenths = Tenths(chance);
        return chance switch
        {
            < 0.05 => "Less than 1 chance in 20",
            > 0.95 => "More than 19 chances in 20",
            _ => $"About {tenths} {(tenths == 1 ? "chance" : "chances")} in 10",
        };
    }

    /// <summary>A chance in tenths, 0 to 10.</summary>
    public static int Tenths(double chance) => (int)Math.Round(Math.Clamp(chance, 0, 1) * 10, MidpointRounding.AwayFromZero);

    /// <summary>"417 to 499".</summary>
    public static string Range(Distribution spread)
    {
        ArgumentNullException.ThrowIfNull(spread);
        return $"{InWords.Whole((decimal)spread.P10)} to {InWords.Whole((decimal)spread.P90)}";
    }

    /// <summary>"Between £29.9m and £31.3m".</summary>
    public static string MoneyRange(Distribution spread)
    {
        ArgumentNullException.ThrowIfNull(spread);
        return $"Between {InWords.Prose(Money.FromSimulated(spread.P10))} and {InWords.Prose(Money.FromSimulated(spread.P90))}";
    }

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
