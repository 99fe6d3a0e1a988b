using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Scoring;

namespace Plimsoll.Core.Forecast.Backtest;

/// <summary>What a backtest comes to, in words for a committee, with its limits.</summary>
internal sealed class BacktestWords
{
    // Mean misses within a fiftieth of each other are alike; a tenth is a clear difference.
    private const double Alike = 0.02;
    private const double Clear = 0.10;

    // Fewer children of a kind of placement than this are too few for a useful range (judgement).
    private const int FewChildren = 20;

    private readonly ImmutableArray<BacktestSummary> summaries;
    private readonly BacktestSummary main;
    private readonly string ahead;

    /// <summary>Finds the words.</summary>
    /// <param name="data">The records.</param>
    /// <param name="summaries">The summaries.</param>
    /// <param name="checks">The checks.</param>
    /// <param name="headline">Months ahead of the checks that speak first.</param>
    public BacktestWords(CareDataset data, ImmutableArray<BacktestSummary> summaries, ImmutableArray<BacktestCheck> checks, int headline)
    {
        this.summaries = summaries;
        main = summaries.First(summary => summary.Target == BacktestTarget.InCare && summary.Months == headline);
        ahead = AheadWords.InText(headline);
        Verdict = $"Tested on your own past: in {main.InsideEighty} of {InWords.Count(main.Checks, "check", "checks")} {ahead} ahead, the number in care fell inside the 80% range. "
            + $"{Middle()}{Farther()} {Overlap()}";
        Answer = $"At {InWords.InText(main.Checks)} earlier dates we forecast the number of children {ahead} ahead, using only the records up to that date. "
            + $"What happened fell inside our 80% range {Times()}, {Judgement()}. {Overlap()}";
        Finding = $"What happened fell inside the 80% range {Times()}";
        Cautions = [.. Limits(data, checks)];
    }

    /// <summary>To stand beside a forecast.</summary>
    public string Verdict { get; }

    /// <summary>For the head of a page.</summary>
    public string Answer { get; }

    /// <summary>The message of the chart.</summary>
    public string Finding { get; }

    /// <summary>How to use it, and its limits.</summary>
    public ImmutableArray<string> Cautions { get; }

    private string Times() => $"{InWords.Count(main.InsideEighty, "time", "times")} out of {InWords.Whole(main.Checks)}";

    private string Judgement()
    {
        var gap = main.InsideEighty - (0.8 * main.Checks);
        var share = (double)main.InsideEighty / main.Checks;
        return Math.Abs(gap) < 1 ? "which is what the range promises"
            : gap > 0 ? "more often than the 8 in 10 that it promises: on your past the range was wider than it had to be"
            : share < (double)main.FairFewest / main.SeparateChecks
                ? "less often than the 8 in 10 that it promises: treat the range as too narrow"
                : "less often than the 8 in 10 that it promises, though so few tests allow that by chance";
    }

    private string Middle()
    {
        var (ours, theirs) = (main.MissedBy, main.NoChange!.MissedBy);
        var numbers = $"it missed by {Children(ours)} on average, \u201cno change\u201d by {Number(theirs)}";
        return theirs <= 0 || ours >= theirs * (1 + Alike)
            ? $"The middle line did worse than \u201cno change\u201d: {numbers}."
            : ours > theirs * (1 - Alike) ? $"The middle line was no better than \u201cno change\u201d: {numbers}."
            : ours > theirs * (1 - Clear) ? $"The middle line was only a little better than \u201cno change\u201d: {numbers}."
            : $"The middle line was better than \u201cno change\u201d: {numbers}.";
    }

    // What the headline distance hides: where farther ahead today's number would have done clearly better.
    private string Farther()
    {
        var worse = summaries
            .Where(summary => summary.Target == BacktestTarget.InCare && summary.Months > main.Months
                && summary.NoChange is { } still && summary.MissedBy > still.MissedBy * (1 + Alike))
            .OrderBy(summary => summary.Months)
            .Select(summary => $"{AheadWords.InText(summary.Months)} ahead it missed by {Children(summary.MissedBy)} and \u201cno change\u201d by {Number(summary.NoChange!.MissedBy)}")
            .ToList();
        return worse.Count == 0 ? "" : $" Farther ahead \u201cno change\u201d did better: {string.Join("; ", worse)}.";
    }

    private string Overlap() => main.SeparateChecks < main.Checks
        ? $"The checks overlap and amount to about {InWords.Count(main.SeparateChecks, "separate one", "separate ones")}."
        : "So few checks say little.";

    private IEnumerable<string> Limits(CareDataset data, ImmutableArray<BacktestCheck> checks)
    {
        var widths = summaries
            .Where(summary => summary is { Target: BacktestTarget.InCare, HalfWidth: not null } && summary.Months % 12 == 0)
            .Select(summary => $"{AheadWords.InText(summary.Months)} ahead {InWords.WholePercent((decimal)summary.HalfWidth!.Value)}")
            .ToList();
        if (widths.Count > 0)
        {
            yield return $"Plan for the range, not the line. On average it reached this far each way: {string.Join(", ", widths)}.";
        }

        yield return Middle() + Farther();
        yield return Fewness();
        var small = BacktestTargets.Placements
            .Where(target => checks.Where(check => check.Target == target).Select(check => check.Happened).DefaultIfEmpty(0).Average() < FewChildren)
            .Select(target => target.Label().ToLowerInvariant())
            .ToList();
        yield return $"Do not use it to judge one team, one child, or a kind of placement with fewer than {FewChildren} children"
            + (small.Count == 0 ? "." : $" (here: {string.Join("; ", small)}).");
        yield return "Each forecast read the records only up to its date, as they stand today. Returns that arrived late or were put right later are in them already, so a forecast made at the time would have known a little less.";
        yield return "The cost tests are about children and placements, not about prices: forecast and outcome are valued at the same list prices and rises.";
        if (data.DataEnd.AddDays(1).Day != 1)
        {
            yield return $"The month in which the records end, {InWords.Month(CalendarMonth.Of(data.DataEnd))}, is not whole and judges nothing.";
        }
    }

    private string Fewness()
    {
        var fair = CoverageBand.For(main.Checks, 0.8);
        var few = main.SeparateChecks < main.Checks
            ? $"{Sentence(main.Checks)} tests are few, and they overlap: a quarter apart and {ahead} ahead, they amount to about {InWords.InText(main.SeparateChecks)} without overlap."
            : $"{Sentence(main.Checks)} tests are few.";
        return $"{few} Even without overlap, a fair 80% range would hold {InWords.InText(fair.Fewest)} to {InWords.InText(fair.Most)} of {InWords.InText(main.Checks)} almost every time; with overlap, chance plays a larger part.";
    }

    private static string Sentence(int count)
    {
        var words = InWords.InText(count);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Children(double number) => InWords.Count((int)Math.Round(number, MidpointRounding.AwayFromZero), "child", "children");

    private static string Number(double number) => InWords.Whole((decimal)number);
}
