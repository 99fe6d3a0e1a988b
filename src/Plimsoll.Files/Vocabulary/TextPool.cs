using System.Text;

namespace Plimsoll.Files.Vocabulary;

/// <summary>
/// Keeps one copy of each text that a column repeats, numbered from 1 in order of first sight; 0 is the blank. Rows hold
/// the numbers, so that millions of rows hold a handful of texts.
/// </summary>
/// <param name="asKept">What is kept of a text the first time it is seen, for example without the inner half of a postcode.</param>
internal sealed class TextPool(Func<string, string>? asKept = null)
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> texts = [string.Empty];

    /// <summary>How many different texts, the blank included.</summary>
    public int Count => texts.Count;

    /// <summary>The text of a number.</summary>
    public string this[int number] => texts[number];

    /// <summary>The number of a cell's text as it stands.</summary>
    public int Number(ReadOnlySpan<byte> utf8) => Number(utf8, upper: false);

    /// <summary>The number of a cell's text in upper case: returns are compared without regard to case.</summary>
    public int NumberUpper(ReadOnlySpan<byte> utf8) => Number(utf8, upper: true);

    private int Number(ReadOnlySpan<byte> utf8, bool upper)
    {
        if (utf8.IsEmpty)
        {
            return 0;
        }

        Span<char> text = utf8.Length <= 128 ? stackalloc char[128] : new char[utf8.Length];
        text = text[..Encoding.UTF8.GetChars(utf8, text)];
        if (upper)
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = char.ToUpperInvariant(text[i]);
            }
        }

        var lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out var number))
        {
            return number;
        }

        number = texts.Count;
        var seen = text.ToString();
        numbers.Add(seen, number);
        texts.Add(asKept is null ? seen : asKept(seen));
        return number;
    }
}
