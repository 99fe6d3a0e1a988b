using System.Collections.Immutable;
using System.Globalization;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Reports.Charts;

/// <summary>One series over time.</summary>
public sealed record LineChartData
{
    /// <summary>Unique within the page: letters, digits and hyphens, beginning with a letter.</summary>
    public required string Id { get; init; }

    /// <summary>What is shown, for those who do not see it.</summary>
    public required string Title { get; init; }

    /// <summary>What is measured.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The values, at least one, with ascending days.</summary>
    public required ImmutableArray<DatedValue> Points { get; init; }
}

/// <summary>A trend as one line, with its last value large at the right and its turning points and the value a year ago named in place.</summary>
public static class LineChart
{
    private const string Halo = "c-text c-halo";

    /// <summary>Draws the chart.</summary>
    /// <param name="data">What to show.</param>
    /// <param name="size">Which of the drawings.</param>
    /// <exception cref="ArgumentException">There is no point, days do not ascend, or a value cannot be drawn.</exception>
    public static ChartSvg Draw(LineChartData data, ChartSize size)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Points.IsDefaultOrEmpty || data.Points.Zip(data.Points.Skip(1)).Any(pair => pair.First.Day >= pair.Second.Day))
        {
            throw new ArgumentException("A line chart needs at least one point, with ascending days.", nameof(data));
        }

        var isNarrow = size == ChartSize.Narrow;
        var width = ChartWidths.Of(size);
        var height = isNarrow ? 260d : 320d;
        var last = data.Points[^1];
        var scale = ScaleFor(data);
        string[] now = [data.Measure.Number(last.Value), last.Day.ToString(isNarrow ? "d MMM yyyy" : "d MMMM yyyy", CultureInfo.InvariantCulture)];
        var room = Math.Max(Label.WidthOf(now[0], "c-big"), Label.WidthOf(now[1], "c-small")) + 16;
        var area = new Box(Plot.LeftMargin(scale), 26, Math.Floor(width - room), height - 36);
        var plot = new Plot(area, new TimeScale(FirstDay(data), last.Day, area.Left, area.Right), scale);
        var line = data.Points.Select(point => plot.At(point.Day, point.Value)).ToList();

        var valueLabels = plot.ValueLabels().ToList();
        var timeLabels = plot.TimeLabels(last.Day, air: 14, yearsAlone: false).Where(label => label.Box.Right < width).ToList();
        var nowHeight = Math.Clamp(line[^1].Y, area.Top, area.Bottom - 24);
        Label[] nowLabels =
        [
            new(area.Right + 14, nowHeight + 2, now[0], "c-big"),
            new(area.Right + 14, nowHeight + 22, now[1], "c-small"),
        ];
        var space = new LabelSpace(new Box(0, 0, width, height));
        space.Take([.. valueLabels, .. timeLabels, .. nowLabels]);
        space.Avoid(line);

        var description = "Line chart. " + FanWords.Past(data.Measure, data.Points) + YearAgoSentence(data);
        var drawing = new SvgDrawing(data.Id, width, height, data.Title, description);
        plot.DrawAxes(drawing, valueLabels, timeLabels);
        if (line.Count > 1)
        {
            drawing.Polyline("c-us", line);
        }

        foreach (var mark in TurningPoints.Of(data.Points))
        {
            var at = plot.At(mark.Point.Day, mark.Point.Value);
            if (space.Choose(Places(at, Words(mark, data.Measure), mark.IsHigh, area)) is { } label)
            {
                drawing.Circle("c-dot-end", at.X, at.Y, 5);
                drawing.Text(label[0]);
            }
        }

        drawing.Circle("c-dot-end", line[^1].X, line[^1].Y, 6);
        foreach (var label in nowLabels)
        {
            drawing.Text(label);
        }

        return new ChartSvg(drawing.ToString(), description, scale.Note);
    }

    /// <summary>Leaves room under the lowest point, where its words stand.</summary>
    private static ValueScale ScaleFor(LineChartData data)
    {
        var low = data.Points.Min(point => point.Value);
        var high = data.Points.Max(point => point.Value);
        var under = low >= 0 ? Math.Max(0, low - (0.2 * (high - low))) : low - (0.2 * (high - low));
        return ValueScale.For(data.Measure, data.Points.Select(point => point.Value).Append(under));
    }

    /// <summary>A single point needs a day before it for the scale to have a length.</summary>
    private static DateOnly FirstDay(LineChartData data) =>
        data.Points.Length == 1 ? data.Points[0].Day.AddDays(-1) : data.Points[0].Day;

    private static string Words(TurningPoint mark, Measure measure) =>
        measure.Number(mark.Point.Value) + (mark.IsYearAgo ? " a year ago" : " in " + FanWords.Month(mark.Point.Day));

    private static string YearAgoSentence(LineChartData data) =>
        TurningPoints.YearAgo(data.Points) is { } ago ? $" A year before: {data.Measure.Number(ago.Value)}." : "";

    private static IEnumerable<IReadOnlyList<Label>> Places(Point at, string words, bool above, Box area)
    {
        int[] aways = above ? [-14, -24, 26, 36, -36] : [26, 36, -14, -24, 48];
        foreach (var away in aways)
        {
            foreach (var aside in new[] { 0, -30, 30, -60, 60 })
            {
                var label = new Label(at.X + aside, at.Y + away, words, Halo, Anchor.Middle);
                // Words close to the axis would read as one of its labels.
                if (label.Box.IsWithin(area with { Left = area.Left + 10, Top = 0 }))
                {
                    yield return [label];
                }
            }
        }
    }
}
