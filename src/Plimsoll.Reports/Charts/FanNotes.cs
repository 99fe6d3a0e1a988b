using System.Globalization;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Reports.Charts;

/// <summary>The words inside the plot of a fan, each as a choice of places with the best first.</summary>
internal static class FanNotes
{
    private const string Halo = "c-text c-halo";

    /// <summary>The day to which the records reach, on the side of the past where there is room.</summary>
    public static IEnumerable<IReadOnlyList<Label>> AsAt(FanChartData data, Plot plot, bool isNarrow)
    {
        var line = plot.X(data.AsAt);
        var (top, bottom) = (plot.Area.Top, plot.Area.Bottom);
        double[] heights = [top + 2, bottom - 30, top + 40, bottom - 70, (top + bottom) / 2];
        foreach (var words in AsAtWords(data, isNarrow))
        {
            foreach (var (x, anchor) in new[] { (line - 8, Anchor.End), (line + 8, Anchor.Start) })
            {
                foreach (var y in heights)
                {
                    var block = words.Select((word, i) => new Label(x, y + (i * Label.LineHeight), word, Halo, anchor)).ToList();
                    if (block.TrueForAll(label => label.Box.Left > plot.Area.Left && label.Box.Right < plot.Area.Right))
                    {
                        yield return block;
                    }
                }
            }
        }
    }

    /// <summary>The range in one future month, above or below its post.</summary>
    public static IEnumerable<IReadOnlyList<Label>> CallOut(FanPoint point, Plot plot)
    {
        var x = plot.X(point.Day);
        var month = FanWords.Month(point.Day) + ":";
        var range = $"{plot.Scale.Measure.Number(point.P10)} to {plot.Scale.Measure.Number(point.P90)}";
        // Away from the post, upwards and downwards in turn; each pair a little further.
        foreach (var away in new[] { 0, 14, 32, 52 })
        {
            foreach (var (y, aside) in from y in new[] { plot.Y(point.P90) - 28 - away, plot.Y(point.P10) + 20 + away }
                                       from aside in new[] { 0, -20, 20, -40, 40, -60, 60 }
                                       select (y, aside))
            {
                IReadOnlyList<Label> block =
                [
                    new Label(x + aside, y, month, Halo, Anchor.Middle),
                    new Label(x + aside, y + Label.LineHeight, range, "c-text c-bold c-halo", Anchor.Middle),
                ];
                if (block.All(label => label.Box.IsWithin(plot.Area with { Top = plot.Area.Top - 20 })))
                {
                    yield return block;
                }
            }
        }
    }

    /// <summary>The name of a reference line, above or below it, from the left.</summary>
    public static IEnumerable<IReadOnlyList<Label>> Reference(ReferenceLine reference, Plot plot)
    {
        var y = plot.Y(reference.Value);
        var room = plot.Area.Right - plot.Area.Left;
        foreach (var share in new[] { 0.01, 0.2, 0.4, 0.6, 0.75 })
        {
            foreach (var aside in new[] { -7, 18 })
            {
                var label = new Label(plot.Area.Left + (share * room), y + aside, reference.Words, "c-text c-bold c-halo");
                if (label.Box.Right < plot.Area.Right && label.Box.Bottom < plot.Area.Bottom)
                {
                    yield return [label];
                }
            }
        }
    }

    private static IEnumerable<string[]> AsAtWords(FanChartData data, bool isNarrow)
    {
        var day = InWords.Date(data.AsAt);
        if (!isNarrow && data.History.Length > 0 && data.History[^1].Day == data.AsAt)
        {
            var soFar = data.Measure is Measure.AgainstBudget ? " so far" : "";
            yield return [$"As at {day}:", data.Measure.Amount(data.History[^1].Value) + soFar];
        }

        if (!isNarrow)
        {
            yield return [$"As at {day}"];
        }

        yield return ["As at", day];
        yield return ["As at", data.AsAt.ToString("d MMM yyyy", CultureInfo.InvariantCulture)];
    }
}
