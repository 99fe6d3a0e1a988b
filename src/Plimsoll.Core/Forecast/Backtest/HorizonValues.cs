using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast.Baselines;
using Plimsoll.Statistics.Simulation;
using Plimsoll.Statistics.Summaries;

namespace Plimsoll.Core.Forecast.Backtest;

/// <summary>What a simulation says at the horizons of an origin: each replicate's value of each target.</summary>
internal sealed class HorizonValues
{
    private static readonly int Targets = Enum.GetValues<BacktestTarget>().Length;

    private readonly double[][] byTarget;
    private readonly ImmutableArray<int> horizons;

    private HorizonValues(double[][] values, ImmutableArray<int> horizons, double[] started, double[] ended) =>
        (byTarget, this.horizons, Started, Ended) = (values, horizons, started, ended);

    /// <summary>Mean number of starts from the origin to each horizon.</summary>
    public double[] Started { get; }

    /// <summary>Mean number of ends from the origin to each horizon.</summary>
    public double[] Ended { get; }

    /// <summary>Values of a target at a horizon, one a replicate.</summary>
    /// <param name="target">The target.</param>
    /// <param name="horizon">Index of the horizon.</param>
    public double[] Of(BacktestTarget target, int horizon) => byTarget[((int)target * horizons.Length) + horizon];

    /// <summary>Reads a simulation that starts on the first of a month.</summary>
    /// <param name="output">The simulation; at least as long as the last horizon.</param>
    /// <param name="horizons">Months ahead, ascending.</param>
    public static HorizonValues Read(SimulationOutput output, ImmutableArray<int> horizons)
    {
        var values = new double[Targets * horizons.Length][];
        for (var at = 0; at < values.Length; at++)
        {
            values[at] = new double[output.Replicates];
        }

        var started = new double[horizons.Length];
        var ended = new double[horizons.Length];
        for (var replicate = 0; replicate < output.Replicates; replicate++)
        {
            double cost = 0, starts = 0, ends = 0;
            for (int month = 0, horizon = 0; horizon < horizons.Length; month++)
            {
                var row = (replicate * output.Months) + month;
                cost += Sum(output.Value.AsSpan(row * output.States, output.States));
                starts += output.Started[row];
                ends += output.Ended[row];
                if (month + 1 < horizons[horizon])
                {
                    continue;
                }

                void Set(BacktestTarget target, double value) => values[((int)target * horizons.Length) + horizon][replicate] = value;
                Set(BacktestTarget.InCare, output.Total(replicate, month));
                Set(BacktestTarget.Cost, cost);
                foreach (var group in PlacementGroups.All)
                {
                    Set(BacktestTargets.Of(group), Group(output, row, group));
                }

                started[horizon] += starts / output.Replicates;
                ended[horizon] += ends / output.Replicates;
                horizon++;
            }
        }

        return new HorizonValues(values, horizons, started, ended);
    }

    /// <summary>Mean and percentiles of values.</summary>
    public static Distribution Summarise(double[] values)
    {
        var spread = Spread.Of([.. values]);
        return new Distribution(spread.Mean, spread.P5, spread.P10, spread.P25, spread.P50, spread.P75, spread.P90, spread.P95);
    }

    private static double Group(SimulationOutput output, int row, PlacementGroup group)
    {
        var sum = 0.0;
        foreach (var state in PlacementStates.All)
        {
            sum += state.Group() == group ? output.Stock[(row * output.States) + (int)state] : 0;
        }

        return sum;
    }

    private static double Sum(ReadOnlySpan<float> parts)
    {
        var sum = 0.0;
        foreach (var part in parts)
        {
            sum += part;
        }

        return sum;
    }
}
