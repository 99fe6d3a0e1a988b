using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Budget;

/// <summary>Whether a placement was bought through a framework agreement.</summary>
public enum FrameworkUse
{
    /// <summary>The sheet does not say.</summary>
    Unknown,

    /// <summary>Under a framework.</summary>
    On,

    /// <summary>Off framework.</summary>
    Off,
}

/// <summary>How a placement was bought.</summary>
public enum Purchase
{
    /// <summary>The sheet does not say.</summary>
    Unknown,

    /// <summary>A bed of a block contract, paid whether or not a child lives there.</summary>
    Block,

    /// <summary>Bought for this child.</summary>
    Spot,
}

/// <summary>
/// What a council pays for one child's placement over a period, one row of its placement cost sheet. An amount that the
/// sheet leaves empty is null: not known, which is not zero.
/// </summary>
/// <param name="Child">The child, by the key of the returns; the authority may be empty.</param>
/// <param name="Provider">The organisation that is paid; empty when the sheet does not say.</param>
/// <param name="Core">Pounds a week for care and accommodation, or the whole price when the sheet has one amount only.</param>
/// <param name="Education">Pounds a week for education in the price; null when not known.</param>
/// <param name="Health">Pounds a week for health and therapy in the price; null when not known.</param>
/// <param name="Days">Half-open; an open one has no planned end.</param>
/// <param name="Framework">Framework or not.</param>
/// <param name="Purchase">Block or spot.</param>
/// <param name="Contributions">Pounds a week that others pay towards it (health, education, other councils), as a positive amount; null when not known.</param>
/// <param name="Source">Where the row stood.</param>
public sealed record PlacementCost(
    ChildKey Child,
    string Provider,
    Money? Core,
    Money? Education,
    Money? Health,
    Period Days,
    FrameworkUse Framework,
    Purchase Purchase,
    Money? Contributions,
    SourceRow Source)
{
    /// <summary>
    /// The weekly price of every figure of cost: core, education and health together, before contributions, because a
    /// forecast's cost is gross. Parts that are not known add nothing.
    /// </summary>
    public Money Weekly => (Core ?? Money.Zero) + (Education ?? Money.Zero) + (Health ?? Money.Zero);
}

/// <summary>A council's placement cost sheet. One is in force at a time; an earlier one is kept.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Rows">The rows that could be used, in order of the file.</param>
public sealed record PlacementCostSheet(string Name, ImmutableArray<PlacementCost> Rows)
{
    /// <summary>What was found in reading: rows left out, words not understood.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}
