using Plimsoll.Store.Databases;
using Plimsoll.Store.Vocabulary;
using static Plimsoll.Store.Tests.Samples;

namespace Plimsoll.Store.Tests.Databases;

public sealed class SqliteSharingTests(SqlitePlace place) : SharingTests(place), IClassFixture<SqlitePlace>
{
    internal override Database Another(WorkspaceLocation location) =>
        new SqliteDatabase(((WorkspaceLocation.Folder)location).Path, TimeSpan.FromSeconds(30));

    [Fact]
    public async Task A_full_disk_is_reported_in_words()
    {
        var location = await FreshAsync();
        await using (await Workspace.OpenAsync(location, Cancel))
        {
            // SQLite reports a full disk and a full file alike; a file can be told how large it may become.
            await using var database = Another(location);
            await using var session = await database.BeginWriteAsync(Cancel);
            await session.ExecuteAsync("PRAGMA max_page_count = 1", Cancel);
            var error = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => session.ExecuteAsync(
                "INSERT INTO settings (at, body) VALUES ('', @body)", Cancel, new Value("body", new string('x', 1_000_000))));
            Assert.Contains("is full", database.Explain(error)!.What, StringComparison.Ordinal);
        }
    }
}

public sealed class PostgreSqlSharingTests(PostgreSqlPlace place) : SharingTests(place), IClassFixture<PostgreSqlPlace>
{
    internal override Database Another(WorkspaceLocation location) =>
        new PostgreSqlDatabase(((WorkspaceLocation.PostgreSql)location).ConnectionString, TimeSpan.FromSeconds(30));
}

public abstract class SharingTests(Place place)
{
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    internal abstract Database Another(WorkspaceLocation location);

    protected Task<WorkspaceLocation> FreshAsync() => place.FreshAsync();

    [Fact]
    public async Task A_second_importer_that_waits_in_vain_is_told_so_in_words()
    {
        var location = await FreshAsync();
        await using var workspace = await Workspace.OpenAsync(location, TimeSpan.FromMilliseconds(100), Cancel);
        await using var database = Another(location);
        await using (await database.BeginWriteAsync(Cancel))
        {
            var error = await Assert.ThrowsAsync<WorkspaceException>(
                () => workspace.ImportReturnsAsync(Episodes("e.csv", 2025, 1), Change, Cancel));
            Assert.Equal("Somebody else is changing this workspace just now.", error.Problem.What);
            Assert.Null(await workspace.CurrentReturnsAsync(Cancel)); // Reading goes on meanwhile.
        }

        await workspace.ImportReturnsAsync(Episodes("e.csv", 2025, 1), Change, Cancel);
    }

    [Fact]
    public async Task A_second_importer_waits_for_the_first()
    {
        var location = await FreshAsync();
        await using var workspace = await Workspace.OpenAsync(location, Cancel);
        await using var database = Another(location);
        Task import;
        await using (await database.BeginWriteAsync(Cancel))
        {
            import = Task.Run(() => workspace.ImportReturnsAsync(Episodes("e.csv", 2025, 1), Change, Cancel), Cancel);
            Assert.NotEqual(import, await Task.WhenAny(import, Task.Delay(TimeSpan.FromMilliseconds(300), Cancel)));
        }

        await import;
        Assert.NotNull(await workspace.CurrentReturnsAsync(Cancel));
    }

    [Fact]
    public async Task Many_changes_at_once_all_happen_and_their_journal_is_one_chain()
    {
        var location = await FreshAsync();
        await using var one = await Workspace.OpenAsync(location, Cancel);
        await using var two = await Workspace.OpenAsync(location, Cancel);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(
            () => (i % 2 == 0 ? one : two).ImportReturnsAsync(Episodes($"{i}.csv", 2010 + i, 50), Change, Cancel), Cancel)));
        Assert.Equal(600, (await one.CurrentReturnsAsync(Cancel))!.Rows.Episodes.Count);
        Assert.Equal(12, Assert.IsType<JournalCheck.Intact>(await two.CheckJournalAsync(Cancel)).Entries);
    }
}
