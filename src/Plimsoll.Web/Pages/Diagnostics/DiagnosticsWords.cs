using System.Collections.Immutable;
using Plimsoll.Core.Forecast.Diagnostics;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Charts;

namespace Plimsoll.Web.Pages.Diagnostics;

/// <summary>What the examination says, in words made from its figures.</summary>
public static class DiagnosticsWords
{
    private const double FewEvents = 30;

    /// <summary>The answer: whether the fit agrees with the records, and with the number in care.</summary>
    public static string Answer(ForecastDiagnostics made)
    {
        ArgumentNullException.ThrowIfNull(made);
        var isOff = made.Off > made.OffByChance + (2 * Math.Sqrt(made.OffByChance));
        return $"{(isOff ? "The forecast’s rates differ from your own records by more than chance gives" : "The forecast’s rates agree with your own records as closely as chance allows")}: {Verdict(made)} {Replay(made.Replay)}";
    }

    /// <summary>How much there is to learn from.</summary>
    public static string Evidence(ForecastDiagnostics made)
    {
        ArgumentNullException.ThrowIfNull(made);
        var years = (made.From.DayNumber - made.Since.DayNumber) / 365.25;
        return $"The forecast learnt from {InWords.OneDecimal((decimal)years)} years of your own records: {Whole(made.Leaving.Sum(item => item.Count.Observed))} children who left before eighteen, "
            + $"{Whole(made.Moving.Sum(item => item.Count.Observed))} moves and {InWords.Count(made.Starts.Starts + made.Starts.Unaccompanied, "start", "starts")} of care.";
    }

    /// <summary>The residual check in a sentence.</summary>
    public static string Verdict(ForecastDiagnostics made)
    {
        ArgumentNullException.ThrowIfNull(made);
        return $"{Off(made.Off)} of {InWords.Count(made.Cells, "cell", "cells")} {(made.Off == 1 ? "is" : "are")} off by more than chance readily gives; chance alone would give about {Whole(made.OffByChance)}.";
    }

    /// <summary>Whether the recorded years come out when they are walked again.</summary>
    public static string Replay(ReplayCheck replay)
    {
        ArgumentNullException.ThrowIfNull(replay);
        var last = replay.Last;
        var side = last.Residual > 0 ? "more" : "fewer";
        var gap = Math.Abs(last.Residual) < 0.5 ? "the same" : $"{Whole(Math.Abs(last.Residual))} {side}";
        return $"Given everyone who came in, they lead to {Whole(last.Expected)} children in care on {InWords.Date(last.Day)}; the records have {InWords.Whole(last.Recorded)}, {gap}, "
            + $"{(last.IsWithinChance ? "which chance readily explains" : "more than chance readily explains")} (give or take {Whole(2 * last.Chance)}).";
    }

    /// <summary>How sure, and why believe it: for a reader who has two minutes.</summary>
    public static ImmutableArray<string> Plain(ForecastDiagnostics made)
    {
        ArgumentNullException.ThrowIfNull(made);
        return
        [
            Evidence(made),
            "A good fit shows that the forecast describes your past. How well it foretells is another question: only forecasts made from earlier days, set beside what happened since, answer it.",
            "What is uncertain about the rates is in the range: every simulated future draws its own rates, as freely as the evidence below leaves them, and lets them wander. So be as sure as the range is narrow, and no surer.",
        ];
    }

    /// <summary>What the shown comparison proves.</summary>
    public static string Proves(ShownBy by) => by == ShownBy.Year
        ? "The rates know no years, so agreement by year is a test. A run of dots on one side shows that rates have changed; recent years then count more."
        : "The rates were made to agree here, so this shows how much stands behind each, and is no test: that is by year, and in the tables below.";

    /// <summary>The message of the chart.</summary>
    public static string ChartTitle(ImmutableArray<RatioRow> rows, ShownBy by)
    {
        var what = by switch
        {
            ShownBy.Cause => "cause of leaving",
            ShownBy.Age => "age",
            ShownBy.Time => "time in care",
            _ => "year",
        };
        var off = rows.Where(row => row.IsOff).ToList();
        return off switch
        {
            [] => $"By {what}, as many left as the forecast expects, give or take chance",
            [var one] => $"By {what}, only “{one.Words}” is off by more than chance readily gives",
            _ => $"By {what}, {InWords.InText(off.Count)} of {InWords.InText(rows.Length)} are off by more than chance readily gives",
        };
    }

    /// <summary>One check of a table in plain words.</summary>
    public static string Check(FitTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var check = table.Check;
        if (table.IsMadeToMeet)
        {
            return "The rates have an effect of their own for each of these, so they were made to agree: this shows how much stands behind each, and is no test of the fit.";
        }

        var spread = check.Probability switch
        {
            < 0.01 => "Taken together, the differences are larger than chance gives",
            < 0.05 => "Taken together, the differences are a little larger than chance gives",
            _ => "Taken together, the differences are no larger than chance gives",
        };
        return $"{InWords.Whole(check.Off)} of {InWords.Whole(check.Cells)} cells off by more than chance readily gives; chance alone would give about {InWords.OneDecimal((decimal)check.OffByChance)}. "
            + $"{spread} (Pearson {InWords.OneDecimal((decimal)check.ChiSquare)} on {InWords.Whole(check.Degrees)} degrees of freedom, p {Probability(check.Probability)}; dispersion {InWords.OneDecimal((decimal)check.Dispersion)}).";
    }

