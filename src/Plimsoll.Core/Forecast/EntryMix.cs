using Plimsoll.Core.Care;
using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>A child who will come into care: who, by age in days, covariate and first placement.</summary>
/// <param name="Age">Age in days.</param>
/// <param name="Covariate">Covariate level.</param>
/// <param name="State">First placement.</param>
internal readonly record struct Entrant(double Age, int Covariate, int State);

/// <summary>The mix of starts in one replicate.</summary>
internal sealed class EntryMixDraw(KernelShape shape)
{
    /// <summary>Cumulative chance of each age band, within each covariate.</summary>
    public double[] Cumulative { get; } = new double[shape.Ages * shape.Covariates];

    /// <summary>First placement for each age band and covariate.</summary>
    public StateChoice Choices { get; } = new(shape.Ages * shape.Covariates, shape.States);
}

/// <summary>
/// Who comes into care: the empirical mix of the last sixty months. Ages are those that were seen (babies by the week),
/// first placements by age; rare kinds borrow a little from their parents so that none is impossible.
/// </summary>
internal sealed class EntryMix
{
    private const double MixMonths = 60;
    private const double Hold = 2;

    private readonly KernelShape shape;
    private readonly double[] evidence;
    private readonly double[] placements;
    private readonly float[][] ages;

    private EntryMix(KernelShape shape, double[] evidence, double[] placements, float[][] ages) =>
        (this.shape, this.evidence, this.placements, this.ages) = (shape, evidence, placements, ages);

    /// <summary>Fits the mix.</summary>
    public static EntryMix Fit(KernelShape shape, KnownCare care)
    {
        var since = care.Until - (MixMonths * CareModel.MonthDays);
        var entrants = care.Periods
            .Where(entry => entry.IsEntry && !entry.IsReturn && entry.Start >= Math.Max(since, care.WindowStart) && HasAge(entry))
            .ToList();

        // The parent of ages: first known days of all histories, whether they are entries or not.
        var parents = care.Periods.Where(HasAge).ToList();
        var cells = shape.Ages * shape.Covariates;
        var weight = ShareOf(shape, parents).Select(share => Hold * share).ToArray();
        var placed = new double[cells * shape.States];
        var pools = Enumerable.Range(0, shape.Ages).Select(_ => new List<float>()).ToArray();
        foreach (var entry in entrants)
        {
            var cell = Cell(shape, entry);
            weight[cell]++;
            placed[(cell * shape.States) + entry.Spells[0].State]++;
            pools[CareModel.AgeBand(shape, entry.AgeOn(entry.Start))].Add((float)entry.AgeOn(entry.Start));
        }

        return new EntryMix(shape, weight, Smoothed(shape, placed, parents), [.. pools.Select((pool, band) => Filled(shape, pool, parents, band))]);
    }

    /// <summary>Fills a draw with the mean mix.</summary>
    public void Mean(EntryMixDraw draw) => Fill(draw, null);

    /// <summary>Fills a draw with one sample of the mix (Dirichlet).</summary>
    public void Draw(Xoshiro256 stream, EntryMixDraw draw) => Fill(draw, stream);

    /// <summary>Draws one child.</summary>
    /// <param name="draw">The replicate's mix.</param>
    /// <param name="covariate">The stream of children.</param>
    /// <param name="stream">The child's stream.</param>
    /// <param name="tilt">Factor on the odds of a residential placement.</param>
    public Entrant Pick(EntryMixDraw draw, int covariate, Xoshiro256 stream, double tilt)
    {
        var row = covariate * shape.Ages;
        var uniform = stream.NextDouble();
        var band = 0;
        while (band < shape.Ages - 1 && uniform >= draw.Cumulative[row + band])
        {
            band++;
        }

        var pool = ages[band];
        var age = pool[stream.NextBelow(pool.Length)];
        return new Entrant(age, covariate, draw.Choices.Pick(row + band, stream.NextDouble(), tilt));
    }

    /// <summary>Draws the placement to which a child comes back.</summary>
    /// <param name="draw">The replicate's mix.</param>
    /// <param name="covariate">The stream of children.</param>
    /// <param name="age">Age in days.</param>
    /// <param name="stream">The child's stream.</param>
    /// <param name="tilt">Factor on the odds of a residential placement.</param>
    public int PickState(EntryMixDraw draw, int covariate, double age, Xoshiro256 stream, double tilt) =>
        draw.Choices.Pick((covariate * shape.Ages) + CareModel.AgeBand(shape, age), stream.NextDouble(), tilt);

