using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// Records simulated lives into the tally of a replicate, every placement at a price of its own that it keeps until it
/// ends. Prices have a stream for each child, so that they shift nothing else.
/// </summary>
internal struct FutureRecorder : ILifeRecorder
{
    private readonly MonthlyTally tally;
    private readonly MonthlyTally dearest;
    private readonly MonthGrid grid;
    private readonly PriceModel? prices;
    private readonly PriceDraw? draw;
    private readonly int[]? change;
    private readonly Xoshiro256 stream = new(0);
    private double known;
    private double score;
    private double factor;
    private int from;
    private bool isApart;

    /// <summary>Makes a recorder.</summary>
    /// <param name="tally">The tally of all.</param>
    /// <param name="dearest">The tally of the ten dearest placements of today.</param>
    /// <param name="grid">Calendar.</param>
    /// <param name="prices">Prices around the list; null where every placement has its list price.</param>
    /// <param name="draw">Those of the replicate; null likewise.</param>
    /// <param name="change">Change of the number in care by month, where it is watched; null where not.</param>
    public FutureRecorder(MonthlyTally tally, MonthlyTally dearest, MonthGrid grid, PriceModel? prices, PriceDraw? draw, int[]? change)
    {
        (this.tally, this.dearest, this.grid, this.prices, this.draw, this.change) = (tally, dearest, grid, prices, draw, change);
        (known, from) = (double.NaN, -1);
    }

    /// <summary>Makes ready for the next child.</summary>
    /// <param name="key">Key of the child's stream of prices.</param>
    /// <param name="firstFactor">Price over list price of the first placement; NaN to draw it.</param>
    /// <param name="isDearest">Whether the first placement is among the ten dearest, whose cost is wanted apart.</param>
    public void Begin(ulong key, double firstFactor = double.NaN, bool isDearest = false)
    {
        stream.Restart(key);
        (known, from, isApart) = (firstFactor, -1, isDearest);
    }

    /// <summary>The child is in care when the forecast starts.</summary>
    public readonly void Present()
    {
        if (change is not null)
        {
            change[0]++;
        }
    }

    /// <summary>A child starts care.</summary>
    public readonly void Start(double time)
    {
        tally.Start(time);
        if (change is not null)
        {
            change[grid.MonthOf(time)]++;
        }
    }

    /// <inheritdoc />
    public readonly void Return(double time) => Start(time);

    /// <inheritdoc />
    public void Enter(int state, int tariff, double time)
    {
        if (prices is null || draw is null)
        {
            factor = 1;
        }
        else if (double.IsNaN(known))
        {
            var normal = stream.NextNormal();
            score = from < 0 ? normal : prices.NextScore(from, state, score, normal);
            factor = draw.FactorAt(state, tariff, score);
        }
        else
        {
            (factor, score, known) = (known, draw.ScoreOf(state, tariff, known), double.NaN);
        }

        from = state;
        tally.Enter(state, tariff, time, factor);
        if (isApart)
        {
            dearest.Enter(state, tariff, time, factor);
        }
    }

    /// <inheritdoc />
    public readonly void Retariff(int state, int fromTariff, int toTariff, double time)
    {
        tally.Leave(state, fromTariff, time, factor);
        tally.Enter(state, toTariff, time, factor);
        if (isApart)
        {
            dearest.Leave(state, fromTariff, time, factor);
            dearest.Enter(state, toTariff, time, factor);
        }
    }

    /// <inheritdoc />
    public void Leave(int state, int tariff, double time)
    {
        tally.Leave(state, tariff, time, factor);
        if (isApart)
        {
            // Only the placement of today is among the dearest, not what follows it.
            dearest.Leave(state, tariff, time, factor);
            isApart = false;
        }
    }

    /// <inheritdoc />
    public readonly void Exit(int exit, double time)
    {
        tally.Exit(exit, time);
        if (change is not null)
        {
            change[grid.MonthOf(time)]--;
        }
    }
}
