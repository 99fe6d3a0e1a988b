using System.Diagnostics;
using Plimsoll.Store.Vocabulary;

namespace Plimsoll.Store.Tests.Care;

public sealed class SqliteKilledImportTests(SqlitePlace place) : KilledImportTests(place), IClassFixture<SqlitePlace>;

public sealed class PostgreSqlKilledImportTests(PostgreSqlPlace place) : KilledImportTests(place), IClassFixture<PostgreSqlPlace>;

public abstract class KilledImportTests(Place place)
{
    private const int Kills = 20;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killing_an_import_at_any_point_leaves_one_whole_dataset()
    {
        var location = await place.FreshAsync();
        await using (var workspace = await Workspace.OpenAsync(location, Cancel))
        {
            await workspace.ImportReturnsAsync(EndlessImport.Version(0), Samples.Change, Cancel);
        }

        var inTheMiddle = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            // From the very start of an import to well into the next one.
            inTheMiddle += await StartAndKillAsync(location, TimeSpan.FromMilliseconds(kill * 9)) ? 1 : 0;

            await using var workspace = await Workspace.OpenAsync(location, Cancel);
            // A change waits until the database server has dealt with the dead process, and shows that changes still work.
            await workspace.SaveSettingsAsync(WorkspaceSettings.Default, Samples.Change, Cancel);
            var imports = await workspace.ImportsAsync(Cancel);
            var number = imports.Length - 1;
            var stored = (await workspace.CurrentReturnsAsync(Cancel))!;
            Assert.Equal(EndlessImport.Identity(number), stored.Dataset);
            var expected = EndlessImport.Version(number);
            Assert.Equal(expected.Episodes, stored.Rows.Episodes);
            Assert.Equal(expected.Headers, stored.Rows.Headers);
            Assert.Equal(imports.Length + kill + 1, Assert.IsType<JournalCheck.Intact>(await workspace.CheckJournalAsync(Cancel)).Entries);
        }

        Assert.True(inTheMiddle > 0, "No kill hit an import in the middle: the test proves nothing on this machine.");
    }

    /// <summary>True when the process was killed between the beginning and the end of an import.</summary>
    private static async Task<bool> StartAndKillAsync(WorkspaceLocation location, TimeSpan after)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(EndlessImport).Assembly.Location);
        }

        start.ArgumentList.Add(EndlessImport.Command);
        start.ArgumentList.Add(location is WorkspaceLocation.Folder ? "folder" : "postgresql");
        start.ArgumentList.Add(location is WorkspaceLocation.Folder folder ? folder.Path : ((WorkspaceLocation.PostgreSql)location).ConnectionString);
        using var process = Process.Start(start)!;
        var last = await process.StandardOutput.ReadLineAsync(Cancel);
        if (last is null)
        {
            Assert.Fail("The importing process said nothing: " + await process.StandardError.ReadToEndAsync(Cancel));
        }

        await Task.Delay(after, Cancel);
        process.Kill();
        await process.WaitForExitAsync(Cancel);
        while (await process.StandardOutput.ReadLineAsync(Cancel) is { } line)
        {
            last = line;
        }

        return last == "begins";
    }
}
