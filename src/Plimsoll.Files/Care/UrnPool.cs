using System.Globalization;
using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Care;

/// <summary>
/// Ofsted numbers as numbers: seven digits, or SC and six digits, are kept in the number itself, because there may be as
/// many as rows; anything else (XXXXXXX) is a text of a pool.
/// </summary>
internal sealed class UrnPool
{
    private const int SevenDigits = 10_000_000;

    private readonly TextPool others = new(Postcodes.Guard);

    /// <summary>The number of a cell; 0 is blank.</summary>
    public int Number(ReadOnlySpan<byte> cell)
    {
        cell = CellText.WithoutDecimal(cell);
        if (cell.Length == 7 && Digits(cell) is var seven and >= 0)
        {
            return 1 + seven;
        }

        if (cell.Length == 8 && (cell[0] | 32) == 's' && (cell[1] | 32) == 'c' && Digits(cell[2..]) is var six and >= 0)
        {
            return 1 + SevenDigits + six;
        }

        return -others.NumberUpper(cell);
    }

    /// <summary>The text of a number.</summary>
    public string Text(int number) => number switch
    {
        <= 0 => others[-number],
        <= SevenDigits => (number - 1).ToString("0000000", CultureInfo.InvariantCulture),
        _ => "SC" + (number - 1 - SevenDigits).ToString("000000", CultureInfo.InvariantCulture),
    };

    private static int Digits(ReadOnlySpan<byte> cell)
    {
        var number = 0;
        foreach (var letter in cell)
        {
            if (letter is < (byte)'0' or > (byte)'9')
            {
                return -1;
            }

            number = (number * 10) + letter - '0';
        }

        return number;
    }
}
