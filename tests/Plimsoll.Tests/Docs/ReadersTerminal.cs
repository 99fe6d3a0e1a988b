using Plimsoll.Tests.Shell;

namespace Plimsoll.Tests.Docs;

/// <summary>
/// A terminal in which the commands of one page are run from top to bottom, as a reader would: the files that the page
/// shows lie in its folder, and the made-up council's returns where the page says "path/to/returns".
/// </summary>
internal sealed class ReadersTerminal : IDisposable
{
    private const string DefaultWorkspace = "plimsoll-data";
    private readonly Terminal terminal = new();

    /// <summary>
    /// A terminal for a page. With the comment "starts with the demo" the workspace holds the made-up council already;
    /// with "each example ..." every folder of shown files is imported into a workspace of that name and "-workspace".
    /// </summary>
    public static async Task<ReadersTerminal> ForAsync(DocPage page, MadeUpCouncil council)
    {
        var reader = new ReadersTerminal();
        council.CopyFiles(reader.terminal.At("path/to"));
        if (page.Lines.Contains("<!-- starts with the demo -->"))
        {
            council.CopyWorkspace(reader.terminal.At(DefaultWorkspace));
        }

        var examples = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var fence in page.Fences().Where(fence => fence.Kind == "csv" && fence.Words.Count == 1))
        {
            reader.terminal.Write(fence.Words[0], [.. fence.Lines]);
            examples.Add(fence.Words[0].Split('/')[0]);
        }

        if (page.Lines.Contains("<!-- each example is imported into a workspace of its own -->"))
        {
            foreach (var example in examples)
            {
                var (code, screen) = await reader.terminal.ShowAsync(
                    "import", "903", reader.terminal.At(example), "--workspace", reader.terminal.At(example + "-workspace"));
                Assert.True(code == 0, screen);
            }
        }

        return reader;
    }

    /// <summary>Runs a command and returns what stands on the screen.</summary>
    public async Task<(int Code, IReadOnlyList<string> Screen)> RunAsync(IReadOnlyList<string> args)
    {
        var (code, text) = await terminal.ShowAsync([.. InFolder(args)]);
        var screen = text.Replace(terminal.At("") + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).ReplaceLineEndings("\n").TrimEnd('\n');
        return (code, screen.Length == 0 ? [] : screen.Split('\n'));
    }

    public void Dispose() => terminal.Dispose();

    // Paths are taken from the page's folder, and a database is stood in for by a workspace in it.
    private IEnumerable<string> InFolder(IReadOnlyList<string> args)
    {
        var named = false;
        for (var at = 0; at < args.Count; at++)
        {
            if (args[at] is "--workspace" or "--database" && at + 1 < args.Count)
            {
                named = true;
                yield return "--workspace";
                yield return terminal.At(args[at] == "--workspace" ? args[at + 1] : "database");
                at++;
            }
            else
            {
                var path = terminal.At(args[at]);
                yield return Path.Exists(path) ? path : args[at];
            }
        }

        if (!named)
        {
            yield return "--workspace";
            yield return terminal.At(DefaultWorkspace);
        }
    }
}
