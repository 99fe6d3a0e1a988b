using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Tests.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Tests.Budget;

/// <summary>Short ways to write placement cost sheets in tests.</summary>
internal static class Costs
{
    /// <summary>"C1 2024-05-01 - 4500" or "C1 2024-05-01 2024-06-01 4500 300 200": child, start, end or -, core, education, health.</summary>
    public static PlacementCostSheet Sheet(params string[] rows) =>
        new("Test sheet", [.. rows.Select((row, index) => Row(row, index + 2))]);

    public static PriceBook Prices(decimal weekly, params PlacementState[] free) => new(
        "Test prices",
        false,
        [
            .. PlacementStates.All.Select(state => new PriceRow(
                state, 0, 18, new Money(free.Contains(state) ? 0 : weekly), new Period(new DateOnly(2015, 4, 1), null), "test")),
        ]);

    private static PlacementCost Row(string text, int line)
    {
        var part = text.Split(' ');
        Money? Amount(int at) => part.Length > at ? new Money(decimal.Parse(part[at], System.Globalization.CultureInfo.InvariantCulture)) : null;
        return new PlacementCost(
            Key(part[0]),
            "Sunny Bank Homes",
            Amount(3),
            Amount(4),
            Amount(5),
            new Period(Returns.Day(part[1]), part[2] == "-" ? null : Returns.Day(part[2])),
            FrameworkUse.Unknown,
            Purchase.Unknown,
            null,
            new SourceRow("costs.csv", line));
    }

    private static ChildKey Key(string text) =>
        text.Split(':') is [var authority, var child] ? new ChildKey(authority, child) : new ChildKey("", text);
}
