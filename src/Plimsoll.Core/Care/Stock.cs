using System.Collections.Immutable;

namespace Plimsoll.Core.Care;

/// <summary>By what a count of children in care is broken down.</summary>
public enum StockBreakdown
{
    /// <summary>Age in completed years on the day: under 1, 1 to 4, 5 to 9, 10 to 15, 16 and 17, 18 and over, not known.</summary>
    Age,

    /// <summary>The twelve placement states.</summary>
    Placement,

    /// <summary>Legal status as submitted.</summary>
    Legal,

    /// <summary>Category of need as submitted.</summary>
    Need,

    /// <summary>Provider as submitted.</summary>
    Provider,
}

/// <summary>One part of a count.</summary>
/// <param name="Key">Code for files: "IFA", "10-15", "C2"; "unknown" where not known.</param>
/// <param name="Label">Words for people.</param>
/// <param name="Count">Children.</param>
public sealed record StockPart(string Key, string Label, int Count);

/// <summary>The number of children in care on a day.</summary>
/// <param name="On">The day; the count is taken at its end.</param>
/// <param name="InCare">
/// Children with an episode that began on or before the day and has not ended by its end (DECOM &lt;= D and no DEC or
/// DEC &gt; D), short breaks (V3, V4) left out, each child once.
/// </param>
/// <param name="ShortBreaks">Children under an agreed series of short breaks that day, who are not in care otherwise.</param>
/// <param name="AgeUnknown">Children in care whose date of birth is not known.</param>
/// <param name="By">The parts, which sum to <paramref name="InCare"/>.</param>
public sealed record StockCount(DateOnly On, int InCare, int ShortBreaks, int AgeUnknown, ImmutableArray<StockPart> By);

/// <summary>A child in care on a day.</summary>
/// <param name="Child">The history.</param>
/// <param name="Episode">The episode in force.</param>
public readonly record struct InCareOn(ChildHistory Child, CountedEpisode Episode);

/// <summary>Counts children in care on a day.</summary>
public static class Stock
{
    /// <summary>Every child in care at the end of a day, with the episode in force, in order of key.</summary>
    public static IEnumerable<InCareOn> Children(CareDataset data, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(data);
        foreach (var child in data.Children)
        {
            foreach (var episode in child.Counted)
            {
                if (episode.Days.Contains(on))
                {
                    yield return new InCareOn(child, episode);
                    break;
                }
            }
        }
    }

    /// <summary>The number of children in care at the end of a day.</summary>
    public static int Number(CareDataset data, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(data);
        var count = 0;
        foreach (var child in data.Children)
        {
            foreach (var episode in child.Counted)
            {
                if (episode.Days.Contains(on))
                {
                    count++;
                    break;
                }
            }
        }

        return count;
    }

    /// <summary>Counts and breaks down.</summary>
    /// <param name="data">The records.</param>
    /// <param name="on">The day.</param>
    /// <param name="by">The breakdown.</param>
    /// <param name="codes">Words for codes.</param>
    public static StockCount On(CareDataset data, DateOnly on, StockBreakdown by, CodeLists codes)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(codes);
        var children = Children(data, on).ToArray();
        var counted = children.Select(item => item.Child.Key).ToHashSet();
        var breaks = data.Children.Count(child =>
            !counted.Contains(child.Key) && child.ShortBreaks.Any(item => item.Days.Contains(on)));
        return new StockCount(
            on,
            children.Length,
            breaks,
            children.Count(item => item.Child.Born is null),
            Parts(children, on, by, codes));
    }

    private static ImmutableArray<StockPart> Parts(InCareOn[] children, DateOnly on, StockBreakdown by, CodeLists codes) => by switch
    {
        StockBreakdown.Age =>
        [
            .. AgeBands.All
                .Select(band => new StockPart(band.Key, band.Label, children.Count(item => AgeBands.Of(item.Child.Born, on) == band)))
                .Where(part => part.Count > 0 || part.Key is not ("18+" or "unknown")),
        ],
        StockBreakdown.Placement =>
        [
            .. PlacementStates.All
                .Select(state => new StockPart(state.Code(), state.Label(), children.Count(item => item.Episode.State == state))),
        ],
        StockBreakdown.Legal => ByCode(children, item => item.Episode.LegalStatus, codes.LegalStatus),
        StockBreakdown.Need => ByCode(children, item => item.Episode.Need, codes.CategoryOfNeed),
        StockBreakdown.Provider => ByCode(children, item => item.Episode.Provider, codes.Provider),
        _ => throw new ArgumentOutOfRangeException(nameof(by)),
    };

    private static ImmutableArray<StockPart> ByCode(InCareOn[] children, Func<InCareOn, string> code, CodeList words) =>
    [
        .. children
            .GroupBy(code, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key.Length == 0
                ? new StockPart("unknown", "Not recorded", group.Count())
                : new StockPart(group.Key, words.Describe(group.Key), group.Count())),
    ];
}
