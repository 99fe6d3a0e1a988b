using System.Globalization;
using System.Text.RegularExpressions;

namespace Plimsoll.Tests.Docs;

/// <summary>Compares what a page shows with what a command prints. A line "..." stands for any number of lines left out.</summary>
internal static partial class ShownOutput
{
    private const string LeftOut = "...";

    // A simulated figure may move by this much before a page is out of date: small corrections of the forecast, and the
    // last digits of another processor, must not stop the work of others.
    private const decimal Share = 0.03m;
    private const decimal Least = 1;

    /// <summary>Whether the page shows what was printed.</summary>
    /// <param name="shown">The lines of the page.</param>
    /// <param name="printed">The lines on the screen.</param>
    /// <param name="same">Whether two lines say the same.</param>
    public static bool Matches(IReadOnlyList<string> shown, IReadOnlyList<string> printed, Func<string, string, bool> same)
    {
        var parts = Parts(shown);
        bool At(int line, string[] part) =>
            line + part.Length <= printed.Count && part.Select((text, index) => same(text, printed[line + index])).All(equal => equal);

        if (parts.Count == 1)
        {
            return printed.Count == parts[0].Length && At(0, parts[0]);
        }

        var at = 0;
        foreach (var part in parts.SkipLast(1))
        {
            while (!At(at, part))
            {
                // Only the lines between two parts may be left out.
                if (at == 0 && part == parts[0] || ++at > printed.Count)
                {
                    return false;
                }
            }

            at += part.Length;
        }

        return printed.Count - parts[^1].Length >= at && At(printed.Count - parts[^1].Length, parts[^1]);
    }

    /// <summary>Letter by letter.</summary>
    public static bool Exactly(string shown, string printed) => shown == printed;

    /// <summary>The same words, and figures that are close.</summary>
    public static bool Closely(string shown, string printed) =>
        Exactly(shown, printed)
        || (Words(shown) == Words(printed)
            && Figures(shown).Zip(Figures(printed)).All(pair => Math.Abs(pair.First - pair.Second) <= Math.Max(Least, Share * pair.First)));

    private static string Words(string line) => Space().Replace(Figure().Replace(line, "#"), " ");

    private static IEnumerable<decimal> Figures(string line) =>
        Figure().Matches(line).Select(match => decimal.Parse(match.Value, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));

    /// <summary>What the page should show: as many lines of the beginning and of the end as it shows now.</summary>
    public static IReadOnlyList<string> Renewed(IReadOnlyList<string> shown, IReadOnlyList<string> printed)
    {
        var parts = Parts(shown);
        return parts.Count == 1 || parts[0].Length + parts[^1].Length >= printed.Count
            ? printed
            : [.. printed.Take(parts[0].Length), LeftOut, .. printed.TakeLast(parts[^1].Length)];
    }

    private static List<string[]> Parts(IReadOnlyList<string> shown)
    {
        var parts = new List<string[]>();
        var from = 0;
        for (var at = 0; at <= shown.Count; at++)
        {
            if (at == shown.Count || shown[at] == LeftOut)
            {
                parts.Add([.. shown.Skip(from).Take(at - from)]);
                from = at + 1;
            }
        }

        return parts;
    }

    // A number that stands alone, not one inside a code such as 22a13503af98.
    [GeneratedRegex(@"(?<![\w.])\d[\d,]*(\.\d+)?(?![\w])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Figure();

    [GeneratedRegex("[ -]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
