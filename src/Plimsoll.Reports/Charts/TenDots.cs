namespace Plimsoll.Reports.Charts;

/// <summary>Ten dots, some filled, beside words such as "1 chance in 10"; never alone, hence hidden from screen readers.</summary>
public static class TenDots
{
    private const double Pitch = 19.6;

    /// <summary>Draws the dots.</summary>
    /// <param name="id">Unique within the page.</param>
    /// <param name="filled">How many of the ten are filled.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 to 10.</exception>
    public static ChartSvg Draw(string id, int filled)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(filled);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(filled, 10);
        var drawing = SvgDrawing.Decoration(id, 196, 18);
        drawing.AddClass("pl-ten");
        for (var i = 0; i < 10; i++)
        {
            drawing.Circle(i < filled ? "c-dot-end" : "c-ring", 9 + (i * Pitch), 9, 7);
        }

        return new ChartSvg(drawing.ToString(), $"{filled} of 10 dots are filled.", "");
    }
}
