namespace Plimsoll.Reports.Charts;

/// <summary>The key of rows of ranges, in as many lines as the width asks.</summary>
internal sealed class RangeKey
{
    private const double LineHeight = 24;
    private const double Swatch = 34;

    private readonly List<(int Item, Label Label)> items = [];

    private RangeKey()
    {
    }

    /// <summary>Where the key ends.</summary>
    public double Bottom { get; private set; }

    /// <summary>Lays the key out.</summary>
    /// <param name="left">Where lines begin.</param>
    /// <param name="width">Width of the picture.</param>
    /// <param name="isNarrow">Whether room is short.</param>
    public static RangeKey Make(double left, double width, bool isNarrow)
    {
        string[] words = ["80% range", "50% range", "Most likely", "What happened, inside", isNarrow ? "Outside" : "What happened, outside"];
        var key = new RangeKey();
        var (x, line) = (left, 0);
        for (var item = 0; item < words.Length; item++)
        {
            var room = Room(item) + Label.WidthOf(words[item], "c-small");
            if (x > left && x + room > width)
            {
                (x, line) = (left, line + 1);
            }

            key.items.Add((item, new Label(x + Room(item), 15 + (line * LineHeight), words[item], "c-small")));
            x += room + (isNarrow ? 16 : 26);
        }

        key.Bottom = 20 + (line * LineHeight);
        return key;
    }

    public void Draw(SvgDrawing drawing)
    {
        foreach (var (item, label) in items)
        {
            var (x, middle) = (label.X - Room(item), label.Y - 5);
            switch (item)
            {
                case 0:
                    drawing.Rect("c-b80 c-b80e", x + 0.5, middle - 7, Swatch, 14);
                    break;
                case 1:
                    drawing.Rect("c-b50", x, middle - 7, Swatch, 14);
                    break;
                case 2:
                    drawing.Line("c-median", x + 3, middle - 8, x + 3, middle + 8);
                    break;
                default:
                    RangesAgainstOutcomes.Mark(drawing, item == 3, x + 9, middle);
                    break;
            }

            drawing.Text(label);
        }
    }

    private static double Room(int item) => item switch
    {
        0 or 1 => Swatch + 8,
        2 => 13,
        _ => 24,
    };
}
