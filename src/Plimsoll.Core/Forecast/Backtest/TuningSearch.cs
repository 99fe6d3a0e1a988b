using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Scoring;

namespace Plimsoll.Core.Forecast.Backtest;

/// <summary>A setting of the method with the forecasts that it gives at the origins that may choose.</summary>
/// <param name="Tuning">The setting.</param>
/// <param name="Values">The engine's own replicates, by origin; horizons as far as they may choose.</param>
internal sealed record TriedTuning(ForecastTuning Tuning, HorizonValues[] Values);

/// <summary>
/// Chooses how fast the past fades, how far starts are pulled to balance and how readily a trend is believed, one after
/// the other, by the score of the number in care at all horizons together. Origins are few and share their futures, so
/// a value must be clearly better than the usual one to take its place: by 5% of the score, and by more than one
/// standard error of a bootstrap over stretches of a year (the one-standard-error rule of Breiman and others 1984).
/// </summary>
/// <param name="simulations">Makes the forecasts.</param>
/// <param name="origins">The origins that may choose.</param>
/// <param name="outcomes">What happened.</param>
/// <param name="seed">Seed of the bootstrap.</param>
internal sealed class TuningSearch(Simulations simulations, ImmutableArray<Origin> origins, RecordedOutcomes outcomes, ulong seed)
{
    /// <summary>Fewest origins that may choose: two stretches of a year.</summary>
    public const int FewestOrigins = 2 * QuartersAYear;

    /// <summary>At most how many settings are tried.</summary>
    public static readonly int Candidates = HalfLives.Length + PullWeights.Length + TrendPriors.Length - 3;

    private const int QuartersAYear = 4;
    private const double MaterialGain = 0.05;
    private const int Resamples = 2000;
    private const ulong BootstrapPurpose = 0xB007;

    private static ImmutableArray<int?> HalfLives => [12, 24, 36, 60, null];

    private static ImmutableArray<double> PullWeights => [0, 0.5, 0.7, 0.85, 1];

    private static ImmutableArray<double> TrendPriors => [0, 0.1, 0.3];

    /// <summary>Chooses.</summary>
    /// <param name="usual">The defaults.</param>
    /// <returns>The chosen setting, and what was tried in words.</returns>
    public (TriedTuning Chosen, ImmutableArray<BacktestChoice> Choices) Choose(TriedTuning usual)
    {
        var choices = ImmutableArray.CreateBuilder<BacktestChoice>();
        var norms = Norms(usual);
        var best = usual;
        best = Coordinate(best, norms, "Weight of the past", HalfLives, tuning => tuning.HalfLifeMonths, (tuning, value) => tuning with { HalfLifeMonths = value }, Past, choices);
        best = Coordinate(best, norms, "Pull of starts to balance", PullWeights, tuning => tuning.PullWeight, (tuning, value) => tuning with { PullWeight = value }, Pull, choices);
        best = Coordinate(best, norms, "Belief in a trend in starts", TrendPriors, tuning => tuning.TrendPrior, (tuning, value) => tuning with { TrendPrior = value }, Trend, choices);
        return (best, choices.ToImmutable());
    }

    /// <summary>The defaults as choices that were not open.</summary>
    /// <param name="usual">The defaults.</param>
    /// <param name="why">Why nothing was tried.</param>
    public static ImmutableArray<BacktestChoice> Unchanged(ForecastTuning usual, string why) =>
    [
        new("Weight of the past", Past(usual.HalfLifeMonths), Past(usual.HalfLifeMonths), why),
        new("Pull of starts to balance", Pull(usual.PullWeight), Pull(usual.PullWeight), why),
        new("Belief in a trend in starts", Trend(usual.TrendPrior), Trend(usual.TrendPrior), why),
    ];

    private TriedTuning Coordinate<T>(
        TriedTuning current,
        Dictionary<int, double> norms,
        string name,
        ImmutableArray<T> values,
        Func<ForecastTuning, T> read,
        Func<ForecastTuning, T, ForecastTuning> write,
        Func<T, string> words,
        ImmutableArray<BacktestChoice>.Builder choices)
    {
        var usual = read(current.Tuning);
        var known = Scores(current, norms);
        var (best, gain, difference) = ((TriedTuning?)null, 0.0, (ScoreDifference?)null);
        foreach (var value in values.Where(value => !EqualityComparer<T>.Default.Equals(value, usual)))
        {
            var tried = Try(write(current.Tuning, value));
            var scores = Scores(tried, norms);
            var against = BlockBootstrap.MeanDifference(
                [.. scores.Select((score, index) => score - known[index])], QuartersAYear, Resamples, new Xoshiro256(Xoshiro256.KeyOf(seed, BootstrapPurpose)));
            var share = -against.Mean / known.Average();
            if (best is null || share > gain)
            {
                (best, gain, difference) = (tried, share, against);
            }
        }

        var isClear = best is not null && gain >= MaterialGain && difference!.Uncertainty is { } sure && difference.Mean + sure.StandardError < 0;
        var chosen = isClear ? best! : current;
        choices.Add(new BacktestChoice(name, words(usual), words(read(chosen.Tuning)), Why(best is null ? "" : words(read(best.Tuning)), gain, isClear)));
        return chosen;
    }

    private static string Why(string best, double gain, bool isClear) =>
        isClear ? $"It scored {InWords.Percent((decimal)gain)} better than the usual value, more than chance alone explains."
        : gain <= 0 ? "No other value scored better."
        : $"The best other value ({best}) scored {InWords.Percent((decimal)gain)} better, which chance alone explains. So the usual value stands.";

    private TriedTuning Try(ForecastTuning tuning) => new(
        tuning,
        simulations.At(origins, tuning, Learning, (origin, simulated) => HorizonValues.Read(simulated.Output, Learning(origin))));

    /// <summary>The horizons of an origin that may choose.</summary>
    public static ImmutableArray<int> Learning(Origin origin) => origin.Horizons[..origin.Learning];

    // A horizon counts as much as another, whatever its usual miss: scores are in units of the usual score there.
    private Dictionary<int, double> Norms(TriedTuning usual) => origins
        .SelectMany((origin, index) => Learning(origin).Select((months, horizon) => (months, Score: Score(origin, usual.Values[index], horizon))))
        .GroupBy(item => item.months)
        .ToDictionary(group => group.Key, group => Math.Max(group.Average(item => item.Score), 1e-9));

    private double[] Scores(TriedTuning tried, Dictionary<int, double> norms) =>
        [.. origins.Select((origin, index) => Learning(origin).Select((months, horizon) => Score(origin, tried.Values[index], horizon) / norms[months]).Average())];

    private double Score(Origin origin, HorizonValues values, int horizon) =>
        Crps.Fair(values.Of(BacktestTarget.InCare, horizon), outcomes.Number(BacktestTarget.InCare, origin.End(origin.Horizons[horizon])));

    private static string Past(int? months) => months is { } known ? $"counts half for every {InWords.Whole(known)} months back" : "all of it counts alike";

    private static string Pull(double weight) => weight == 0 ? "none" : $"{InWords.WholePercent((decimal)weight)} of the way";

    private static string Trend(double prior) => prior == 0 ? "never" : $"{InWords.WholePercent((decimal)prior)} before the records are looked at";
}
