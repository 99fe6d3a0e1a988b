using System.Collections.Immutable;

namespace Plimsoll.Reports.Charts;

/// <summary>The words of a bar.</summary>
internal sealed record BarWords(string Words, bool IsBold)
{
    public string Classes => IsBold ? "c-text c-bold" : "c-text";
}

/// <summary>Where one bar and its words stand.</summary>
internal sealed record BarRow(double BarTop, double FirstBaseline, IReadOnlyList<string> Lines, string Classes);

/// <summary>
/// The rows of a chart with horizontal bars: words to the left of their bar, or above it where the picture is narrow.
/// Long words take several lines and their row grows.
/// </summary>
internal sealed record BarRows(double Width, double Height, double Left, double Top, double Bottom, bool IsStacked, ImmutableArray<BarRow> Rows)
{
    public const double Thickness = 22;
    private const double Pitch = 36;
    private const double AxisRoom = 26;

    /// <summary>Lays the rows out.</summary>
    /// <param name="words">The words of each bar, from the top.</param>
    /// <param name="size">Which drawing.</param>
    /// <param name="top">Where the rows begin.</param>
    /// <param name="rightOfWords">Room that something else takes beside the words where they stand above the bar.</param>
    public static BarRows Make(IReadOnlyList<BarWords> words, ChartSize size, double top, double rightOfWords)
    {
        var width = ChartWidths.Of(size);
        var isStacked = size == ChartSize.Narrow;
        var wordsRoom = isStacked
            ? width - rightOfWords
            : Math.Min(words.Max(word => Label.WidthOf(word.Words, word.Classes)), width * 0.36) + 0.5;
        var rows = ImmutableArray.CreateBuilder<BarRow>();
        var y = top;
        foreach (var word in words)
        {
            var lines = TextLines.Of(word.Words, wordsRoom, word.Classes);
            var textHeight = lines.Count * Label.LineHeight;
            if (isStacked)
            {
                rows.Add(new BarRow(y + textHeight + 5, y + 14, lines, word.Classes));
                y += textHeight + 5 + Thickness + 13;
            }
            else
            {
                var height = Math.Max(Pitch, textHeight + 10);
                rows.Add(new BarRow(y + ((height - Thickness) / 2), y + ((height - textHeight) / 2) + 14, lines, word.Classes));
                y += height;
            }
        }

        var left = isStacked ? 1 : Math.Ceiling(wordsRoom) + 12;
        return new BarRows(width, y + AxisRoom, left, top, y, isStacked, rows.ToImmutable());
    }

    public void DrawWords(SvgDrawing drawing, BarRow row)
    {
        for (var i = 0; i < row.Lines.Count; i++)
        {
            var y = row.FirstBaseline + (i * Label.LineHeight);
            drawing.Text(IsStacked
                ? new Label(0, y, row.Lines[i], row.Classes + " c-halo")
                : new Label(Left - 12, y, row.Lines[i], row.Classes, Anchor.End));
        }
    }

    /// <summary>Grid lines and their labels; labels that would meet or leave the picture are left out.</summary>
    public void DrawAxis(SvgDrawing drawing, ValueScale scale, double right)
    {
        var taken = 0.0;
        foreach (var tick in scale.Ticks)
        {
            var x = scale.Place(tick, Left, right);
            drawing.Line(tick == 0 ? "c-base" : "c-grid", x, Top, x, Bottom);
            var isAtEdge = IsStacked && x < Left + 10;
            var label = new Label(isAtEdge ? 0 : x, Bottom + 18, scale.Label(tick), "c-axis", isAtEdge ? Anchor.Start : Anchor.Middle);
            if (label.Box.Left >= taken && label.Box.Right <= Width)
            {
                drawing.Text(label);
                taken = label.Box.Right + 10;
            }
        }
    }
}
