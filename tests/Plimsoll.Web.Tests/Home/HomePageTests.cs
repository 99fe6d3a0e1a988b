using Plimsoll.Web.Frame;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Web.Pages.Home;
using Plimsoll.Store;
using Plimsoll.Web.Tests.Hosts;

namespace Plimsoll.Web.Tests.Home;

public sealed class HomePageTests(AnyshireHost host) : IClassFixture<AnyshireHost>
{
    [Fact]
    public async Task Home_answers_with_the_number_the_range_the_budget_and_the_chance()
    {
        var now = Stock.Number(host.Data, host.Data.DataEnd);
        var page = await host.PageAsync("/");
        Assert.Contains($"Children in care {now} On 31 March 2026.", page.Words, StringComparison.Ordinal);
        Assert.Contains($"We expect {now - 10} to {now + 10} at the end of March 2027, 8 in 10 chance.", page.Words, StringComparison.Ordinal);
        Assert.Contains("About 3 chances in 10 of staying within the £20.0m budget.", page.Words, StringComparison.Ordinal);
        Assert.Contains("The forecast rests on records to 31 March 2026, so all of 2026/27 is forecast.", page.Words, StringComparison.Ordinal);
        Assert.Contains("No price list of your own is loaded", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Made_up_data_say_so_on_every_page()
    {
        foreach (var address in new[] { "/", "/children", "/forecast", "/data", "/data/import" })
        {
            Assert.Contains("Anyshire is not a real council", (await host.PageAsync(address)).Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Each_headline_number_says_how_it_was_worked_out()
    {
        var page = await host.PageAsync("/");
        Assert.Equal(3, page.Html.Split("How was this worked out?").Length - 1);
        Assert.Contains("Children with an open episode at the end of the day", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_footer_says_what_the_page_rests_on()
    {
        var page = await host.PageAsync("/");
        Assert.Contains($"Data as at 31 March 2026 Dataset {host.Data.Id}", page.Words, StringComparison.Ordinal);
        Assert.Contains("Forecast abc123def456, seed 7", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.02, "Less than 1 chance in 20")]
    [InlineData(0.1, "About 1 chance in 10")]
    [InlineData(0.52, "About 5 chances in 10")]
    [InlineData(0.99, "More than 19 chances in 20")]
    public void Chances_are_said_in_tenths(double chance, string words) => Assert.Equal(words, HomeFigures.ChanceInWords(chance));

    [Theory]
    [InlineData(30_612_000, 29_900_000, "£712k overspend on £29.9m")]
    [InlineData(28_100_000, 30_400_000, "£2.3m underspend on £30.4m")]
    [InlineData(30_400_100, 30_400_000, "On the budget of £30.4m")]
    public void A_variance_never_stands_without_its_word(int expected, int budget, string words) =>
        Assert.Equal(words, HomeFigures.AgainstBudget(new Money(expected), new Money(budget)));

    [Fact]
    public void A_what_if_never_gives_the_councils_figures()
    {
        var usual = PlainForecast.Of(host.Data);
        var today = DateOnly.FromDateTime(WebHost.Now.Date);
        Assert.True(HeadlineForecast.IsUsual(usual, host.Data, WorkspaceSettings.Default, today));
        ForecastResult[] others =
        [
            usual with { AsAt = usual.AsAt.AddMonths(-6) },
            usual with { Trace = usual.Trace with { Dataset = "another" } },
            usual with { Settings = usual.Settings with { Entries = EntriesMode.Recent } },
            usual with { Settings = usual.Settings with { Spread = SpreadMode.Own } },
            usual with { Settings = usual.Settings with { YearlyPriceRise = usual.Settings.YearlyPriceRise.SetItem(PlacementState.FosterAgency, 0m) } },
            usual with { Years = [usual.Years[0] with { IsWhole = false }] },
        ];
        Assert.All(others, other => Assert.False(HeadlineForecast.IsUsual(other, host.Data, WorkspaceSettings.Default, today)));
    }
}


/// <summary>A workspace with nothing in it.</summary>
public sealed class EmptyWorkspaceTests(WebHost host) : IClassFixture<WebHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/children")]
    [InlineData("/forecast")]
    [InlineData("/data")]
    public async Task An_empty_page_says_what_to_do_next(string address)
    {
        var page = await host.PageAsync(address);
        Assert.Contains("This workspace holds no records yet.", page.Words, StringComparison.Ordinal);
        Assert.Contains("href=\"/data/import\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Made-up data", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/data/undo", "There is no import to undo.")]
    [InlineData("/data/journal", "Nothing has been changed yet.")]
    public async Task Pages_about_changes_say_that_there_are_none(string address, string words) =>
        Assert.Contains(words, (await host.PageAsync(address)).Words, StringComparison.Ordinal);
}
