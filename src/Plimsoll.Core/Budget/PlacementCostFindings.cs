using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Budget;

/// <summary>What does not match between a placement cost sheet and the returns, as findings with pounds a week.</summary>
public static class PlacementCostFindings
{
    /// <summary>The table that these findings name.</summary>
    public const string Table = "Placement costs";

    /// <summary>Findings both ways; empty when all match.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="match">The sheet matched to the returns.</param>
    public static ImmutableArray<Finding> Of(PlacementCostSheet sheet, PlacementCostMatch match)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(match);
        return
        [
            .. sheet.Findings,
            .. match.WithoutPlacement.IsEmpty ? ImmutableArray<Finding>.Empty : [WithoutPlacement(match)],
            .. match.WithoutCost.IsEmpty ? ImmutableArray<Finding>.Empty : [WithoutCost(sheet, match)],
        ];
    }

    private static Finding WithoutPlacement(PlacementCostMatch match) => new(
        "cost-without-placement",
        FindingSeverity.Query,
        Table,
        FindingEffect.Cost,
        $"{InWords.Count(match.WithoutPlacement.Length, "cost has", "costs have")} no placement in the returns: "
            + $"{InWords.Pounds(match.WeeklyWithoutPlacement)} a week on {InWords.Date(match.On)}.",
        "Nothing of this is in our figures. Either a payment should have stopped, or the returns lack a placement.",
        match.WithoutPlacement.Select(found => found.Cost.Child).Distinct().Count(),
        [
            .. match.WithoutPlacement.Select(found => new FindingRow(
                found.Cost.Source.File,
                found.Cost.Source.Line,
                "",
                found.Cost.Child.LocalId,
                $"{InWords.Pounds(found.Cost.Weekly)} a week from {InWords.FileDate(found.Cost.Days.Start)}"
                    + (found.Cost.Days.End is { } end ? $" to {InWords.FileDate(end)}" : "")
                    + found.Reason switch
                    {
                        NoPlacement.ChildNotKnown => "; no child in the returns has this identifier",
                        NoPlacement.ChildAmbiguous => "; several authorities have a child with this identifier",
                        NoPlacement.PlacementEnded => "; the placement had ended by then",
                        NoPlacement.Replaced => "; a row that starts later prices the same child",
                        _ => "; the child lived in no placement on these days",
                    },
                "left it out")),
        ]);

    private static Finding WithoutCost(PlacementCostSheet sheet, PlacementCostMatch match) => new(
        "placement-without-cost",
        FindingSeverity.Query,
        Table,
        FindingEffect.Cost,
        $"{InWords.Count(match.WithoutCost.Length, "placement", "placements")} in force on {InWords.Date(match.On)} "
            + $"{(match.WithoutCost.Length == 1 ? "has" : "have")} no cost in the sheet: about {InWords.Pounds(match.WeeklyWithoutCost)} a week at list prices.",
        "We used list prices instead. Either the sheet lacks a row, or the returns did not end a placement.",
        match.WithoutCost.Length,
        [
            .. match.WithoutCost.Select(found => new FindingRow(
                sheet.Name,
                0,
                "",
                found.Child.Key.LocalId,
                $"{found.Spell.State.Label()} from {InWords.FileDate(found.Spell.Days.Start)}",
                found.ListWeekly is { } list ? $"priced it at {InWords.Pounds(list)} a week" : "left it without a price: the price list has none")),
        ]);
}
