namespace Plimsoll.Statistics.Simulation;

/// <summary>Gives each new placement its price. Implemented by structs, with a stream of its own: a draw here must not shift the draws of the walk.</summary>
public interface IPriceSource
{
    /// <summary>Price of a new placement as a factor on the list price of its state and tariff band; 1 is the list price.</summary>
    double Next(int state, int tariff);
}

/// <summary>Records into the monthly tally of a replicate, every placement at a price of its own that it keeps until it ends.</summary>
/// <typeparam name="TPrices">Where prices come from.</typeparam>
public struct PricedRecorder<TPrices> : ITrajectoryRecorder
    where TPrices : struct, IPriceSource
{
    private readonly MonthlyTally tally;
    private TPrices prices;
    private double factor;
    private double known;
    private MonthlyTally? apart;

    /// <summary>Makes a recorder.</summary>
    /// <param name="tally">A tally with prices (<see cref="TallyContent.Priced"/>).</param>
    /// <param name="prices">Where the prices of new placements come from.</param>
    /// <exception cref="ArgumentException">The tally has no prices.</exception>
    public PricedRecorder(MonthlyTally tally, TPrices prices)
    {
        ArgumentNullException.ThrowIfNull(tally);
        Require(tally);
        (this.tally, this.prices, factor, known) = (tally, prices, 1, double.NaN);
    }

    /// <summary>The source of prices as it now stands.</summary>
    public readonly TPrices Prices => prices;

    /// <summary>Makes ready for the next subject.</summary>
    /// <param name="source">Its source of prices.</param>
    /// <param name="firstFactor">The factor of its first placement, where that is known; NaN to draw it.</param>
    /// <param name="also">A second tally for a small set of subjects whose figures are wanted apart; null for none.</param>
    public void Begin(TPrices source, double firstFactor = double.NaN, MonthlyTally? also = null)
    {
        if (also is not null)
        {
            Require(also);
        }

        (prices, known, apart) = (source, firstFactor, also);
    }

    /// <inheritdoc />
    public void Enter(int state, int tariff, double time)
    {
        factor = double.IsNaN(known) ? prices.Next(state, tariff) : known;
        known = double.NaN;
        tally.Enter(state, tariff, time, factor);
        apart?.Enter(state, tariff, time, factor);
    }

    /// <inheritdoc />
    public readonly void Retariff(int state, int fromTariff, int toTariff, double time)
    {
        tally.Leave(state, fromTariff, time, factor);
        tally.Enter(state, toTariff, time, factor);
        apart?.Leave(state, fromTariff, time, factor);
        apart?.Enter(state, toTariff, time, factor);
    }

    /// <inheritdoc />
    public readonly void Leave(int state, int tariff, double time)
    {
        tally.Leave(state, tariff, time, factor);
        apart?.Leave(state, tariff, time, factor);
    }

    /// <inheritdoc />
    public readonly void Exit(int exit, double time)
    {
        tally.Exit(exit, time);
        apart?.Exit(exit, time);
    }

    private static void Require(MonthlyTally tally)
    {
        if (tally.Content != TallyContent.Priced)
        {
            throw new ArgumentException("The tally has no prices.", nameof(tally));
        }
    }
}
