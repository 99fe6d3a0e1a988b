using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Budget;

/// <summary>
/// The price of a night by state, age band and day over a span, list prices before a given day and with yearly rises
/// from then. Kept as running sums, so that the price of any run of nights is one subtraction.
/// </summary>
public sealed class DailyPrices
{
    private readonly double[][] running;
    private readonly DateOnly first;

    private DailyPrices(DateOnly first, ImmutableArray<int> edges, double[][] running, ImmutableArray<string> notes)
    {
        this.first = first;
        this.running = running;
        AgeEdges = edges;
        Notes = notes;
    }

    /// <summary>Inner edges of the age bands in completed years, ascending: where any price of the list changes with age.</summary>
    public ImmutableArray<int> AgeEdges { get; }

    /// <summary>Number of age bands. One more set of prices, number <see cref="Bands"/>, is for children whose age is not known.</summary>
    public int Bands => AgeEdges.Length + 1;

    /// <summary>What a reader must know: prices taken from another time or age, states without a price.</summary>
    public ImmutableArray<string> Notes { get; }

    /// <summary>Works the prices out.</summary>
    /// <param name="prices">The list.</param>
    /// <param name="rises">Yearly rise by state; a state that is left out rises by <paramref name="riseElsewhere"/>.</param>
    /// <param name="riseElsewhere">Yearly rise of the states that <paramref name="rises"/> leaves out.</param>
    /// <param name="first">First day.</param>
    /// <param name="forecastFrom">
    /// Day from which prices rise: each 1 April strictly after it, and after the start of the row, adds a year's rise.
    /// </param>
    /// <param name="until">First day after the span.</param>
    public static DailyPrices Over(
        PriceBook prices,
        IReadOnlyDictionary<PlacementState, decimal> rises,
        IReadOnlyDictionary<PlacementState, decimal> riseElsewhere,
        DateOnly first,
        DateOnly forecastFrom,
        DateOnly until)
    {
        ArgumentNullException.ThrowIfNull(prices);
        ArgumentNullException.ThrowIfNull(rises);
        ArgumentNullException.ThrowIfNull(riseElsewhere);
        ImmutableArray<int> edges =
            [.. prices.Rows.SelectMany(row => new[] { row.AgeFrom, row.AgeTo }).Where(age => age is > 0 and < 18).Distinct().Order()];
        var days = until.DayNumber - first.DayNumber;
        var changes = ChangeDays(prices, first, until);
        var notes = new List<string>();
        var nearest = new List<(PlacementState State, string Note)>();
        var sumsOf = new double[PlacementStates.Count * (edges.Length + 2)][];
        foreach (var state in PlacementStates.All)
        {
            var rise = rises.TryGetValue(state, out var own) ? own : riseElsewhere.GetValueOrDefault(state);
            for (var band = 0; band <= edges.Length + 1; band++)
            {
                int? age = band > edges.Length ? null : band == 0 ? 0 : edges[band - 1];
                var sums = new double[days + 1];
                for (var change = 0; change < changes.Count - 1; change++)
                {
                    var nightly = (double)Nightly(prices, state, age, rise, changes[change], forecastFrom, notes, nearest);
                    var (from, to) = (changes[change].DayNumber - first.DayNumber, changes[change + 1].DayNumber - first.DayNumber);
                    for (var day = from; day < to; day++)
                    {
                        sums[day + 1] = sums[day] + nightly;
                    }
                }

                sumsOf[((int)state * (edges.Length + 2)) + band] = sums;
            }
        }

        return new DailyPrices(first, edges, sumsOf, [.. notes.Distinct(), .. InShort(nearest)]);
    }

    /// <summary>The age band of completed years; <see cref="Bands"/> for not known.</summary>
    public int BandOf(int? age)
    {
        if (age is not { } years)
        {
            return Bands;
        }

        var band = 0;
        while (band < AgeEdges.Length && years >= AgeEdges[band])
        {
            band++;
        }

        return band;
    }

    /// <summary>Pounds for the nights from a day up to, not including, another, both inside the span.</summary>
    public double Of(PlacementState state, int band, DateOnly from, DateOnly until)
    {
        var sums = running[((int)state * (Bands + 1)) + band];
        return sums[until.DayNumber - first.DayNumber] - sums[from.DayNumber - first.DayNumber];
    }

    // A list that begins late says so once, not once for each kind of placement.
    private static List<string> InShort(List<(PlacementState State, string Note)> nearest)
    {
        const int FewEnough = 3;
        var notes = nearest.Select(found => found.Note).Distinct().ToList();
        var states = nearest.Select(found => found.State).Distinct().ToList();
        return notes.Count <= FewEnough
            ? notes
            : [$"For {states.Count} of {PlacementStates.Count} kinds of placement the price list has no price for some of the time or ages: the nearest price was used."];
    }

    private static decimal Nightly(
        PriceBook prices, PlacementState state, int? age, decimal rise, DateOnly day, DateOnly forecastFrom, List<string> notes,
        List<(PlacementState State, string Note)> nearest)
    {
        PriceRow row;
        switch (PriceTable.For(prices, state, age, day))
        {
            case PriceListed listed:
                row = listed.Row;
                break;
            case PriceNearest close:
                row = close.Row;
                nearest.Add((state, close.Note));
                break;
            default:
                notes.Add($"{state.Label()}: the price list holds no price, so the cost of these placements is not in any figure. Add a price for {state.Code()}.");
                return 0;
        }

        var price = row.Weekly.Pounds / 7m;
        var since = row.Valid.Start > forecastFrom ? row.Valid.Start : forecastFrom;
        for (var april = new DateOnly(since.Year, 4, 1); april <= day; april = april.AddYears(1))
        {
            if (april > since)
            {
                price *= 1 + rise;
            }
        }

        return price;
    }

    // Days on which any price may change, with both ends of the span.
    private static List<DateOnly> ChangeDays(PriceBook prices, DateOnly first, DateOnly until)
    {
        var days = new SortedSet<DateOnly> { first, until };
        for (var april = new DateOnly(first.Year, 4, 1); april < until; april = april.AddYears(1))
        {
            days.Add(april);
        }

        foreach (var row in prices.Rows)
        {
            days.Add(row.Valid.Start);
            if (row.Valid.End is { } end)
            {
                days.Add(end);
            }
        }

        return [.. days.Where(day => day >= first && day <= until)];
    }
}