    private void Fill(EntryMixDraw draw, Xoshiro256? stream)
    {
        for (var covariate = 0; covariate < shape.Covariates; covariate++)
        {
            var row = draw.Cumulative.AsSpan(covariate * shape.Ages, shape.Ages);
            var running = 0.0;
            for (var age = 0; age < shape.Ages; age++)
            {
                var alpha = evidence[(covariate * shape.Ages) + age];
                running += alpha <= 0 ? 0 : stream?.NextGamma(alpha) ?? alpha;
                row[age] = running;
            }

            for (var age = 0; age < shape.Ages; age++)
            {
                row[age] /= running;
            }
        }

        Span<double> weights = stackalloc double[shape.States];
        for (var cell = 0; cell < evidence.Length; cell++)
        {
            var sum = 0.0;
            for (var state = 0; state < shape.States; state++)
            {
                var alpha = placements[(cell * shape.States) + state];
                weights[state] = alpha <= 0 ? 0 : stream?.NextGamma(alpha) ?? alpha;
                sum += weights[state];
            }

            if (!(sum > 0))
            {
                placements.AsSpan(cell * shape.States, shape.States).CopyTo(weights);
            }

            draw.Choices.Set(cell, weights);
        }
    }

    private static bool HasAge(KnownPeriod period) =>
        period.Limit is not null && period.AgeOn(period.Start) is >= 0 and < CareModel.AgeLimit;

    private static int Cell(KernelShape shape, KnownPeriod period) =>
        (period.Covariate * shape.Ages) + CareModel.AgeBand(shape, period.AgeOn(period.Start));

    private static double[] ShareOf(KernelShape shape, List<KnownPeriod> parents)
    {
        var shares = new double[shape.Ages * shape.Covariates];
        for (var covariate = 0; covariate < shape.Covariates; covariate++)
        {
            var own = parents.Where(parent => parent.Covariate == covariate).ToList();
            foreach (var parent in own)
            {
                shares[Cell(shape, parent)] += 1.0 / own.Count;
            }

            if (own.Count == 0)
            {
                // Nothing is known of anybody's age: every day of childhood alike, from fourteen for unaccompanied
                // children, of whom nine in ten in England are sixteen or seventeen or will soon be.
                var from = covariate == CareModel.Unaccompanied ? 14 * CareModel.YearDays : 0;
                for (var band = 0; band < shape.Ages; band++)
                {
                    var start = Math.Max(from, band == 0 ? 0 : shape.AgeEdges[band - 1]);
                    shares[(covariate * shape.Ages) + band] = Math.Max(0, shape.AgeEdges[band] - start) / (shape.AgeLimit - from);
                }
            }
        }

        return shares;
    }

    // First placements by age and covariate: the cell's own, two from its age band, that from all ages.
    private static double[] Smoothed(KernelShape shape, double[] placed, List<KnownPeriod> parents)
    {
        var states = shape.States;
        var all = Enumerable.Repeat(0.5 / states, states).ToArray();
        foreach (var parent in parents)
        {
            all[parent.Spells[0].State]++;
        }

        var smooth = new double[placed.Length];
        for (var cell = 0; cell < placed.Length / states; cell++)
        {
            var age = cell % shape.Ages;
            var band = new double[states];
            for (var state = 0; state < states; state++)
            {
                band[state] = Hold * all[state] / all.Sum();
                for (var covariate = 0; covariate < shape.Covariates; covariate++)
                {
                    band[state] += placed[(((covariate * shape.Ages) + age) * states) + state];
                }
            }

            for (var state = 0; state < states; state++)
            {
                smooth[(cell * states) + state] = CareModel.CanPlace(state, age)
                    ? placed[(cell * states) + state] + (Hold * band[state] / band.Sum())
                    : 0;
            }
        }

        return smooth;
    }

    // Ages of a band in which nobody started: those of first known days, or else evenly over the band.
    private static float[] Filled(KernelShape shape, List<float> pool, List<KnownPeriod> parents, int band)
    {
        if (pool.Count > 0)
        {
            return [.. pool];
        }

        var known = parents
            .Where(parent => CareModel.AgeBand(shape, parent.AgeOn(parent.Start)) == band)
            .Select(parent => (float)parent.AgeOn(parent.Start))
            .ToArray();
        if (known.Length > 0)
        {
            return known;
        }

        var from = band == 0 ? 0 : shape.AgeEdges[band - 1];
        return [.. Enumerable.Range(0, 12).Select(part => (float)(from + ((part + 0.5) / 12 * (shape.AgeEdges[band] - from))))];
    }
}
