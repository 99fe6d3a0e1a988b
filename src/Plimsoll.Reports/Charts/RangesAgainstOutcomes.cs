using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Reports.Charts;

/// <summary>A range that was given and the value that then came.</summary>
/// <param name="Words">What the row is: "31 March 2021".</param>
/// <param name="P10">Low end of the 80% range.</param>
/// <param name="P25">Low end of the 50% range.</param>
/// <param name="P50">The most likely value.</param>
/// <param name="P75">High end of the 50% range.</param>
/// <param name="P90">High end of the 80% range.</param>
/// <param name="Happened">The value that came.</param>
public sealed record RangeAgainstOutcome(string Words, double P10, double P25, double P50, double P75, double P90, double Happened)
{
    /// <summary>Whether the value fell inside the 80% range; its ends belong to it.</summary>
    public bool IsInside => Happened >= P10 && Happened <= P90;
}

/// <summary>What rows of ranges show.</summary>
public sealed record RangesAgainstOutcomesData
{
    /// <summary>Unique within the page: letters, digits and hyphens, beginning with a letter.</summary>
    public required string Id { get; init; }

    /// <summary>What is shown, for those who do not see it: "What we would have said, and what happened".</summary>
    public required string Title { get; init; }

    /// <summary>Heading of the rows' words: "Forecast made on".</summary>
    public required string RowHeading { get; init; }

    /// <summary>Heading of the outcomes: "A year later".</summary>
    public required string OutcomeHeading { get; init; }

    /// <summary>What is measured.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The rows from the top; at least one, percentiles in order.</summary>
    public required ImmutableArray<RangeAgainstOutcome> Rows { get; init; }
}

/// <summary>
/// Rows of 80% and 50% ranges with a mark for what happened: a dot inside, a diamond outside, so that form and words
/// tell them apart and not only colour. The outcome stands at the right in words.
/// </summary>
public static class RangesAgainstOutcomes
{
    private const double Pitch = 36;
    private const double StackedPitch = 56;
    private const double Thickness = 20;
    private const double AxisRoom = 26;

