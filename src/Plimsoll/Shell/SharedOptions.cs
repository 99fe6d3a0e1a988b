using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Plimsoll.Store;

namespace Plimsoll.Shell;

/// <summary>The options that every command takes.</summary>
/// <param name="output">Standard output.</param>
/// <param name="error">Standard error.</param>
/// <param name="clock">The clock.</param>
internal sealed class SharedOptions(TextWriter output, TextWriter error, TimeProvider clock)
{
    private const string DefaultFolder = "plimsoll-data";

    private readonly Option<string?> workspace = new("--workspace")
    {
        Description = "Folder of the workspace (default ./plimsoll-data, or the variable PLIMSOLL_WORKSPACE).",
        HelpName = "DIR",
        Recursive = true,
    };

    private readonly Option<string?> database = new("--database")
    {
        Description = "Connection string of a PostgreSQL database, instead of a folder.",
        HelpName = "CONNECTION",
        Recursive = true,
    };

    private readonly Option<bool> json = new("--json")
    {
        Description = "Write one JSON document to standard output, and nothing else there.",
        Recursive = true,
    };

    private readonly Option<bool> quiet = new("--quiet") { Description = "Print the result and what went wrong, without progress and remarks.", Recursive = true };

    /// <summary>Adds the options to the root, so that every command has them.</summary>
    public void AddTo(RootCommand root)
    {
        root.Add(workspace);
        root.Add(database);
        root.Add(json);
        root.Add(quiet);
        // On the option, not on the root: only the innermost command asks its own validators.
        database.Validators.Add(BothPlaces);
    }

    /// <summary>What a command has at hand when it runs.</summary>
    public CommandRun Run(ParseResult parsed)
    {
        var watched = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
        return new CommandRun(
            Location(parsed), parsed.GetValue(json), new Messages(error, parsed.GetValue(quiet), watched), output, clock);
    }

    /// <summary>The folder that the workspace lives in; null for a database.</summary>
    public string? Folder(ParseResult parsed) =>
        parsed.GetValue(database) is { Length: > 0 } ? null : Folder(parsed.GetValue(workspace));

    /// <summary>Whether the person named the workspace.</summary>
    public bool IsNamed(ParseResult parsed) => parsed.GetValue(workspace) is not null || parsed.GetValue(database) is not null;

    /// <summary>Reads a date given as yyyy-mm-dd or dd/mm/yyyy; anything else is wrong usage.</summary>
    public static DateOnly? Date(ArgumentResult result)
    {
        var text = result.Tokens.Count == 0 ? "" : result.Tokens[^1].Value;
        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        result.AddError($"'{text}' is not a date. Write it as 2026-03-31 or 31/03/2026.");
        return null;
    }

    private void BothPlaces(OptionResult result)
    {
        if (!result.Implicit && result.GetResult(workspace) is { Implicit: false })
        {
            result.AddError("Give --workspace or --database, not both: a workspace lives in one place.");
        }
    }

    private static string Folder(string? given) =>
        given is { Length: > 0 } ? given
        : Environment.GetEnvironmentVariable("PLIMSOLL_WORKSPACE") is { Length: > 0 } variable ? variable
        : DefaultFolder;

    private WorkspaceLocation Location(ParseResult parsed) =>
        parsed.GetValue(database) is { Length: > 0 } connection
            ? new WorkspaceLocation.PostgreSql(connection)
            : new WorkspaceLocation.Folder(Folder(parsed.GetValue(workspace)));
}
