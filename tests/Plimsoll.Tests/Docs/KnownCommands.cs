using System.Text.RegularExpressions;
using Plimsoll.Shell;

namespace Plimsoll.Tests.Docs;

/// <summary>A command as its own help describes it.</summary>
/// <param name="Name">Words after the program's name: "import 903".</param>
/// <param name="Options">Its options, those that every command takes among them.</param>
/// <param name="WithValue">The options that take a value.</param>
/// <param name="TakesPaths">Whether words that are no option may follow.</param>
internal sealed partial record KnownCommand(string Name, IReadOnlySet<string> Options, IReadOnlySet<string> WithValue, bool TakesPaths)
{
    /// <summary>Every command of the program, read from its help.</summary>
    public static async Task<IReadOnlyList<KnownCommand>> AllAsync()
    {
        var found = new List<KnownCommand>();
        await ReadAsync([], found);
        return found;
    }

    /// <summary>The options of the program without a command.</summary>
    public static async Task<IReadOnlySet<string>> OfProgramAsync() =>
        Option().Matches(await HelpAsync([])).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

    private static async Task ReadAsync(string[] words, List<KnownCommand> found)
    {
        var help = await HelpAsync(words);
        var children = Section(help, "Commands").Select(line => line.Split(' ')[0]).ToArray();
        if (children.Length == 0)
        {
            var options = Section(help, "Options").ToArray();
            found.Add(new KnownCommand(
                string.Join(' ', words),
                options.SelectMany(line => Option().Matches(line.Split("  ")[0]).Select(match => match.Value)).ToHashSet(StringComparer.Ordinal),
                options.Where(line => line.Split("  ")[0].Contains('<', StringComparison.Ordinal)).Select(line => Option().Match(line).Value).ToHashSet(StringComparer.Ordinal),
                Section(help, "Arguments").Any()));
        }

        foreach (var child in children)
        {
            await ReadAsync([.. words, child], found);
        }
    }

    private static async Task<string> HelpAsync(string[] words)
    {
        using var output = new StringWriter();
        var code = await CommandLine.RunAsync([.. words, "--help"], output, TextWriter.Null, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Equal(0, code);
        return output.ToString();
    }

    /// <summary>What is wrong with a command line, or null: an unknown command or option, a value or a word too many.</summary>
    public static string? Mistake(IReadOnlyList<string> args, IReadOnlyList<KnownCommand> known)
    {
        var command = known.Where(candidate => args.Take(candidate.Name.Split(' ').Length).SequenceEqual(candidate.Name.Split(' '))).MaxBy(candidate => candidate.Name.Length);
        if (command is null)
        {
            return "there is no such command";
        }

        for (var at = command.Name.Split(' ').Length; at < args.Count; at++)
        {
            if (!args[at].StartsWith("--", StringComparison.Ordinal))
            {
                if (!command.TakesPaths)
                {
                    return $"'{args[at]}' is no option of '{command.Name}'";
                }
            }
            else if (!command.Options.Contains(args[at]))
            {
                return $"'{command.Name}' has no option {args[at]}";
            }
            else if (command.WithValue.Contains(args[at]) && ++at == args.Count)
            {
                return $"{args[at - 1]} lacks its value";
            }
        }

        return null;
    }

    // The indented lines under a heading of the help.
    private static IEnumerable<string> Section(string help, string heading) =>
        help.ReplaceLineEndings("\n").Split('\n')
            .SkipWhile(line => line != heading + ":")
            .Skip(1)
            .TakeWhile(line => line.Length > 0)
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ')
            .Select(line => line[2..]);

    [GeneratedRegex("--[a-z][a-z0-9-]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Option();
}
