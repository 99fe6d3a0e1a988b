using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast.Baselines;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Scoring;

namespace Plimsoll.Core.Forecast.Backtest;

/// <summary>What one origin gives with the method as it came.</summary>
/// <param name="Own">The engine's own replicates.</param>
/// <param name="Published">The replicates with the range that would have been published.</param>
/// <param name="Checks">The forecasts held against what happened.</param>
/// <param name="CostYear">The cost of the financial year that the origin stands in or before; null where the records do not hold it whole.</param>
internal sealed record OriginFindings(HorizonValues Own, HorizonValues Published, ImmutableArray<BacktestCheck> Checks, BacktestYear? CostYear);

/// <summary>Holds the forecasts of an origin against what happened, beside the simple methods.</summary>
/// <param name="data">The records.</param>
/// <param name="outcomes">What happened.</param>
/// <param name="seed">Seed of the randomised transform.</param>
internal sealed class CheckMaking(CareDataset data, RecordedOutcomes outcomes, ulong seed)
{
    private const ulong TransformPurpose = 0xB1FF;
    private const int MembersOfBaseline = 400;

    private static readonly double[] Levels = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95];

    /// <summary>Reads and judges a simulation by the method as it came; widens its output in place.</summary>
    /// <param name="origin">The origin.</param>
    /// <param name="simulated">The simulation.</param>
    public OriginFindings Judge(Origin origin, SimulatedCare simulated)
    {
        var own = HorizonValues.Read(simulated.Output, origin.Horizons);
        SpreadWidening.Widen(simulated.Output, simulated.Grid, simulated.Care.Stock.Count, ForecastTuning.Default);
        var published = HorizonValues.Read(simulated.Output, origin.Horizons);
        var baselines = Baselines(origin);
        var stream = new Xoshiro256(Xoshiro256.KeyOf(seed, TransformPurpose, (ulong)origin.Day.DayNumber));
        var checks = ImmutableArray.CreateBuilder<BacktestCheck>();
        for (var horizon = 0; horizon < origin.Horizons.Length; horizon++)
        {
            foreach (var target in BacktestTargets.All)
            {
                var months = origin.Horizons[horizon];
                var happened = target == BacktestTarget.Cost
                    ? RecordedCost.Between(data, simulated.Daily, null, origin.From, origin.End(months).AddDays(1)).Pounds
                    : outcomes.Number(target, origin.End(months));
                var simple = target == BacktestTarget.Cost
                    ? [Standing(origin, simulated, months)]
                    : baselines.Select(baseline => Judge(baseline, target, months, happened)).ToImmutableArray();
                var values = published.Of(target, horizon);
                var scored = Plimsoll.Statistics.Scoring.ForecastCheck.Of(values, happened, stream);
                checks.Add(new BacktestCheck(
                    origin.Day, months, target, HorizonValues.Summarise(values), happened, scored.Crps, scored.Transform, horizon >= origin.Learning, simple));
            }
        }

        return new OriginFindings(own, published, checks.ToImmutable(), CostYear(origin, simulated, published));
    }

    // Each method's own name stays its own business: results use the names that pages and files print.
    private ImmutableArray<(string Name, BaselineForecast Forecast)> Baselines(Origin origin) =>
    [
        (BaselineNames.LastValue, RandomWalk.LastValue(data, origin.From, origin.Horizons[^1])),
        (BaselineNames.Drift, RandomWalk.WithDrift(data, origin.From, origin.Horizons[^1])),
        (BaselineNames.Markov, MeanRateMarkov.Forecast(data, origin.From, origin.Horizons[^1])),
    ];

    private static BaselineCheck Judge((string Name, BaselineForecast Forecast) baseline, BacktestTarget target, int months, double happened)
    {
        var month = baseline.Forecast.Months[months - 1];
        var said = target == BacktestTarget.InCare
            ? month.InCare
            : month.ByGroup[(int)PlacementGroups.All.First(group => BacktestTargets.Of(group) == target)];
        var members = QuantileEnsemble.Of(Levels, [said.P5, said.P10, said.P25, said.P50, said.P75, said.P90, said.P95], MembersOfBaseline);
        return new BaselineCheck(baseline.Name, said.P50, said.P10, said.P90, Crps.Ensemble(members, happened));
    }

    // No change in cost: every child in care stays, at the same age and in the same placement, and nobody comes.
    private BaselineCheck Standing(Origin origin, SimulatedCare simulated, int months)
    {
        var (daily, until) = (simulated.Daily, origin.End(months).AddDays(1));
        var pounds = Stock.Children(data, origin.Day).Sum(item => daily.Of(
            item.Episode.State,
            daily.BandOf(item.Child.Born is { } born ? Ages.On(born, origin.Day) : null),
            origin.From,
            until));
        return new BaselineCheck(BaselineNames.LastValue, pounds, pounds, pounds, null);
    }

    private BacktestYear? CostYear(Origin origin, SimulatedCare simulated, HorizonValues published)
    {
        var year = FinancialYear.Of(origin.From);
        var horizon = origin.Horizons.IndexOf(CalendarMonth.Of(origin.Day).MonthsUntil(CalendarMonth.Of(year.Last)));
        if (horizon < 0 || year.First < data.WindowStart)
        {
            return null;
        }

        var before = RecordedCost.Between(data, simulated.Daily, null, year.First, origin.From).Pounds;
        var after = RecordedCost.Between(data, simulated.Daily, null, origin.From, year.Last.AddDays(1)).Pounds;
        return new BacktestYear(
            year,
            origin.Day,
            HorizonValues.Summarise([.. published.Of(BacktestTarget.Cost, horizon).Select(pounds => pounds + before)]),
            before + after);
    }
}
