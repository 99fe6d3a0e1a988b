using CsvHelper;
using Plimsoll.Core.Care;
using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Care;

/// <summary>The first pass: finds out what every file is, and refuses or sets aside what cannot be read.</summary>
internal sealed class FileInspection(DateOnly today, ReadGauge gauge, CancellationToken cancel)
{
    private readonly List<(CsvSource Source, Recognition.Unknown Why)> nearlyTables = [];

    /// <summary>The files that can be read, in order of name.</summary>
    public List<FileProfile> Files { get; } = [];

    /// <summary>Why the import is refused; empty when it is not.</summary>
    public List<Refusal> Refusals { get; } = [];

    /// <summary>The findings so far.</summary>
    public FindingLedger Ledger { get; } = new();

    /// <summary>Opens a file and does something with its bytes, turning what can go wrong outside the program into a refusal.</summary>
    /// <returns>False when the file is refused.</returns>
    public bool Open(CsvSource source, Action<MeteredStream> read)
    {
        gauge.Begin(source.Name);
        try
        {
            using var content = new MeteredStream(source.Open(), source.LeavesOpen, source.Limit, gauge.Advance, cancel);
            read(content);
            return true;
        }
        catch (TooLargeException)
        {
            Refusals.Add(source.Limit == source.Length
                ? Reasons.TooLargeUnpacked(source.Name, source.Limit, ImportLimits.Default.LargestFile)
                : Reasons.TooLarge(source.Name, source.Limit, source.Limit));
        }
        catch (CsvFormatException)
        {
            Refusals.Add(Reasons.UnclosedQuote(source.Name));
        }
        catch (InvalidDataException)
        {
            Refusals.Add(Reasons.BrokenZip(source.Name));
        }
        catch (NotCodesException problem)
        {
            Refusals.Add(new Refusal(
                source.Name,
                $"The column {problem.Column} holds tens of thousands of different values.",
                "It should hold one of a few codes, so the columns are probably mixed up.",
                "Check the file's headings against the values under them."));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Refusals.Add(Reasons.CannotOpen(source.Name));
        }

        return false;
    }

    /// <summary>Inspects one file.</summary>
    public void Inspect(CsvSource source)
    {
        if (Objection(source) is { } refusal)
        {
            if (!source.IsNamed && refusal == Reasons.Empty(source.Name))
            {
                Ledger.Add(FileFindings.EmptyFile, source.Name, "is empty", "did not read it");
            }
            else
            {
                Refusals.Add(refusal);
            }

            return;
        }

        Recognition? recognition = null;
        if (!Open(source, content => recognition = TableShapes.Recognise(Heading(content))))
        {
            return;
        }

        switch (recognition)
        {
            case Recognition.Known known:
                Take(source, known.Table);
                break;
            case Recognition.ColumnTwice twice:
                Refusals.Add(new Refusal(
                    source.Name,
                    $"The column {CellText.Short(twice.Column)} stands twice in the heading.",
                    "It is not clear which of the two holds the data.",
                    "Delete or rename one of them and import again."));
                break;
            case Recognition.Unknown unknown:
                SetAside(source, unknown);
                break;
        }
    }

    /// <summary>Refuses the import when it holds no return at all, or lacks its episodes because their columns are wrong.</summary>
    public void RefuseWithoutReturns(string asked)
    {
        if (Refusals.Count > 0)
        {
            return;
        }

        if (!Files.Exists(file => file.Table == ReturnTable.Episodes))
        {
            var nearEpisodes = nearlyTables.Where(near => near.Why.Closest == ReturnTable.Episodes).ToArray();
            Refusals.AddRange(nearEpisodes.Select(near => NotATable(near.Source, near.Why)));
        }

        if (Refusals.Count == 0 && !Files.Exists(file => file.Rows > 0))
        {
            Refusals.Add(Files.Count == 0
                ? new Refusal(
                    asked,
                    "There is no table of the children looked after return (SSDA903) in it.",
                    "Nothing can be imported.",
                    "Give the CSV files of the return, such as Episodes and Header, or the folder or zip file that holds them.")
                : new Refusal(
                    asked,
                    $"There {(Files.Count == 1 ? "is a heading" : "are headings")} but not one row.",
                    "Nothing can be imported.",
                    "Export the return again and check that it holds the children of the year."));
        }
    }

    private Refusal? Objection(CsvSource source)
    {
        Refusal? objection = null;
        return Open(source, content =>
        {
            var start = new byte[ContentStart.Length];
            var read = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            objection = ContentStart.Objection(source.Name, start.AsSpan(0, read));
        })
            ? objection
            : TakeLastRefusal();
    }

    private Refusal TakeLastRefusal()
    {
        var last = Refusals[^1];
        Refusals.RemoveAt(Refusals.Count - 1);
        return last;
    }

    private static string[] Heading(MeteredStream content)
    {
        using var rows = new CsvRows(content);
        return rows.Heading;
    }

    private void Take(CsvSource source, ReturnTable table)
    {
        FileProfile? profile = null;
        if (!Open(source, content => profile = FileProfile.Take(source, table, content, today)) || profile is null || IsRefused(profile))
        {
            return;
        }

        if (profile.Rows == 0)
        {
            Ledger.Add(FileFindings.HeadingOnly, source.Name, "has no rows", "read no rows");
        }

        Files.Add(profile);
    }

    private bool IsRefused(FileProfile profile)
    {
        var name = profile.Source.Name;
        if (profile.HasUnclosedQuote)
        {
            Refusals.Add(Reasons.UnclosedQuote(name));
            return true;
        }

        foreach (var column in profile.Dates.Values)
        {
            if (column.IsMonthFirst)
            {
                Refusals.Add(new Refusal(
                    name,
                    $"The dates in the column {column.Name} are written month first (mm/dd/yyyy).",
                    "Read as dd/mm/yyyy, many would silently be other dates.",
                    "Set the region of the program that made the file to United Kingdom, or export dates as yyyy-mm-dd."));
                return true;
            }

            if (column.HasNoDates && column.Name == "DECOM")
            {
                Refusals.Add(new Refusal(
                    name,
                    $"Not one value in the column {column.Name} is a date.",
                    "Without start dates no episode can be counted; the columns are probably mixed up, or dates were exported as numbers.",
                    "Export the dates as dd/mm/yyyy or yyyy-mm-dd and import again."));
                return true;
            }
        }

        return false;
    }

    private void SetAside(CsvSource source, Recognition.Unknown unknown)
    {
        if (source.IsNamed)
        {
            Refusals.Add(NotATable(source, unknown));
            return;
        }

        if (unknown.IsNear)
        {
            nearlyTables.Add((source, unknown));
        }

        Ledger.Add(
            unknown.IsNear ? FileFindings.NearTable : FileFindings.UnknownTable,
            source.Name,
            unknown.IsNear ? $"is nearest to {TableShapes.Name(unknown.Closest)}, but {unknown.Differences()}" : "is no table of the return",
            "did not read it");
    }

    private static Refusal NotATable(CsvSource source, Recognition.Unknown unknown) => new(
        source.Name,
        unknown.Shared.Length == 0
            ? "Its columns are those of no table of the children looked after return (SSDA903)."
            : $"It is no table of the return. It is nearest to {TableShapes.Name(unknown.Closest)}, but {unknown.Differences()}.",
        "Tables are recognised by their set of columns, so that no column is taken for another.",
        $"{TableShapes.Name(unknown.Closest)} has the columns {string.Join(", ", TableShapes.Columns(unknown.Closest))}, and may have LA and YEAR. Correct the heading and import again.");
}
