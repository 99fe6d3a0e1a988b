using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Reports.Charts;

/// <summary>A bar: a group of children now and a year before.</summary>
/// <param name="Words">The group: "Foster care, agency".</param>
/// <param name="Now">The number now.</param>
/// <param name="Before">The number before, or null when it is not known.</param>
public sealed record BarAgainstBefore(string Words, int Now, int? Before);

/// <summary>What bars show.</summary>
public sealed record BarsAgainstBeforeData
{
    /// <summary>Unique within the page: letters, digits and hyphens, beginning with a letter.</summary>
    public required string Id { get; init; }

    /// <summary>What is shown, for those who do not see it: "Children in care by placement".</summary>
    public required string Title { get; init; }

    /// <summary>What the bar is: "31 October 2026".</summary>
    public required string NowWords { get; init; }

    /// <summary>What the tick is: "a year before".</summary>
    public required string BeforeWords { get; init; }

    /// <summary>The bars from the top; at least one, with numbers of zero or more.</summary>
    public required ImmutableArray<BarAgainstBefore> Bars { get; init; }
}

/// <summary>Bars from zero with a tick for the number before; the change stands at the right with its word.</summary>
public static class BarsAgainstBefore
{
    private const string NotKnown = "before not known";

    /// <summary>Draws the chart.</summary>
    /// <param name="data">What to show.</param>
    /// <param name="size">Which of the drawings; in the narrow one, words stand above their bar.</param>
    /// <exception cref="ArgumentException">There is no bar, or a number is negative.</exception>
    public static ChartSvg Draw(BarsAgainstBeforeData data, ChartSize size)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Bars.IsDefaultOrEmpty || data.Bars.Any(bar => bar.Now < 0 || bar.Before < 0))
        {
            throw new ArgumentException("A bar chart needs at least one bar, and no bar is negative.", nameof(data));
        }

        var scale = ValueScale.ForBars(Measure.Children, [.. data.Bars.SelectMany(bar => new double[] { bar.Now, bar.Before ?? 0 })]);
        var changeRoom = data.Bars.Max(bar => Label.WidthOf(Change(bar), "c-text")) + 16;
        var numberRoom = data.Bars.Max(bar => Label.WidthOf(InWords.Whole(bar.Now), "c-bold")) + 18;
        var rows = BarRows.Make([.. data.Bars.Select(bar => new BarWords(bar.Words, IsBold: false))], size, top: 34, rightOfWords: changeRoom);
        var right = ChartWidths.Of(size) - numberRoom - (rows.IsStacked ? 0 : changeRoom);
        var description = Describe(data);
        var drawing = new SvgDrawing(data.Id, rows.Width, rows.Height, data.Title, description);
        DrawKey(drawing, data, Math.Min(rows.Left, rows.Width - KeyWidth(data)));
        rows.DrawAxis(drawing, scale, right);
        double X(double value) => scale.Place(value, rows.Left, right);
        for (var i = 0; i < data.Bars.Length; i++)
        {
            var (bar, row) = (data.Bars[i], rows.Rows[i]);
            rows.DrawWords(drawing, row);
            drawing.Rect("c-bar", rows.Left, row.BarTop, X(bar.Now) - rows.Left, BarRows.Thickness);
            var end = X(bar.Now);
            if (bar.Before is { } before)
            {
                var tick = X(before);
                drawing.Line("c-wash", tick, row.BarTop - 3, tick, row.BarTop + BarRows.Thickness + 3);
                drawing.Line("c-was", tick, row.BarTop - 4, tick, row.BarTop + BarRows.Thickness + 4);
                end = Math.Max(end, tick);
            }

            drawing.Text(new Label(end + 10, row.BarTop + 16, InWords.Whole(bar.Now), "c-text c-bold c-halo"));
            var changeBaseline = rows.IsStacked ? row.FirstBaseline : row.BarTop + 16;
            drawing.Text(new Label(rows.Width, changeBaseline, Change(bar), "c-text c-halo", Anchor.End));
        }

        return new ChartSvg(drawing.ToString(), description, "");
    }

    private static string Change(BarAgainstBefore bar) => bar.Before is { } before ? InWords.Change(bar.Now - before) : NotKnown;

    private static string Describe(BarsAgainstBeforeData data) =>
        $"Bar chart: {data.NowWords} against {data.BeforeWords}. "
        + string.Join("; ", data.Bars.Select(bar => bar.Before is { } before
            ? $"{bar.Words} {InWords.Whole(bar.Now)}, was {InWords.Whole(before)}"
            : $"{bar.Words} {InWords.Whole(bar.Now)}, {NotKnown}"))
        + ".";

    private static double KeyWidth(BarsAgainstBeforeData data) =>
        24 + 8 + Label.WidthOf(data.NowWords, "c-small") + 24 + 10 + Label.WidthOf(data.BeforeWords, "c-small");

    private static void DrawKey(SvgDrawing drawing, BarsAgainstBeforeData data, double x)
    {
        drawing.Rect("c-bar", x, 5, 24, 13);
        var now = new Label(x + 32, 17, data.NowWords, "c-small");
        drawing.Text(now);
        var tick = now.Box.Right + 24;
        drawing.Line("c-was", tick, 2, tick, 21);
        drawing.Text(new Label(tick + 10, 17, data.BeforeWords, "c-small"));
    }
}
