namespace Plimsoll.Reports.Charts;

/// <summary>The labels where a fan ends: the upper end, the most likely value and the lower end, pushed apart.</summary>
internal static class FanEnds
{
    private const double Gap = 44;
    private const double FromPlot = 18;

    /// <summary>For each end from the top: the value, the bold words and the words under them.</summary>
    public static (double Value, string Bold, string Meaning)[] Words(FanChartData data, bool isNarrow)
    {
        var last = data.Forecast[^1];
        var measure = data.Measure;
        var chance = isNarrow ? "1 in 10 " : "1 in 10 chance of ";
        var middle = isNarrow
            ? (last.P50, measure.End(last.P50), "most likely")
            : (last.P50, measure.End(last.P50) + " most likely", measure.MostLikely(last.P50, last.Day));
        return
        [
            (last.P90, measure.End(last.P90), chance + "more"),
            middle,
            (last.P10, measure.End(last.P10), chance + measure.Less),
        ];
    }

    /// <summary>The room that the labels need at the right.</summary>
    public static double Room((double Value, string Bold, string Meaning)[] ends) => Math.Ceiling(FromPlot + 2
        + ends.Max(end => Math.Max(Label.WidthOf(end.Bold, "c-bold"), Label.WidthOf(end.Meaning, "c-small"))));

    public static IReadOnlyList<Label> Labels((double Value, string Bold, string Meaning)[] ends, FanChartData data, Plot plot)
    {
        var heights = Heights(data, plot);
        var x = plot.Area.Right + FromPlot;
        return
        [
            .. ends.Zip(heights).SelectMany(pair => new[]
            {
                new Label(x, pair.Second - 3, pair.First.Bold, "c-text c-bold"),
                new Label(x, pair.Second + 15, pair.First.Meaning, "c-small"),
            }),
        ];
    }

    public static void DrawLeads(SvgDrawing drawing, FanChartData data, Plot plot)
    {
        var last = data.Forecast[^1];
        var right = plot.Area.Right;
        foreach (var (value, height) in new[] { last.P90, last.P50, last.P10 }.Zip(Heights(data, plot)))
        {
            drawing.Polyline("c-lead", [new(right + 2, plot.Y(value)), new(right + 7, plot.Y(value)), new(right + 14, height)]);
        }
    }

    private static double[] Heights(FanChartData data, Plot plot)
    {
        var last = data.Forecast[^1];
        return PushApart.Heights(
            [plot.Y(last.P90), plot.Y(last.P50), plot.Y(last.P10)], Gap, plot.Area.Top - 6, plot.Area.Bottom - 8);
    }
}
