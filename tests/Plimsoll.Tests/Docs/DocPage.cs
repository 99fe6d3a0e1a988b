using System.Runtime.CompilerServices;

namespace Plimsoll.Tests.Docs;

/// <summary>A block of code in a page.</summary>
/// <param name="Info">What stands after the opening fence: "console", "csv returns/Episodes.csv".</param>
/// <param name="Line">Number of the first line inside, the page's first line being 1.</param>
/// <param name="Lines">The lines inside.</param>
internal sealed record Fence(string Info, int Line, IReadOnlyList<string> Lines)
{
    /// <summary>The kind of block: "console", "csv", or empty.</summary>
    public string Kind => Info.Split(' ')[0];

    /// <summary>The words after the kind.</summary>
    public IReadOnlyList<string> Words => Info.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToArray();
}

/// <summary>One Markdown page of the repository.</summary>
/// <param name="Name">Path from the root of the repository, with forward slashes.</param>
/// <param name="Lines">All lines.</param>
internal sealed record DocPage(string Name, IReadOnlyList<string> Lines)
{
    private const string Marks = "```";

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The path on disk.</summary>
    public string FullPath => Path.Combine(Root, Name);

    /// <summary>The pages for readers: the README and everything under docs.</summary>
    public static IReadOnlyList<DocPage> ForReaders() => [.. All().Where(page => page.Name == "README.md" || page.Name.StartsWith("docs/", StringComparison.Ordinal))];

    /// <summary>Every page of the repository, packages and build output left out.</summary>
    public static IReadOnlyList<DocPage> All() =>
    [
        .. Directory.EnumerateFiles(Root, "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(name => !name.Split('/').Any(part => part is "bin" or "obj" or "node_modules" || part.StartsWith('.')))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    /// <summary>Reads a page by its path from the root.</summary>
    public static DocPage Read(string name) => new(name, File.ReadAllLines(Path.Combine(Root, name)));

    /// <summary>The blocks of code in order.</summary>
    public IEnumerable<Fence> Fences()
    {
        for (var at = 0; at < Lines.Count; at++)
        {
            if (!Lines[at].StartsWith(Marks, StringComparison.Ordinal))
            {
                continue;
            }

            var first = at + 1;
            for (at = first; at < Lines.Count && Lines[at] != Marks; at++)
            {
                // To the closing fence.
            }

            yield return new Fence(Lines[first - 1][Marks.Length..].Trim(), first + 1, [.. Lines.Skip(first).Take(at - first)]);
        }
    }

    /// <summary>The lines outside blocks of code, with their numbers.</summary>
    public IEnumerable<(int Number, string Text)> Prose()
    {
        var inside = false;
        for (var at = 0; at < Lines.Count; at++)
        {
            if (Lines[at].StartsWith(Marks, StringComparison.Ordinal))
            {
                inside = !inside;
            }
            else if (!inside)
            {
                yield return (at + 1, Lines[at]);
            }
        }
    }

    /// <summary>The text under each heading of the second level, by that heading.</summary>
    public IReadOnlyDictionary<string, string> Sections()
    {
        var sections = new Dictionary<string, string>(StringComparer.Ordinal);
        var heading = "";
        foreach (var line in Lines)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                heading = line;
            }

            sections[heading] = sections.GetValueOrDefault(heading, "") + line + "\n";
        }

        return sections;
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Plimsoll.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The repository of these tests was not found.");
    }
}
