using Microsoft.Data.Sqlite;
using Plimsoll.Tests.Shell;

namespace Plimsoll.Tests.Docs;

/// <summary>The made-up council, made once by the demo: its workspace, and in it the files.</summary>
[CollectionDefinition(nameof(MadeUpCouncil))]
public sealed class MadeUpCouncil : IAsyncLifetime, ICollectionFixture<MadeUpCouncil>
{
    private const string Files = "anyshire";
    private readonly Terminal terminal = new();

    /// <summary>Makes it.</summary>
    public async ValueTask InitializeAsync()
    {
        var (code, screen) = await terminal.ShowAsync("demo", "--no-serve", "--workspace", terminal.Workspace);
        Assert.True(code == 0, screen);
    }

    /// <summary>Copies the workspace.</summary>
    public void CopyWorkspace(string folder) => Copy(terminal.Workspace, folder);

    /// <summary>Copies the yearly returns into "returns", and the price list beside it.</summary>
    public void CopyFiles(string folder) => Copy(Path.Combine(terminal.Workspace, Files), folder);

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        terminal.Dispose();
        return ValueTask.CompletedTask;
    }

    private static void Copy(string from, string to)
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
