using System.Net;
using Plimsoll.Web.Frame;
using Plimsoll.Web.Tests.Hosts;

namespace Plimsoll.Web.Tests.Assumptions;

public sealed class AssumptionPageTests(AnyshireHost host) : IClassFixture<AnyshireHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<HttpResponseMessage> ChangeAsync(string name, string value, string why)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["value"] = value, ["why"] = why });
        return await host.SendAsync("/assumptions/" + name, "/assumptions/" + name, form);
    }

    [Fact]
    public async Task A_change_holds_for_later_forecasts_says_who_and_why_and_can_be_taken_back()
    {
        var (data, today) = (host.Data, Clocks.Today(TimeProvider.System));
        var forecast = PlainForecast.Of(data);
        var answer = await ChangeAsync("rise-homes", "7%", "contracts signed for next year");
        Assert.Equal("/diagnostics?done=changed", answer.Headers.Location?.ToString());
        var page = await host.PageAsync("/diagnostics?done=changed");
        Assert.Contains("Run a new forecast to use it.", page.Words, StringComparison.Ordinal);
        Assert.Contains("user of this machine, 23 November 2026, 9:12am: contracts signed for next year", page.Words, StringComparison.Ordinal);
        Assert.Contains("external homes 7%", (await host.PageAsync("/forecast")).Words, StringComparison.Ordinal);

        // The forecast on Home was made before: it is a what-if now, until one is made with the new assumption.
        var settings = await host.Bench.Workspace.SettingsAsync(Cancel);
        Assert.False(HeadlineForecast.IsUsual(forecast, data, settings, today));
        Assert.True(HeadlineForecast.IsUsual(forecast with { Settings = settings.Recommended }, data, settings, today));

        using var nothing = new FormUrlEncodedContent([]);
        var back = await host.SendAsync("/assumptions/rise-homes", "/assumptions/rise-homes?handler=Reset", nothing);
        Assert.Equal("/diagnostics?done=reset", back.Headers.Location?.ToString());
        Assert.Contains("set back by user of this machine", (await host.PageAsync("/diagnostics")).Words, StringComparison.Ordinal);
        Assert.True(HeadlineForecast.IsUsual(forecast, data, await host.Bench.Workspace.SettingsAsync(Cancel), today));
        Assert.Equal(2, (await host.Bench.Workspace.JournalAsync(Cancel)).Count(entry => entry.Subject.Contains("(rise-homes)", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("half-life", "3", "because", "Write 6 to 240 months")]
    [InlineData("population-change", "0.5", "because", "with its sign")]
    [InlineData("pull", "0.5", "  ", "Say why in a few words")]
    public async Task What_cannot_be_used_comes_back_with_what_was_typed_and_nothing_changes(string name, string value, string why, string says)
    {
        var before = (await host.Bench.Workspace.JournalAsync(Cancel)).Length;
        var answer = await ChangeAsync(name, value, why);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = new Page(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Contains(says, page.Words, StringComparison.Ordinal);
        Assert.Contains($"value=\"{value}\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(before, (await host.Bench.Workspace.JournalAsync(Cancel)).Length);
    }

    [Fact]
    public async Task An_assumption_that_does_not_exist_is_not_found()
    {
        var answer = await host.Client.GetAsync(new Uri("/assumptions/nosuch", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
