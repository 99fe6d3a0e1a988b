using System.Globalization;

namespace Plimsoll.Shell;

/// <summary>A plain table for a terminal: words on the left, numbers on the right, readable by a screen reader and in a file.</summary>
/// <param name="headings">Column headings; a heading that ends with '#' is a column of numbers.</param>
internal sealed class TextTable(params string[] headings)
{
    private readonly List<string[]> rows = [];

    /// <summary>Adds a row.</summary>
    public void Add(params string[] cells) => rows.Add(cells);

    /// <summary>Writes the table.</summary>
    public void Write(TextWriter output)
    {
        var numeric = Array.ConvertAll(headings, heading => heading.EndsWith('#'));
        var names = Array.ConvertAll(headings, heading => heading.TrimEnd('#'));
        var widths = names.Select((name, column) => Math.Max(name.Length, rows.Select(row => row[column].Length).DefaultIfEmpty().Max())).ToArray();
        Line(names);
        output.WriteLine(string.Join("  ", widths.Select(width => new string('-', width))));
        foreach (var row in rows)
        {
            Line(row);
        }

        void Line(string[] cells) => output.WriteLine(string.Join(
            "  ",
            cells.Select((cell, column) => string.Format(
                CultureInfo.InvariantCulture, $"{{0,{(numeric[column] ? widths[column] : -widths[column])}}}", cell))).TrimEnd());
    }
}
