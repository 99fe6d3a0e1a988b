using CsvHelper;
using Plimsoll.Core.Budget;
using Plimsoll.Files.Care;
using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Budget;

/// <summary>
/// Reads a list of weekly prices from a CSV file with the columns state, ageFrom, ageTo, weeklyPrice, validFrom, validTo
/// and source, in any order. In the file ageTo is the first age that the price no longer covers (0 to 18 is every child)
/// and validTo the last day on which it holds; a blank validTo is a price without an end.
/// </summary>
public static class PriceReader
{
    private const string Why = "A price list is read whole or not at all, because a missing row would price children at another row's price.";

    private static readonly string[] Columns = ["state", "ageFrom", "ageTo", "weeklyPrice", "validFrom", "validTo", "source"];

    /// <summary>Reads a file.</summary>
    public static PriceOutcome Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            if (!File.Exists(path))
            {
                return Refused(new Refusal(path, "There is no such file.", "Nothing can be read from it.", "Check the name."));
            }

            using var stream = File.OpenRead(path);
            return Read(stream, Path.GetFileName(path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Refused(Reasons.CannotOpen(path));
        }
    }

    /// <summary>Reads a stream, which stays open.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="name">The file's name, which becomes the name of the list.</param>
    public static PriceOutcome Read(Stream content, string name)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(name);
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        if (ContentStart.Objection(name, bytes.GetBuffer().AsSpan(0, (int)Math.Min(bytes.Length, ContentStart.Length))) is { } objection)
        {
            return Refused(objection);
        }

        bytes.Position = 0;
        try
        {
            using var rows = new CsvRows(bytes);
            return Read(rows, name);
        }
        catch (CsvFormatException)
        {
            return Refused(Reasons.UnclosedQuote(name));
        }
    }

    private static PriceOutcome Read(CsvRows rows, string name)
    {
        var missing = Columns.Where(column => !rows.Heading.Contains(column, StringComparer.OrdinalIgnoreCase)).ToArray();
        if (missing.Length > 0)
        {
            return Refused(new Refusal(
                name,
                $"It has {(missing.Length == 1 ? "a missing column" : "missing columns")}: {string.Join(", ", missing)}.",
                "A price needs a placement state, an age range, an amount, its dates and its source.",
                $"Give the file the columns {string.Join(", ", Columns)}."));
        }

        var reader = new PriceRowReader(name, rows, Why);
        while (rows.Next())
        {
            reader.ReadRow();
        }

        if (rows.HasUnclosedQuote)
        {
            return Refused(Reasons.UnclosedQuote(name));
        }

        var refusals = reader.Finish();
        return refusals.Count > 0
            ? new PriceOutcome.Refused([.. refusals])
            : new PriceOutcome.Read(new PriceBook(Path.GetFileNameWithoutExtension(name), IsShippedDefault: false, [.. reader.Prices.Select(price => price.Row)]));
    }

    private static PriceOutcome.Refused Refused(Refusal refusal) => new([refusal]);
}
