namespace Plimsoll.Reports.Charts;

/// <summary>The lines and bands of a fan in pixels, from the last known point where there is one.</summary>
internal sealed record Fan(IReadOnlyList<Point> P10, IReadOnlyList<Point> P25, IReadOnlyList<Point> P50, IReadOnlyList<Point> P75, IReadOnlyList<Point> P90)
{
    public static Fan Of(FanChartData data, Plot plot)
    {
        IReadOnlyList<Point> Line(Func<FanPoint, double> value)
        {
            var line = data.Forecast.Select(point => plot.At(point.Day, value(point)));
            return data.IsJoined ? [plot.At(data.History[^1].Day, data.History[^1].Value), .. line] : [.. line];
        }

        return new Fan(Line(p => p.P10), Line(p => p.P25), Line(p => p.P50), Line(p => p.P75), Line(p => p.P90));
    }

    public void DrawBands(SvgDrawing drawing)
    {
        if (P50.Count == 1)
        {
            // One month and nothing known before it: the range stands as a post, since a band needs two points.
            var x = P50[0].X;
            drawing.Rect("c-b80 c-b80e", x - 14, P90[0].Y, 14, P10[0].Y - P90[0].Y);
            drawing.Rect("c-b50", x - 14, P75[0].Y, 14, P25[0].Y - P75[0].Y);
            return;
        }

        drawing.Polygon("c-b80", P90.Concat(P10.Reverse()));
        drawing.Polygon("c-b50", P75.Concat(P25.Reverse()));
        drawing.Polyline("c-edge", P90);
        drawing.Polyline("c-edge", P10);
    }

    public void DrawMedian(SvgDrawing drawing)
    {
        if (P50.Count == 1)
        {
            drawing.Line("c-med", P50[0].X - 14, P50[0].Y, P50[0].X, P50[0].Y);
            return;
        }

        drawing.Polyline("c-fc", P50);
    }

    /// <summary>Where words fit between two of the fan's lines, the further right the better; null when the band is too shallow everywhere.</summary>
    public static Label? Inside(IReadOnlyList<Point> upper, IReadOnlyList<Point> lower, string words, LabelSpace space)
    {
        const double Depth = 23;
        const double Step = 6;
        var half = (Label.WidthOf(words, "c-text") / 2) + 6;
        var (first, last) = (upper[0].X, upper[^1].X);
        var start = last - half - (0.06 * (last - first));
        for (var x = start; x - half > first; x -= Step)
        {
            var inside = new[] { x - half, x, x + half }
                .Concat(upper.Where(point => Math.Abs(point.X - x) < half).Select(point => point.X)).ToList();
            var ceiling = inside.Max(at => HeightAt(upper, at));
            var floor = inside.Min(at => HeightAt(lower, at));
            var label = new Label(x, ((ceiling + floor) / 2) + 5, words, "c-text c-onband", Anchor.Middle);
            if (floor - ceiling >= Depth && space.IsFree(label.Box))
            {
                return label;
            }
        }

        return null;
    }

    private static double HeightAt(IReadOnlyList<Point> line, double x)
    {
        for (var i = 1; i < line.Count; i++)
        {
            if (x <= line[i].X)
            {
                var share = (x - line[i - 1].X) / (line[i].X - line[i - 1].X);
                return line[i - 1].Y + (share * (line[i].Y - line[i - 1].Y));
            }
        }

        return line[^1].Y;
    }
}
