namespace Plimsoll.Reports.Charts;

/// <summary>The rectangle in which values over time are drawn, with its two scales.</summary>
internal sealed record Plot(Box Area, TimeScale Time, ValueScale Scale)
{
    public double X(DateOnly day) => Time.X(day);

    public double Y(double value) => Scale.Place(value, Area.Bottom, Area.Top);

    public Point At(DateOnly day, double value) => new(X(day), Y(value));

    /// <summary>The labels of the value axis, right-aligned beside the plot.</summary>
    public IEnumerable<Label> ValueLabels() => Scale.Ticks.Select(tick => new Label(
        Area.Left - 8, Y(tick) + 5, Scale.Label(tick), tick == 0 && Scale.Measure is Measure.AgainstBudget ? "c-text c-bold" : "c-axis", Anchor.End));

    /// <summary>The labels of the time axis, centred under their ticks.</summary>
    public IEnumerable<Label> TimeLabels(DateOnly from, double air, bool yearsAlone) =>
        Time.Ticks(from, air, yearsAlone).Select(tick => new Label(tick.X, Area.Bottom + 22, tick.Words, "c-axis", Anchor.Middle));

    /// <summary>How much room the labels of the value axis need at the left.</summary>
    public static double LeftMargin(ValueScale scale) =>
        Math.Max(34, Math.Ceiling(scale.Ticks.Max(tick => Label.WidthOf(scale.Label(tick), "c-bold")) + 12));

    /// <summary>Grid lines, base line, ticks and the labels of both axes.</summary>
    public void DrawAxes(SvgDrawing drawing, IReadOnlyList<Label> valueLabels, IReadOnlyList<Label> timeLabels)
    {
        foreach (var tick in Scale.Ticks.Where(tick => tick != Scale.Least))
        {
            drawing.Line("c-grid", Area.Left, Y(tick), Area.Right, Y(tick));
        }

        foreach (var label in timeLabels)
        {
            drawing.Line("c-tick", label.X, Area.Bottom, label.X, Area.Bottom + 5);
        }

        drawing.Line("c-base", Area.Left, Area.Bottom, Area.Right, Area.Bottom);
        foreach (var label in valueLabels.Concat(timeLabels))
        {
            drawing.Text(label);
        }
    }
}
