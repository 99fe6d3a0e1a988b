using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Scoring;

namespace Plimsoll.Core.Forecast.Backtest;

/// <summary>
/// Tests the method on a council's own past: had it been used at each past quarter's end, with the records up to that
/// day, what would it have said, and what happened? Then lets the answers choose the few settings of later forecasts.
/// </summary>
public static class Backtester
{
    private const int LeastReplicates = 100;
    private const int MostReplicates = 2000;

    /// <summary>Runs the backtest. The same arguments, threads apart, give the same result bit for bit.</summary>
    /// <param name="data">The records as they stand now. Each forecast reads them only up to its origin; returns that came late or were put right later are in them already.</param>
    /// <param name="prices">The price list, which values forecast and outcome alike.</param>
    /// <param name="settings">What is asked.</param>
    /// <param name="productVersion">Version of the product, part of the identity.</param>
    /// <param name="progress">Told the share done, from 0 to 1; null for nobody.</param>
    /// <param name="cancel">Stops it promptly.</param>
    /// <returns><see cref="BacktestDone"/>, or <see cref="BacktestRefused"/> with the reason.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static BacktestOutcome Run(
        CareDataset data,
        PriceBook prices,
        BacktestSettings settings,
        string productVersion,
        IProgress<double>? progress,
        CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(prices);
        ArgumentNullException.ThrowIfNull(settings);
        var plan = BacktestPlan.Of(data);
        if (Refuse(data, settings, plan) is { } refused)
        {
            return refused;
        }

        cancel.ThrowIfCancellationRequested();
        var learning = plan.Learning;
        var isSearched = learning.Length >= TuningSearch.FewestOrigins;
        var most = (2 * plan.Origins.Length) + (isSearched ? TuningSearch.Candidates * learning.Length : 0);
        var simulations = new Simulations(data, prices, settings, most, progress, cancel);
        var outcomes = new RecordedOutcomes(data, plan.Origins.SelectMany(origin => origin.Horizons.Select(origin.End)));
        var making = new CheckMaking(data, outcomes, settings.Seed);
        var found = simulations.At(plan.Origins, ForecastTuning.Default, origin => origin.Horizons, making.Judge);

