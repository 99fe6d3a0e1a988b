using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Care;

/// <summary>Finds the CSV files behind what a person named: files, folders at any depth, zip files and uploads. Opens nothing for good.</summary>
internal sealed class ImportSources(ImportLimits limits) : IDisposable
{
    private readonly List<CsvSource> found = [];
    private readonly List<IDisposable> opened = [];

    /// <summary>What cannot be read.</summary>
    public List<Refusal> Refusals { get; } = [];

    /// <summary>Files in a folder or zip file that are not CSV, with what they are.</summary>
    public List<(string Name, string Says)> Skipped { get; } = [];

    /// <summary>The files in order of name, so that the order in which they were named changes nothing; names are unique.</summary>
    public IReadOnlyList<CsvSource> Found()
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. found
            .OrderBy(source => source.Name, StringComparer.Ordinal).ThenBy(source => source.Folder, StringComparer.Ordinal)
            .Select(source => source with { Name = Unique(source, taken) })];
    }

    /// <summary>Adds a file, folder or zip file on disk.</summary>
    public void AddPath(string path)
    {
        if (path.Length == 0)
        {
            Refusals.Add(new Refusal("The name of a file", "It is empty.", "Nothing can be read.", "Give the name of a file or folder."));
            return;
        }

        try
        {
            var full = Path.GetFullPath(path);
            if (Directory.Exists(full))
            {
                AddFolder(full);
            }
            else if (File.Exists(full))
            {
                AddFile(full, Path.GetFileName(full), Path.GetDirectoryName(full) ?? string.Empty, isNamed: true);
            }
            else
            {
                Refusals.Add(new Refusal(path, "There is no such file or folder.", "Nothing can be read from it.", "Check the name, and put quotation marks around a name with spaces."));
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Refusals.Add(Reasons.CannotOpen(path));
        }
    }

    /// <summary>Adds an upload.</summary>
    public void AddUpload(ReturnUpload upload)
    {
        var parts = upload.Name.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part is not ("." or "..")).ToArray();
        var name = parts.Length == 0 ? "upload" : string.Join('/', parts);
        var content = upload.Content.CanSeek ? upload.Content : InMemory(name, upload.Content);
        if (content is null)
        {
            return;
        }

        var folder = "upload:" + (parts.Length > 1 ? string.Join('/', parts[..^1]) : string.Empty);
        Add(name, folder, isNamed: parts.Length <= 1, content.Length, () => Rewound(content), leavesOpen: true);
    }

    /// <inheritdoc />
    public void Dispose() => opened.ForEach(archive => archive.Dispose());

    private static Stream Rewound(Stream content)
    {
        content.Position = 0;
        return content;
    }

    private static string Unique(CsvSource source, HashSet<string> taken)
    {
        var name = source.Name;
        if (taken.Add(name))
        {
            return name;
        }

        name = Path.GetFileName(source.Folder.TrimEnd('/', '\\')) + "/" + name;
        for (var again = 2; !taken.Add(name); again++)
        {
            name = $"{source.Name} ({again})";
        }

        return name;
    }

    private void AddFolder(string folder)
    {
        var everything = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = false,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        };
        foreach (var file in Directory.EnumerateFiles(folder, "*", everything).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (!ZipEntries.IsOfNoInterest(name))
            {
                AddFile(file, name, Path.GetDirectoryName(file) ?? string.Empty, isNamed: false);
            }
        }
    }

    private void AddFile(string file, string name, string folder, bool isNamed) =>
        Add(name, folder, isNamed, new FileInfo(file).Length, () => File.OpenRead(file), leavesOpen: false);

    private void Add(string given, string folder, bool isNamed, long length, Func<Stream> open, bool leavesOpen)
    {
        var name = CellText.Plain(given);
        if (length > limits.LargestFile)
        {
            Refusals.Add(Reasons.TooLarge(name, length, limits.LargestFile));
            return;
        }

        var kind = Kind(name, open, leavesOpen);
        if (kind == ContentKind.Zip)
        {
            var content = open();
            if (!leavesOpen)
            {
                opened.Add(content);
            }

            ZipEntries.Add(name, folder, content, limits, this);
        }
        else if (isNamed || (kind == ContentKind.Text && name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)))
        {
            found.Add(new CsvSource(name, folder, isNamed, length, limits.LargestFile, open, leavesOpen));
        }
        else
        {
            Skipped.Add((name, Reasons.NotCsv(name)));
        }
    }

    /// <summary>Adds a file found inside a zip file.</summary>
    public void AddEntry(CsvSource source) => found.Add(source);

    /// <summary>Keeps something open until the import is read.</summary>
    public void Keep(IDisposable archive) => opened.Insert(0, archive);

    private static ContentKind Kind(string name, Func<Stream> open, bool leavesOpen)
    {
        var stream = open();
        try
        {
            Span<byte> start = stackalloc byte[4];
            var read = stream.ReadAtLeast(start, 4, throwOnEndOfStream: false);
            var isZip = read == 4 && start is [(byte)'P', (byte)'K', 3 or 5, 4 or 6];
            return isZip && Path.GetExtension(name).ToUpperInvariant() is not (".XLSX" or ".XLSM" or ".DOCX" or ".ODS") ? ContentKind.Zip : ContentKind.Text;
        }
        finally
        {
            if (!leavesOpen)
            {
                stream.Dispose();
            }
        }
    }

    private MemoryStream? InMemory(string name, Stream content)
    {
        var copy = new MemoryStream();
        var buffer = new byte[81920];
        for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
        {
            if (copy.Length + read > limits.LargestFile)
            {
                Refusals.Add(Reasons.TooLarge(name, copy.Length + read, limits.LargestFile));
                copy.Dispose();
                return null;
            }

            copy.Write(buffer, 0, read);
        }

        opened.Add(copy);
        return copy;
    }

    private enum ContentKind
    {
        Text,
        Zip,
    }
}
