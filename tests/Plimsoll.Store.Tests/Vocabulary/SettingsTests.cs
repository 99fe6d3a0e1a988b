using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Store.Tests.Vocabulary;

public sealed class SqliteSettingsTests(SqlitePlace place) : SettingsTests(place), IClassFixture<SqlitePlace>;

public sealed class PostgreSqlSettingsTests(PostgreSqlPlace place) : SettingsTests(place), IClassFixture<PostgreSqlPlace>;

public abstract class SettingsTests(Place place)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_last_settings_saved_are_in_force()
    {
        await using var workspace = await place.OpenFreshAsync();
        Assert.Equal(WorkspaceSettings.Default, await workspace.SettingsAsync(Cancel));

        await workspace.SaveSettingsAsync(WorkspaceSettings.Default with { CouncilName = "First" }, Samples.Change, Cancel);
        var settings = new WorkspaceSettings(
            "Anyshire \u2013 \"Children's\"", IsMadeUp: true, "#00703c",
            ImmutableDictionary<FinancialYear, Money>.Empty
                .Add(new FinancialYear(2026), new Money(30_612_345.67m))
                .Add(new FinancialYear(2099), Money.Zero));
        await workspace.SaveSettingsAsync(settings, Samples.At(10), Cancel);

        var stored = await workspace.SettingsAsync(Cancel);
        Assert.Equal(settings with { Budgets = stored.Budgets }, stored);
        Assert.Equal(settings.Budgets.OrderBy(budget => budget.Key), stored.Budgets.OrderBy(budget => budget.Key));
    }
}
