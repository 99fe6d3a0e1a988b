using System.Collections.Immutable;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Care.Submitted;

namespace Plimsoll.Core.Anyshire;

/// <summary>How tidy the made-up records are.</summary>
public enum Untidiness
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>A few dozen everyday mistakes, each listed in <see cref="AnyshireReturns.Faults"/>.</summary>
    Everyday,
}

/// <summary>A mistake put into the records on purpose, so that the Data page has something to explain.</summary>
/// <param name="Kind">What kind of mistake: "no-reason-ceased".</param>
/// <param name="CollectionYear">The return that holds it.</param>
/// <param name="Table">The table that holds it.</param>
/// <param name="Child">CHILD of the row.</param>
/// <param name="Commenced">DECOM of the row, or null where the table has none.</param>
/// <param name="Says">In words, what is wrong.</param>
public sealed record PlantedFault(string Kind, int CollectionYear, ReturnTable Table, string Child, DateOnly? Commenced, string Says);

/// <summary>Everything about the made-up council Anyshire that a user can load, and the truth behind it.</summary>
/// <param name="Seed">The seed of the world.</param>
/// <param name="LastDay">The last day of the returns, 31 March.</param>
/// <param name="Years">Five yearly returns, ascending.</param>
/// <param name="Prices">Its price list.</param>
/// <param name="PlacementCosts">What it pays for each child's placement in the last year, with a few everyday slips.</param>
/// <param name="Budgets">Its budgets for the two financial years after the returns.</param>
/// <param name="Truth">What is really so.</param>
/// <param name="Faults">The mistakes put in on purpose; empty when tidy.</param>
public sealed record AnyshireReturns(
    ulong Seed,
    DateOnly LastDay,
    ImmutableArray<SubmittedReturn> Years,
    PriceBook Prices,
    PlacementCostSheet PlacementCosts,
    ImmutableArray<AnyshireBudget> Budgets,
    AnyshireTruth Truth,
    ImmutableArray<PlantedFault> Faults);
