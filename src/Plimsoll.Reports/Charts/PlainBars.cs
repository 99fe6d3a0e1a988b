using System.Collections.Immutable;

namespace Plimsoll.Reports.Charts;

/// <summary>One bar.</summary>
/// <param name="Words">What it is.</param>
/// <param name="Value">Its length, zero or more, in the unit of the measure.</param>
public sealed record PlainBar(string Words, double Value);

/// <summary>What plain bars show.</summary>
public sealed record PlainBarsData
{
    /// <summary>Unique within the page: letters, digits and hyphens, beginning with a letter.</summary>
    public required string Id { get; init; }

    /// <summary>What is shown, for those who do not see it.</summary>
    public required string Title { get; init; }

    /// <summary>What is measured.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The bars from the top; at least one.</summary>
    public required ImmutableArray<PlainBar> Bars { get; init; }

    /// <summary>The end of the scale, so that two charts share it; zero to end with the longest bar.</summary>
    public double ScaleTo { get; init; }
}

/// <summary>Horizontal bars from zero, each with its number at its end.</summary>
public static class PlainBars
{
    /// <summary>Draws the chart.</summary>
    /// <param name="data">What to show.</param>
    /// <param name="size">Which of the drawings; in the narrow one, words stand above their bar.</param>
    /// <exception cref="ArgumentException">There is no bar, or a value is negative.</exception>
    public static ChartSvg Draw(PlainBarsData data, ChartSize size)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Bars.IsDefaultOrEmpty || data.Bars.Any(bar => !(bar.Value >= 0)))
        {
            throw new ArgumentException("A bar chart needs at least one bar, and no bar is negative.", nameof(data));
        }

        var scale = ValueScale.ForBars(data.Measure, [.. data.Bars.Select(bar => bar.Value), data.ScaleTo]);
        var rows = BarRows.Make([.. data.Bars.Select(bar => new BarWords(bar.Words, IsBold: false))], size, top: 4, rightOfWords: 0);
        var right = rows.Width - data.Bars.Max(bar => Label.WidthOf(data.Measure.Number(bar.Value), "c-bold")) - 12;
        var description = "Bar chart: " + string.Join("; ", data.Bars.Select(bar => $"{bar.Words} {data.Measure.Number(bar.Value)}")) + ".";
        var drawing = new SvgDrawing(data.Id, rows.Width, rows.Height, data.Title, description);
        rows.DrawAxis(drawing, scale, right);
        for (var i = 0; i < data.Bars.Length; i++)
        {
            var (bar, row) = (data.Bars[i], rows.Rows[i]);
            rows.DrawWords(drawing, row);
            var end = scale.Place(bar.Value, rows.Left, right);
            drawing.Rect("c-bar", rows.Left, row.BarTop, end - rows.Left, BarRows.Thickness);
            drawing.Text(new Label(end + 8, row.BarTop + 16, data.Measure.Number(bar.Value), "c-text c-bold c-halo"));
        }

        return new ChartSvg(drawing.ToString(), description, "");
    }
}
