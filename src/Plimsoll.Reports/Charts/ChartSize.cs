namespace Plimsoll.Reports.Charts;

/// <summary>The drawings of a chart by width, in real pixels so that words are never scaled. Pages show one of them.</summary>
public enum ChartSize
{
    /// <summary>1160 pixels: the full width of a page.</summary>
    Full,

    /// <summary>744 pixels: the main column.</summary>
    MainColumn,

    /// <summary>556 pixels: one of two equal columns.</summary>
    Half,

    /// <summary>370 pixels: a telephone.</summary>
    Narrow,
}

/// <summary>The widths of the drawings.</summary>
internal static class ChartWidths
{
    public static double Of(ChartSize size) => size switch
    {
        ChartSize.Full => 1160,
        ChartSize.MainColumn => 744,
        ChartSize.Half => 556,
        ChartSize.Narrow => 370,
        _ => throw new ArgumentOutOfRangeException(nameof(size)),
    };
}
