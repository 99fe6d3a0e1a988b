using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Reports.Charts;

/// <summary>Events seen against events expected, as one row of the chart.</summary>
/// <param name="Words">What the row is: "Adopted".</param>
/// <param name="Seen">Events seen, zero or more.</param>
/// <param name="Expected">Events expected, above zero.</param>
/// <param name="Low">Lower end of the interval of seen over expected, zero or more.</param>
/// <param name="High">Its upper end, not below the lower.</param>
public sealed record RatioRow(string Words, double Seen, double Expected, double Low, double High)
{
    /// <summary>Seen over expected.</summary>
    public double Ratio => Seen / Expected;

    /// <summary>Whether the interval leaves out one.</summary>
    public bool IsOff => Low > 1 || High < 1;
}

/// <summary>What the chart shows.</summary>
public sealed record RatiosAroundOneData
{
    /// <summary>Unique within the page: letters, digits and hyphens, beginning with a letter.</summary>
    public required string Id { get; init; }

    /// <summary>What is shown, for those who do not see it.</summary>
    public required string Title { get; init; }

    /// <summary>The rows from the top; at least one.</summary>
    public required ImmutableArray<RatioRow> Rows { get; init; }
}

/// <summary>
/// A dot with its interval for each row around a line at "as expected", on a scale on which twice and half as many lie
/// equally far from it. Numbers and, where the interval misses the line, a word stand at the right.
/// </summary>
public static class RatiosAroundOne
{
    // Ends of the scale: intervals may reach beyond, and are cut there.
    private const double Widest = 4;
    private const double Narrowest = 1.5;
    private const double Half = BarRows.Thickness / 2;

    private static readonly (double Ratio, string Words)[] Ticks =
        [(0.25, "a quarter"), (0.5, "half"), (0.75, "¾"), (1, "as expected"), (1.5, "1½ times"), (2, "twice"), (4, "4 times")];

    /// <summary>Draws the chart.</summary>
    /// <param name="data">What to show.</param>
    /// <param name="size">Which of the drawings; in the narrow one, words stand above their row.</param>
    /// <exception cref="ArgumentException">There is no row, or a number is out of place.</exception>
    public static ChartSvg Draw(RatiosAroundOneData data, ChartSize size)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Rows.IsDefaultOrEmpty || data.Rows.Any(row => !(row.Expected > 0) || !(row.Seen >= 0) || !(row.Low >= 0) || !(row.High >= row.Low) || !double.IsFinite(row.High)))
        {
            throw new ArgumentException("The chart needs at least one row, each with something expected and an interval.", nameof(data));
        }

        var numberRoom = data.Rows.Max(row => Label.WidthOf(Numbers(row), Classes(row))) + 18;
        var rows = BarRows.Make([.. data.Rows.Select(row => new BarWords(row.Words, IsBold: false))], size, top: 8, rightOfWords: numberRoom);
        var right = ChartWidths.Of(size) - (rows.IsStacked ? 12 : numberRoom);
        var left = rows.Left + (rows.IsStacked ? 11 : 0);
        var reach = Math.Log(Reach(data.Rows));
        double X(double ratio) => left + ((Math.Clamp(Math.Log(Math.Max(ratio, 1e-9)), -reach, reach) + reach) / (2 * reach) * (right - left));
        var description = Describe(data);
        var drawing = new SvgDrawing(data.Id, rows.Width, rows.Height, data.Title, description);
        DrawAxis(drawing, rows, X, reach);
        for (var i = 0; i < data.Rows.Length; i++)
        {
            var (row, place) = (data.Rows[i], rows.Rows[i]);
            var y = place.BarTop + Half;
            rows.DrawWords(drawing, place);
            drawing.Line("c-us", X(row.Low), y, X(row.High), y);
            drawing.Circle(row.IsOff ? "c-ring" : "c-dot-end", X(row.Ratio), y, 7);
            drawing.Text(new Label(rows.Width, rows.IsStacked ? place.FirstBaseline : y + 5, Numbers(row), Classes(row) + " c-halo", Anchor.End));
        }

        return new ChartSvg(drawing.ToString(), description, "");
    }

    private static double Reach(ImmutableArray<RatioRow> rows) => Math.Clamp(
        rows.Max(row => Math.Max(Math.Max(row.High, row.Ratio), 1 / Math.Max(Math.Min(row.Low, row.Ratio), 0.01))) * 1.05, Narrowest, Widest);

    private static void DrawAxis(SvgDrawing drawing, BarRows rows, Func<double, double> x, double reach)
    {
        // The middle first: the others give way to it.
        var taken = new List<Box>();
        foreach (var (ratio, words) in Ticks.OrderBy(tick => Math.Abs(Math.Log(tick.Ratio))).Where(tick => Math.Abs(Math.Log(tick.Ratio)) <= reach + 1e-9))
        {
            drawing.Line(ratio == 1 ? "c-ref" : "c-grid", x(ratio), rows.Top, x(ratio), rows.Bottom);
            var label = new Label(x(ratio), rows.Bottom + 18, words, ratio == 1 ? "c-axis c-bold" : "c-axis", Anchor.Middle);
            var box = label.Box.Grown(4);
            if (!taken.Any(other => other.Meets(box)) && label.Box.Left >= 0 && label.Box.Right <= rows.Width)
            {
                drawing.Text(label);
                taken.Add(box);
            }
        }
    }

    private static string Classes(RatioRow row) => row.IsOff ? "c-text c-bold" : "c-text";

    private static string Numbers(RatioRow row) =>
        $"{Seen(row)} seen, {InWords.Whole((decimal)row.Expected)} expected{(row.IsOff ? row.Ratio > 1 ? ": more" : ": fewer" : "")}";

    private static string Seen(RatioRow row) => InWords.Whole((decimal)row.Seen);

    private static string Describe(RatiosAroundOneData data) =>
        "Dots with intervals around a line where as many were seen as expected. "
        + string.Join("; ", data.Rows.Select(row => $"{row.Words}: {Numbers(row)}"))
        + ".";
}
