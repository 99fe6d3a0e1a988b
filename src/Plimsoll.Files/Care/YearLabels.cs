using System.Globalization;

namespace Plimsoll.Files.Care;

/// <summary>
/// What the YEAR column of an extract means. "2017" is the year in which the return starts in some extracts and the year
/// in which it ends in others, so that the dates decide; "2017/18" says it by itself.
/// </summary>
internal static class YearLabels
{
    /// <summary>The collection year that a label names by itself ("2017/18", "2017-18", "2017/2018": 2018), or null.</summary>
    public static int? Spelled(string label)
    {
        if (label.Length is not (7 or 9) || label[4] is not ('/' or '-' or '_') || Number(label.AsSpan(0, 4)) is not { } start
            || Number(label.AsSpan(5)) is not { } end)
        {
            return null;
        }

        return end == start + 1 || (label.Length == 7 && end == (start + 1) % 100) ? start + 1 : null;
    }

    /// <summary>The plain year of a label ("2017", "2017.0" from a spreadsheet), or null.</summary>
    public static int? Plain(string label)
    {
        var text = label.Length == 6 && label.EndsWith(".0", StringComparison.Ordinal) ? label[..4] : label;
        return text.Length == 4 ? Number(text) : null;
    }

    /// <summary>
    /// The years to add to a plain label to reach the collection year: 0 when labels name the year in which the return
    /// ends, 1 when they name the year in which it starts. One answer for the whole file, by majority of its labels.
    /// </summary>
    /// <returns>0 or 1, or null when no label's dates tell.</returns>
    public static int? Offset(IEnumerable<KeyValuePair<string, RecordedDays>> days)
    {
        var starts = 0;
        var ends = 0;
        foreach (var (label, recorded) in days)
        {
            if (Plain(label) is not { } year)
            {
                continue;
            }

            // Were the label the year of the end, no date could lie in the year after it, but for a slip here and there.
            var inYear = recorded.In(year);
            var after = recorded.In(year + 1);
            if (after > 0 && after * 50L >= inYear)
            {
                starts++;
            }
            else if (inYear > 0)
            {
                ends++;
            }
        }

        return starts == 0 && ends == 0 ? null : starts >= ends ? 1 : 0;
    }

    /// <summary>The years that a file name mentions: 2023-24, 2023_2024, 202324 as 2024; a plain 2024 as itself.</summary>
    public static IReadOnlyList<(int Year, bool IsSpelled)> InName(string name)
    {
        var found = new List<(int, bool)>();
        for (var at = 0; at + 4 <= name.Length; at++)
        {
            if (!IsDigit(name, at) || (at > 0 && IsDigit(name, at - 1)) || Number(name.AsSpan(at, 4)) is not (>= 1990 and <= 2099 and var start))
            {
                continue;
            }

            var end = at + 4;
            if (end < name.Length && name[end] is '-' or '_' or '/' && IsDigit(name, end + 1))
            {
                end++;
            }

            var digits = 0;
            while (IsDigit(name, end + digits))
            {
                digits++;
            }

            var second = digits is 2 or 4 ? Number(name.AsSpan(end, digits)) : null;
            if (second == start + 1 || (digits == 2 && second == (start + 1) % 100))
            {
                found.Add((start + 1, true));
            }
            else if (digits == 0 || end > at + 4)
            {
                found.Add((start, false));
            }

            at = end + digits - 1;
        }

        return found;
    }

    private static bool IsDigit(string text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    private static int? Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
