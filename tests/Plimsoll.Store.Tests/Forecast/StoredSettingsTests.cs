using System.Text.Json;
using Plimsoll.Core.Forecast;
using Plimsoll.Store.Vocabulary;

namespace Plimsoll.Store.Tests.Forecast;

public sealed class StoredSettingsTests
{
    [Fact]
    public void Settings_that_an_older_version_did_not_know_keep_their_defaults()
    {
        var settings = JsonSerializer.Deserialize("""{"Months":12}""", WorkspaceJson.Default.ForecastSettings)!;
        Assert.Equal(12, settings.Months);
        Assert.Equal(new ForecastSettings().Replicates, settings.Replicates);
        Assert.Equal(new ForecastSettings().Seed, settings.Seed);
        Assert.Equal(PriceRises.Default, settings.YearlyPriceRise);
        Assert.Empty(settings.Budgets);
    }

    [Fact]
    public void Every_setting_of_a_forecast_is_stored() => Assert.Equal(
        typeof(ForecastSettings).GetProperties().Select(property => property.Name).Order(),
        typeof(StoredSettings).GetProperties().Select(property => property.Name).Order());

    [Fact]
    public void A_setting_that_was_not_given_stays_not_given() =>
        Assert.Null(StoredSettings.Of(new ForecastSettings()).ToSettings().From);
}
