using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Budget;

/// <summary>A weekly price of a placement, for an age range and from a date.</summary>
/// <param name="State">The placement state.</param>
/// <param name="AgeFrom">First completed year of age, inside.</param>
/// <param name="AgeTo">First completed year of age outside: 0 to 18 is every child.</param>
/// <param name="Weekly">Pounds a week; a night costs a seventh of it.</param>
/// <param name="Valid">Half-open period in which the price holds.</param>
/// <param name="Source">Where the price comes from.</param>
public sealed record PriceRow(PlacementState State, int AgeFrom, int AgeTo, Money Weekly, Period Valid, string Source);

/// <summary>A dated price list. The most specific row wins: the narrowest age range, then the latest start.</summary>
/// <param name="Name">"Anyshire placement prices 2026" or the name of the shipped list.</param>
/// <param name="IsShippedDefault">True for the list that comes with the product: every figure that rests on it says so.</param>
/// <param name="Rows">The prices.</param>
public sealed record PriceBook(string Name, bool IsShippedDefault, ImmutableArray<PriceRow> Rows);
