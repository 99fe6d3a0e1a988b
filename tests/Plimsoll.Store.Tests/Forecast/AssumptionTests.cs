using System.Text.Json;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Assumptions;
using Plimsoll.Store.Vocabulary;

namespace Plimsoll.Store.Tests.Forecast;

public sealed class SqliteAssumptionTests(SqlitePlace place) : AssumptionTests(place), IClassFixture<SqlitePlace>;

public sealed class PostgreSqlAssumptionTests(PostgreSqlPlace place) : AssumptionTests(place), IClassFixture<PostgreSqlPlace>;

public abstract class AssumptionTests(Place place)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_changed_assumption_comes_back_with_who_and_why_and_the_other_settings_stay()
    {
        await using var workspace = await place.OpenFreshAsync();
        await workspace.SaveSettingsAsync(WorkspaceSettings.Default with { CouncilName = "Anyshire" }, Samples.Change, Cancel);
        await workspace.ChangeAssumptionAsync(AssumptionList.Find("half-life")!, "24", Samples.At(1), Cancel);
        await workspace.ChangeAssumptionAsync(AssumptionList.Find("pull")!, "0.5", Samples.At(2), Cancel);
        await workspace.ChangeAssumptionAsync(AssumptionList.Find("pull")!, null, Samples.At(3), Cancel);

        var settings = await workspace.SettingsAsync(Cancel);
        Assert.Equal("Anyshire", settings.CouncilName);
        Assert.Equal(24, settings.Recommended.Tuning.HalfLifeMonths);
        Assert.Equal(ForecastTuning.Default.PullWeight, settings.Recommended.Tuning.PullWeight);
        Assert.Equal(Samples.At(1), settings.Assumptions.Choices["half-life"].Change);
        Assert.Equal(new AssumptionChoice(null, Samples.At(3)), settings.Assumptions.Choices["pull"]);

        var journal = await workspace.JournalAsync(Cancel);
        Assert.Contains(journal, entry => entry.Subject.Contains("(half-life): from 36 to 24", StringComparison.Ordinal));
        Assert.Equal("Set an assumption of the forecast back to its default", journal[^1].What);
        Assert.IsType<JournalCheck.Intact>(await workspace.CheckJournalAsync(Cancel));
    }

    [Fact]
    public void Settings_that_an_older_version_wrote_have_no_changed_assumption() => Assert.Empty(
        JsonSerializer.Deserialize("""{"CouncilName":"A","IsMadeUp":false,"Colour":"#000000","Budgets":{}}""", WorkspaceJson.Default.WorkspaceSettings)!.Assumptions.Choices);

    [Fact]
    public void What_a_forecast_was_asked_about_population_and_method_is_kept_with_it()
    {
        var asked = new ForecastSettings
        {
            PopulationChange = 0.005m,
            ChildPopulation = 60_000,
            Tuning = ForecastTuning.Default with { HalfLifeMonths = null, PullWeight = 0.4, Spread = [new SpreadFactor(12, 1.2)], Origins = 9, Backtest = "b", Verdict = "v" },
        };
        var kept = JsonSerializer.Deserialize(JsonSerializer.Serialize(asked, WorkspaceJson.Default.ForecastSettings), WorkspaceJson.Default.ForecastSettings)!;
        Assert.Equal(asked.PopulationChange, kept.PopulationChange);
        Assert.Equal(asked.ChildPopulation, kept.ChildPopulation);
        Assert.Equal(asked.Tuning, kept.Tuning);
    }
}
