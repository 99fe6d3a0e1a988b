using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Forecast.Backtest;

/// <summary>What was forecast and then held against what happened.</summary>
public enum BacktestTarget
{
    /// <summary>Children in care at a month's end.</summary>
    InCare,

    /// <summary>Of them, in foster care of any kind.</summary>
    Fostering,

    /// <summary>Of them, in children's homes, secure homes, residential schools and the like.</summary>
    Residential,

    /// <summary>Of them, in supported accommodation.</summary>
    Supported,

    /// <summary>Of them, everywhere else: placed for adoption, with parents, in custody, other.</summary>
    OtherPlacements,

    /// <summary>Gross placement cost in pounds from the origin to the month's end. Forecast and outcome are valued at the same prices.</summary>
    Cost,
}

/// <summary>What a simple method said at the same moment.</summary>
/// <param name="Method">The method: "last value", "random walk with drift", "mean-rate Markov".</param>
/// <param name="Median">Its most likely value.</param>
/// <param name="P10">Low end of its 80% range; equal to the median where it gives no range.</param>
/// <param name="P90">High end of its 80% range.</param>
/// <param name="Crps">Its continuous ranked probability score; null where it gives no range.</param>
public sealed record BaselineCheck(string Method, double Median, double P10, double P90, double? Crps);

/// <summary>One forecast of one number, from one earlier day, held against what happened.</summary>
/// <param name="Origin">The last day that the forecast knew: a quarter's end.</param>
/// <param name="Months">Months ahead.</param>
/// <param name="Target">What was forecast.</param>
/// <param name="Said">What the method would have said, before anything was learnt from these checks.</param>
/// <param name="Happened">What happened.</param>
/// <param name="Crps">Fair continuous ranked probability score, in the target's units; smaller is better.</param>
/// <param name="Transform">Where the outcome fell in the forecast, 0 to 1 (randomised probability integral transform).</param>
/// <param name="IsHeldOut">Whether the outcome lies in the last twelve months, which choose no setting.</param>
/// <param name="Baselines">What simple methods said.</param>
public sealed record BacktestCheck(
    DateOnly Origin,
    int Months,
    BacktestTarget Target,
    Distribution Said,
    double Happened,
    double Crps,
    double Transform,
    bool IsHeldOut,
    ImmutableArray<BaselineCheck> Baselines)
{
    /// <summary>The day of the outcome.</summary>
    public DateOnly On => CalendarMonth.Of(Origin).Plus(Months).Last;

    /// <summary>Whether the outcome fell inside the 80% range; its ends belong to it.</summary>
    public bool IsInsideEighty => Happened >= Said.P10 && Happened <= Said.P90;

    /// <summary>Whether the outcome fell inside the 50% range; its ends belong to it.</summary>
    public bool IsInsideFifty => Happened >= Said.P25 && Happened <= Said.P75;
}

/// <summary>How a simple method did over the same checks.</summary>
/// <param name="Method">The method.</param>
/// <param name="MissedBy">Mean distance of its most likely value from what happened.</param>
/// <param name="Bias">Mean of its most likely value less what happened.</param>
/// <param name="InsideEighty">How many outcomes fell inside its 80% range; null where it gives none.</param>
/// <param name="Crps">Mean score; null where it gives no range.</param>
/// <param name="Skill">One less our mean score over its: above 0 we are better. Null where there is nothing to compare.</param>
public sealed record BaselineSummary(string Method, double MissedBy, double Bias, int? InsideEighty, double? Crps, double? Skill);

/// <summary>How the checks of one target at one distance came out.</summary>
/// <param name="Target">What was forecast.</param>
/// <param name="Months">Months ahead.</param>
/// <param name="Checks">Number of checks.</param>
/// <param name="SeparateChecks">About how many checks without overlap they amount to: the months they span over the months ahead.</param>
/// <param name="InsideEighty">Outcomes inside the 80% range.</param>
/// <param name="InsideFifty">Outcomes inside the 50% range.</param>
/// <param name="FairFewest">Fewest inside 80% that chance alone explains for as many separate checks (binomial, 95%).</param>
/// <param name="FairMost">Most inside 80% that chance alone explains.</param>
/// <param name="MissedBy">Mean distance of the most likely value from what happened.</param>
/// <param name="MissedByShare">The same as a share of what happened; null where that was nothing.</param>
/// <param name="Bias">Mean of forecast mean less outcome: above zero, forecasts were too high.</param>
/// <param name="HalfWidth">Mean half-width of the 80% range as a share of the most likely value; null where that is nothing.</param>
/// <param name="Crps">Mean fair continuous ranked probability score.</param>
/// <param name="MeanTransform">Mean probability integral transform; 0.5 when unbiased.</param>
/// <param name="Baselines">How simple methods did.</param>
public sealed record BacktestSummary(
    BacktestTarget Target,
    int Months,
    int Checks,
    int SeparateChecks,
    int InsideEighty,
    int InsideFifty,
    int FairFewest,
    int FairMost,
    double MissedBy,
    double? MissedByShare,
    double Bias,
    double? HalfWidth,
    double Crps,
    double MeanTransform,
    ImmutableArray<BaselineSummary> Baselines)
{
    /// <summary>How "no change" did.</summary>
    public BaselineSummary? NoChange => Baselines.FirstOrDefault(baseline => baseline.Method == BaselineNames.LastValue);
}

/// <summary>The names of the simple methods in results.</summary>
public static class BaselineNames
{
    /// <summary>No change: the last value.</summary>
    public const string LastValue = "last value";

    /// <summary>The mean monthly change goes on.</summary>
    public const string Drift = "random walk with drift";

