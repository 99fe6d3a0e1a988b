using System.Text;

namespace Plimsoll.Tests.Docs;

/// <summary>A command as a page shows it, with what the page says it prints.</summary>
/// <param name="Page">The page.</param>
/// <param name="Line">Its line on the page.</param>
/// <param name="Text">The line as shown, without the prompt.</param>
/// <param name="Args">The arguments after the program's name.</param>
/// <param name="Output">The lines shown under it; null where the page shows none.</param>
/// <param name="Code">The exit code that the block names.</param>
internal sealed record ShownCommand(string Page, int Line, string Text, IReadOnlyList<string> Args, IReadOnlyList<string>? Output, int Code)
{
    private const string Prompt = "$ ";
    private const string Checkout = "dotnet run --project src/Plimsoll -c Release -- ";
    private const string Program = "plimsoll ";

    /// <summary>Whether it ends only when a person ends it: it serves pages.</summary>
    public bool Serves => Args[0] == "serve" || (Args[0] == "demo" && !Args.Contains("--no-serve"));

    /// <summary>The commands of one block. In a console block a command follows a prompt and its output follows it; elsewhere each line is a command.</summary>
    public static IReadOnlyList<ShownCommand> In(DocPage page, Fence fence)
    {
        var isConsole = fence.Kind == "console";
        var code = fence.Words.Select(word => word.Split('=')).Where(pair => pair[0] == "exit").Select(pair => pair[1][0] - '0').FirstOrDefault();
        var shown = new List<ShownCommand>();
        for (var at = 0; at < fence.Lines.Count; at++)
        {
            var line = fence.Lines[at];
            var text = !isConsole ? line : line.StartsWith(Prompt, StringComparison.Ordinal) ? line[Prompt.Length..] : "";
            if (Arguments(text) is not { Count: > 0 } args)
            {
                continue;
            }

            string[]? output = null;
            if (isConsole)
            {
                output = [.. fence.Lines.Skip(at + 1).TakeWhile(next => !next.StartsWith(Prompt, StringComparison.Ordinal))];
                output = output[..(Array.FindLastIndex(output, last => last.Length > 0) + 1)];
            }

            shown.Add(new ShownCommand(page.Name, fence.Line + at, text, args, output, code));
        }

        return shown;
    }

    /// <summary>The arguments of a line that runs the program; empty for any other line.</summary>
    public static IReadOnlyList<string> Arguments(string line) =>
        line.StartsWith(Checkout, StringComparison.Ordinal) ? Split(line[Checkout.Length..])
        : line.StartsWith(Program, StringComparison.Ordinal) ? Split(line[Program.Length..])
        : [];

    // Words as a shell splits them: quotation marks hold words together, "> file" belongs to the shell.
    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quote = '\0';
        foreach (var letter in text + " ")
        {
            if (letter is '"' or '\'' && (quote == '\0' || quote == letter))
            {
                quote = quote == '\0' ? letter : '\0';
            }
            else if (letter == ' ' && quote == '\0')
            {
                if (word.Length > 0)
                {
                    words.Add(word.ToString());
                    word.Clear();
                }
            }
            else
            {
                word.Append(letter);
            }
        }

        var redirect = words.IndexOf(">");
        return redirect < 0 ? words : words[..redirect];
    }
}
