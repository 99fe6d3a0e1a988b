namespace Plimsoll.Reports.Charts;

/// <summary>
/// A fan of 366 by 168 pixels, one of several beside each other. All of them take the same scale, so that heights can
/// be compared; the numbers stand at the as-at day and at the end.
/// </summary>
public static class SmallFan
{
    private const double Width = 366;
    private const double Height = 168;

    /// <summary>The scale that several small fans share: from zero, holding every value of all of them.</summary>
    /// <param name="fans">The data of all the fans, with the same measure.</param>
    /// <exception cref="ArgumentException">There is no fan.</exception>
    public static ValueScale SharedScale(IReadOnlyCollection<FanChartData> fans)
    {
        ArgumentNullException.ThrowIfNull(fans);
        return fans.Count == 0
            ? throw new ArgumentException("A shared scale needs at least one chart.", nameof(fans))
            : ValueScale.FromZero(fans.First().Measure, fans.SelectMany(fan => fan.Values));
    }

    /// <summary>Draws one of the fans; its call-out and reference line are not drawn.</summary>
    /// <param name="data">What to show.</param>
    /// <param name="scale">The scale from <see cref="SharedScale"/>.</param>
    /// <exception cref="ArgumentException">The data are not in order.</exception>
    public static ChartSvg Draw(FanChartData data, ValueScale scale)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(scale);
        FanChartData.Check(data);
        var last = data.Forecast[^1];
        var measure = data.Measure;
        double[] values = [last.P90, last.P50, last.P10];
        var room = values.Max(value => Label.WidthOf(measure.Number(value), "c-bold")) + 12;
        var area = new Box(Plot.LeftMargin(scale), 14, Math.Floor(Width - room), Height - 26);
        var first = data.History.Length > 0 ? data.History[0].Day : data.AsAt;
        var plot = new Plot(area, new TimeScale(first, last.Day, area.Left, area.Right), scale);
        var fan = Fan.Of(data, plot);
        var history = data.History.Select(point => plot.At(point.Day, point.Value)).ToList();

        var valueLabels = plot.ValueLabels().ToList();
        var timeLabels = plot.TimeLabels(data.AsAt, air: 12, yearsAlone: true).Where(label => label.Box.Right < Width).ToList();
        var ends = PushApart.Heights([.. values.Select(plot.Y)], 17, area.Top - 2, area.Bottom - 6)
            .Select((y, i) => new Label(area.Right + 8, y + 5, measure.Number(values[i]), i == 1 ? "c-text c-bold" : "c-small")).ToList();
        var space = new LabelSpace(new Box(0, 0, Width, Height));
        space.Take([.. valueLabels, .. timeLabels, .. ends]);
        var asAt = plot.X(data.AsAt);
        foreach (var line in new[] { history, fan.P10, fan.P50, fan.P90, [new Point(asAt, area.Top - 4), new Point(asAt, area.Bottom)] })
        {
            space.Avoid(line);
        }

        var now = history.Count == 0 ? null : space.Choose(NowPlaces(history[^1], measure.Number(data.History[^1].Value), area));

        var description = FanWords.Description(data with { CallOut = null, Reference = null });
        var drawing = new SvgDrawing(data.Id, Width, Height, data.Title, description);
        plot.DrawAxes(drawing, valueLabels, timeLabels);
        fan.DrawBands(drawing);
        fan.DrawMedian(drawing);
        drawing.Line("c-asat", asAt, area.Top - 4, asAt, area.Bottom);
        if (history.Count > 0)
        {
            drawing.Polyline("c-us", history);
            drawing.Circle("c-dot-end", history[^1].X, history[^1].Y, 4);
        }

        foreach (var label in ends.Concat(now ?? []))
        {
            drawing.Text(label);
        }

        return new ChartSvg(drawing.ToString(), description, scale.Note);
    }

    private static IEnumerable<IReadOnlyList<Label>> NowPlaces(Point now, string words, Box area)
    {
        foreach (var away in new[] { -10, 22, -20, 32, -32 })
        {
            var label = new Label(now.X - 7, now.Y + away, words, "c-text c-bold c-halo", Anchor.End);
            if (label.Box.IsWithin(area with { Top = 0 }))
            {
                yield return [label];
            }
        }
    }
}
