using Plimsoll.Store.Vocabulary;
using static Plimsoll.Store.Tests.Samples;

namespace Plimsoll.Store.Tests.Vocabulary;

public sealed class SqliteJournalTests(SqlitePlace place) : JournalTests(place), IClassFixture<SqlitePlace>
{
    protected override string WithoutGuard(string sql) =>
        $"DROP TRIGGER journal_keeps_entries; DROP TRIGGER journal_loses_nothing; {sql}";
}

public sealed class PostgreSqlJournalTests(PostgreSqlPlace place) : JournalTests(place), IClassFixture<PostgreSqlPlace>
{
    protected override string WithoutGuard(string sql) => $"ALTER TABLE journal DISABLE TRIGGER USER; {sql}";
}

public abstract class JournalTests(Place place)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract string WithoutGuard(string sql);

    [Fact]
    public async Task Every_change_has_an_entry_that_holds_the_hash_of_the_one_before()
    {
        await using var workspace = await place.OpenFreshAsync();
        await workspace.ImportReturnsAsync(Episodes("e.csv", 2025, 3), Change, Cancel);
        await workspace.SaveSettingsAsync(WorkspaceSettings.Default with { CouncilName = "Anyshire" }, At(10), Cancel);
        await workspace.UndoLastImportAsync(At(11), Cancel);

        var entries = await workspace.JournalAsync(Cancel);
        Assert.Equal(["Imported return files", "Changed the settings", "Undid an import"], entries.Select(entry => entry.What));
        Assert.Equal(Change, entries[0].Change);
        Assert.Equal(new string('0', 64), entries[0].PreviousHash);
        Assert.Equal([entries[0].Hash, entries[1].Hash], entries.Skip(1).Select(entry => entry.PreviousHash));
        Assert.Equal(new JournalCheck.Intact(3, entries[2].Hash), await workspace.CheckJournalAsync(Cancel));
    }

    [Theory]
    [InlineData("UPDATE journal SET why = 'no reason'")]
    [InlineData("DELETE FROM journal")]
    public async Task The_database_refuses_to_change_or_remove_an_entry(string sql)
    {
        var location = await ThreeEntriesAsync();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => place.MeddleAsync(location, sql));
        await using var workspace = await Workspace.OpenAsync(location, Cancel);
        Assert.IsType<JournalCheck.Intact>(await workspace.CheckJournalAsync(Cancel));
    }

    [Theory]
    [InlineData("UPDATE journal SET why = 'no reason' WHERE seq = 2", 2)]
    [InlineData("UPDATE journal SET by_whom = by_whom || why, why = '' WHERE seq = 1", 1)]
    [InlineData("DELETE FROM journal WHERE seq = 2", 3)]
    [InlineData("DELETE FROM journal WHERE seq = 1", 2)]
    public async Task An_entry_that_was_changed_or_taken_out_behind_the_door_is_found(string sql, int firstWrong)
    {
        var location = await ThreeEntriesAsync();
        await place.MeddleAsync(location, WithoutGuard(sql));
        await using var workspace = await Workspace.OpenAsync(location, Cancel);
        Assert.Equal(firstWrong, Assert.IsType<JournalCheck.Broken>(await workspace.CheckJournalAsync(Cancel)).Number);
    }

    private async Task<WorkspaceLocation> ThreeEntriesAsync()
    {
        var location = await place.FreshAsync();
        await using var workspace = await Workspace.OpenAsync(location, Cancel);
        for (var hour = 9; hour < 12; hour++)
        {
            await workspace.SaveSettingsAsync(WorkspaceSettings.Default, At(hour), Cancel);
        }

        return location;
    }
}
