using System.CommandLine;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Store;
using Plimsoll.Web;

namespace Plimsoll.Shell;

/// <summary>What a running command has at hand: where the workspace is, where words and JSON go, and the date.</summary>
/// <param name="Location">The workspace.</param>
/// <param name="Json">Whether standard output carries one JSON document and nothing else.</param>
/// <param name="Words">Messages, and the progress of long work, for people.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Clock">The only clock.</param>
internal sealed record CommandRun(WorkspaceLocation Location, bool Json, Messages Words, TextWriter Output, TimeProvider Clock)
{
    /// <summary>Today in the United Kingdom.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetLocalNow().DateTime);

    /// <summary>The change that this command makes, for the journal.</summary>
    public Change Change(string why, string evidence = "") => new("command line", Clock.GetUtcNow(), why, evidence);

    /// <summary>Opens the workspace, making it on first use.</summary>
    public async Task<Workbench> OpenAsync(CancellationToken cancel) =>
        new(await Workspace.OpenAsync(Location, cancel).ConfigureAwait(false));

    /// <summary>Prints why something was refused.</summary>
    public int Refuse(string message)
    {
        Words.Say(message);
        return ExitCode.Refused;
    }
}
