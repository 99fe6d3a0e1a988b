using Plimsoll.Store.Vocabulary;

namespace Plimsoll.Store.Tests.Schema;

public sealed class SqliteOpeningTests(SqlitePlace place) : OpeningTests(place), IClassFixture<SqlitePlace>
{
    private readonly SqlitePlace folders = place;

    protected override string MakeNewer => "PRAGMA user_version = 99";

    [Theory]
    [InlineData("This is a letter to the director, and long enough to have more than a hundred letters in it, as a header of SQLite has.")]
    [InlineData("x")]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone(string content)
    {
        var folder = await FolderAsync();
        var file = Path.Combine(folder, "plimsoll.db");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(file, content, Cancel);
        var error = await Assert.ThrowsAsync<WorkspaceException>(() => Workspace.OpenAsync(new WorkspaceLocation.Folder(folder), Cancel));
        Assert.Contains("is not a Plimsoll workspace", error.Problem.What, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(file, Cancel));
    }

    [Fact]
    public async Task The_database_of_another_program_is_refused_and_left_alone()
    {
        var folder = await FolderAsync();
        Directory.CreateDirectory(folder);
        var location = new WorkspaceLocation.Folder(folder);
        await folders.MeddleAsync(location, "CREATE TABLE recipes (name TEXT)");
        var error = await Assert.ThrowsAsync<WorkspaceException>(() => Workspace.OpenAsync(location, Cancel));
        Assert.Contains("is not a Plimsoll workspace", error.Problem.What, StringComparison.Ordinal);
        await folders.MeddleAsync(location, "INSERT INTO recipes VALUES ('soup')");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_reported_in_words()
    {
        var file = await FolderAsync();
        await File.WriteAllTextAsync(file, "a file stands where the folder should be", Cancel);
        var error = await Assert.ThrowsAsync<WorkspaceException>(() => Workspace.OpenAsync(new WorkspaceLocation.Folder(file), Cancel));
        Assert.Contains(file, error.Problem.What, StringComparison.Ordinal);
        Assert.Contains("--workspace", error.Problem.ToDo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_owner_may_look_into_a_new_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows folders inherit their rights.");
        var folder = await FolderAsync();
        await using var workspace = await Workspace.OpenAsync(new WorkspaceLocation.Folder(folder), Cancel);
#pragma warning disable CA1416 // Skipped on Windows above.
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
#pragma warning restore CA1416
    }

    private async Task<string> FolderAsync() => ((WorkspaceLocation.Folder)await folders.FreshAsync()).Path;
}

public sealed class PostgreSqlOpeningTests(PostgreSqlPlace place) : OpeningTests(place), IClassFixture<PostgreSqlPlace>
{
    private readonly PostgreSqlPlace databases = place;

    protected override string MakeNewer => "UPDATE plimsoll_schema SET version = 99";

    [Theory]
    [InlineData("Database", "plimsoll_nowhere", "does not exist")]
    [InlineData("Password", "wrong", "refused the account")]
    [InlineData("Port", "1", "does not answer")]
    public async Task A_server_that_cannot_be_used_is_reported_in_words(string setting, string value, string says)
    {
        var location = (WorkspaceLocation.PostgreSql)await databases.FreshAsync();
        var wrong = new Npgsql.NpgsqlConnectionStringBuilder(location.ConnectionString) { [setting] = value };
        var error = await Assert.ThrowsAsync<WorkspaceException>(() => Workspace.OpenAsync(new WorkspaceLocation.PostgreSql(wrong.ToString()), Cancel));
        Assert.Contains(says, error.Problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_text_that_cannot_be_read_is_reported_without_repeating_it()
    {
        var error = await Assert.ThrowsAsync<WorkspaceException>(
            () => Workspace.OpenAsync(new WorkspaceLocation.PostgreSql("secret=sesame"), Cancel));
        Assert.DoesNotContain("sesame", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", new WorkspaceLocation.PostgreSql("secret=sesame").ToString(), StringComparison.Ordinal);
    }
}

public abstract class OpeningTests(Place place)
{
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract string MakeNewer { get; }

    [Fact]
    public async Task Several_may_open_a_new_workspace_at_the_same_moment()
    {
        var location = await place.FreshAsync();
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Workspace.OpenAsync(location, Cancel), Cancel)));
        foreach (var workspace in opened)
        {
            await workspace.SaveSettingsAsync(WorkspaceSettings.Default, Samples.Change, Cancel);
        }

        Assert.Equal(8, Assert.IsType<JournalCheck.Intact>(await opened[0].CheckJournalAsync(Cancel)).Entries);
        foreach (var workspace in opened)
        {
            await workspace.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_workspace_of_a_newer_version_is_refused()
    {
        var location = await place.FreshAsync();
        await (await Workspace.OpenAsync(location, Cancel)).DisposeAsync();
        await place.MeddleAsync(location, MakeNewer);
        var error = await Assert.ThrowsAsync<WorkspaceException>(() => Workspace.OpenAsync(location, Cancel));
        Assert.Contains("newer version of Plimsoll", error.Problem.What, StringComparison.Ordinal);
        Assert.Contains("nothing was touched", error.Problem.Why, StringComparison.Ordinal);
    }
}
