using System.Collections.Immutable;

namespace Plimsoll.Reports.Charts;

/// <summary>What a waterfall of a change shows: it begins at no change, so that a small change of a large figure can be seen.</summary>
public sealed record ChangeStepsData
{
    /// <summary>Unique within the page: letters, digits and hyphens, beginning with a letter.</summary>
    public required string Id { get; init; }

    /// <summary>What is shown, for those who do not see it.</summary>
    public required string Title { get; init; }

    /// <summary>What is measured.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The steps, in their order; at least one. The running total may fall below zero.</summary>
    public required ImmutableArray<WaterfallStep> Steps { get; init; }

    /// <summary>What the whole change is: "Change of the average cost".</summary>
    public required string TotalWords { get; init; }

    /// <summary>All steps together.</summary>
    public double Total => Steps.Sum(step => step.Change);
}

/// <summary>Horizontal steps from no change to the whole change: what adds is solid, what takes off is striped.</summary>
public static class ChangeSteps
{
    /// <summary>Draws the chart.</summary>
    /// <param name="data">What to show.</param>
    /// <param name="size">Which of the drawings; in the narrow one, words stand above their bar.</param>
    /// <exception cref="ArgumentException">There is no step, or one has a negative size.</exception>
    public static ChartSvg Draw(ChangeStepsData data, ChartSize size)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Steps.IsDefaultOrEmpty || data.Steps.Any(step => !(step.Size >= 0)))
        {
            throw new ArgumentException("A waterfall of a change needs at least one step, and no size is negative.", nameof(data));
        }

        var totals = new List<double> { 0 };
        foreach (var step in data.Steps)
        {
            totals.Add(totals[^1] + step.Change);
        }

        var scale = ValueScale.FromZero(data.Measure, totals);
        BarWords[] words = [.. data.Steps.Select(step => new BarWords(step.Words, IsBold: false)), new(data.TotalWords, IsBold: true)];
        string[] numbers = [.. data.Steps.Select(step => Signed(data.Measure, step.Change)), Signed(data.Measure, data.Total)];
        var rows = BarRows.Make(words, size, top: 4, rightOfWords: 0);
        var right = rows.Width - numbers.Max(number => Label.WidthOf(number, "c-bold")) - 10;
        var description = Describe(data, numbers);
        var drawing = new SvgDrawing(data.Id, rows.Width, rows.Height, data.Title, description);
        drawing.AddClass("pl-neutral");
        rows.DrawAxis(drawing, scale, right);
        double X(double value) => scale.Place(value, rows.Left, right);
        for (var i = 0; i < words.Length; i++)
        {
            var row = rows.Rows[i];
            rows.DrawWords(drawing, row);
            var isTotal = i == data.Steps.Length;
            var (from, to) = isTotal ? (0, data.Total) : (totals[i], totals[i + 1]);
            var (low, high) = (X(Math.Min(from, to)), X(Math.Max(from, to)));
            if (isTotal)
            {
                drawing.Rect("c-total", low, row.BarTop, high - low, BarRows.Thickness);
            }
            else if (to >= from)
            {
                drawing.Rect("c-upn", low, row.BarTop, high - low, BarRows.Thickness);
            }
            else
            {
                drawing.StripedRect("c-downn", low, row.BarTop, high - low, BarRows.Thickness);
            }

            if (!isTotal && !rows.IsStacked)
            {
                drawing.Line("c-conn", X(to), row.BarTop + BarRows.Thickness, X(to), rows.Rows[i + 1].BarTop);
            }

            drawing.Text(new Label(high + 8, row.BarTop + 16, numbers[i], isTotal ? "c-text c-bold c-halo" : "c-text c-halo"));
        }

        return new ChartSvg(drawing.ToString(), description, "");
    }

    private static string Signed(Measure measure, double change) =>
        change == 0 ? measure.Number(0) : (change > 0 ? "+" : "\u2212") + measure.Number(Math.Abs(change));

    private static string Describe(ChangeStepsData data, string[] numbers) =>
        "Steps of a change: " + string.Join("; ", data.Steps.Select((step, i) => $"{step.Words} {numbers[i]}")) + $". {data.TotalWords} {numbers[^1]}.";
}
