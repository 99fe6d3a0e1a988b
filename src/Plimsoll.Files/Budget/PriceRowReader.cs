using System.Globalization;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Files.Care;
using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Budget;

/// <summary>Reads the rows of a price list and gathers every reason to refuse it, so that all can be corrected at once.</summary>
internal sealed class PriceRowReader
{
    private const int OldestAge = 25;
    private const int MostRefusals = 20;

    // Far above any placement in England; a price beyond it is a slip, and sums of it could no longer be held.
    private const decimal HighestWeekly = 1_000_000m;

    private readonly string file;
    private readonly CsvRows rows;
    private readonly string why;
    private readonly Columns columns;
    private readonly List<Refusal> refusals = [];

    public PriceRowReader(string file, CsvRows rows, string why)
    {
        (this.file, this.rows, this.why) = (file, rows, why);
        columns = new Columns(rows.Heading);
    }

    /// <summary>The prices read, with the line of each.</summary>
    public List<(PriceRow Row, int Line)> Prices { get; } = [];

    /// <summary>Reads the current row.</summary>
    public void ReadRow()
    {
        if (rows.IsBlank())
        {
            return;
        }

        if (!rows.FitsHeading())
        {
            Refuse(string.Empty, $"it has {InWords.Count(rows.Cells, "cell", "cells")} and the heading {rows.Heading.Length}", "Put quotation marks around a cell that holds a comma.");
            return;
        }

        var before = refusals.Count;
        var state = State();
        var (ageFrom, ageTo) = Ages();
        var price = Price();
        var valid = Valid();
        if (refusals.Count == before && state is { } known)
        {
            Prices.Add((new PriceRow(known, ageFrom, ageTo, price, valid, rows.Text(columns["source"])), rows.Line));
        }
    }

    /// <summary>Every reason to refuse the list; empty when there is none.</summary>
    public IReadOnlyList<Refusal> Finish()
    {
        if (Prices.Count == 0 && refusals.Count == 0)
        {
            refusals.Add(new Refusal(file, "There is a heading but not one price.", "Nothing can be priced from it.", "Add a row for each placement state."));
        }

        refusals.AddRange(Ambiguous());
        return refusals.Count <= MostRefusals
            ? refusals
            : [.. refusals.Take(MostRefusals), new Refusal(
                file,
                $"There are {InWords.Whole(refusals.Count - MostRefusals)} more faults like these.",
                why,
                "Correct the ones above first: the others are often the same.")];
    }

    // Only prices of the same state, first day and width can be equally specific, so that a long list stays quick.
    private IEnumerable<Refusal> Ambiguous() =>
        from alike in Prices.GroupBy(price => (price.Row.State, price.Row.Valid.Start, Width: price.Row.AgeTo - price.Row.AgeFrom))
        let ordered = alike.OrderBy(price => price.Row.AgeFrom).ThenBy(price => price.Line).ToArray()
        from pair in ordered.Zip(ordered.Skip(1))
        where pair.Second.Row.AgeFrom < pair.First.Row.AgeTo
        let lines = (First: Math.Min(pair.First.Line, pair.Second.Line), Second: Math.Max(pair.First.Line, pair.Second.Line))
        orderby lines.Second, lines.First
        select new Refusal(
            file,
            $"Rows {lines.First} and {lines.Second} both price {pair.Second.Row.State.Code()} for some of the same ages and days, and neither is more specific.",
            "The narrower age range wins, then the later first day; here both are equal, so the price of a child would be a matter of chance.",
            "Delete one of them, or end one before the other begins.");

    private PlacementState? State()
    {
        var text = rows.Text(columns["state"]);
        if (PlacementStates.FromCode(text) is { } state)
        {
            return state;
        }

        Refuse(
            "state",
            text.Length == 0 ? "state is blank" : $"the placement state {CellText.Short(text)} is unknown",
            $"Use one of {string.Join(", ", PlacementStates.All.Select(known => known.Code()))}.");
        return null;
    }

    private (int From, int To) Ages()
    {
        var from = Age("ageFrom");
        var to = Age("ageTo");
        if (from is { } first && to is { } end && first >= end)
        {
            Refuse("ageTo", $"ageTo ({end}) is not above ageFrom ({first})", "ageTo is the first age that is no longer covered: 0 to 18 is every child.");
        }

        return (from ?? 0, to ?? 0);
    }

    private int? Age(string column)
    {
        if (int.TryParse(CellText.WithoutDecimal(rows.Cell(columns[column])), NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age <= OldestAge)
        {
            return age;
        }

        Refuse(column, $"{column} is {Quoted(column)}, which is not an age in whole years from 0 to {OldestAge}", "Write whole years, such as 0 and 18.");
        return null;
    }

    private Money Price()
    {
        const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(rows.Cell(columns["weeklyPrice"]), Plain, CultureInfo.InvariantCulture, out var pounds))
        {
            Refuse("weeklyPrice", $"weeklyPrice is {Quoted("weeklyPrice")}, which is not a number", "Write pounds a week as a plain number without £ or commas, such as 7270 or 820.50.");
        }
        else if (pounds < 0)
        {
            Refuse("weeklyPrice", $"weeklyPrice is {Quoted("weeklyPrice")}, which is below zero", "A price is what a week costs, so it is never negative. Write 0 for a placement without a fee.");
        }

        else if (pounds > HighestWeekly)
        {
            Refuse("weeklyPrice", $"weeklyPrice is {Quoted("weeklyPrice")}, which is more than {InWords.Whole(HighestWeekly)} pounds a week", "Check the amount, and that it is the price of one child for one week.");
        }

        return new Money(pounds);
    }

    private Period Valid()
    {
        var from = Date("validFrom");
        var last = rows.Cell(columns["validTo"]).IsEmpty ? null : Date("validTo");
        if (from is null && rows.Cell(columns["validFrom"]).IsEmpty)
        {
            Refuse("validFrom", "validFrom is blank", "Write the first day on which the price holds, dd/mm/yyyy or yyyy-mm-dd.");
        }

        if (from is { } start && last is { } end && end < start)
        {
            Refuse("validTo", $"validTo ({InWords.FileDate(end)}) is before validFrom ({InWords.FileDate(start)})", "Correct one of the two dates.");
            return default;
        }

        return new Period(from ?? default, last is { } day && day < DateOnly.MaxValue ? day.AddDays(1) : null);
    }

    private DateOnly? Date(string column)
    {
        var cell = rows.Cell(columns[column]);
        if (cell.IsEmpty)
        {
            return null;
        }

        if (DateCells.Read(cell).Day is { } day)
        {
            return day;
        }

        Refuse(column, $"{column} is {Quoted(column)}, which is not a date", "Write dates as dd/mm/yyyy or yyyy-mm-dd.");
        return null;
    }

    private string Quoted(string column) => rows.Cell(columns[column]).IsEmpty ? "blank" : CellText.Quote(rows.Cell(columns[column]));

    private void Refuse(string column, string what, string todo) =>
        refusals.Add(new Refusal(file, $"Row {rows.Line}{(column.Length == 0 ? string.Empty : ", column " + column)}: {what}.", why, todo));
}
