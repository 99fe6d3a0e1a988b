namespace Plimsoll.Reports.Charts;

/// <summary>
/// How wide words are in Arial, and in the fonts made to its measure (Helvetica, Liberation Sans). Charts use it to
/// leave room for words and to keep them apart. A letter that is not in the tables counts as a wide one.
/// </summary>
public static class TextWidth
{
    /// <summary>Advance widths in thousandths of the font size, from space (U+0020) to tilde (U+007E).</summary>
    private static readonly short[] Regular =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
        556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
        556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    private static readonly short[] Bold =
    [
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
        556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611,
        611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
    ];

    /// <summary>The width of words in pixels.</summary>
    /// <param name="words">The words, on one line.</param>
    /// <param name="size">Font size in pixels.</param>
    /// <param name="bold">Whether they are set in bold.</param>
    public static double Of(string words, double size, bool bold)
    {
        ArgumentNullException.ThrowIfNull(words);
        var thousandths = words.Sum(letter => letter switch
        {
            >= ' ' and <= '~' => (bold ? Bold : Regular)[letter - ' '],
            '£' or '–' => 556,
            '\u2212' => 584,
            '‘' or '’' => bold ? 278 : 222,
            _ => 1015,
        });
        return thousandths * size / 1000;
    }
}
