using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Care;

/// <summary>Looks at the first bytes of a file for the usual ways in which it is not a comma-separated UTF-8 file.</summary>
internal static class ContentStart
{
    /// <summary>How many bytes are looked at.</summary>
    public const int Length = 65536;

    /// <summary>The reason to refuse the file, or null when it may be read.</summary>
    public static Refusal? Objection(string name, ReadOnlySpan<byte> start)
    {
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return Reasons.Utf16(name);
        }

        if (start is [(byte)'P', (byte)'K', 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            return Reasons.Binary(name);
        }

        if (start.Contains((byte)0))
        {
            // Zero bytes at every second place are text in UTF-16 without a mark; anywhere else it is no text at all.
            return LooksLikeUtf16(start) ? Reasons.Utf16(name) : Reasons.Binary(name);
        }

        var text = start is [0xEF, 0xBB, 0xBF, ..] ? start[3..] : start;
        var firstLine = FirstLine(text);
        if (firstLine.IsEmpty)
        {
            return Reasons.Empty(name);
        }

        return firstLine[0] == '<' ? Reasons.Xml(name) : Delimiter(firstLine) is { } delimiter ? Reasons.OtherDelimiter(name, delimiter) : null;
    }

    private static bool LooksLikeUtf16(ReadOnlySpan<byte> start)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < start.Length; i += 2)
        {
            even += start[i] == 0 ? 1 : 0;
            odd += start[i + 1] == 0 ? 1 : 0;
        }

        return Math.Max(even, odd) * 4 > start.Length / 2;
    }

    // The first line that is not blank: the heading.
    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> text)
    {
        foreach (var line in text.SplitAny((byte)'\r', (byte)'\n'))
        {
            var trimmed = text[line].Trim(" \t"u8);
            if (!trimmed.IsEmpty)
            {
                return trimmed;
            }
        }

        return default;
    }

    private static string? Delimiter(ReadOnlySpan<byte> heading)
    {
        var commas = heading.Count((byte)',');
        return heading.Count((byte)';') > commas ? "semicolons"
            : heading.Count((byte)'\t') > commas ? "tabs"
            : heading.Count((byte)'|') > commas ? "vertical bars"
            : null;
    }
}
