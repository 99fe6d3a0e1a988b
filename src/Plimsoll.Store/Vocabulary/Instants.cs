using System.Globalization;

namespace Plimsoll.Store.Vocabulary;

/// <summary>How moments and days are written in the database: text that sorts, with every digit, whatever the machine.</summary>
internal static class Instants
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) => DateTimeOffset.ParseExact(
        text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    /// <summary>A day from its ten letters yyyy-MM-dd.</summary>
    public static DateOnly Day(ReadOnlySpan<byte> text) => text.Length == 10
        ? new DateOnly(
            (Digit(text[0]) * 1000) + (Digit(text[1]) * 100) + (Digit(text[2]) * 10) + Digit(text[3]),
            (Digit(text[5]) * 10) + Digit(text[6]),
            (Digit(text[8]) * 10) + Digit(text[9]))
        : throw new FormatException("The workspace holds a date that is not written as yyyy-MM-dd.");

    private static int Digit(byte letter) => letter - '0';
}
