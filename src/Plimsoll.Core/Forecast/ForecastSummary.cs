using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Simulation;
using Plimsoll.Statistics.Summaries;

namespace Plimsoll.Core.Forecast;

/// <summary>Turns simulated replicates into the months and years that people read.</summary>
internal static class ForecastSummary
{
    /// <summary>The months.</summary>
    /// <param name="output">The simulation.</param>
    /// <param name="first">First month.</param>
    /// <param name="threads">Threads; never changes the result.</param>
    /// <param name="cancel">Stops it.</param>
    public static ImmutableArray<ForecastMonth> Months(SimulationOutput output, CalendarMonth first, int threads, CancellationToken cancel)
    {
        var months = new ForecastMonth[output.Months];
        Parallel.For(
            0,
            output.Months,
            new ParallelOptions { MaxDegreeOfParallelism = threads <= 0 ? Environment.ProcessorCount : threads, CancellationToken = cancel },
            () => new double[output.Replicates],
            (month, _, values) =>
            {
                months[month] = Month(output, first, month, values);
                return values;
            },
            _ => { });
        return [.. months];
    }

    /// <summary>The financial years.</summary>
    /// <param name="output">The simulation.</param>
    /// <param name="from">First day of the forecast.</param>
    /// <param name="recorded">Nights and cost of the first year before the forecast.</param>
    /// <param name="firstIsRecorded">Whether the records cover the first year from its 1 April, or none of it was before.</param>
    /// <param name="settings">What was asked.</param>
    public static ImmutableArray<ForecastYear> Years(
        SimulationOutput output, DateOnly from, RecordedCost recorded, bool firstIsRecorded, ForecastSettings settings)
    {
        var first = CalendarMonth.Of(from);
        var years = Enumerable.Range(0, output.Months).GroupBy(month => FinancialYear.Of(first.Plus(month).First)).ToList();
        var built = ImmutableArray.CreateBuilder<ForecastYear>(years.Count);
        foreach (var months in years)
        {
            var isFirst = built.Count == 0;
            var before = isFirst ? recorded : default;
            var cost = new double[output.Replicates];
            var days = new double[output.Replicates];
            var dearest = new double[output.Replicates];
            for (var replicate = 0; replicate < output.Replicates; replicate++)
            {
                (cost[replicate], days[replicate]) = (before.Pounds, before.Days);
                foreach (var month in months)
                {
                    cost[replicate] += Cost(output, replicate, month);
                    days[replicate] += output.Days[(replicate * output.Months) + month];
                    dearest[replicate] += output.ValueApart[(replicate * output.Months) + month];
                }
            }

            var isWhole = first.Plus(months.Max()).Last == months.Key.Last && (!isFirst || firstIsRecorded);
            double? within = isWhole && settings.Budgets.TryGetValue(months.Key, out var budget)
                ? cost.Count(one => one <= (double)budget.Pounds) / (double)cost.Length
                : null;
            built.Add(new ForecastYear(months.Key, Of(cost), Of(days), Money.FromSimulated(before.Pounds), before.Days, isWhole, within)
            {
                DearestCost = Of(dearest),

                // Sorted by the summary.
                WorstTenthCost = ExpectedShortfall.Of(cost),
            });
        }

        return built.MoveToImmutable();
    }

    private static ForecastMonth Month(SimulationOutput output, CalendarMonth first, int month, double[] values)
    {
        Distribution Across(Func<int, double> value)
        {
            for (var replicate = 0; replicate < values.Length; replicate++)
            {
                values[replicate] = value(replicate);
            }

            return Of(values);
        }

        ImmutableDictionary<PlacementState, Distribution> ByState(float[] parts) => PlacementStates.All.ToImmutableDictionary(
            state => state,
            state => Across(replicate => parts[(Row(replicate) * output.States) + (int)state]));

        int Row(int replicate) => (replicate * output.Months) + month;
        return new ForecastMonth(
            first.Plus(month),
            Across(replicate => output.Total(replicate, month)),
            Across(replicate => output.Started[Row(replicate)]),
            Across(replicate => output.Ended[Row(replicate)]),
            Across(replicate => output.Days[Row(replicate)]),
            Across(replicate => Cost(output, replicate, month)),
            ByState(output.Stock),
            ByState(output.Value))
        {
            MeanCareDaysByPlacement = PlacementStates.All.ToImmutableDictionary(
                state => state,
                state => Enumerable.Range(0, output.Replicates).Average(replicate => (double)output.NightsByState[(Row(replicate) * output.States) + (int)state])),
        };
    }

    private static double Cost(SimulationOutput output, int replicate, int month)
    {
        var sum = 0.0;
        foreach (var part in output.Value.AsSpan(((replicate * output.Months) + month) * output.States, output.States))
        {
            sum += part;
        }

        return sum;
    }

    private static Distribution Of(Span<double> values)
    {
        var spread = Spread.Of(values);
        return new Distribution(spread.Mean, spread.P5, spread.P10, spread.P25, spread.P50, spread.P75, spread.P90, spread.P95);
    }
}
