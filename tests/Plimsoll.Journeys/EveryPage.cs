using Deque.AxeCore.Playwright;
using Plimsoll.Journeys.Hosts;

namespace Plimsoll.Journeys;

/// <summary>What holds for every page in a real browser.</summary>
[Collection(OneDemo.Name)]
public sealed class EveryPage(RunningDemo demo)
{
    public static TheoryData<string> Addresses =>
    [
        "/", "/children", "/children?placement=IFA", "/children?on=nonsense", "/forecast", "/forecast?show=cost", "/diagnostics", "/assumptions/half-life", "/backtest", "/data", "/data/import", "/data/undo", "/data/journal", "/no-such-page",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Axe_finds_nothing_wrong(string address)
    {
        var page = await demo.OpenAsync(address);
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.Select(violation => $"{violation.Id}: {violation.Help} at {string.Join(" | ", violation.Nodes.Select(node => node.Html).Take(3))}"));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Axe_finds_nothing_wrong_with_everything_unfolded_at_400_pixels(string address)
    {
        var page = await demo.OpenAsync(address, width: 400);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.Select(violation => $"{violation.Id}: {violation.Help} at {string.Join(" | ", violation.Nodes.Select(node => node.Html).Take(3))}"));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Nothing_scrolls_sideways_at_400_pixels_but_inside_tables(string address)
    {
        var page = await demo.OpenAsync(address, width: 400);
        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.Equal(0, over);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task The_browser_has_nothing_to_complain_about(string address)
    {
        var page = await demo.OpenAsync("/data/import");
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.Contains("404", StringComparison.Ordinal))
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(address);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task The_pages_are_dressed_by_a_stylesheet_of_more_than_50_KB()
    {
        var page = await demo.OpenAsync("/");
        var sheet = await page.Locator("link[rel=stylesheet]").GetAttributeAsync("href");
        var answer = await page.APIRequest.GetAsync(demo.Address + sheet);
        Assert.True((await answer.BodyAsync()).Length > 50_000);
        Assert.Equal("rgb(18, 38, 63)", await page.Locator("header").First.EvaluateAsync<string>("header => getComputedStyle(header).backgroundColor"));
    }
}
