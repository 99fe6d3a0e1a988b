namespace Plimsoll.Statistics.Scoring;

/// <summary>What a set of checks says about a way of forecasting. Averages are over checks, each with the same weight.</summary>
/// <param name="Checks">How many checks.</param>
/// <param name="MeanCrps">Mean fair CRPS, in the units of the forecast.</param>
/// <param name="MeanAbsoluteError">Mean distance of the medians from what happened.</param>
/// <param name="Bias">Mean of forecast mean less outcome: above zero, forecasts were too high.</param>
/// <param name="RelativeBias">Sum of forecast means over sum of outcomes, less one; null where the outcomes do not add up to more than zero.</param>
/// <param name="InsideFifty">How many outcomes fell inside the 50% range.</param>
/// <param name="InsideEighty">How many outcomes fell inside the 80% range.</param>
/// <param name="InsideNinetyFive">How many outcomes fell inside the 95% range.</param>
/// <param name="MeanTransform">Mean probability integral transform; 0.5 when unbiased, below when forecasts were too high.</param>
/// <param name="MeanIntervalScore">Mean interval score of the 80% range.</param>
public sealed record CheckSummary(
    int Checks,
    double MeanCrps,
    double MeanAbsoluteError,
    double Bias,
    double? RelativeBias,
    int InsideFifty,
    int InsideEighty,
    int InsideNinetyFive,
    double MeanTransform,
    double MeanIntervalScore)
{
    /// <summary>Share of outcomes inside the 50% range.</summary>
    public double CoverageFifty => (double)InsideFifty / Checks;

    /// <summary>Share of outcomes inside the 80% range.</summary>
    public double CoverageEighty => (double)InsideEighty / Checks;

    /// <summary>Share of outcomes inside the 95% range.</summary>
    public double CoverageNinetyFive => (double)InsideNinetyFive / Checks;

    /// <summary>Summarises checks.</summary>
    /// <param name="checks">At least one check.</param>
    /// <exception cref="ArgumentException">There is no check.</exception>
    public static CheckSummary Of(IReadOnlyCollection<ForecastCheck> checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        if (checks.Count == 0)
        {
            throw new ArgumentException("There is no check to summarise.", nameof(checks));
        }

        var outcomes = checks.Sum(check => check.Observed);
        return new CheckSummary(
            checks.Count,
            checks.Average(check => check.Crps),
            checks.Average(check => Math.Abs(check.Median - check.Observed)),
            checks.Average(check => check.Mean - check.Observed),
            outcomes > 0 ? (checks.Sum(check => check.Mean) / outcomes) - 1 : null,
            checks.Count(check => check.Fifty.Contains(check.Observed)),
            checks.Count(check => check.Eighty.Contains(check.Observed)),
            checks.Count(check => check.NinetyFive.Contains(check.Observed)),
            checks.Average(check => check.Transform),
            checks.Average(check => check.Eighty.Score(check.Observed)));
    }
}
