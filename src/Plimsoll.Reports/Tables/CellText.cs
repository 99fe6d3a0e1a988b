using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Reports.Tables;

/// <summary>A cell as people read it.</summary>
/// <param name="Value">The number, words or date; for a missing value the words that say why.</param>
/// <param name="Word">The word that stands beside a change, left-aligned under the same heading; otherwise empty.</param>
/// <param name="IsMissing">Whether there is no value.</param>
public sealed record CellText(string Value, string Word, bool IsMissing)
{
    /// <summary>Writes a cell as its column asks; money without its sign, since the unit stands in the heading.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="column">Its column.</param>
    public static CellText Of(Cell cell, ReportColumn column)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(column);
        return cell switch
        {
            Cell.Missing missing => new(MissingWords.Of(missing.Reason), "", IsMissing: true),
            Cell.Text text => Known(text.Words),
            Cell.Day day => Known(InWords.Date(day.Value)),
            Cell.Month month => Known(InWords.Month(month.Value)),
            Cell.Number number when column.Kind is ColumnKind.Change change => Change(number.Value, change),
            Cell.Number number => Known(Number(number.Value, column.Kind)),
            _ => throw new ArgumentOutOfRangeException(nameof(cell)),
        };
    }

    /// <summary>Value and word on one line: "4 more".</summary>
    public override string ToString() => Word.Length == 0 ? Value : Value.Length == 0 ? Word : Value + " " + Word;

    private static CellText Known(string value) => new(value, "", IsMissing: false);

    /// <summary>The word follows the number as it is shown: a change that rounds to nothing is no change.</summary>
    private static CellText Change(decimal value, ColumnKind.Change change)
    {
        var size = Number(Math.Abs(value), change.Size);
        var isNothing = size.All(letter => letter is not (>= '1' and <= '9'));
        return isNothing
            ? new CellText("", change.None, IsMissing: false)
            : new CellText(size, value > 0 ? change.Up : change.Down, IsMissing: false);
    }

    private static string Number(decimal value, ColumnKind kind) => kind switch
    {
        ColumnKind.Decimals { Places: 0 } => InWords.Whole(value),
        ColumnKind.Decimals => InWords.OneDecimal(value),
        ColumnKind.Money { Unit: MoneyUnit.Pounds } => InWords.Whole(value),
        ColumnKind.Money { Unit: MoneyUnit.Thousands } => InWords.Whole(value / 1_000m),
        ColumnKind.Money => InWords.OneDecimal(value / 1_000_000m),
        ColumnKind.Share => InWords.Percent(value),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
