namespace Plimsoll.Reports.Tables;

/// <summary>Names of sheets as Excel takes them: at most 31 letters, none of []:*?/\, no apostrophe at an end, unique whatever the case.</summary>
internal static class SheetNames
{
    private const int Longest = 31;

    public static IReadOnlyList<string> For(IEnumerable<string> wanted)
    {
        var names = new List<string>();
        foreach (var name in wanted)
        {
            var clean = new string([.. name.Select(letter => "[]:*?/\\".Contains(letter, StringComparison.Ordinal) || char.IsControl(letter) ? ' ' : letter)]).Trim(' ', '\'');
            var stem = clean.Length == 0 ? "Table" : clean;
            var candidate = Cut(stem, Longest);
            for (var n = 2; names.Exists(taken => string.Equals(taken, candidate, StringComparison.OrdinalIgnoreCase)); n++)
            {
                var ending = FormattableString.Invariant($" {n}");
                candidate = Cut(stem, Longest - ending.Length) + ending;
            }

            names.Add(candidate);
        }

        return names;
    }

    private static string Cut(string name, int length) => name.Length <= length ? name : name[..length].TrimEnd(' ', '\'');
}
