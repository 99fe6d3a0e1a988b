using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Assumptions;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Tests.Forecast.Assumptions;

public sealed class AssumptionBookTests
{
    private static readonly Change Change = new("a role", new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), "a reason", "");

    private static AssumptionBook With(string name, string? value, AssumptionBook? book = null) =>
        (book ?? AssumptionBook.Empty).With(AssumptionList.Find(name)!, value, Change);

    public static TheoryData<string> Names => [.. AssumptionList.Everything.Select(assumption => assumption.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_default_is_within_its_own_limits_and_changes_no_setting(string name)
    {
        var assumption = AssumptionList.Find(name)!;
        Assert.Equal(assumption.Default, assumption.Read(assumption.Default));
        Assert.Equal(assumption.Default, assumption.Read(assumption.Typed(assumption.Default)));
        Assert.False(string.IsNullOrWhiteSpace(assumption.Say(assumption.Default)));
        var applied = With(name, assumption.Default).Apply(new ForecastSettings());
        Assert.Equal(new ForecastSettings().Tuning, applied.Tuning);
        Assert.Equal(PriceRises.Default.OrderBy(pair => pair.Key), applied.YearlyPriceRise.OrderBy(pair => pair.Key));
        Assert.Equal(new ForecastSettings(), applied with { YearlyPriceRise = PriceRises.Default });
    }

    [Theory]
    [InlineData("half-life", "24", "24")]
    [InlineData("half-life", "ALL", "all")]
    [InlineData("half-life", "5", null)]
    [InlineData("half-life", "241", null)]
    [InlineData("half-life", "2.5", null)]
    [InlineData("pull", "50%", "0.5")]
    [InlineData("pull", "1.2", null)]
    [InlineData("trend-prior", "0.3", "0.3")]
    [InlineData("trend-prior", "0.31", null)]
    [InlineData("population-change", "0.5%", "0.005")]
    [InlineData("population-change", "\u22120.5 %", "-0.005")]
    [InlineData("population-change", "0.5", null)]
    [InlineData("child-population", "60,000", "60000")]
    [InlineData("child-population", "none", "none")]
    [InlineData("child-population", "99", null)]
    [InlineData("rise-homes", "7%", "0.07")]
    [InlineData("rise-homes", "7", null)]
    [InlineData("entries", "Recent", "recent")]
    [InlineData("entries", "1", null)]
    [InlineData("spread", "wide", null)]
    [InlineData("spread", "", null)]
    public void What_is_written_is_read_in_one_form_or_refused_with_the_limits(string name, string text, string? value)
    {
        var assumption = AssumptionList.Find(name)!;
        Assert.Equal(value, assumption.Read(text));
        Assert.Contains(assumption.Range, assumption.Refusal(text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_reaches_the_settings_of_a_forecast_and_nothing_else()
    {
        var settings = With("rise-homes", "0.07", With("half-life", "all", With("child-population", "60000"))).Apply(new ForecastSettings());
        Assert.Equal(0.07m, settings.YearlyPriceRise[PlacementState.HomeExternal]);
        Assert.Equal(0.03m, settings.YearlyPriceRise[PlacementState.FosterAgency]);
        Assert.Null(settings.Tuning.HalfLifeMonths);
        Assert.Equal(ForecastTuning.Default.PullWeight, settings.Tuning.PullWeight);
        Assert.Equal(60_000, settings.ChildPopulation);
        Assert.Equal(0, settings.PopulationChange);
    }

    [Fact]
    public void A_return_to_the_default_is_a_change_with_its_own_reason()
    {
        var back = With("half-life", null, With("half-life", "24"));
        var item = back.InForce(null).Single(item => item.Assumption.Name == "half-life");
        Assert.Equal("36", item.Value);
        Assert.Equal(AssumptionOrigin.Default, item.Origin);
        Assert.Equal(Change, item.LastChange);
    }

    [Fact]
    public void A_test_on_the_councils_own_past_decides_only_what_nobody_has_decided()
    {
        var tested = ForecastTuning.Default with { HalfLifeMonths = 60, PullWeight = 0.5, Origins = 9, Backtest = "b" };
        var book = With("pull", "0.7");
        var found = book.InForce(tested).ToDictionary(item => item.Assumption.Name);
        Assert.Equal(("60", AssumptionOrigin.Test), (found["half-life"].Value, found["half-life"].Origin));
        Assert.Equal(("0.7", AssumptionOrigin.Council), (found["pull"].Value, found["pull"].Origin));
        Assert.Equal(AssumptionOrigin.Default, found["rise-homes"].Origin);
        Assert.Equal(tested with { PullWeight = 0.7 }, book.Tune(tested));
    }

    [Fact]
    public void Only_defaults_and_the_councils_own_decisions_are_the_recommended_settings()
    {
        var book = With("half-life", "24");
        var recommended = book.Apply(new ForecastSettings());
        Assert.True(book.Agrees(recommended));
        Assert.True(AssumptionBook.Empty.Agrees(new ForecastSettings()));
        Assert.False(book.Agrees(new ForecastSettings()));
        Assert.False(AssumptionBook.Empty.Agrees(recommended));
        Assert.False(book.Agrees(recommended with { PopulationChange = 0.01m }));
        Assert.False(book.Agrees(recommended with { Entries = EntriesMode.Recent }));
        Assert.False(book.Agrees(recommended with { YearlyPriceRise = recommended.YearlyPriceRise.SetItem(PlacementState.Secure, 0.1m) }));
        Assert.True(AssumptionBook.Empty.Agrees(new ForecastSettings { Tuning = ForecastTuning.Default with { HalfLifeMonths = 60, Origins = 9, Backtest = "b" } }));
    }

    [Fact]
    public void A_value_that_was_not_read_is_never_taken_in() => Assert.Throws<ArgumentException>(() => With("pull", "85%"));
}
