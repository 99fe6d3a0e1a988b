using CsvHelper;
using Plimsoll.Core.Budget;
using Plimsoll.Files.Care;
using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Budget;

/// <summary>
/// Reads a placement cost sheet from a CSV file: a row for each child and price, with child, start and an amount a week
/// at least. The end is the day on which the placement ended, whose night is not paid, as in the return (DEC).
/// </summary>
public static class PlacementCostReader
{
    /// <summary>Reads a file.</summary>
    public static PlacementCostOutcome Read(string path)
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
    /// <param name="name">The file's name, which becomes the name of the sheet.</param>
    public static PlacementCostOutcome Read(Stream content, string name)
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

    private static PlacementCostOutcome Read(CsvRows rows, string name)
    {
        var columns = new CostColumns(rows.Heading);
        var missing = columns.Missing().ToArray();
        if (missing.Length > 0)
        {
            return Refused(new Refusal(
                name,
                $"The heading has no column for {string.Join(" or ", missing)}.",
                "A placement cost belongs to a child, begins on a day and has an amount a week.",
                "Name the columns child, start and weeklyCore; provider, weeklyEducation, weeklyHealth, end, framework, blockOrSpot and contributions may follow."));
        }

        var reader = new CostRowReader(name, rows, columns);
        while (rows.Next())
        {
            reader.ReadRow();
        }

        if (rows.HasUnclosedQuote)
        {
            return Refused(Reasons.UnclosedQuote(name));
        }

        var findings = reader.Findings();
        return reader.Costs.Count == 0
            ? Refused(new Refusal(
                name,
                findings.IsEmpty ? "There is a heading but not one cost." : $"No row can be used. {string.Join(' ', findings.Select(finding => finding.Meaning))}",
                "A sheet without a cost would silently take the place of the one before.",
                "Check that it is the right file, and correct its first rows."))
            : new PlacementCostOutcome.Read(
                new PlacementCostSheet(Path.GetFileNameWithoutExtension(name), [.. reader.Costs]) { Findings = findings });
    }

    private static PlacementCostOutcome.Refused Refused(Refusal refusal) => new([refusal]);
}
