using System.Collections.Immutable;
using Plimsoll.Core.Budget;
using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Budget;

/// <summary>What came of reading a placement cost sheet. Rows at fault are findings; only a file that is no such sheet is refused.</summary>
public abstract record PlacementCostOutcome
{
    private PlacementCostOutcome()
    {
    }

    /// <summary>The sheet was read.</summary>
    /// <param name="Sheet">Its rows and findings.</param>
    public sealed record Read(PlacementCostSheet Sheet) : PlacementCostOutcome;

    /// <summary>It was refused.</summary>
    /// <param name="Refusals">Every reason, at least one.</param>
    public sealed record Refused(ImmutableArray<Refusal> Refusals) : PlacementCostOutcome;
}