    /// <summary>What a cut of the records is called.</summary>
    public static string Cut(FitCut cut) => cut switch
    {
        FitCut.LeavingByAge => "Leaving, by cause and age",
        FitCut.LeavingByTime => "Leaving, by cause and time in care",
        FitCut.LeavingByAgeAndTime => "Leaving, by age and time in care together",
        FitCut.LeavingByYear => "Leaving, by cause and year",
        FitCut.MovesByAge => "Moves, by placement and age",
        FitCut.MovesByTime => "Moves, by placement and time in it",
        FitCut.MovesByYear => "Moves, by placement and year",
        _ => throw new ArgumentOutOfRangeException(nameof(cut)),
    };

    /// <summary>The name of a cut in addresses of files.</summary>
    public static string Name(FitCut cut) => cut switch
    {
        FitCut.LeavingByAge => "leaving-by-age",
        FitCut.LeavingByTime => "leaving-by-time",
        FitCut.LeavingByAgeAndTime => "leaving-by-age-and-time",
        FitCut.LeavingByYear => "leaving-by-year",
        FitCut.MovesByAge => "moves-by-age",
        FitCut.MovesByTime => "moves-by-time",
        FitCut.MovesByYear => "moves-by-year",
        _ => throw new ArgumentOutOfRangeException(nameof(cut)),
    };

    /// <summary>How much is borrowed, in plain words.</summary>
    public static ImmutableArray<string> Borrowed(ForecastDiagnostics made)
    {
        ArgumentNullException.ThrowIfNull(made);
        var most = made.Leaving.MaxBy(item => item.Borrowed)!;
        var least = made.Leaving.MinBy(item => item.Borrowed)!;
        var few = made.Leaving.Where(item => item.Count.Observed < FewEvents).ToList();
        return
        [
            "The level of every rate is your council’s own: over the records, weighted by how recent they are, as many leave as were expected. Nothing of it comes from other councils, unless a cause has fewer than ten events.",
            $"The shape, how rates differ by age, time and placement, is that of all your children together: each cause has its own effects of age, of time in care and of placement. Where one age at one time in care, or one placement at one age, departs from its effects put together, the departure counts as far as its own events carry it, and the rest is borrowed: {Share(least.Borrowed)} for “{least.Of}”{(most == least ? "" : $" to {Share(most.Borrowed)} for “{most.Of}”")}. Nearly all borrowed is no fault: it says that no departure can be told from chance.",
            .. few.Count == 0
                ? []
                : ImmutableArray.Create($"Little stands behind {string.Join(" and ", few.Select(item => $"“{item.Of}” ({Whole(item.Count.Observed)} seen)"))}: read nothing into {(few.Count == 1 ? "its" : "their")} detail."),
        ];
    }

    /// <summary>What else the forecast learnt.</summary>
    public static ImmutableArray<string> Learnt(ForecastDiagnostics made)
    {
        ArgumentNullException.ThrowIfNull(made);
        var starts = made.Starts;
        var high = starts.Seasons.Max();
        var low = starts.Seasons.Min();
        return
        [
            $"Starts: {One(starts.LevelAMonth)} a month recently, of which {InWords.WholePercent((decimal)starts.Returned)} come back after leaving. First starts are {One(starts.FirstAMonth)} a month; {One(starts.SteadyAMonth)} would keep today’s number steady, and after the pull to balance about {One(starts.ExpectedAMonth)} are expected.",
            $"Scatter: {Clustering(starts)}",
            high - low < 0.02
                ? "Seasons: none can be told from chance."
                : $"Seasons: most start in {MonthName(starts.Seasons.IndexOf(high))} ({Against(high)}), fewest in {MonthName(starts.Seasons.IndexOf(low))} ({Against(low)}).",
            $"Trend: a chance of {InWords.WholePercent((decimal)starts.TrendChance)} that one is worth carrying forward.",
            $"Unaccompanied children: {One(starts.UnaccompaniedAMonth)} a month recently, {InWords.Count(starts.Unaccompanied, "start", "starts")} in the records; {(starts.UnaccompaniedLimit is { } limit ? $"never more than {InWords.Whole(limit)} in care at once" : "no limit, because the child population is not given")}.",
            $"Drift: leaving rates wander by about {InWords.WholePercent((decimal)made.Drift.LeavingAYear)} a year, rates of moves by about {InWords.WholePercent((decimal)made.Drift.MovingAYear)}, the level of starts by about {InWords.WholePercent((decimal)made.Drift.StartsAYear)}. The range of the forecast is wider for that.",
        ];
    }

    private static string Clustering(StartsEvidence starts) => starts.Clustering < 1.1
        ? "starts scatter from month to month as if children came one by one."
        : $"starts scatter {One(starts.Clustering)} times as much from month to month as if children came one by one: brothers and sisters come together.";

    private static string Against(double factor) => factor >= 1
        ? InWords.WholePercent((decimal)(factor - 1)) + " above the average month"
        : InWords.WholePercent((decimal)(1 - factor)) + " below";

    private static string MonthName(int index) => new DateOnly(2026, index + 1, 1).ToString("MMMM", System.Globalization.CultureInfo.InvariantCulture);

    private static string Off(int off) => off switch
    {
        0 => "none",
        _ => InWords.InText(off),
    };

    private static string Probability(double p) => p < 0.001 ? "below 0.001" : p.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture);

    private static string Share(double share) => InWords.WholePercent((decimal)share);

    private static string Whole(double number) => InWords.Whole((decimal)number);

    private static string One(double number) => InWords.OneDecimal((decimal)number);
}
