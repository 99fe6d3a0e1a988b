using static Plimsoll.Store.Tests.Samples;

namespace Plimsoll.Store.Tests.Care;

public sealed class SqliteFindingTests(SqlitePlace place) : FindingTests(place), IClassFixture<SqlitePlace>;

public sealed class PostgreSqlFindingTests(PostgreSqlPlace place) : FindingTests(place), IClassFixture<PostgreSqlPlace>;

public abstract class FindingTests(Place place)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_finding_goes_with_the_file_that_it_names()
    {
        await using var workspace = await place.OpenFreshAsync();
        await workspace.ImportReturnsAsync(
            Episodes("2024.csv", 2024, 5) with { Findings = [Finding("148", ("2024.csv", 3, "1"))] }, Change, Cancel);
        await workspace.ImportReturnsAsync(
            Episodes("2025.csv", 2025, 5) with { Findings = [Finding("149", ("2025.csv", 3, "1"))] }, Change, Cancel);
        Assert.Equal(["148", "149"], await RulesAsync(workspace));

        await workspace.ImportReturnsAsync(Episodes("2024.csv", 2024, 5, "corrected"), Change, Cancel);
        Assert.Equal(["149"], await RulesAsync(workspace));

        await workspace.UndoLastImportAsync(Change, Cancel);
        Assert.Equal(["148", "149"], await RulesAsync(workspace));
    }

    [Fact]
    public async Task A_finding_over_several_files_keeps_the_places_in_files_that_are_still_used_and_says_so()
    {
        await using var workspace = await place.OpenFreshAsync();
        var finding = Finding("148", ("2024.csv", 3, "1"), ("2025.csv", 4, "2"), ("2025.csv", 5, "2"));
        await workspace.ImportReturnsAsync(
            Together(Episodes("2024.csv", 2024, 5), Episodes("2025.csv", 2025, 5)) with { Findings = [finding] }, Change, Cancel);
        await workspace.ImportReturnsAsync(Episodes("2024.csv", 2024, 6, "corrected"), Change, Cancel);

        var left = Assert.Single((await workspace.CurrentReturnsAsync(Cancel))!.Rows.Findings);
        Assert.Equal(finding.Rows[1..], left.Rows);
        Assert.Equal(1, left.Children);
        Assert.Equal(
            "3 placements ended before they began. Of these 3 places, 2 count here; the others are in files that were replaced, or that an "
            + "earlier import reports.",
            left.Meaning);
    }

    [Fact]
    public async Task A_file_that_could_not_be_read_is_reported_until_it_is_read()
    {
        await using var workspace = await place.OpenFreshAsync();
        await workspace.ImportReturnsAsync(
            Episodes("2024.csv", 2024, 5) with { Findings = [Finding("no-header", ("2025.csv", 0, ""))] }, Change, Cancel);
        Assert.Equal(["no-header"], await RulesAsync(workspace));
        await workspace.ImportReturnsAsync(Episodes("2025.csv", 2025, 5), Change, Cancel);
        Assert.Empty(await RulesAsync(workspace));
    }

    [Fact]
    public async Task A_corrected_file_that_could_not_be_read_is_reported_beside_the_one_before_of_its_name()
    {
        await using var workspace = await place.OpenFreshAsync();
        await workspace.ImportReturnsAsync(Episodes("episodes.csv", 2025, 5), Change, Cancel);
        await workspace.ImportReturnsAsync(
            Headers("header.csv", 2025, 5) with { Findings = [Finding("no-header", ("episodes.csv", 0, ""))] }, Change, Cancel);
        Assert.Equal(["no-header"], await RulesAsync(workspace));
    }

    [Fact]
    public async Task A_finding_over_a_new_file_and_one_that_is_there_already_tells_only_of_the_new_one()
    {
        await using var workspace = await place.OpenFreshAsync();
        var known = Episodes("2024.csv", 2024, 5);
        await workspace.ImportReturnsAsync(known with { Findings = [Finding("148", ("2024.csv", 3, "1"))] }, Change, Cancel);
        var both = Together(known, Episodes("2025.csv", 2025, 5)) with { Findings = [Finding("148", ("2024.csv", 3, "1"), ("2025.csv", 3, "2"))] };
        await workspace.ImportReturnsAsync(both, Change, Cancel);
        var findings = (await workspace.CurrentReturnsAsync(Cancel))!.Rows.Findings;
        Assert.Equal([("2024.csv", 1), ("2025.csv", 1)], findings.Select(finding => (finding.Rows[0].File, finding.Rows.Length)));
    }

    [Fact]
    public async Task Findings_about_files_that_are_there_already_are_not_told_twice()
    {
        await using var workspace = await place.OpenFreshAsync();
        var finding = Finding("148", ("2024.csv", 3, "1"));
        var known = Episodes("2024.csv", 2024, 5) with { Findings = [finding] };
        await workspace.ImportReturnsAsync(known, Change, Cancel);
        await workspace.ImportReturnsAsync(Together(known, Episodes("2025.csv", 2025, 5)), Change, Cancel);
        Assert.Equal(["148"], await RulesAsync(workspace));
    }

    private static async Task<IEnumerable<string>> RulesAsync(Workspace workspace) =>
        (await workspace.CurrentReturnsAsync(Cancel))!.Rows.Findings.Select(finding => finding.Rule);
}
