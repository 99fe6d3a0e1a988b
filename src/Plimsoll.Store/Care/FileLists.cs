using System.Collections.Immutable;
using System.Globalization;

namespace Plimsoll.Store.Care;

/// <summary>How the years and labels of a file are kept in one column: a line each.</summary>
internal static class FileLists
{
    public static string Write(ImmutableArray<int> years) =>
        string.Join('\n', years.Select(year => year.ToString(CultureInfo.InvariantCulture)));

    public static string Write(ImmutableArray<string> labels) => string.Join('\n', labels);

    public static ImmutableArray<int> ReadYears(string text) =>
        [.. ReadLabels(text).Select(year => int.Parse(year, NumberStyles.None, CultureInfo.InvariantCulture))];

    public static ImmutableArray<string> ReadLabels(string text) => text.Length == 0 ? [] : [.. text.Split('\n')];
}
