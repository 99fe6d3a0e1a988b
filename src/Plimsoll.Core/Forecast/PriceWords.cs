using System.Collections.Immutable;
using System.Globalization;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Forecast;

/// <summary>What a forecast assumes about prices, in sentences for its trace: every figure that a reader may want to change, with its source.</summary>
public static class PriceWords
{
    /// <summary>The sentences.</summary>
    /// <param name="model">The fitted prices.</param>
    /// <param name="assumptions">What was assumed where prices are few.</param>
    public static ImmutableArray<string> Assumptions(PriceModel model, PriceUncertainty assumptions)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(assumptions);
        return
        [
            model.PricesKnown == 0
                ? "No placement costs of the council are loaded: on average a placement costs the list price."
                : $"{InWords.Count(model.KnownFactors.Count, "child", "children")} in care {(model.KnownFactors.Count == 1 ? "is" : "are")} at actual prices; other placements are drawn from "
                    + $"{InWords.Count(model.PricesKnown, "actual price", "actual prices")} over the list price, those of fewer than thirty held to the list.",
            "Where own prices are few, two in three placements lie within this much of the list price: " + string.Join("; ", assumptions.Spreads
                .GroupBy(spread => spread.Value.LogSd)
                .OrderBy(group => group.Key)
                .Select(group => $"{InWords.WholePercent((decimal)(Math.Exp(group.Key) - 1))} for {string.Join(", ", group.OrderBy(spread => spread.Key).Select(spread => spread.Key.Label().ToLowerInvariant()))}")) + ".",
            $"In two years of three a price rise lies within this many points of the one that is set: {string.Join(", ", assumptions.YearlySd.OrderBy(item => item.Key).Select(item => $"{Points(item.Value)} for {Words(item.Key)}"))}. "
                + $"Kinds of placement rise together in part (correlation {Number(assumptions.GroupCorrelation)}).",
            $"A child in a dear home tends to need a dear home next (correlation {Number(assumptions.MoveCorrelation)}).",
        ];
    }

    /// <summary>What a reader must know about prices that no figure holds; empty when there is nothing.</summary>
    public static ImmutableArray<string> Notes(PriceModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.WeeklyUnlisted.Pounds == 0
            ? []
            : [$"{InWords.Pounds(model.WeeklyUnlisted)} a week is paid for placements that the price list has free of charge or not at all. It is in no figure: add a list price for these kinds of placement."];
    }

    /// <summary>The words for a group of placements whose prices rise together.</summary>
    public static string Words(PriceGroup group) => group switch
    {
        PriceGroup.OwnFamilies => "our own foster carers, family and friends",
        PriceGroup.AgencyFoster => "agency foster care",
        PriceGroup.ExternalHomes => "homes and schools run by others",
        PriceGroup.OwnHomes => "our own homes",
        PriceGroup.Supported => "supported accommodation and other",
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };

    private static string Number(double value) => value.ToString("0.0##", CultureInfo.InvariantCulture);

    private static string Points(double share) => (100 * share).ToString("0.0#", CultureInfo.InvariantCulture);
}
