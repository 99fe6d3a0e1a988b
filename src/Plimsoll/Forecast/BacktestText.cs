using Plimsoll.Core.Forecast.Backtest;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Shell;

namespace Plimsoll.Forecast;

/// <summary>A backtest in words and tables for a terminal.</summary>
internal static class BacktestText
{
    public static void Write(TextWriter output, BacktestResult backtest)
    {
        output.WriteLine(backtest.Answer);
        output.WriteLine();
        Headline(output, backtest);
        Distances(output, backtest);
        Placements(output, backtest);
        Cost(output, backtest);
        Settings(output, backtest);
        output.WriteLine(backtest.Misses.Any(miss => miss.IsOutside) ? "Where it went wrong:" : "Nothing fell outside the range. The largest misses:");
        foreach (var miss in backtest.Misses)
        {
            output.WriteLine($"  {miss.What} {miss.Records} {miss.Why}");
        }

        output.WriteLine();
        output.WriteLine("How to use this:");
        foreach (var caution in backtest.Cautions)
        {
            output.WriteLine($"  {caution}");
        }

        output.WriteLine();
        output.WriteLine($"Backtest {backtest.Id}, seed {backtest.Seed}, {InWords.Whole(backtest.Replicates)} futures each, dataset {backtest.Dataset}, version {backtest.Version}. Later forecasts on this dataset use it.");
    }

    private static void Headline(TextWriter output, BacktestResult backtest)
    {
        var table = new TextTable("Forecast made on", "Low#", "Central#", "High#", "Happened#", "80% range");
        foreach (var check in backtest.Of(BacktestTarget.InCare, backtest.Headline))
        {
            table.Add(
                InWords.Date(check.Origin), Number(check.Said.P10), Number(check.Said.P50), Number(check.Said.P90), Number(check.Happened), Where(check.Happened, check.Said.P10, check.Said.P90));
        }

        table.Write(output);
        output.WriteLine();
    }

    private static void Distances(TextWriter output, BacktestResult backtest)
    {
        output.WriteLine("Number of children, by how far ahead. A fair 80% range holds 8 in 10; a fair 50% range, 5 in 10.");
        var table = new TextTable("How far ahead", "Tests#", "Inside 80%#", "Inside 50%#", "Missed by#", "No change#", "Drift#", "Mean rates#", "Score#", "No change#", "Drift#", "Mean rates#");
        foreach (var summary in backtest.Summaries.Where(summary => summary.Target == BacktestTarget.InCare))
        {
            table.Add(
                [
                    AheadWords.Distance(summary.Months),
                    InWords.Whole(summary.Checks),
                    Of(summary.InsideEighty, summary.Checks),
                    Of(summary.InsideFifty, summary.Checks),
                    Number(summary.MissedBy),
                    .. summary.Baselines.Select(baseline => Number(baseline.MissedBy)),
                    Score(summary.Crps),
                    .. summary.Baselines.Select(baseline => Score(baseline.Crps!.Value)),
                ]);
        }

        table.Write(output);
        output.WriteLine("Missed by: children between the most likely number and what happened, on average. Score: continuous ranked probability score, which judges line and range together; smaller is better.");
        output.WriteLine();
    }

    private static void Placements(TextWriter output, BacktestResult backtest)
    {
        output.WriteLine($"By kind of placement, {AheadWords.InText(backtest.Headline)} ahead.");
        var table = new TextTable("Placement", "Tests#", "Inside 80%#", "Missed by#", "No change missed by#", "On average");
        foreach (var summary in backtest.Summaries.Where(summary => summary.Months == backtest.Headline && BacktestTargets.Placements.Contains(summary.Target)))
        {
            table.Add(
                summary.Target.Label(),
                InWords.Whole(summary.Checks),
                Of(summary.InsideEighty, summary.Checks),
                Number(summary.MissedBy),
                Number(summary.NoChange!.MissedBy),
                Bias(summary.Bias));
        }

        table.Write(output);
        output.WriteLine();
    }

    private static void Cost(TextWriter output, BacktestResult backtest)
    {
        if (backtest.CostYears.IsEmpty)
        {
            return;
        }

        output.WriteLine("Gross placement cost of the financial year in £m, forecast and outcome at the same prices.");
        var table = new TextTable("Year", "Forecast made on", "Low#", "Central#", "High#", "Outturn#", "80% range");
        foreach (var year in backtest.CostYears.OrderBy(year => year.Year).ThenBy(year => year.Origin))
        {
            table.Add(
                year.Year.ToString(),
                InWords.Date(year.Origin),
                Millions(year.Said.P10),
                Millions(year.Said.P50),
                Millions(year.Said.P90),
                Millions(year.Happened),
                Where(year.Happened, year.Said.P10, year.Said.P90));
        }

        table.Write(output);
        output.WriteLine();
    }

    private static void Settings(TextWriter output, BacktestResult backtest)
    {
        output.WriteLine("What later forecasts take from this:");
        foreach (var choice in backtest.Choices)
        {
            output.WriteLine($"  {choice.Name}: {choice.Chosen}. {choice.Why}");
        }

        if (backtest.HeldOut is { } held)
        {
            output.WriteLine(
                $"  Separate check on outcomes since {InWords.Date(held.Since)}, which chose nothing: inside the 80% range {Of(held.InsideTuned, held.Checks)} with these settings, "
                + $"{Of(held.InsideAsItCame, held.Checks)} with the usual ones; mean score {Score(held.CrpsTuned)} against {Score(held.CrpsAsItCame)}.");
        }

        output.WriteLine();
    }

    private static string Bias(double bias)
    {
        var rounded = Math.Round(bias, MidpointRounding.AwayFromZero);
        return rounded == 0 ? "as it came" : $"{Number(Math.Abs(rounded))} too {(rounded > 0 ? "high" : "low")}";
    }

    private static string Where(double happened, double low, double high) =>
        happened < low ? "outside, below" : happened > high ? "outside, above" : "inside";

    private static string Of(int inside, int all) => $"{InWords.Whole(inside)} of {InWords.Whole(all)}";

    private static string Number(double value) => InWords.Whole((decimal)value);

    private static string Score(double value) => InWords.OneDecimal((decimal)value);

    private static string Millions(double pounds) => InWords.OneDecimal((decimal)pounds / 1_000_000m);
}
