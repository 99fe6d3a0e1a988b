using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Tables;
using Plimsoll.Web.Frame;
using Plimsoll.Web.Pages.Home;
using Plimsoll.Web.TagHelpers;

namespace Plimsoll.Web.Pages.Children;

/// <summary>An entry of a filter list.</summary>
/// <param name="Value">What stands in the address.</param>
/// <param name="Label">What people read.</param>
public sealed record FilterChoice(string Value, string Label);

/// <summary>What the page shows.</summary>
/// <param name="Query">The day and the filters.</param>
/// <param name="Counts">The children they show.</param>
/// <param name="Answer">The sentence under the title.</param>
/// <param name="Shown">"212 of 447 children: foster care, agency, all ages."</param>
/// <param name="ShortBreaks">Children under agreed short breaks that day, outside the count.</param>
/// <param name="Year">How the number changed over twelve months; null when the records do not reach back so far.</param>
/// <param name="Legal">The legal statuses in the records, for the filter.</param>
/// <param name="Need">The categories of need in the records, for the filter.</param>
/// <param name="Figure">The number with its trace.</param>
public sealed record ChildrenView(
    ChildrenQuery Query,
    ChildrenCounts Counts,
    string Answer,
    string Shown,
    int ShortBreaks,
    YearOfFlow? Year,
    ImmutableArray<FilterChoice> Legal,
    ImmutableArray<FilterChoice> Need,
    Figure Figure)
{
    /// <summary>The names of the tables, as they stand in addresses and file names.</summary>
    public static ImmutableArray<string> TableNames { get; } = ["trend", "by-placement-and-age", "steps", "flow-by-year", "flow-by-month"];

    /// <summary>Makes the view.</summary>
    public static ChildrenView Of(Loaded loaded, ChildrenQuery query)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(query);
        var counts = ChildrenCounts.Of(loaded, query);
        var stock = Stock.On(loaded.Data, query.On, StockBreakdown.Legal, loaded.Codes);
        return new ChildrenView(
            query,
            counts,
            ChildrenWords.Answer(loaded, query, counts),
            $"{InWords.Whole(counts.Shown.Length)} of {InWords.Children(counts.All)}: {ChildrenWords.Filters(loaded, query)}.",
            stock.ShortBreaks,
            YearOfFlow.UpTo(loaded, query.On),
            Choices(stock),
            Choices(Stock.On(loaded.Data, query.On, StockBreakdown.Need, loaded.Codes)),
            HomeFigures.InCare(loaded with { Data = loaded.Data with { DataEnd = query.On } }).Figure);
    }

    /// <summary>One of the tables by name, or null.</summary>
    public ReportTable? Table(Loaded loaded, string? name) => name switch
    {
        "trend" => ChildrenTables.Trend(loaded, Query, Counts),
        "by-placement-and-age" => ChildrenTables.PlacementByAge(loaded, Query, Counts),
        "steps" => Year is null ? null : ChildrenTables.Steps(loaded, Year),
        "flow-by-year" => ChildrenTables.FlowByYear(loaded),
        "flow-by-month" => ChildrenTables.FlowByMonth(loaded),
        _ => null,
    };

    private static ImmutableArray<FilterChoice> Choices(StockCount stock) =>
        [.. stock.By.Where(part => part.Key != "unknown").Select(part => new FilterChoice(part.Key, $"{part.Key}: {part.Label}"))];
}
