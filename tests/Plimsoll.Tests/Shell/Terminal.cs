using System.Text.Json;
using Microsoft.Data.Sqlite;
using Plimsoll.Shell;

namespace Plimsoll.Tests.Shell;

/// <summary>The program with a workspace and files of its own, run as a person runs it.</summary>
internal sealed class Terminal : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plimsoll-tests-");

    /// <summary>The day on which every command runs.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 23);

    /// <summary>The workspace folder.</summary>
    public string Workspace => Path.Combine(folder.FullName, "workspace");

    /// <summary>Writes a file and returns its path.</summary>
    public string Write(string name, params string[] lines)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllLines(path, lines);
        return path;
    }

    /// <summary>A path under the test's folder.</summary>
    public string At(string name) => Path.Combine(folder.FullName, name);

    /// <summary>Runs a command on the workspace.</summary>
    public async Task<Ran> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(
            [.. args, "--workspace", Workspace], output, error, new FixedClock(), TestContext.Current.CancellationToken);
        return new Ran(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs a command exactly as given and returns what stands on the screen: output and messages in the order in which they come.</summary>
    public async Task<(int Code, string Screen)> ShowAsync(params string[] args)
    {
        using var screen = new StringWriter();
        var code = await CommandLine.RunAsync(args, screen, screen, new FixedClock(), TestContext.Current.CancellationToken);
        return (code, screen.ToString());
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(Today.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    }
}

/// <summary>What a run left behind.</summary>
/// <param name="Code">Exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Ran(int Code, string Output, string Error)
{
    /// <summary>Standard output as the one JSON document it must be.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}
