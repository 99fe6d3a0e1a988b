using System.Collections.Immutable;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Files.Care;
using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Budget;

/// <summary>Reads the rows of a placement cost sheet. A row at fault is left out and becomes part of a finding.</summary>
internal sealed class CostRowReader(string file, CsvRows rows, CostColumns columns)
{
    // As in a price list: beyond it an amount is a slip.
    private const decimal HighestWeekly = 1_000_000m;

    private readonly CostFaults faults = new(file);
    private readonly SeenRows seen = new();

    /// <summary>The costs read.</summary>
    public List<PlacementCost> Costs { get; } = [];

    /// <summary>What was found.</summary>
    public ImmutableArray<Finding> Findings() => faults.Findings();

    /// <summary>Reads the current row.</summary>
    public void ReadRow()
    {
        if (rows.IsBlank())
        {
            return;
        }

        var child = rows.Text(columns.Child);
        if (!rows.FitsHeading())
        {
            Fault(CostFault.Shape, "", $"{InWords.Count(rows.Cells, "cell", "cells")} under {rows.Heading.Length} headings");
        }
        else if (child.Length == 0)
        {
            Fault(CostFault.Child, "", "no child");
        }
        else if (!seen.Add(rows.Raw.TrimEnd("\r\n"u8)))
        {
            Fault(CostFault.Repeat, "", "the same row as one before");
        }
        else if (Days() is { } days && Amounts() is var (core, education, health))
        {
            Costs.Add(new PlacementCost(
                new ChildKey(rows.Text(columns.Authority), child),
                CellText.Plain(rows.Text(columns.Provider)),
                core,
                education,
                health,
                days,
                Word(columns.Framework, FrameworkWord, FrameworkUse.Unknown),
                Word(columns.Purchase, PurchaseWord, Purchase.Unknown),
                Contributions(),
                new SourceRow(file, rows.Line)));
        }
    }

    private Period? Days()
    {
        var cell = rows.Cell(columns.Start);
        if (cell.IsEmpty || DateCells.Read(cell).Day is not { } start)
        {
            Fault(CostFault.Start, Name(columns.Start), cell.IsEmpty ? "blank" : CellText.Quote(cell));
            return null;
        }

        var endCell = rows.Cell(columns.End);
        if (endCell.IsEmpty)
        {
            return new Period(start, null);
        }

        if (DateCells.Read(endCell).Day is { } end && end > start)
        {
            return new Period(start, end);
        }

        Fault(CostFault.End, Name(columns.End), $"started {InWords.FileDate(start)}, ended {CellText.Quote(endCell)}");
        return null;
    }

    // One amount may be the whole price; then what is not education or health is care.
    private (Money? Core, Money? Education, Money? Health)? Amounts()
    {
        var amounts = new Money?[4];
        ReadOnlySpan<int> places = [columns.Core, columns.Education, columns.Health, columns.Total];
        for (var part = 0; part < places.Length; part++)
        {
            var cell = rows.Cell(places[part]);
            if (!Pounds.TryRead(cell, out amounts[part]) || amounts[part] is { Pounds: < 0 or > HighestWeekly })
            {
                Fault(CostFault.Amount, Name(places[part]), CellText.Quote(cell));
                return null;
            }
        }

        var (core, education, health, total) = (amounts[0], amounts[1], amounts[2], amounts[3]);
        core ??= total is { } whole ? whole - (education ?? Money.Zero) - (health ?? Money.Zero) : null;
        if (core is { Pounds: < 0 })
        {
            Fault(CostFault.Amount, Name(columns.Total), "less than education and health together");
            return null;
        }

        if (core is null && education is null && health is null)
        {
            Fault(CostFault.Amount, "", "blank");
            return null;
        }

        return (core, education, health);
    }

    // Income is negative in many ledgers.
    private Money? Contributions()
    {
        var cell = rows.Cell(columns.Contributions);
        if (Pounds.TryRead(cell, out var amount) && amount is not { Pounds: < -HighestWeekly or > HighestWeekly })
        {
            return amount is { } pounds ? new Money(Math.Abs(pounds.Pounds)) : null;
        }

        Fault(CostFault.Contributions, Name(columns.Contributions), CellText.Quote(cell));
        return null;
    }

    private T Word<T>(int column, Func<string, T?> read, T unknown)
        where T : struct
    {
        var text = rows.Text(column);
        if (text.Length == 0)
        {
            return unknown;
        }

        if (read(text.ToLowerInvariant()) is { } known)
        {
            return known;
        }

        Fault(CostFault.Word, Name(column), CellText.Short(Postcodes.Guard(text)));
        return unknown;
    }

    private static FrameworkUse? FrameworkWord(string text) => text switch
    {
        "yes" or "y" or "true" or "1" or "framework" or "on" or "on framework" => FrameworkUse.On,
        "no" or "n" or "false" or "0" or "off" or "off framework" or "non-framework" or "not framework" => FrameworkUse.Off,
        "unknown" or "not known" or "n/k" => FrameworkUse.Unknown,
        _ => null,
    };

    private static Purchase? PurchaseWord(string text) => text switch
    {
        "block" or "block contract" or "b" => Purchase.Block,
        "spot" or "spot purchase" or "s" => Purchase.Spot,
        "unknown" or "not known" or "n/k" => Purchase.Unknown,
        _ => null,
    };

    private string Name(int column) => column < 0 ? "" : rows.Heading[column];

    private void Fault(CostFault fault, string column, string says) =>
        faults.Add(fault, rows.Line, column, CellText.Short(rows.Text(columns.Child)), says);
}