    /// <summary>Draws the chart.</summary>
    /// <param name="data">What to show.</param>
    /// <param name="size">Which of the drawings; in the narrow one, words stand above their row.</param>
    /// <exception cref="ArgumentException">There is no row, or percentiles are out of order.</exception>
    public static ChartSvg Draw(RangesAgainstOutcomesData data, ChartSize size)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Rows.IsDefaultOrEmpty || data.Rows.Any(row => !(row.P10 <= row.P25 && row.P25 <= row.P50 && row.P50 <= row.P75 && row.P75 <= row.P90)))
        {
            throw new ArgumentException("The chart needs at least one row, with percentiles in order.", nameof(data));
        }

        var isStacked = size == ChartSize.Narrow;
        var width = ChartWidths.Of(size);
        var scale = ValueScale.For(data.Measure, data.Rows.SelectMany(row => new[] { row.P10, row.P90, row.Happened }));
        var left = isStacked ? 9 : Math.Ceiling(Widest(data.Rows.Select(row => row.Words), data.RowHeading)) + 28;
        var right = isStacked ? width - 9 : width - Math.Ceiling(Widest(data.Rows.Select(row => Outcome(data, row)), data.OutcomeHeading)) - 28;
        var key = RangeKey.Make(isStacked ? 0 : left, width, isStacked);
        var headings = key.Bottom + 22;
        var top = headings + 10;
        var bottom = top + (data.Rows.Length * (isStacked ? StackedPitch : Pitch));
        var description = Describe(data);
        var drawing = new SvgDrawing(data.Id, width, bottom + AxisRoom, data.Title, description);
        key.Draw(drawing);
        drawing.Text(new Label(0, headings, data.RowHeading, "c-small c-bold"));
        drawing.Text(isStacked
            ? new Label(width, headings, data.OutcomeHeading, "c-small c-bold", Anchor.End)
            : new Label(right + 28, headings, data.OutcomeHeading, "c-small c-bold"));
        DrawAxis(drawing, scale, left, right, top, bottom, width);
        for (var index = 0; index < data.Rows.Length; index++)
        {
            var row = data.Rows[index];
            var outcome = row.IsInside ? "c-text" : "c-text c-bold";
            if (isStacked)
            {
                var above = top + (index * StackedPitch);
                drawing.Text(new Label(0, above + 16, row.Words, "c-text c-halo"));
                drawing.Text(new Label(width, above + 16, Outcome(data, row), outcome + " c-halo", Anchor.End));
                DrawRange(drawing, row, value => scale.Place(value, left, right), above + 24);
            }
            else
            {
                var above = top + (index * Pitch) + ((Pitch - Thickness) / 2);
                drawing.Text(new Label(0, above + 15, row.Words, "c-text"));
                drawing.Text(new Label(right + 28, above + 15, Outcome(data, row), outcome));
                DrawRange(drawing, row, value => scale.Place(value, left, right), above);
            }
        }

        return new ChartSvg(drawing.ToString(), description, scale.Note.Replace("left-hand scale", "scale", StringComparison.Ordinal));
    }

    private static void DrawRange(SvgDrawing drawing, RangeAgainstOutcome row, Func<double, double> x, double top)
    {
        drawing.Rect("c-b80 c-b80e", x(row.P10), top, x(row.P90) - x(row.P10), Thickness);
        drawing.Rect("c-b50", x(row.P25), top, x(row.P75) - x(row.P25), Thickness);
        drawing.Line("c-median", x(row.P50), top, x(row.P50), top + Thickness);
        Mark(drawing, row.IsInside, x(row.Happened), top + (Thickness / 2));
    }

    internal static void Mark(SvgDrawing drawing, bool isInside, double x, double y)
    {
        if (isInside)
        {
            drawing.Circle("c-inside", x, y, 6);
        }
        else
        {
            drawing.Polygon("c-outside", [new(x, y - 8), new(x + 8, y), new(x, y + 8), new(x - 8, y)]);
        }
    }

    private static void DrawAxis(SvgDrawing drawing, ValueScale scale, double left, double right, double top, double bottom, double width)
    {
        var taken = 0.0;
        foreach (var tick in scale.Ticks)
        {
            var x = scale.Place(tick, left, right);
            drawing.Line(tick == 0 ? "c-base" : "c-grid", x, top, x, bottom);
            var words = scale.Label(tick);
            var half = Label.WidthOf(words, "c-axis") / 2;
            var label = new Label(Math.Clamp(x, half + 1, width - half - 1), bottom + 18, words, "c-axis", Anchor.Middle);
            if (label.Box.Left >= taken)
            {
                drawing.Text(label);
                taken = label.Box.Right + 10;
            }
        }
    }

    private static string Outcome(RangesAgainstOutcomesData data, RangeAgainstOutcome row) =>
        data.Measure.Number(row.Happened) + (row.IsInside ? ", inside" : row.Happened < row.P10 ? ", outside, below" : ", outside, above");

    private static double Widest(IEnumerable<string> words, string heading) =>
        Math.Max(words.Max(word => Label.WidthOf(word, "c-bold")), Label.WidthOf(heading, "c-bold"));

    private static string Describe(RangesAgainstOutcomesData data)
    {
        var inside = data.Rows.Count(row => row.IsInside);
        return $"{InWords.Count(data.Rows.Length, "row", "rows")} of 80% ranges. "
            + string.Join("; ", data.Rows.Select(row =>
                $"{row.Words}: {data.Measure.Number(row.P10)} to {data.Measure.Number(row.P90)}, happened {Outcome(data, row)}"))
            + $". {InWords.Whole(inside)} of {InWords.Whole(data.Rows.Length)} inside.";
    }
}
