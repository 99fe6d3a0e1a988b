namespace Plimsoll.Reports.Charts;

/// <summary>A drawn chart, ready to stand in a page, a print view or a file.</summary>
/// <param name="Svg">One SVG element with namespace, role, title and description; every text in it is encoded. Looks come from style sheet classes only.</param>
/// <param name="Description">What the chart shows, with its numbers: the same sentence that screen readers are given.</param>
/// <param name="ScaleNote">A sentence for the source line when the scale does not start at zero; empty when it does.</param>
public sealed record ChartSvg(string Svg, string Description, string ScaleNote);

/// <summary>A value on a day, such as children in care at the end of a month.</summary>
/// <param name="Day">The day to which it belongs.</param>
/// <param name="Value">The value, finite, in the unit of the chart's measure.</param>
public readonly record struct DatedValue(DateOnly Day, double Value);
