using System.Text;

namespace Plimsoll.Files.Care;

/// <summary>
/// Cuts postcodes to the district (the outward part: "AN12" of "AN12 3CD") while a file is read. A full postcode of a
/// placement can point at one house, so it never leaves the reader, not even in a finding.
/// </summary>
internal static class Postcodes
{
    /// <summary>Room for the longest district, for the buffer of <see cref="District"/>.</summary>
    public const int Room = 8;

    /// <summary>The district of a postcode cell; blank when the cell is not a postcode, because an address must not pass either.</summary>
    /// <param name="cell">The cell, UTF-8.</param>
    /// <param name="buffer">At least <see cref="Room"/> bytes that the result is written into.</param>
    public static ReadOnlySpan<byte> District(ReadOnlySpan<byte> cell, Span<byte> buffer)
    {
        var closed = Close(cell, buffer);
        if (EndsInInward(closed) && IsOutward(closed[..^3]))
        {
            return closed[..^3];
        }

        return IsOutward(closed) ? closed : default;
    }

    /// <summary>A text as it may leave the reader: cut to the district when it is a full postcode, otherwise unchanged.</summary>
    public static string Guard(string text)
    {
        Span<byte> buffer = stackalloc byte[Room];
        var closed = Close(Encoding.UTF8.GetBytes(text), buffer);
        return EndsInInward(closed) && IsOutward(closed[..^3]) ? Encoding.UTF8.GetString(closed[..^3]) : text;
    }

    // Upper case without spaces; blank when it is too long to be a postcode.
    private static ReadOnlySpan<byte> Close(ReadOnlySpan<byte> cell, Span<byte> buffer)
    {
        var length = 0;
        foreach (var letter in cell)
        {
            if (letter == ' ')
            {
                continue;
            }

            if (length == Room)
            {
                return default;
            }

            buffer[length++] = letter is >= (byte)'a' and <= (byte)'z' ? (byte)(letter - 32) : letter;
        }

        return buffer[..length];
    }

    // A digit and two letters: 3CD.
    private static bool EndsInInward(ReadOnlySpan<byte> text) =>
        text.Length is >= 5 and <= 7 && IsDigit(text[^3]) && IsLetter(text[^2]) && IsLetter(text[^1]);

    // One or two letters, a digit, then nothing, a digit or a letter: W1, W1A, SW1A, AN12.
    private static bool IsOutward(ReadOnlySpan<byte> text)
    {
        if (text.Length is < 2 or > 4 || !IsLetter(text[0]))
        {
            return false;
        }

        var digits = IsLetter(text[1]) ? text[2..] : text[1..];
        return digits.Length is 1 or 2 && IsDigit(digits[0]) && (digits.Length == 1 || IsDigit(digits[1]) || IsLetter(digits[1]));
    }

    private static bool IsDigit(byte letter) => letter is >= (byte)'0' and <= (byte)'9';

    private static bool IsLetter(byte letter) => letter is >= (byte)'A' and <= (byte)'Z';
}