    /// <summary>Mean daily rates between ages and placements, the kind that councils use today.</summary>
    public const string Markov = "mean-rate Markov";
}

/// <summary>A forecast of a whole financial year's cost from a day at its start or within it.</summary>
/// <param name="Year">The financial year.</param>
/// <param name="Origin">The last day that the forecast knew. Cost up to it was recorded; the rest was forecast.</param>
/// <param name="Said">Cost of the year in pounds, as it would have been forecast.</param>
/// <param name="Happened">Cost of the recorded nights of the year, at the prices of the forecast.</param>
public sealed record BacktestYear(FinancialYear Year, DateOnly Origin, Distribution Said, double Happened)
{
    /// <summary>Whether the outcome fell inside the 80% range.</summary>
    public bool IsInsideEighty => Happened >= Said.P10 && Happened <= Said.P90;
}

/// <summary>A setting of the method that the checks could have changed.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Usual">Its value before any test, in words.</param>
/// <param name="Chosen">Its value from now on, in words.</param>
/// <param name="Why">Why.</param>
public sealed record BacktestChoice(string Name, string Usual, string Chosen, string Why);

/// <summary>The separate check: outcomes of the last twelve months, which chose no setting.</summary>
/// <param name="Since">First day of the twelve months.</param>
/// <param name="Checks">Number of checks of the number in care.</param>
/// <param name="InsideAsItCame">Inside the 80% range of the method as it came.</param>
/// <param name="InsideTuned">Inside the 80% range with the chosen settings.</param>
/// <param name="CrpsAsItCame">Mean score of the method as it came.</param>
/// <param name="CrpsTuned">Mean score with the chosen settings.</param>
public sealed record HeldOutYear(DateOnly Since, int Checks, int InsideAsItCame, int InsideTuned, double CrpsAsItCame, double CrpsTuned);

/// <summary>A forecast that missed, and what the records say about why.</summary>
/// <param name="Origin">The last day that the forecast knew.</param>
/// <param name="Months">Months ahead.</param>
/// <param name="Said">The most likely number.</param>
/// <param name="Happened">What happened.</param>
/// <param name="IsOutside">Whether it fell outside the 80% range; a large miss inside it otherwise.</param>
/// <param name="Started">Starts of care in the months ahead.</param>
/// <param name="StartedExpected">Starts expected, on average.</param>
/// <param name="StartedBefore">Starts in as many months before.</param>
/// <param name="Left">Ends of care in the months ahead.</param>
/// <param name="LeftExpected">Ends expected, on average.</param>
/// <param name="LeftBefore">Ends in as many months before.</param>
/// <param name="What">What was said and what happened, as a sentence.</param>
/// <param name="Records">The recorded starts and leavers, as a sentence.</param>
/// <param name="Why">What was expected instead, as a sentence.</param>
public sealed record BacktestMiss(
    DateOnly Origin,
    int Months,
    double Said,
    double Happened,
    bool IsOutside,
    int Started,
    double StartedExpected,
    int StartedBefore,
    int Left,
    double LeftExpected,
    int LeftBefore,
    string What,
    string Records,
    string Why);

/// <summary>The result of testing the method on a council's own past. Immutable.</summary>
/// <param name="Id">Derived from dataset, prices, settings and version.</param>
/// <param name="Dataset">Identity of the dataset.</param>
/// <param name="DataEnd">Last day of the records.</param>
/// <param name="Version">Version of the product, and so of the method.</param>
/// <param name="Replicates">Simulated futures of each forecast.</param>
/// <param name="Seed">Seed.</param>
/// <param name="PriceList">Name of the price list.</param>
/// <param name="Origins">The days from which forecasts were made, ascending.</param>
/// <param name="Headline">Months ahead of the checks that speak first: 12 where there are enough.</param>
/// <param name="Checks">Every check.</param>
/// <param name="Summaries">By target and months ahead.</param>
/// <param name="CostYears">Financial years' cost.</param>
/// <param name="Tuning">The settings that later forecasts on this dataset take.</param>
/// <param name="Choices">What was tried and chosen, and why.</param>
/// <param name="HeldOut">The separate check; null when the last twelve months hold no outcome of a forecast that was tuned.</param>
/// <param name="Verdict">What it comes to, to stand beside every forecast.</param>
/// <param name="Answer">The same for the head of a page.</param>
/// <param name="Finding">The message of the chart: "What happened fell inside the 80% range 8 times out of 10".</param>
/// <param name="Cautions">How to use it and its limits, as sentences.</param>
/// <param name="Misses">Where it went wrong.</param>
public sealed record BacktestResult(
    string Id,
    string Dataset,
    DateOnly DataEnd,
    string Version,
    int Replicates,
    ulong Seed,
    string PriceList,
    ImmutableArray<DateOnly> Origins,
    int Headline,
    ImmutableArray<BacktestCheck> Checks,
    ImmutableArray<BacktestSummary> Summaries,
    ImmutableArray<BacktestYear> CostYears,
    ForecastTuning Tuning,
    ImmutableArray<BacktestChoice> Choices,
    HeldOutYear? HeldOut,
    string Verdict,
    string Answer,
    string Finding,
    ImmutableArray<string> Cautions,
    ImmutableArray<BacktestMiss> Misses)
{
    /// <summary>The checks of a target at a distance, in order of origin.</summary>
    /// <param name="target">The target.</param>
    /// <param name="months">Months ahead.</param>
    public IEnumerable<BacktestCheck> Of(BacktestTarget target, int months) =>
        Checks.Where(check => check.Target == target && check.Months == months);
}
