using System.Text;

namespace Plimsoll.Files.Vocabulary;

/// <summary>
/// Keeps one copy of each text that a column repeats, numbered from 1 in order of first sight; 0 is the blank. Rows hold
/// the numbers, so that millions of rows hold a handful of texts.
/// </summary>
/// <param name="asKept">What is kept of a text the first time it is seen, for example without the inner half of a postcode.</param>
internal sealed class TextPool(Func<string, string>? asKept = null)
{
    private readonly List<string> texts = [string.Empty];

    // Texts that are kept as something else, by what they were.
    private readonly Dictionary<string, int> changed = new(StringComparer.Ordinal);

    // Numbers by hash, in open addressing: a dictionary would take four times the memory for a million identifiers.
    private int[] slots = new int[64];

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

        var at = Slot(text);
        return slots[at] > 0 ? slots[at] : Keep(text.ToString());
    }

    private int Keep(string seen)
    {
        if (changed.TryGetValue(seen, out var known))
        {
            return known;
        }

        var number = texts.Count;
        var kept = asKept is null ? seen : asKept(seen);
        texts.Add(kept);
        if (kept != seen)
        {
            changed.Add(seen, number);
            return number;
        }

        if (texts.Count * 4L > slots.Length * 3L)
        {
            Grow();
        }

        slots[Slot(seen)] = number;
        return number;
    }

    // The slot of a text: the one that holds it, or the free one where it belongs.
    private int Slot(ReadOnlySpan<char> text)
    {
        var mask = slots.Length - 1;
        var at = string.GetHashCode(text, StringComparison.Ordinal) & mask;
        while (slots[at] > 0 && !text.SequenceEqual(texts[slots[at]]))
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    private void Grow()
    {
        var old = slots;
        slots = new int[old.Length * 2];
        foreach (var number in old)
        {
            if (number > 0)
            {
                slots[Slot(texts[number])] = number;
            }
        }
    }
}
