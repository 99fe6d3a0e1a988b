using System.Collections.Frozen;
using Plimsoll.Core.Care;
using static Plimsoll.Store.Tests.Samples;

namespace Plimsoll.Store.Tests.Care;

public sealed class SqliteSummaryTests(SqlitePlace place) : SummaryTests(place), IClassFixture<SqlitePlace>;

public sealed class PostgreSqlSummaryTests(PostgreSqlPlace place) : SummaryTests(place), IClassFixture<PostgreSqlPlace>;

public abstract class SummaryTests(Place place)
{
    private static readonly CodeList NoCodes = new("none", FrozenDictionary<string, CodeEntry>.Empty);

    private static readonly CodeLists Codes = new(
        NoCodes, NoCodes, NoCodes, NoCodes, NoCodes, NoCodes, NoCodes, NoCodes, NoCodes);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Counting_child_by_child_gives_what_loading_everything_gives()
    {
        await using var workspace = await place.OpenFreshAsync();
        await workspace.ImportReturnsAsync(
            Together(
                Episodes("2024.csv", 2024, 40), Episodes("2025.csv", 2025, 30), Episodes("north.csv", 2024, 20, authority: "Nörd"),
                Headers("header.csv", 2024, 35), Headers("header25.csv", 2025, 30, "later"), Unaccompanied("uasc.csv", 2025, 12),
                Kept("reviews.csv", ReturnTable.Reviews, [2025], [1, 2, 3])) with
            { Findings = [Finding("148", ("2024.csv", 3, "1"))] },
            Change,
            Cancel);
        await workspace.ImportReturnsAsync(Episodes("2025 again.csv", 2025, 25, "corrected"), Change, Cancel);

        var stored = (await workspace.CurrentReturnsAsync(Cancel))!;
        var whole = CareSummary.Of(CareDatasetBuilder.Build(stored.Dataset.Text, stored.Rows, Codes));
        var summary = (await workspace.SummariseReturnsAsync(Codes, int.MaxValue, Cancel))!;
        Assert.Equal(60, whole.Children);
        Assert.Equal(whole with { Findings = [] }, summary with { Findings = [] });
        Assert.Equal(
            whole.Findings.SelectMany(finding => finding.Rows.Select(row => (finding.Rule, finding.Meaning, finding.Children, row))),
            summary.Findings.SelectMany(finding => finding.Rows.Select(row => (finding.Rule, finding.Meaning, finding.Children, row))));
        Assert.Equal(85, await workspace.CurrentEpisodeRowsAsync(Cancel));
    }

    [Fact]
    public async Task An_empty_workspace_has_nothing_to_count()
    {
        await using var workspace = await place.OpenFreshAsync();
        Assert.Null(await workspace.SummariseReturnsAsync(Codes, 10, Cancel));
        Assert.Equal(0, await workspace.CurrentEpisodeRowsAsync(Cancel));
    }

    [Fact]
    public async Task Places_that_are_not_listed_are_kept_as_counts_and_go_with_their_file()
    {
        await using var workspace = await place.OpenFreshAsync();
        var finding = Finding("148", ("2024.csv", 3, "1"), ("2025.csv", 4, "2")) with
        {
            Children = 50,
            Unlisted = [new UnlistedPlaces("2024.csv", 70), new UnlistedPlaces("2025.csv", 8)],
        };
        await workspace.ImportReturnsAsync(
            Together(Episodes("2024.csv", 2024, 5), Episodes("2025.csv", 2025, 5)) with { Findings = [finding] }, Change, Cancel);
        var kept = Assert.Single((await workspace.CurrentReturnsAsync(Cancel))!.Rows.Findings);
        Assert.Equal((80, 50, finding.Meaning), (kept.Count, kept.Children, kept.Meaning));
        Assert.Equal(finding.Unlisted, kept.Unlisted);

        await workspace.ImportReturnsAsync(Episodes("2024.csv", 2024, 6, "corrected"), Change, Cancel);
        var left = Assert.Single((await workspace.CurrentReturnsAsync(Cancel))!.Rows.Findings);
        Assert.Equal((9, 9), (left.Count, left.Children));
        Assert.Contains("Of these 80 places, 9 count here", left.Meaning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM episodes WHERE seq = 1", "of 5 rows stored from 2024.csv, 4 are there")]
    [InlineData("DELETE FROM headers", "of 4 rows stored from header.csv, 0 are there")]
    [InlineData("DELETE FROM import_parts", "files of the current records are missing")]
    [InlineData("DELETE FROM import_parts WHERE part_id = 1", "files of the current records are missing")]
    public async Task A_workspace_that_lost_rows_or_files_says_so_and_gives_no_figures(string loss, string says)
    {
        var location = await place.FreshAsync();
        await using var workspace = await Workspace.OpenAsync(location, Cancel);
        await workspace.ImportReturnsAsync(
            Together(Episodes("2024.csv", 2024, 5), Episodes("2025.csv", 2025, 5), Headers("header.csv", 2024, 4)), Change, Cancel);
        await place.MeddleAsync(location, loss);

        var loading = await Assert.ThrowsAsync<WorkspaceException>(() => workspace.CurrentReturnsAsync(Cancel));
        var counting = await Assert.ThrowsAsync<WorkspaceException>(() => workspace.SummariseReturnsAsync(Codes, 10, Cancel));
        Assert.Contains(says, loading.Problem.What, StringComparison.Ordinal);
        Assert.Contains("damaged", counting.Problem.What, StringComparison.Ordinal);
        Assert.Contains("backup", counting.Problem.ToDo, StringComparison.Ordinal);
    }
}
