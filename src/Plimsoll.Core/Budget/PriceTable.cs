using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Budget;

/// <summary>What a price list says about a state, an age and a day.</summary>
public abstract record PriceFound;

/// <summary>The list holds a price for exactly this.</summary>
/// <param name="Row">The most specific row.</param>
public sealed record PriceListed(PriceRow Row) : PriceFound;

/// <summary>The list has a price for the state, but for another time or age: the nearest is used and said so.</summary>
/// <param name="Row">The nearest row.</param>
/// <param name="Note">A sentence for the notes of a forecast.</param>
public sealed record PriceNearest(PriceRow Row, string Note) : PriceFound;

/// <summary>The list holds no price for the state at all. Its cost is not known, which is not zero.</summary>
/// <param name="State">The state.</param>
public sealed record PriceMissing(PlacementState State) : PriceFound;

/// <summary>Looks prices up. Prices are gross placement cost, before grants and contributions.</summary>
public static class PriceTable
{
    /// <summary>The price for a state, an age and a day: the narrowest age range wins, then the latest start.</summary>
    /// <param name="prices">The list.</param>
    /// <param name="state">Placement state.</param>
    /// <param name="age">Completed years; over 17 counts as 17; null for not known, and then the widest range wins.</param>
    /// <param name="day">The day whose night is priced.</param>
    public static PriceFound For(PriceBook prices, PlacementState state, int? age, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(prices);
        var years = age is { } known ? Math.Clamp(known, 0, 17) : (int?)null;
        PriceRow? best = null;
        PriceRow? nearest = null;
        foreach (var row in prices.Rows)
        {
            if (row.State != state)
            {
                continue;
            }

            if (row.Valid.Contains(day) && Fits(row, years) && (best is null || IsBetter(row, best, years)))
            {
                best = row;
            }

            if (nearest is null || Nearness(row, years, day).CompareTo(Nearness(nearest, years, day)) < 0)
            {
                nearest = row;
            }
        }

        return (best, nearest) switch
        {
            ({ } row, _) => new PriceListed(row),
            (null, { } row) => new PriceNearest(row, Note(row, state, day)),
            _ => new PriceMissing(state),
        };
    }

    private static bool Fits(PriceRow row, int? age) => age is not { } years || (row.AgeFrom <= years && years < row.AgeTo);

    private static bool IsBetter(PriceRow row, PriceRow than, int? age)
    {
        var (width, other) = (row.AgeTo - row.AgeFrom, than.AgeTo - than.AgeFrom);
        return width == other ? row.Valid.Start > than.Valid.Start : age is null ? width > other : width < other;
    }

    // Nearest in time first, then in age, then the narrower range, then the later start.
    private static (int Days, int Years, int Width, int Start) Nearness(PriceRow row, int? age, DateOnly day)
    {
        var days = day < row.Valid.Start ? row.Valid.Start.DayNumber - day.DayNumber
            : row.Valid.End is { } end && day >= end ? day.DayNumber - end.DayNumber + 1
            : 0;
        var years = age is not { } known || Fits(row, known) ? 0 : known < row.AgeFrom ? row.AgeFrom - known : known - row.AgeTo + 1;
        return (days, years, row.AgeTo - row.AgeFrom, -row.Valid.Start.DayNumber);
    }

    private static string Note(PriceRow row, PlacementState state, DateOnly day) =>
        row.Valid.Contains(day)
            ? $"{state.Label()}: the price list has no price for every age, so the price for ages {row.AgeFrom} to {row.AgeTo - 1} was used for the others."
            : day < row.Valid.Start
                ? $"{state.Label()}: the price list starts on {InWords.Date(row.Valid.Start)}; that price was used for the time before."
                : $"{state.Label()}: the price list ends on {InWords.Date(row.Valid.End!.Value.AddDays(-1))}; that price was used for the time after.";
}
