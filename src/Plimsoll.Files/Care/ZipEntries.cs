using System.IO.Compression;
using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Care;

/// <summary>The CSV files of a zip file, read in place: nothing is unpacked to disk, and nothing outside the file is touched.</summary>
internal static class ZipEntries
{
    /// <summary>Adds the entries of a zip file, or the reasons why it is refused.</summary>
    public static void Add(string name, string folder, Stream content, ImportLimits limits, ImportSources sources)
    {
        try
        {
            var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            sources.Keep(archive);
            if (Objection(name, archive, limits) is { } refusal)
            {
                sources.Refusals.Add(refusal);
                return;
            }

            foreach (var entry in archive.Entries)
            {
                AddEntry(name, folder, entry, sources);
            }
        }
        catch (InvalidDataException)
        {
            sources.Refusals.Add(Reasons.BrokenZip(name));
        }
    }

    /// <summary>Whether a file in a folder or zip file is the machine's own and not worth a word.</summary>
    public static bool IsOfNoInterest(string path)
    {
        var parts = path.Split('/');
        return parts.Any(part => part.StartsWith('.') || part is "__MACOSX") || parts[^1] is "Thumbs.db" or "desktop.ini"
            || parts[^1].StartsWith("~$", StringComparison.Ordinal);
    }

    private static Refusal? Objection(string name, ZipArchive archive, ImportLimits limits)
    {
        if (archive.Entries.Count > limits.MostEntries)
        {
            return new Refusal(
                name,
                $"The zip file has {Core.Vocabulary.InWords.Whole(archive.Entries.Count)} entries; the limit is {Core.Vocabulary.InWords.Whole(limits.MostEntries)}.",
                "A return is twelve tables a year, so this is not a zip file of returns.",
                "Zip only the CSV files of your returns and import again.");
        }

        var outside = archive.Entries.FirstOrDefault(entry => LeadsOutside(entry.FullName));
        if (outside is not null)
        {
            return new Refusal(
                name,
                $"The zip file holds an entry that points outside it: {CellText.Plain(outside.FullName)}.",
                "Files like that are made to overwrite other files. We read nothing from it.",
                "Make the zip file again from the folder of CSV files, or ask where it came from.");
        }

        if (archive.Entries.Any(entry => entry.IsEncrypted))
        {
            return Reasons.BrokenZip(name);
        }

        var unpacked = archive.Entries.Sum(entry => Math.Max(0, entry.Length));
        return unpacked > limits.LargestFile ? Reasons.TooLargeUnpacked(name, unpacked, limits.LargestFile) : null;
    }

    private static bool LeadsOutside(string entry)
    {
        var path = entry.Replace('\\', '/');
        return path.StartsWith('/') || (path.Length > 1 && path[1] == ':') || path.Split('/').Contains("..", StringComparer.Ordinal);
    }

    private static void AddEntry(string zip, string zipFolder, ZipArchiveEntry entry, ImportSources sources)
    {
        var path = entry.FullName.Replace('\\', '/');
        if (path.EndsWith('/') || IsOfNoInterest(path))
        {
            return;
        }

        var name = zip + "/" + CellText.Plain(path);
        if (!path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            sources.Skipped.Add((name, Reasons.NotCsv(path)));
            return;
        }

        var folder = zipFolder + "/" + zip + "/" + (Path.GetDirectoryName(path) ?? string.Empty);
        sources.AddEntry(new CsvSource(name, folder, IsNamed: false, entry.Length, entry.Length, () => new CheckedStream(entry.Open(), entry.Length, entry.Crc32), LeavesOpen: false));
    }
}
