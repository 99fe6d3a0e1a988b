using Plimsoll.Core.Care;
using Plimsoll.Store.Care;
using static Plimsoll.Store.Tests.Samples;

namespace Plimsoll.Store.Tests.Care;

public sealed class SqliteImportTests(SqlitePlace place) : ImportTests(place), IClassFixture<SqlitePlace>;

public sealed class PostgreSqlImportTests(PostgreSqlPlace place) : ImportTests(place), IClassFixture<PostgreSqlPlace>;

public abstract class ImportTests(Place place)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_workspace_has_no_dataset_and_no_imports()
    {
        await using var workspace = await place.OpenFreshAsync();
        Assert.Null(await workspace.CurrentReturnsAsync(Cancel));
        Assert.Null(await workspace.CurrentDatasetAsync(Cancel));
        Assert.Empty(await workspace.ImportsAsync(Cancel));
        Assert.IsType<UndoOutcome.NothingToUndo>(await workspace.UndoLastImportAsync(Change, Cancel));
    }

    [Fact]
    public async Task What_goes_in_comes_out_also_after_the_workspace_is_opened_again()
    {
        var location = await place.FreshAsync();
        var rows = Together(
            Episodes("a/episodes.csv", 2025, 2500, authority: "Anyshire, east"),
            Headers("a/header.csv", 2025, 1200, authority: "Anyshire, east"),
            Unaccompanied("a/uasc.csv", 2025, 30),
            Kept("a/reviews.csv", ReturnTable.Reviews, [2024, 2025], [1, 2, 3, 0, 255]));
        rows = rows with { Findings = [Finding("148", ("a/episodes.csv", 7, "000005"), ("a/episodes.csv", 9, "000007"))] };
        await using (var workspace = await Workspace.OpenAsync(location, Cancel))
        {
            await workspace.ImportReturnsAsync(rows, Change, Cancel);
        }

        await using var again = await Workspace.OpenAsync(location, Cancel);
        var stored = (await again.CurrentReturnsAsync(Cancel))!.Rows;
        Assert.Equal(rows.Episodes, stored.Episodes);
        Assert.Equal(rows.Headers, stored.Headers);
        Assert.Equal(rows.Unaccompanied, stored.Unaccompanied);
        Assert.Equivalent(rows.Files.OrderBy(file => file.Name, StringComparer.Ordinal), stored.Files, strict: true);
        Assert.Equivalent(rows.Findings, stored.Findings, strict: true);
    }

    [Fact]
    public async Task The_same_files_twice_change_nothing()
    {
        await using var workspace = await place.OpenFreshAsync();
        var rows = Together(Episodes("episodes.csv", 2025, 20), Headers("header.csv", 2025, 10));
        var first = await workspace.ImportReturnsAsync(rows, Change, Cancel);
        var second = Assert.IsType<ImportOutcome.Unchanged>(await workspace.ImportReturnsAsync(rows, At(10), Cancel));
        Assert.Equal(first.Dataset, second.Dataset);
        Assert.Equal(["episodes.csv", "header.csv"], second.Files);
        Assert.Single(await workspace.ImportsAsync(Cancel));
        Assert.Single(await workspace.JournalAsync(Cancel));
    }

    [Fact]
    public async Task A_file_under_another_name_is_the_same_file()
    {
        await using var workspace = await place.OpenFreshAsync();
        var rows = Episodes("episodes.csv", 2025, 5);
        await workspace.ImportReturnsAsync(rows, Change, Cancel);
        var renamed = rows with
        {
            Files = [rows.Files[0] with { Name = "copy.csv" }],
            Episodes = [.. rows.Episodes.Select(row => row with { Source = row.Source with { File = "copy.csv" } })],
        };
        Assert.IsType<ImportOutcome.Unchanged>(await workspace.ImportReturnsAsync(renamed, Change, Cancel));
    }

    [Fact]
    public async Task Another_year_joins_and_a_corrected_file_takes_the_place_of_its_year()
    {
        await using var workspace = await place.OpenFreshAsync();
        await workspace.ImportReturnsAsync(Episodes("2024.csv", 2024, 10), Change, Cancel);
        var joined = Assert.IsType<ImportOutcome.Imported>(await workspace.ImportReturnsAsync(Episodes("2025.csv", 2025, 20), Change, Cancel));
        Assert.Empty(joined.Replaced);

        var corrected = Assert.IsType<ImportOutcome.Imported>(
            await workspace.ImportReturnsAsync(Episodes("2024-corrected.csv", 2024, 11), Change, Cancel));
        Assert.Equal([new ReplacedPart("2024.csv", ReturnTable.Episodes, "", 2024, 10)], corrected.Replaced);
        var stored = (await workspace.CurrentReturnsAsync(Cancel))!;
        Assert.Equal(corrected.Dataset, stored.Dataset);
        Assert.Equal(corrected.Dataset, await workspace.CurrentDatasetAsync(Cancel));
        Assert.Equal(31, stored.Rows.Episodes.Count);
        Assert.Equal(["2024-corrected.csv", "2025.csv"], stored.Rows.Files.Select(file => file.Name));
    }

    [Fact]
    public async Task Another_authority_of_the_same_year_joins()
    {
        await using var workspace = await place.OpenFreshAsync();
        await workspace.ImportReturnsAsync(Episodes("north.csv", 2025, 3, authority: "North"), Change, Cancel);
        await workspace.ImportReturnsAsync(Episodes("south.csv", 2025, 4, authority: "South"), Change, Cancel);
        Assert.Equal(7, (await workspace.CurrentReturnsAsync(Cancel))!.Rows.Episodes.Count);
    }

    [Fact]
    public async Task A_folder_with_one_corrected_file_keeps_the_others_that_share_its_year()
    {
        await using var workspace = await place.OpenFreshAsync();
        var other = Episodes("second-half.csv", 2025, 7);
        await workspace.ImportReturnsAsync(Together(Episodes("first-half.csv", 2025, 5), other), Change, Cancel);
        var outcome = Assert.IsType<ImportOutcome.Imported>(await workspace.ImportReturnsAsync(
            Together(Episodes("first-half.csv", 2025, 6, "corrected"), other), Change, Cancel));
        Assert.Equal(["second-half.csv"], outcome.AlreadyThere);
        Assert.Equal(["first-half.csv"], outcome.Replaced.Select(part => part.File));
        Assert.Equal(13, (await workspace.CurrentReturnsAsync(Cancel))!.Rows.Episodes.Count);
    }

    [Fact]
    public async Task A_file_of_several_years_gives_up_only_the_year_that_is_replaced()
    {
        await using var workspace = await place.OpenFreshAsync();
        const string name = "all.csv";
        var several = None with
        {
            Files = [File(name, ReturnTable.Episodes, [2023, 2024, 2025], 30, "", "")],
            Episodes = [.. Enumerable.Range(0, 30).Select(i => Episode(name, 2023 + (i % 3), i))],
        };
        await workspace.ImportReturnsAsync(several, Change, Cancel);
        await workspace.ImportReturnsAsync(Episodes("2025.csv", 2025, 4), Change, Cancel);

        var stored = (await workspace.CurrentReturnsAsync(Cancel))!.Rows;
        Assert.Equal(several.Episodes.Where(row => row.CollectionYear == 2023), stored.Episodes.Where(row => row.CollectionYear == 2023));
        Assert.Equal([10, 10, 4], stored.Episodes.CountBy(row => row.CollectionYear).Select(year => year.Value));
        var file = stored.Files.Single(file => file.Name == name);
        Assert.Equal([2023, 2024], file.Years);
        Assert.Equal(20, file.Rows);
        Assert.Equal(new DateOnly(2024, 3, 31), file.DataEnd);
    }

    [Fact]
    public async Task A_file_of_unknown_year_is_replaced_only_by_a_file_of_its_name()
    {
        await using var workspace = await place.OpenFreshAsync();
        await workspace.ImportReturnsAsync(Headers("header.csv", 0, 3), Change, Cancel);
        await workspace.ImportReturnsAsync(Headers("other.csv", 0, 4), Change, Cancel);
        await workspace.ImportReturnsAsync(Headers("third.csv", 2025, 5), Change, Cancel);
        Assert.Equal(12, (await workspace.CurrentReturnsAsync(Cancel))!.Rows.Headers.Count);

        await workspace.ImportReturnsAsync(Headers("header.csv", 0, 1, "corrected"), Change, Cancel);
        Assert.Equal(10, (await workspace.CurrentReturnsAsync(Cancel))!.Rows.Headers.Count);
    }

    [Fact]
    public async Task An_empty_table_takes_the_place_of_the_one_before()
    {
        await using var workspace = await place.OpenFreshAsync();
        await workspace.ImportReturnsAsync(Together(Episodes("e.csv", 2025, 2), Unaccompanied("uasc.csv", 2025, 3)), Change, Cancel);
        var empty = None with { Files = [File("uasc.csv", ReturnTable.Uasc, [2025], 0, "empty", "")] };
        await workspace.ImportReturnsAsync(empty, Change, Cancel);
        var stored = (await workspace.CurrentReturnsAsync(Cancel))!.Rows;
        Assert.Empty(stored.Unaccompanied);
        Assert.Equal(2, stored.Episodes.Count);
    }

    [Fact]
    public async Task The_name_of_a_dataset_depends_on_its_content_not_on_the_order_of_imports()
    {
        ReturnRows[] files = [Episodes("a.csv", 2023, 3), Episodes("b.csv", 2024, 4), Headers("c.csv", 2024, 5)];
        await using var forwards = await place.OpenFreshAsync();
        await using var backwards = await place.OpenFreshAsync();
        await using var together = await place.OpenFreshAsync();
        foreach (var file in files) await forwards.ImportReturnsAsync(file, Change, Cancel);
        foreach (var file in files.Reverse()) await backwards.ImportReturnsAsync(file, Change, Cancel);
        await together.ImportReturnsAsync(Together(files), Change, Cancel);

        var stored = (await forwards.CurrentReturnsAsync(Cancel))!;
        Assert.Matches("^[0-9a-f]{12}$", stored.Dataset.Text);
        foreach (var other in (Workspace[])[backwards, together])
        {
            var same = (await other.CurrentReturnsAsync(Cancel))!;
            Assert.Equal(stored.Dataset, same.Dataset);
            Assert.Equal(stored.Rows.Episodes, same.Rows.Episodes);
        }
    }

    [Fact]
    public async Task An_undo_goes_back_and_importing_again_redoes()
    {
        await using var workspace = await place.OpenFreshAsync();
        var first = await workspace.ImportReturnsAsync(Episodes("e.csv", 2025, 5), Change, Cancel);
        var correction = Episodes("e.csv", 2025, 6, "corrected");
        var second = await workspace.ImportReturnsAsync(correction, At(10), Cancel);

        Assert.Equal(new UndoOutcome.WentBack(second.Dataset, first.Dataset), await workspace.UndoLastImportAsync(At(11), Cancel));
        Assert.Equal(5, (await workspace.CurrentReturnsAsync(Cancel))!.Rows.Episodes.Count);

        var redone = await workspace.ImportReturnsAsync(correction, At(12), Cancel);
        Assert.Equal(second.Dataset, redone.Dataset);
        Assert.Equal(6, (await workspace.CurrentReturnsAsync(Cancel))!.Rows.Episodes.Count);
        Assert.Equal(
            [ImportStanding.Current, ImportStanding.Undone, ImportStanding.Earlier],
            (await workspace.ImportsAsync(Cancel)).Select(import => import.Standing));

        await workspace.UndoLastImportAsync(At(13), Cancel);
        Assert.Equal(new UndoOutcome.NowEmpty(first.Dataset), await workspace.UndoLastImportAsync(At(14), Cancel));
        Assert.Null(await workspace.CurrentReturnsAsync(Cancel));
    }

    [Fact]
    public async Task The_history_says_who_when_and_how_many_rows()
    {
        await using var workspace = await place.OpenFreshAsync();
        var rows = Episodes("e.csv", 2025, 8);
        rows = rows with
        {
            Files = [rows.Files[0] with { Rows = 10, LeftOut = 2 }],
            Findings = [Finding("148", ("e.csv", 4, "1"), ("e.csv", 5, "2"))],
        };
        var outcome = await workspace.ImportReturnsAsync(rows, Change, Cancel);
        var import = Assert.Single(await workspace.ImportsAsync(Cancel));
        Assert.Equal(
            (outcome.Dataset, Change, 10, 8, 2, 1, ImportStanding.Current),
            (import.Dataset, import.Change, import.Rows, import.Used, import.LeftOut, import.Findings, import.Standing));
        Assert.Equal((rows.Files[0].Hash, ReturnTable.Episodes), (import.Files[0].Hash, import.Files[0].Table));
    }

    [Fact]
    public async Task A_cancelled_import_leaves_everything_as_it_was()
    {
        await using var workspace = await place.OpenFreshAsync();
        var before = await workspace.ImportReturnsAsync(Episodes("e.csv", 2025, 5), Change, Cancel);
        using var source = new CancellationTokenSource();
        var rows = Episodes("e.csv", 2025, 20_000, "new");
        var watched = rows with { Episodes = new CancellingRows(rows.Episodes, 9_000, source) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => workspace.ImportReturnsAsync(watched, Change, source.Token));

        var stored = (await workspace.CurrentReturnsAsync(Cancel))!;
        Assert.Equal(before.Dataset, stored.Dataset);
        Assert.Equal(5, stored.Rows.Episodes.Count);
        Assert.Single(await workspace.JournalAsync(Cancel));
        Assert.IsType<ImportOutcome.Imported>(await workspace.ImportReturnsAsync(rows, Change, Cancel));
    }

    [Fact]
    public async Task Rows_that_name_no_file_of_the_import_and_two_files_of_one_name_are_refused()
    {
        await using var workspace = await place.OpenFreshAsync();
        var rows = Episodes("e.csv", 2025, 1);
        await Assert.ThrowsAsync<ArgumentException>(() => workspace.ImportReturnsAsync(None, Change, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => workspace.ImportReturnsAsync(Together(rows, rows), Change, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(
            () => workspace.ImportReturnsAsync(rows with { Files = [rows.Files[0] with { Name = "f.csv" }] }, Change, Cancel));
        Assert.Null(await workspace.CurrentReturnsAsync(Cancel));
    }
}
