using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// How long children whose start of care is not known had already been in care: the length-biased distribution under
/// the fitted leaving rates, updated by what was seen of each child. Rates and distribution are found together (EM over
/// the bands of time in care), so that fit and stock treat these children alike.
/// </summary>
internal sealed class UnknownStarts
{
    private const int Rounds = 12;
    private const double LeastChance = 1e-3;

    // Support: centres of twenty-eight cells, evenly on the log scale from three days to seventeen years.
    private static readonly double[] Centres = [.. Enumerable.Range(0, 28).Select(cell => 3 * Math.Pow(2100, (cell + 0.5) / 28))];
    private static readonly double[] Widths = [.. Enumerable.Range(0, 28).Select(cell => 3 * (Math.Pow(2100, (cell + 1) / 28.0) - Math.Pow(2100, cell / 28.0)))];

    private readonly double[] edges;
    private readonly int window;
    private double[] hazard;

    private UnknownStarts(double[] edges, int window, double[] hazard) => (this.edges, this.window, this.hazard) = (edges, window, hazard);

    /// <summary>Finds the leaving rates by time in care and the distribution together.</summary>
    public static UnknownStarts Fit(KernelShape shape, KnownCare care, CancellationToken cancel)
    {
        var bands = shape.Stays;
        var knownEvents = new double[bands];
        var knownDays = new double[bands];
        var fitted = new UnknownStarts(shape.StayEdges, care.WindowStart, [.. Enumerable.Repeat(0.3 / CareModel.YearDays, bands)]);
        foreach (var period in care.Periods.Where(period => period.StartKnown))
        {
            fitted.Add(period, 0, 1, knownEvents, knownDays);
        }

        var open = care.Periods.Where(period => !period.StartKnown).ToList();

        // After five returns the children of unknown start are left out of the rates, so there is nothing to iterate.
        var rounds = care.HasFiveReturns ? 0 : Rounds;
        for (var round = 0; round <= rounds; round++)
        {
            cancel.ThrowIfCancellationRequested();
            double[] events = [.. knownEvents];
            double[] days = [.. knownDays];
            foreach (var period in round == 0 ? [] : open)
            {
                foreach (var (extra, chance) in fitted.Posterior(period))
                {
                    fitted.Add(period, extra, chance, events, days);
                }
            }

            // Each band is held to the overall rate by five events, so that no band is empty.
            var overall = (events.Sum() + 0.5) / (days.Sum() + (0.5 * CareModel.YearDays / 0.3));
            fitted.hazard = [.. events.Select((number, band) => (number + 5) / (days[band] + (5 / overall)))];
        }

        return fitted;
    }

    /// <summary>Days in care before the first known day, with their chances, which sum to one.</summary>
    public List<(double Extra, double Chance)> Posterior(KnownPeriod period) =>
        Posterior(period.Start, Math.Max(period.Start, window), period.End, period.Exit >= 0, period.Limit);

    /// <summary>The same for a child in care on the as-at date.</summary>
    /// <param name="child">The child.</param>
    /// <param name="until">As-at date, exclusive.</param>
    public List<(double Extra, double Chance)> Posterior(StockChild child, int until) =>
        Posterior(child.Entered, Math.Max(child.Entered, window), until, false, child.Limit);

    /// <summary>The same for a child of whom nothing is known but the first known day.</summary>
    /// <param name="start">First known day of the period of care.</param>
    /// <param name="seenFrom">The day on which observation began.</param>
    /// <param name="limit">Day number of the eighteenth birthday.</param>
    public List<(double Extra, double Chance)> Posterior(int start, int seenFrom, int? limit) => Posterior(start, seenFrom, seenFrom, false, limit);

    private List<(double Extra, double Chance)> Posterior(int start, int seenFrom, int end, bool left, int? limit)
    {
        // Time in care when observation began: at least what the records show, at most the child's life.
        var least = seenFrom - start;
        var most = limit is { } birthday ? CareModel.AgeLimit - (birthday - seenFrom) : CareModel.AgeLimit;
        var found = new List<(double Extra, double Chance)>();
        var total = 0.0;
        for (var cell = 0; cell < Centres.Length; cell++)
        {
            var elapsed = Centres[cell];
            if (elapsed < least || elapsed > most)
            {
                continue;
            }

            var after = elapsed + (end - seenFrom);
            var weight = Widths[cell] * Math.Exp(-Cumulative(after)) * (left ? hazard[KernelShape.Band(edges, after)] : 1);
            found.Add((elapsed - least, weight));
            total += weight;
        }

        if (!(total > 0))
        {
            return [(0, 1)];
        }

        var kept = found.Where(one => one.Chance > LeastChance * total).ToList();
        total = kept.Sum(one => one.Chance);
        return [.. kept.Select(one => (one.Extra, one.Chance / total))];
    }

    private void Add(KnownPeriod period, double shift, double weight, double[] events, double[] days)
    {
        var origin = period.Start - shift;
        var time = (double)Math.Max(period.Start, window);
        while (time < period.End)
        {
            var band = KernelShape.Band(edges, time - origin);
            var next = band < edges.Length ? Math.Min(period.End, origin + edges[band]) : period.End;
            if (next <= time)
            {
                // A boundary may fall on this very moment by rounding: step over it.
                time += 1e-6;
                continue;
            }

            days[band] += weight * (next - time);
            if (next >= period.End && period.Exit >= 0)
            {
                events[band] += weight;
            }

            time = next;
        }
    }

    private double Cumulative(double elapsed)
    {
        var sum = 0.0;
        var from = 0.0;
        for (var band = 0; band < hazard.Length && from < elapsed; band++)
        {
            var to = band < edges.Length ? Math.Min(elapsed, edges[band]) : elapsed;
            sum += hazard[band] * (to - from);
            from = to;
        }

        return sum;
    }
}
