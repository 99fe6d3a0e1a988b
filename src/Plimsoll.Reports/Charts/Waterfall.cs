using System.Collections.Immutable;

namespace Plimsoll.Reports.Charts;

/// <summary>One step of a waterfall. Closed: it adds or it takes off.</summary>
/// <param name="Words">What it is: "Returned home".</param>
/// <param name="Size">Its size, zero or more, in the unit of the measure.</param>
public abstract record WaterfallStep(string Words, double Size)
{
    /// <summary>The signed size.</summary>
    internal double Change => this is Adds ? Size : -Size;

    /// <summary>A step up, drawn solid.</summary>
    /// <param name="Words">What it is.</param>
    /// <param name="Size">Its size, zero or more.</param>
    public sealed record Adds(string Words, double Size) : WaterfallStep(Words, Size);

    /// <summary>A step down, drawn striped.</summary>
    /// <param name="Words">What it is.</param>
    /// <param name="Size">Its size, zero or more.</param>
    public sealed record TakesOff(string Words, double Size) : WaterfallStep(Words, Size);
}

/// <summary>What a waterfall shows. The closing value is computed, so that opening and steps always lead to it.</summary>
public sealed record WaterfallData
{
    /// <summary>Unique within the page: letters, digits and hyphens, beginning with a letter.</summary>
    public required string Id { get; init; }

    /// <summary>What is shown, for those who do not see it: "Opening, started, ceased, closing".</summary>
    public required string Title { get; init; }

    /// <summary>What is measured.</summary>
    public required Measure Measure { get; init; }

    /// <summary>What the opening value is: "31 October 2025".</summary>
    public required string OpeningWords { get; init; }

    /// <summary>The opening value, zero or more.</summary>
    public required double Opening { get; init; }

    /// <summary>The steps, in their order; never below zero on the way.</summary>
    public required ImmutableArray<WaterfallStep> Steps { get; init; }

    /// <summary>What the closing value is: "31 October 2026".</summary>
    public required string ClosingWords { get; init; }

    /// <summary>Opening and all steps.</summary>
    public double Closing => Opening + Steps.Sum(step => step.Change);
}

/// <summary>Horizontal steps from an opening to a closing value: what adds is solid, what takes off is striped.</summary>
public static class Waterfall
{
    /// <summary>Draws the chart.</summary>
    /// <param name="data">What to show.</param>
    /// <param name="size">Which of the drawings; in the narrow one, words stand above their bar.</param>
    /// <exception cref="ArgumentException">A step has a negative size, or the running total falls below zero.</exception>
    public static ChartSvg Draw(WaterfallData data, ChartSize size)
    {
        ArgumentNullException.ThrowIfNull(data);
        var totals = RunningTotals(data);
        if (data.Steps.Any(step => !(step.Size >= 0)) || totals.Exists(total => !(total >= 0)))
        {
            throw new ArgumentException("A waterfall's steps have sizes of zero or more, and its running total stays above zero.", nameof(data));
        }

        var scale = ValueScale.ForBars(data.Measure, totals);
        BarWords[] words =
        [
            new(data.OpeningWords, IsBold: true),
            .. data.Steps.Select(step => new BarWords(step.Words, IsBold: false)),
            new(data.ClosingWords, IsBold: true),
        ];
        var rows = BarRows.Make(words, size, top: 8, rightOfWords: 0);
        var numbers = data.Steps.Select(step => Signed(data.Measure, step)).Prepend(data.Measure.Number(data.Opening)).Append(data.Measure.Number(data.Closing)).ToList();
        var right = rows.Width - numbers.Max(number => Label.WidthOf(number, "c-bold")) - 10;
        var description = Describe(data);
        var drawing = new SvgDrawing(data.Id, rows.Width, rows.Height, data.Title, description);
        drawing.AddClass("pl-neutral");
        rows.DrawAxis(drawing, scale, right);
        double X(double value) => scale.Place(value, rows.Left, right);
        for (var i = 0; i < words.Length; i++)
        {
            var row = rows.Rows[i];
            rows.DrawWords(drawing, row);
            var isEnd = i == 0 || i == words.Length - 1;
            var (from, to) = isEnd ? (0, i == 0 ? data.Opening : data.Closing) : (totals[i - 1], totals[i]);
            var (low, high) = (X(Math.Min(from, to)), X(Math.Max(from, to)));
            if (isEnd)
            {
                drawing.Rect("c-total", low, row.BarTop, high - low, BarRows.Thickness);
            }
            else if (data.Steps[i - 1] is WaterfallStep.Adds)
            {
                drawing.Rect("c-upn", low, row.BarTop, high - low, BarRows.Thickness);
            }
            else
            {
                drawing.StripedRect("c-downn", low, row.BarTop, high - low, BarRows.Thickness);
            }

            if (i < words.Length - 1 && !rows.IsStacked)
            {
                drawing.Line("c-conn", X(to), row.BarTop + BarRows.Thickness, X(to), rows.Rows[i + 1].BarTop);
            }

            drawing.Text(new Label(high + 8, row.BarTop + 16, numbers[i], isEnd ? "c-text c-bold c-halo" : "c-text c-halo"));
        }

        return new ChartSvg(drawing.ToString(), description, "");
    }

    /// <summary>The total after the opening and after each step.</summary>
    private static List<double> RunningTotals(WaterfallData data)
    {
        var totals = new List<double> { data.Opening };
        foreach (var step in data.Steps)
        {
            var total = totals[^1] + step.Change;
            // What remains of floating point after the last penny is taken off is nothing.
            totals.Add(Math.Abs(total) < 1e-6 ? 0 : total);
        }

        return totals;
    }

    private static string Signed(Measure measure, WaterfallStep step) =>
        step.Size == 0 ? measure.Number(0) : (step is WaterfallStep.Adds ? "+" : "\u2212") + measure.Number(step.Size);

    private static string Describe(WaterfallData data)
    {
        string Parts<T>()
            where T : WaterfallStep
        {
            var parts = data.Steps.OfType<T>().ToList();
            var named = string.Join(", ", parts.Select(step => $"{step.Words} {data.Measure.Number(step.Size)}"));
            return data.Measure.Number(parts.Sum(step => step.Size)) + (named.Length == 0 ? "" : $" ({named})");
        }

        return $"Bridge from {data.Measure.Amount(data.Opening)}, {data.OpeningWords}: adds {Parts<WaterfallStep.Adds>()}, "
            + $"takes off {Parts<WaterfallStep.TakesOff>()}, to {data.Measure.Amount(data.Closing)}, {data.ClosingWords}.";
    }
}
