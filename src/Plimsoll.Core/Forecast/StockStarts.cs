using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// The children in care on the as-at date as starting points of trajectories, times in days from the start of the
/// forecast. What is not known of a child (age, start of care) is drawn anew in every replicate.
/// </summary>
internal sealed class StockStarts
{
    private readonly SubjectStart[] starts;
    private readonly ulong[] keys;
    private readonly bool[] ageUnknown;
    private readonly (double Extra, double Chance)[]?[] earlier;
    private readonly double[][] limitsByState;

    private StockStarts(
        StockChild[] children, SubjectStart[] starts, ulong[] keys, bool[] ageUnknown, (double Extra, double Chance)[]?[] earlier, double[][] limitsByState, SubjectStart[] leaving)
    {
        (this.starts, this.keys, this.ageUnknown, this.earlier, this.limitsByState) = (starts, keys, ageUnknown, earlier, limitsByState);
        Leaving = leaving;
        Children = children;
    }

    /// <summary>The children whose future is simulated.</summary>
    public StockChild[] Children { get; }

    /// <summary>Number of children whose future is simulated.</summary>
    public int Count => starts.Length;

    /// <summary>Children whose care is known to end on the first day: eighteen and over, or an end already recorded.</summary>
    public SubjectStart[] Leaving { get; }

    /// <summary>Children whose age is not known.</summary>
    public int AgeUnknown => ageUnknown.Count(unknown => unknown);

    /// <summary>Children under seventeen but unaccompanied ones, those of unknown age by the share among the others.</summary>
    public double Under17
    {
        get
        {
            var (all, known, young) = (0, 0, 0);
            for (var child = 0; child < starts.Length; child++)
            {
                if (starts[child].Covariate == CareModel.Unaccompanied)
                {
                    continue;
                }

                all++;
                if (!ageUnknown[child])
                {
                    known++;
                    young += starts[child].Limit > CareModel.YearDays ? 1 : 0;
                }
            }

            return young + ((all - known) * (known == 0 ? 17.0 / 18 : (double)young / known));
        }
    }

    /// <summary>Prepares the stock.</summary>
    /// <param name="care">What is known.</param>
    /// <param name="unknown">The spread of unknown starts.</param>
    /// <param name="shape">The model.</param>
    public static StockStarts Of(KnownCare care, UnknownStarts unknown, KernelShape shape)
    {
        var staying = care.Stock.Where(child => !child.LeavesAtOnce).ToList();
        var children = staying.Select(child => Start(child, care.Until)).ToArray();
        var limits = Enumerable.Range(0, shape.States + 1)
            .Select(state => children.Where((child, index) => staying[index].Limit is not null && (child.State == state || state == shape.States))
                .Select(child => child.Limit).Order().ToArray())
            .ToArray();
        return new StockStarts(
            [.. staying],
            children,
            [.. staying.Select(child => child.Key)],
            [.. staying.Select(child => child.Limit is null)],
            [.. staying.Select(child => Earlier(child, care, unknown))],
            limits,
            [.. care.Stock.Where(child => child.LeavesAtOnce).Select(child => Start(child, care.Until))]);
    }

    /// <summary>Walks every child of a replicate into the tally.</summary>
    /// <param name="life">The replicate's rates.</param>
    /// <param name="grid">Calendar.</param>
    /// <param name="stream">A stream that may be restarted.</param>
    /// <param name="run">Keys of the run.</param>
    /// <param name="replicate">Number of the replicate.</param>
    /// <param name="prices">What their placements cost.</param>
    /// <param name="others">Sees all but unaccompanied children.</param>
    /// <param name="unaccompanied">Sees unaccompanied children.</param>
    public void Walk(
        CareLife life, MonthGrid grid, Xoshiro256 stream, RunKeys run, ulong replicate, PriceFuture prices, ref FutureRecorder others, ref FutureRecorder unaccompanied)
    {
        var shape = life.Table.Shape;
        foreach (var child in Leaving)
        {
            var tariff = shape.Tariffs - 1;
            ref var recorder = ref child.Covariate == CareModel.Unaccompanied ? ref unaccompanied : ref others;
            recorder.Begin(0);
            recorder.Present();
            recorder.Enter(child.State, tariff, 0);
            recorder.Leave(child.State, tariff, 0);
            recorder.Exit(child.Limit <= 0 ? shape.Exits : shape.Exits - 1, 0);
        }

        var walk = run.Of(Streams.Stock, replicate);
        var draw = run.Of(Streams.Unknown, replicate);
        var price = run.Of(Streams.Prices, replicate);
        for (var child = 0; child < starts.Length; child++)
        {
            var start = starts[child];
            if (ageUnknown[child] || earlier[child] is not null)
            {
                stream.Restart(draw ^ keys[child]);
                start = Drawn(start, child, stream);
            }

            ref var recorder = ref start.Covariate == CareModel.Unaccompanied ? ref unaccompanied : ref others;
            recorder.Begin(price ^ keys[child], prices.StockFactors[child], prices.Dearest[child]);
            recorder.Present();
            life.Walk(start, walk ^ keys[child], grid.Horizon, ref recorder);
        }
    }

    private SubjectStart Drawn(SubjectStart start, int child, Xoshiro256 stream)
    {
        if (ageUnknown[child])
        {
            var pool = limitsByState[start.State].Length > 0 ? limitsByState[start.State] : limitsByState[^1];
            start = start with { Limit = pool.Length > 0 ? pool[stream.NextBelow(pool.Length)] : 1 + stream.NextBelow((int)CareModel.AgeLimit) };
        }

        if (earlier[child] is { } spread)
        {
            var uniform = stream.NextDouble();
            var which = 0;
            while (which < spread.Length - 1 && uniform >= spread[which].Chance)
            {
                uniform -= spread[which].Chance;
                which++;
            }

            start = start with { Entered = start.Entered - spread[which].Extra };
        }

        return start;
    }

    private static SubjectStart Start(StockChild child, int until) => new(
        0, child.Limit is { } limit ? limit - until : double.NaN, child.Entered - until, child.SpellBegan - until, child.State, child.Covariate);

    // Null where the start is known, or the child has been seen so long that it no longer matters.
    private static (double Extra, double Chance)[]? Earlier(StockChild child, KnownCare care, UnknownStarts unknown) =>
        child.EnteredKnown || care.Until - child.Entered >= 4 * CareModel.YearDays ? null : [.. unknown.Posterior(child, care.Until)];
}
