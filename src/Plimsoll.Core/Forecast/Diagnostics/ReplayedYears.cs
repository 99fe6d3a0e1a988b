using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast.Diagnostics;

/// <summary>
/// Walks the recorded years again under the fitted mean rates: the children in care when the records begin and everyone
/// recorded as starting since. If the rates fit, as many are in care at the end as were. A child recorded as coming back
/// cannot still be in the stay before, so that stay ends by then in every walk.
/// </summary>
internal static class ReplayedYears
{
    private const int Walks = 200;

    // The replay is a property of the fit, not of a run: the same walks whatever the seed of the forecast.
    private const ulong Walkers = 0x_5EED_7EA6_1A1D;

    /// <summary>Walks them.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="cancel">Stops it.</param>
    public static ReplayCheck Of(CareFit fit, CancellationToken cancel)
    {
        var care = fit.Care;
        var grid = Calendar(care);
        var life = CareFit.MakeLife(fit.Shape, fit.Mix, grid);
        fit.Rates.Mean(life.Table);
        fit.Destinations.Mean(life.Table.Choices);
        var lives = Lives(care, fit.Unknown ?? UnknownStarts.Fit(fit.Shape, care, cancel));
        var days = Days(care);
        var sums = new double[days.Length];
        var squares = new double[days.Length];
        var present = new int[days.Length];
        var stream = new Xoshiro256(0);
        for (var walk = 0; walk < Walks; walk++)
        {
            cancel.ThrowIfCancellationRequested();
            Array.Clear(present);
            var key = Xoshiro256.KeyOf(Walkers, Streams.Stock, (ulong)walk);
            for (var which = 0; which < lives.Count; which++)
            {
                stream.Restart(Xoshiro256.Scatter(key ^ (ulong)which));
                lives[which].Walk(life.Table, grid, stream, days, present, care.WindowStart);
            }

            for (var at = 0; at < days.Length; at++)
            {
                sums[at] += present[at];
                squares[at] += (double)present[at] * present[at];
            }
        }

        return new ReplayCheck(
            [
                .. days.Select((day, at) =>
                {
                    var mean = sums[at] / Walks;
                    var chance = Math.Sqrt(Math.Max(0, (squares[at] / Walks) - (mean * mean)) * Walks / (Walks - 1));
                    return new ReplayPoint(
                        DateOnly.FromDayNumber(day), lives.Count(life => life.IsRecordedOn(day)), mean, chance, chance / Math.Sqrt(Walks));
                }),
            ],
            Walks,
            care.Periods.Count(period => period.Limit is null));
    }

    private static List<Life> Lives(KnownCare care, UnknownStarts unknown)
    {
        var lives = new List<Life>();
        for (var index = 0; index < care.Periods.Count; index++)
        {
            var period = care.Periods[index];
            var first = Math.Max(period.Start, care.WindowStart);
            if (period.Limit is not { } limit || limit <= first || first >= Math.Min(period.End, limit))
            {
                continue;
            }

            // A child's periods follow each other in the list, and a return follows what it returns from.
            var next = index + 1 < care.Periods.Count && care.Periods[index + 1].IsReturn ? care.Periods[index + 1].Start : int.MaxValue;
            var spell = period.Spells.First(spell => spell.End > first);
            var start = new SubjectStart(
                first - care.WindowStart,
                limit - care.WindowStart,
                period.Start - care.WindowStart,
                spell.Start - care.WindowStart,
                spell.State,
                period.Covariate);

            // What happened later must not tell how long a child had been in care when the records began.
            var earlier = period.StartKnown ? null : unknown.Posterior(period.Start, first, limit);
            lives.Add(new Life(start, earlier, first, Math.Min(period.End, limit), next));
        }

        return lives;
    }

    // Every 31 March inside the records and their last day.
    private static int[] Days(KnownCare care)
    {
        var last = care.Until - 1;
        var days = new List<int>();
        var year = FinancialYear.Of(DateOnly.FromDayNumber(care.WindowStart));
        for (; year.Last.DayNumber < last; year = year.Next)
        {
            days.Add(year.Last.DayNumber);
        }

        days.Add(last);
        return [.. days];
    }

    private static MonthGrid Calendar(KnownCare care)
    {
        var lengths = new List<int>();
        for (var day = care.WindowStart; day < care.Until;)
        {
            var next = Math.Min(care.Until, CalendarMonth.Of(DateOnly.FromDayNumber(day)).Last.DayNumber + 1);
            lengths.Add(next - day);
            day = next;
        }

        return new MonthGrid([.. lengths]);
    }

    private sealed record Life(SubjectStart Start, List<(double Extra, double Chance)>? Earlier, int First, int End, int Next)
    {
        // The night of the day counts.
        public bool IsRecordedOn(int day) => First <= day && End > day;

        public void Walk(HazardTable table, MonthGrid grid, Xoshiro256 stream, int[] days, int[] present, int windowStart)
        {
            var start = Earlier is { } spread ? Start with { Entered = Start.Entered - Drawn(spread, stream.NextDouble()) } : Start;
            var recorder = EndRecorder.Fresh;
            var end = TrajectoryKernel.WalkUndrifted(table, grid, grid.Horizon, stream, start, ref recorder);
            for (var at = 0; at < days.Length; at++)
            {
                if (days[at] >= First && days[at] < Next && (end.Exit < 0 || end.Time >= days[at] + 1 - windowStart))
                {
                    present[at]++;
                }
            }
        }

        private static double Drawn(List<(double Extra, double Chance)> spread, double uniform)
        {
            var which = 0;
            while (which < spread.Count - 1 && uniform >= spread[which].Chance)
            {
                uniform -= spread[which].Chance;
                which++;
            }

            return spread[which].Extra;
        }
    }
}
