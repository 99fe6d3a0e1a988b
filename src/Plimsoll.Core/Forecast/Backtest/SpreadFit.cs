using System.Collections.Immutable;
using Plimsoll.Statistics.Scoring;
using Plimsoll.Statistics.Summaries;

namespace Plimsoll.Core.Forecast.Backtest;

/// <summary>The simulated values of a forecast and what happened.</summary>
/// <param name="Members">Simulated values.</param>
/// <param name="Happened">What happened.</param>
internal readonly record struct Trial(double[] Members, double Happened);

/// <summary>
/// How much wider or narrower than its own the engine's range should have been: for each distance the factor on
/// deviations from the median with the best mean score, then the nearest factors that never fall with distance.
/// </summary>
internal static class SpreadFit
{
    /// <summary>The smallest and largest factor that are considered.</summary>
    public const double Least = 0.8;

    /// <inheritdoc cref="Least"/>
    public const double Most = 2;

    /// <summary>Fewest checks at a distance that may set its factor; longer distances follow the last that has them.</summary>
    public const int FewestChecks = 4;

    private const double Step = 0.05;

    /// <summary>Fits the factors.</summary>
    /// <param name="checks">Checks by months ahead.</param>
    public static ImmutableArray<SpreadFactor> Fit(IEnumerable<(int Months, IReadOnlyCollection<Trial> Trials)> checks)
    {
        var used = checks.Where(check => check.Trials.Count >= FewestChecks).OrderBy(check => check.Months).ToList();
        var factors = IsotonicMeans.NonDecreasing(
            [.. used.Select(check => Best(check.Trials))], [.. used.Select(check => (double)check.Trials.Count)]);
        return [.. used.Select((check, index) => new SpreadFactor(check.Months, Math.Round(factors[index], 3, MidpointRounding.AwayFromZero)))];
    }

    private static double Best(IReadOnlyCollection<Trial> trials)
    {
        var (best, least) = (1.0, double.PositiveInfinity);
        var steps = (int)Math.Round((Most - Least) / Step, MidpointRounding.AwayFromZero);
        for (var step = 0; step <= steps; step++)
        {
            var factor = Least + (step * Step);
            var score = trials.Sum(trial => Score(trial, factor));
            if (score < least)
            {
                (best, least) = (factor, score);
            }
        }

        return best;
    }

    private static double Score(Trial trial, double factor)
    {
        var sorted = (double[])trial.Members.Clone();
        Array.Sort(sorted);
        var median = Spread.Percentile(sorted, 0.5);
        for (var index = 0; index < sorted.Length; index++)
        {
            sorted[index] = median + (factor * (sorted[index] - median));
        }

        return Crps.Fair(sorted, trial.Happened);
    }
}
