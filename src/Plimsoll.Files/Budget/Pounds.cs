using System.Globalization;
using System.Text;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Files.Budget;

/// <summary>Amounts as finance sheets write them: 1060, 1,060.00, £1,060, (120.50) and -120.50 for income.</summary>
internal static class Pounds
{
    /// <summary>Reads a cell; false when it is no amount. A blank cell is null: not known.</summary>
    public static bool TryRead(ReadOnlySpan<byte> cell, out Money? amount)
    {
        amount = null;
        if (cell.IsEmpty)
        {
            return true;
        }

        var text = Encoding.UTF8.GetString(cell).Replace(" ", "", StringComparison.Ordinal);
        if (text is "-" or "£-" or "–")
        {
            return true;
        }

        var isBracketed = text is ['(', .., ')'];
        if (isBracketed)
        {
            text = text[1..^1];
        }

        var sign = isBracketed || text.StartsWith('-') ? -1 : 1;
        text = text.TrimStart('-');
        text = text.StartsWith('£') ? text[1..] : text;
        if (!HasSoundThousands(text)
            || !decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var pounds))
        {
            return false;
        }

        amount = new Money(sign * pounds);
        return true;
    }

    // 1,06 may be one pound six elsewhere: commas stand before groups of three, or the cell is not read.
    private static bool HasSoundThousands(string text)
    {
        var groups = text.Split('.')[0].Split(',');
        return groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3));
    }
}
