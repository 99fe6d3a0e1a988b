using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using Plimsoll.Core.Care;
using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Care;

/// <summary>
/// The code lists of the children looked after return (SSDA903), which come with the product as dated CSV files
/// beside this class. Source: the Department for Education's SSDA903 code sets and collection guides.
/// </summary>
public static class CodeListFiles
{
    /// <summary>Reads the nine code lists that reading episodes needs.</summary>
    public static CodeLists Load() => new(
        Read("placement type", "placement-type"),
        Read("placement provider", "placement-provider"),
        Read("legal status", "legal-status"),
        Read("reason for new episode", "reason-new-episode"),
        Read("reason episode ceased", "reason-episode-ceased"),
        Read("category of need", "category-of-need"),
        Read("sex", "sex"),
        Read("ethnicity", "ethnicity"),
        Read("reason for placement change", "reason-placement-change"));

    private static CodeList Read(string name, string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"CodeLists/{file}.csv")
            ?? throw new InvalidOperationException($"The program was built without the code list {file}.csv.");
        using var rows = new CsvRows(stream);
        var entries = new Dictionary<string, CodeEntry>(StringComparer.Ordinal);
        while (rows.Next())
        {
            var entry = new CodeEntry(rows.Text(0), rows.Text(1), Year(rows.Text(2)), Year(rows.Text(3)), rows.Text(4));
            entries.Add(entry.Code, entry);
        }

        return new CodeList(name, entries.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static int? Year(string text) => text.Length == 0 ? null : int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
