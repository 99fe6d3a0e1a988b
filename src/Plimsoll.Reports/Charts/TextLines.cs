namespace Plimsoll.Reports.Charts;

/// <summary>Breaks words into lines that fit a width; a word that is longer than a line is broken within.</summary>
internal static class TextLines
{
    public static IReadOnlyList<string> Of(string words, double width, string classes)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word;
            var longer = line.Length == 0 ? rest : line + " " + rest;
            if (Label.WidthOf(longer, classes) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }

            while (Label.WidthOf(rest, classes) > width && rest.Length > 1)
            {
                var fits = Math.Max(1, Enumerable.Range(1, rest.Length - 1).TakeWhile(n => Label.WidthOf(rest[..n], classes) <= width).Count());
                lines.Add(rest[..fits]);
                rest = rest[fits..];
            }

            line = rest;
        }

        lines.Add(line);
        return lines;
    }
}
