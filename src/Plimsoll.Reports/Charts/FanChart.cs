using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Reports.Charts;

/// <summary>
/// What happened as a solid line and the forecast as a fan: bands for 5 and 8 chances in 10 and a dashed median. Every
/// end is labelled with its number and what it means; words never lie on other words.
/// </summary>
public static class FanChart
{
    /// <summary>Draws the chart.</summary>
    /// <param name="data">What to show.</param>
    /// <param name="size">Which of the drawings.</param>
    /// <exception cref="ArgumentException">The data are not in order, or a value cannot be drawn.</exception>
    public static ChartSvg Draw(FanChartData data, ChartSize size)
    {
        ArgumentNullException.ThrowIfNull(data);
        FanChartData.Check(data);
        return Attempt(data, size, withKey: size == ChartSize.Narrow) ?? Attempt(data, size, withKey: true)!;
    }

    /// <summary>Draws with the bands named inside, or with a key above the plot; null when the names do not fit inside.</summary>
    private static ChartSvg? Attempt(FanChartData data, ChartSize size, bool withKey)
    {
        var isNarrow = size == ChartSize.Narrow;
        var width = ChartWidths.Of(size);
        var height = size switch
        {
            ChartSize.Full => 430d,
            ChartSize.MainColumn => 390d,
            ChartSize.Half => 350d,
            _ => 320d,
        };
        var scale = ValueScale.For(data.Measure, data.Values);
        var ends = FanEnds.Words(data, isNarrow);
        var left = Plot.LeftMargin(scale);
        var right = width - FanEnds.Room(ends);
        var first = data.History.Length > 0 ? data.History[0].Day : data.AsAt;
        var area = new Box(left, withKey ? 54 : 30, right, height - 38);
        var plot = new Plot(area, new TimeScale(first, data.Forecast[^1].Day, left, right), scale);
        var fan = Fan.Of(data, plot);
        var history = data.History.Select(point => plot.At(point.Day, point.Value)).ToImmutableArray();
        var asAt = plot.X(data.AsAt);

        var space = new LabelSpace(new Box(0, 0, width, height));
        var valueLabels = plot.ValueLabels().ToList();
        var timeLabels = plot.TimeLabels(data.AsAt, air: 11, yearsAlone: false).ToList();
        var endLabels = FanEnds.Labels(ends, data, plot);
        space.Take(valueLabels.Concat(timeLabels).Concat(endLabels));
        var key = withKey ? FanKey.Make(isNarrow) : null;
        space.Take(key?.Labels ?? []);
        foreach (var line in new[] { history, fan.P10, fan.P50, fan.P90, [new Point(asAt, area.Top - 10), new Point(asAt, area.Bottom)] })
        {
            space.Avoid(line);
        }

        var called = isNarrow ? null : FanWords.CallOut(data);
        if (called is not null)
        {
            // The post itself is no place for words, of the as-at label above all.
            var x = plot.X(called.Day);
            space.Avoid([new Point(x, plot.Y(called.P90)), new Point(x, plot.Y(called.P10))]);
        }

        var asAtLabel = space.Choose(FanNotes.AsAt(data, plot, isNarrow));
        var callOut = called is null ? null : space.Choose(FanNotes.CallOut(called, plot));
        var reference = data.Reference is null ? null : space.Choose(FanNotes.Reference(data.Reference, plot));
        var bandNames = withKey ? [] : BandNames(fan, space);
        if (bandNames is null)
        {
            return null;
        }

        var description = FanWords.Description(data);
        var drawing = new SvgDrawing(data.Id, width, height, data.Title, description);
        key?.Draw(drawing);
        plot.DrawAxes(drawing, valueLabels, timeLabels);
        fan.DrawBands(drawing);
        if (data.Measure is Measure.AgainstBudget && scale.Least <= 0 && scale.Most >= 0)
        {
            drawing.Line("c-ref", area.Left, plot.Y(0), area.Right, plot.Y(0));
        }

        if (data.Reference is { } level)
        {
            drawing.Line("c-ref", area.Left, plot.Y(level.Value), area.Right, plot.Y(level.Value));
        }

        fan.DrawMedian(drawing);
        drawing.Line("c-asat", asAt, area.Top - 10, asAt, area.Bottom);
        if (called is not null && callOut is not null)
        {
            drawing.Line("c-call", plot.X(called.Day), plot.Y(called.P90), plot.X(called.Day), plot.Y(called.P10));
        }

        DrawHistory(drawing, history);
        FanEnds.DrawLeads(drawing, data, plot);
        foreach (var label in endLabels.Concat(asAtLabel ?? []).Concat(callOut ?? []).Concat(reference ?? []).Concat(bandNames))
        {
            drawing.Text(label);
        }

        return new ChartSvg(drawing.ToString(), description, scale.Note);
    }

    private static IReadOnlyList<Label>? BandNames(Fan fan, LabelSpace space)
    {
        var outer = Fan.Inside(fan.P90, fan.P75, "8 in 10 chance", space) ?? Fan.Inside(fan.P25, fan.P10, "8 in 10 chance", space);
        var inner = Fan.Inside(fan.P75, fan.P50, "5 in 10 chance", space) ?? Fan.Inside(fan.P50, fan.P25, "5 in 10 chance", space);
        return outer is null || inner is null ? null : [outer, inner];
    }

    private static void DrawHistory(SvgDrawing drawing, ImmutableArray<Point> history)
    {
        if (history.Length == 0)
        {
            return;
        }

        if (history.Length > 1)
        {
            drawing.Polyline("c-us", history);
        }

        // A year or less: each month is a fact worth pointing at.
        foreach (var point in history.Length <= 13 ? history.SkipLast(1) : [])
        {
            drawing.Circle("c-dot", point.X, point.Y, 3);
        }

        drawing.Circle("c-dot-end", history[^1].X, history[^1].Y, 5);
    }
}
