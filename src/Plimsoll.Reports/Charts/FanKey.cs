namespace Plimsoll.Reports.Charts;

/// <summary>The key of a fan in one row above the plot, for fans too shallow to be named inside.</summary>
internal sealed record FanKey(IReadOnlyList<Label> Labels)
{
    private const double Swatch = 22;
    private const double Baseline = 20;

    public static FanKey Make(bool isNarrow)
    {
        string[] words = ["8 in 10 chance", isNarrow ? "5 in 10" : "5 in 10 chance", "Most likely"];
        var labels = new List<Label>();
        var x = 1d;
        foreach (var word in words)
        {
            labels.Add(new Label(x + Swatch + 6, Baseline, word, "c-small"));
            x += Swatch + 6 + labels[^1].Width + (isNarrow ? 12 : 24);
        }

        return new FanKey(labels);
    }

    public void Draw(SvgDrawing drawing)
    {
        var x = Labels.Select(label => label.X - Swatch - 6).ToArray();
        drawing.Rect("c-b80 c-b80e", x[0], Baseline - 12, Swatch, 14);
        drawing.Rect("c-b50", x[1], Baseline - 12, Swatch, 14);
        drawing.Line("c-fc", x[2], Baseline - 5, x[2] + Swatch, Baseline - 5);
        foreach (var label in Labels)
        {
            drawing.Text(label);
        }
    }
}
