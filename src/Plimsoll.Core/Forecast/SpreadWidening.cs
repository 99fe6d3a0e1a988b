using Plimsoll.Statistics.Simulation;
using Plimsoll.Statistics.Summaries;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// Widens the range of a simulation to what real authorities' history shows to be needed, where its own is narrower.
/// Every replicate keeps its place: its deviation from the mean of the month is stretched, its placements and cost
/// follow in proportion, and its starts and ends are moved so that opening + started - ceased = closing.
/// </summary>
internal static class SpreadWidening
{
    // No replicate falls below this share of its simulated number.
    private const double Floor = 0.02;

    /// <summary>Widens in place.</summary>
    /// <param name="output">The simulation.</param>
    /// <param name="grid">Calendar.</param>
    /// <param name="stock">Children in care at the start.</param>
    /// <param name="tuning">What the council's own past says.</param>
    /// <returns>The factor on deviations for each month; 1 where the own range was wide enough.</returns>
    public static double[] Widen(SimulationOutput output, MonthGrid grid, int stock, ForecastTuning tuning)
    {
        var added = new double[output.Replicates];
        var totals = new double[output.Replicates];
        var factors = new double[output.Months];
        for (var month = 0; month < output.Months; month++)
        {
            for (var replicate = 0; replicate < totals.Length; replicate++)
            {
                totals[replicate] = output.Total(replicate, month);
            }

            var mean = totals.Average();
            var needed = OutlookSpread.HalfWidth(stock, grid.Ends[month] / CareModel.YearDays);
            factors[month] = Decided(Factor([.. totals], mean, needed), tuning, grid.Ends[month] / CareModel.MonthDays);
            for (var replicate = 0; replicate < totals.Length; replicate++)
            {
                Move(output, replicate, month, totals[replicate], mean + (factors[month] * (totals[replicate] - mean)), ref added[replicate]);
            }
        }

        return factors;
    }

    // The council's own tests count for n / (n + 10), real authorities' history for the rest.
    private static double Decided(double national, ForecastTuning tuning, double months)
    {
        if (!tuning.DecidesSpread)
        {
            return national;
        }

        var weight = tuning.Origins / (tuning.Origins + 10.0);
        return Math.Exp((weight * Math.Log(tuning.SpreadAt(months))) + ((1 - weight) * Math.Log(national)));
    }

    /// <summary>The least factor, one or more, that makes the half-width of the 80% range the needed share of the median.</summary>
    private static double Factor(double[] totals, double mean, double needed)
    {
        var spread = Spread.Of(totals);
        var half = (spread.P90 - spread.P10) / 2;
        if (half <= 0)
        {
            // So few children that eight in ten futures agree on a whole number: judge by the standard deviation.
            var variance = totals.Average(total => (total - mean) * (total - mean));
            half = 1.2816 * Math.Sqrt(variance);
        }

        // The median moves too when deviations from the mean are stretched: solved for the median that results.
        var denominator = half - (needed * (spread.P50 - mean));
        return denominator > 0 && half > 0 ? Math.Max(1, needed * mean / denominator) : 1;
    }

    private static void Move(SimulationOutput output, int replicate, int month, double old, double wanted, ref double added)
    {
        var row = (replicate * output.Months) + month;
        if (old > 0)
        {
            var factor = Math.Max(wanted, Floor * old) / old;
            foreach (ref var part in output.Stock.AsSpan(row * output.States, output.States))
            {
                part = (float)(part * factor);
            }

            foreach (ref var part in output.Value.AsSpan(row * output.States, output.States))
            {
                part = (float)(part * factor);
            }

            foreach (ref var part in output.NightsByState.AsSpan(row * output.States, output.States))
            {
                part = (float)(part * factor);
            }

            output.Days[row] *= factor;
        }

        // What this month adds to the number beyond the month before goes half to starts and half to ends.
        var deviation = output.Total(replicate, month) - old;
        var step = deviation - added;
        added = deviation;
        var started = output.Started[row] + (step / 2);
        var ended = output.Ended[row] - (step / 2);
        if (started < 0)
        {
            (started, ended) = (0, ended - started);
        }
        else if (ended < 0)
        {
            (started, ended) = (started - ended, 0);
        }

        (output.Started[row], output.Ended[row]) = (started, ended);
    }
}
