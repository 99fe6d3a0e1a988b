using System.Text;

namespace Plimsoll.Files.Care;

/// <summary>Cells as text: what spreadsheets do to codes, and how a cell is quoted in a finding.</summary>
internal static class CellText
{
    private const int LongestQuote = 30;

    /// <summary>"1.0" without its decimal, when everything before it is digits; any other cell unchanged.</summary>
    public static ReadOnlySpan<byte> WithoutDecimal(ReadOnlySpan<byte> cell)
    {
        if (cell is not [.., (byte)'.', (byte)'0'] || cell.Length < 3)
        {
            return cell;
        }

        foreach (var letter in cell[..^2])
        {
            if (letter is < (byte)'0' or > (byte)'9')
            {
                return cell;
            }
        }

        return cell[..^2];
    }

    /// <summary>A cell as a finding quotes it: short, and never a full postcode.</summary>
    public static string Quote(ReadOnlySpan<byte> cell) => Short(Postcodes.Guard(Encoding.UTF8.GetString(cell)));

    /// <summary>The beginning of a long text.</summary>
    public static string Short(string text) => Plain(text.Length <= LongestQuote ? text : text[..LongestQuote] + "…");

    /// <summary>Text without control characters, which could change what a terminal shows: each becomes a question mark.</summary>
    public static string Plain(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter)) : text;
}