        var id = Identity(data, prices, settings, productVersion);
        var (tuning, choices) = Tune(simulations, learning, outcomes, settings, [.. found.Take(learning.Length).Select(item => item.Own)]);
        var checks = found.SelectMany(item => item.Checks).ToImmutableArray();
        var summaries = CheckSummaries.Of(checks);
        var headline = Headline(summaries);
        var words = new BacktestWords(data, summaries, checks, headline);
        tuning = tuning with { Origins = learning.Length, Backtest = id, Verdict = words.Verdict };
        var result = new BacktestResult(
            id,
            data.Id,
            data.DataEnd,
            productVersion,
            settings.Replicates,
            settings.Seed,
            prices.Name,
            [.. plan.Origins.Select(origin => origin.Day)],
            headline,
            checks,
            summaries,
            [.. found.Select(item => item.CostYear).OfType<BacktestYear>()],
            tuning,
            choices,
            HeldOut(simulations, plan, outcomes, tuning, found),
            words.Verdict,
            words.Answer,
            words.Finding,
            words.Cautions,
            MissWords.Of(data, plan, found, headline));
        progress?.Report(1);
        return new BacktestDone(result);
    }

    /// <summary>The distance that speaks first: a year where at least three checks reach it, otherwise the longest that at least three reach.</summary>
    /// <param name="summaries">The summaries.</param>
    internal static int Headline(ImmutableArray<BacktestSummary> summaries)
    {
        var reached = summaries.Where(summary => summary.Target == BacktestTarget.InCare && summary.Checks >= 3).Select(summary => summary.Months).ToList();
        return reached.Contains(12) ? 12 : reached.Where(months => months < 12).DefaultIfEmpty(BacktestPlan.Horizons[0]).Max();
    }

    private static BacktestRefused? Refuse(CareDataset data, BacktestSettings settings, BacktestPlan plan)
    {
        if (settings.Replicates is < LeastReplicates or > MostReplicates)
        {
            return new BacktestRefused(
                $"{InWords.Whole(settings.Replicates)} simulated futures were asked for.",
                $"Each of about a hundred forecasts takes as many; fewer than {LeastReplicates} give no honest range, more than {InWords.Whole(MostReplicates)} take too long.",
                "Ask for 200, the default, or another number in that range.");
        }

        if (data.Children.IsDefaultOrEmpty)
        {
            return new BacktestRefused(
                "There are no children in the records.",
                "A test on your own past needs a past.",
                "Import at least three yearly SSDA903 returns.");
        }

        return plan.Origins.Length >= BacktestPlan.FewestOrigins
            ? null
            : new BacktestRefused(
                $"The records run from {InWords.Date(data.WindowStart)} to {InWords.Date(data.DataEnd)}, which is too short to test the forecast on.",
                $"Each test needs two years of records before it to learn from and three months after it to be judged by, and fewer than {InWords.InText(BacktestPlan.FewestOrigins)} tests say nothing.",
                "Import earlier returns, so that there are three years or more; five give a fair test.");
    }

    private static (ForecastTuning Tuning, ImmutableArray<BacktestChoice> Choices) Tune(
        Simulations simulations, ImmutableArray<Origin> learning, RecordedOutcomes outcomes, BacktestSettings settings, HorizonValues[] own)
    {
        var usual = new TriedTuning(ForecastTuning.Default, own);
        if (learning.Length < TuningSearch.FewestOrigins)
        {
            var few = $"{InWords.Count(learning.Length, "test date is", "test dates are")} too few to change it; {InWords.InText(TuningSearch.FewestOrigins)} are needed.";
            return (usual.Tuning, [.. TuningSearch.Unchanged(usual.Tuning, few), TuningWords.RangeStands(few)]);
        }

        var (chosen, choices) = new TuningSearch(simulations, learning, outcomes, settings.Seed).Choose(usual);
        var spread = SpreadFit.Fit(BacktestPlan.Horizons.Select(months => (months, Trials(learning, chosen, outcomes, months))));
        var tuning = chosen.Tuning with { Spread = spread };
        return (tuning, [.. choices, spread.IsEmpty
            ? TuningWords.RangeStands("Too few tests reach any distance to change it.")
            : TuningWords.Range(spread, learning.Length)]);
    }

    private static IReadOnlyCollection<Trial> Trials(ImmutableArray<Origin> learning, TriedTuning tried, RecordedOutcomes outcomes, int months) =>
    [
        .. learning
            .Select((origin, index) => (origin, index, horizon: TuningSearch.Learning(origin).IndexOf(months)))
            .Where(item => item.horizon >= 0)
            .Select(item => new Trial(
                tried.Values[item.index].Of(BacktestTarget.InCare, item.horizon),
                outcomes.Number(BacktestTarget.InCare, item.origin.End(months)))),
    ];

    private static HeldOutYear? HeldOut(
        Simulations simulations, BacktestPlan plan, RecordedOutcomes outcomes, ForecastTuning tuning, OriginFindings[] found)
    {
        var isTuned = !tuning.Spread.IsDefaultOrEmpty;
        if (!isTuned)
        {
            return null;
        }

        var tuned = simulations.At(plan.Origins, tuning, origin => origin.Horizons, (origin, simulated) =>
        {
            SpreadWidening.Widen(simulated.Output, simulated.Grid, simulated.Care.Stock.Count, tuning);
            return HorizonValues.Read(simulated.Output, origin.Horizons);
        });
        int checks = 0, before = 0, after = 0;
        double crpsBefore = 0, crpsAfter = 0;
        for (var index = 0; index < plan.Origins.Length; index++)
        {
            var origin = plan.Origins[index];
            for (var horizon = origin.Learning; horizon < origin.Horizons.Length; horizon++)
            {
                var happened = outcomes.Number(BacktestTarget.InCare, origin.End(origin.Horizons[horizon]));
                var (came, now) = (found[index].Published.Of(BacktestTarget.InCare, horizon), tuned[index].Of(BacktestTarget.InCare, horizon));
                checks++;
                before += CentralRange.OfEnsemble(came, 0.8).Contains(happened) ? 1 : 0;
                after += CentralRange.OfEnsemble(now, 0.8).Contains(happened) ? 1 : 0;
                crpsBefore += Crps.Fair(came, happened);
                crpsAfter += Crps.Fair(now, happened);
            }
        }

        var last = plan.Origins.Max(origin => origin.End(origin.Horizons[^1]));
        return checks == 0
            ? null
            : new HeldOutYear(
                CalendarMonth.Of(last).Plus(1 - BacktestPlan.MonthsHeldOut).First, checks, before, after, crpsBefore / checks, crpsAfter / checks);
    }

    private static string Identity(CareDataset data, PriceBook prices, BacktestSettings settings, string version)
    {
        var like = new ForecastSettings { Replicates = settings.Replicates, Seed = settings.Seed, YearlyPriceRise = settings.YearlyPriceRise };
        var text = "backtest " + ForecastIdentity.Of(data, prices, null, like, data.DataEnd.AddDays(1), version);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }
}
