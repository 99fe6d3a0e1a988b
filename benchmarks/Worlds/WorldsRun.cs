using System.Diagnostics;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Baselines;

namespace Plimsoll.Benchmarks.Worlds;

/// <summary>A kind of world forecast in a certain way.</summary>
/// <param name="Kind">Kind of world.</param>
/// <param name="Entries">How starts were carried forward.</param>
/// <param name="Spread">How wide the range was.</param>
internal sealed record Variant(WorldKind Kind, EntriesMode Entries, SpreadMode Spread);

/// <summary>Everything that was measured.</summary>
/// <param name="Marks">Marks of the engine by variant and of the baselines by kind, in the order of worlds.</param>
/// <param name="Milliseconds">Time of each forecast of the engine, on one thread.</param>
internal sealed record WorldsRun(IReadOnlyDictionary<Variant, List<Mark>> Marks, IReadOnlyList<double> Milliseconds)
{
    /// <summary>Runs all worlds; the result does not depend on the number of threads, times apart.</summary>
    public static WorldsRun Of(WorldsRequest request)
    {
        var jobs = request.Kinds.SelectMany(kind => Enumerable.Range(0, request.Worlds).Select(number => request.Plan(kind, number))).ToArray();
        var done = new (List<(Variant Variant, List<Mark> Marks)> Marks, List<double> Times)[jobs.Length];
        Parallel.For(0, jobs.Length, new ParallelOptions { MaxDegreeOfParallelism = request.Threads }, job => done[job] = One(jobs[job], request));
        var marks = done.SelectMany(job => job.Marks)
            .GroupBy(one => one.Variant)
            .ToDictionary(group => group.Key, group => group.SelectMany(one => one.Marks).ToList());
        return new WorldsRun(marks, [.. done.SelectMany(job => job.Times).Order()]);
    }

    /// <summary>The ways in which a kind is forecast: as asked; a growing world also with the trend, and as by default.</summary>
    public static IEnumerable<Variant> Variants(WorldKind kind, WorldsRequest request)
    {
        var asked = new Variant(kind, request.Entries, request.Spread);
        return kind == WorldKind.Growing
            ? new[] { asked, asked with { Entries = EntriesMode.Trend }, new Variant(kind, EntriesMode.Evidence, SpreadMode.Evidence) }.Distinct()
            : [asked];
    }

    /// <summary>Marks of a variant by method and horizon.</summary>
    public Summary Summary(Variant variant, string method, int years) => Summary([variant], method, years);

    /// <summary>Marks of variants together.</summary>
    public Summary Summary(IEnumerable<Variant> variants, string method, int years) =>
        Worlds.Summary.Of([.. variants.SelectMany(variant => Marks[variant]).Where(mark => mark.Method == method && mark.Years == years)]);

    private static (List<(Variant, List<Mark>)>, List<double>) One(WorldPlan plan, WorldsRequest request)
    {
        var world = World.Of(plan);
        const int months = 12 * WorldPlan.YearsAfter;
        var baselines = new[]
        {
            RandomWalk.LastValue(world.Data, WorldPlan.FirstDay, months),
            RandomWalk.WithDrift(world.Data, WorldPlan.FirstDay, months),
            MeanRateMarkov.Forecast(world.Data, WorldPlan.FirstDay, months),
        }.SelectMany(baseline => Mark.Of(baseline, world.Truth)).ToList();
        var marks = new List<(Variant, List<Mark>)>();
        var times = new List<double>();
        foreach (var variant in Variants(plan.Kind, request))
        {
            var settings = new ForecastSettings
            {
                Months = months,
                Replicates = request.Replicates,
                Seed = plan.Seed,
                Entries = variant.Entries,
                Spread = variant.Spread,
                YearlyPriceRise = WorldTruth.NoRise,
                Threads = 1,
            };
            var began = Stopwatch.GetTimestamp();
            var outcome = Forecaster.Run(world.Data, WorldTruth.Prices, settings, "worlds", null, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            marks.Add((variant, outcome is ForecastDone forecast
                ? [.. Mark.Of(forecast.Result, world.Truth), .. baselines]
                : throw new InvalidOperationException($"The forecast was refused: {(outcome as ForecastRefused)?.What}")));
        }

        return (marks, times);
    }
}
