using System.Globalization;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Tables;

namespace Plimsoll.Web.Pages.Data;

/// <summary>The price list in force, so that every cost can be worked out again.</summary>
public static class PriceTables
{
    /// <summary>One row a price, by placement, age and date.</summary>
    public static ReportTable Of(PriceBook prices, DateOnly asAt)
    {
        ArgumentNullException.ThrowIfNull(prices);
        return new ReportTable(
            "What is loaded: prices",
            prices.IsShippedDefault
                ? "The list that comes with Plimsoll, from published sources. Import your own to replace it. A night costs a seventh of the weekly price."
                : $"{prices.Name}. A night costs a seventh of the weekly price; the narrowest age range wins, then the latest start.",
            new ReportColumn("Placement", "", ColumnKind.Text),
            [
                new ReportColumn("Ages", "", ColumnKind.Text),
                new ReportColumn("A week", "£", ColumnKind.Pounds),
                new ReportColumn("From", "", ColumnKind.Date),
                new ReportColumn("To", "", ColumnKind.Text),
                new ReportColumn("Source", "", ColumnKind.Text),
            ],
            [
                .. prices.Rows.OrderBy(row => row.State).ThenBy(row => row.AgeFrom).ThenBy(row => row.Valid.Start).Select(row => ReportRow.Of(
                    row.State.Label(),
                    Cell.Of(Ages(row)),
                    Cell.Of(row.Weekly),
                    Cell.Of(row.Valid.Start),
                    row.Valid.End is { } end ? Cell.Of(InWords.Date(end.AddDays(-1))) : Cell.Of("until replaced"),
                    Cell.Of(row.Source))),
            ],
            prices.Name,
            asAt);
    }

    private static string Ages(PriceRow row) => (row.AgeFrom, row.AgeTo) switch
    {
        (0, >= 18) => "all",
        var (from, to) when to - from == 1 => from.ToString(CultureInfo.InvariantCulture),
        var (from, to) => string.Create(CultureInfo.InvariantCulture, $"{from} to {to - 1}"),
    };
}
