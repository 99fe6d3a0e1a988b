using System.Collections.Immutable;
using Plimsoll.Core.Budget;
using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Budget;

/// <summary>What came of reading a price list. A price list is read whole or not at all: a missing row would silently price children at another price.</summary>
public abstract record PriceOutcome
{
    private PriceOutcome()
    {
    }

    /// <summary>The list was read.</summary>
    /// <param name="Prices">The prices in the order of the file.</param>
    public sealed record Read(PriceBook Prices) : PriceOutcome;

    /// <summary>The list was refused.</summary>
    /// <param name="Refusals">Every reason with its row, at least one.</param>
    public sealed record Refused(ImmutableArray<Refusal> Refusals) : PriceOutcome;
}
