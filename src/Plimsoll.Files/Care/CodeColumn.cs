using System.Globalization;
using Plimsoll.Core.Care;
using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Care;

/// <summary>A column of codes: its texts, each looked up in the code list once.</summary>
internal sealed class CodeColumn(string name, CodeList list)
{
    private readonly TextPool texts = new(Postcodes.Guard);
    private readonly List<CodeEntry?> entries = [null];

    /// <summary>The column's name.</summary>
    public string Name => name;

    /// <summary>The number of a code in upper case, "1.0" of a spreadsheet taken as "1".</summary>
    /// <exception cref="NotCodesException">The column holds more different texts than any column of codes.</exception>
    public ushort Number(ReadOnlySpan<byte> cell)
    {
        var number = texts.NumberUpper(CellText.WithoutDecimal(cell));
        if (number == entries.Count)
        {
            entries.Add(list.Find(texts[number]));
        }

        return number < ushort.MaxValue ? (ushort)number : throw new NotCodesException(name);
    }

    /// <summary>The text of a number.</summary>
    public string Text(int number) => texts[number];

    /// <summary>Whether the list of a collection year holds the code; year 0 (not known) takes a code of any year.</summary>
    public bool Allows(int number, int collectionYear) =>
        entries[number] is { } entry
        && (collectionYear == 0 || ((entry.FirstYear ?? 0) <= collectionYear && collectionYear <= (entry.LastYear ?? int.MaxValue)));

    /// <summary>What is wrong with a code in a year, for people.</summary>
    public string Says(int number, int collectionYear)
    {
        if (number == 0)
        {
            return $"{name} is blank";
        }

        return entries[number] is { } entry
            ? string.Create(CultureInfo.InvariantCulture, $"{name} is {texts[number]}, {Years(entry)}; this is the return to March {collectionYear}")
            : $"{name} is {CellText.Short(texts[number])}, which is in no year's list";
    }

    private static string Years(CodeEntry entry) => (entry.FirstYear, entry.LastYear) switch
    {
        (null, { } last) => string.Create(CultureInfo.InvariantCulture, $"used until the return to March {last}"),
        ({ } first, null) => string.Create(CultureInfo.InvariantCulture, $"used from the return to March {first}"),
        ({ } first, { } last) => string.Create(CultureInfo.InvariantCulture, $"used in the returns to March {first} to {last}"),
        _ => "used in every year",
    };
}

/// <summary>A column of codes held tens of thousands of different texts. Turned into a refusal where files are read.</summary>
internal sealed class NotCodesException(string column) : IOException($"The column {column} does not hold codes.")
{
    /// <summary>The column.</summary>
    public string Column { get; } = column;
}
