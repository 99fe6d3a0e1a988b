using System.Net;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Bridges;
using Plimsoll.Core.Forecast.Drivers;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Web.Pages.Forecast;
using Plimsoll.Web.Tests.Hosts;

namespace Plimsoll.Web.Tests.Forecast;

/// <summary>Why a forecast moved, what makes its range wide, and the dearest placements.</summary>
public sealed class ComparePageTests(AnyshireHost host) : IClassFixture<AnyshireHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_forecasts_are_compared_step_by_step()
    {
        var (before, after) = (await ForecastAsync(new DateOnly(2026, 1, 1)), await ForecastAsync(new DateOnly(2026, 3, 1)));
        var bridge = Assert.IsType<BridgeDone>(ForecastBridge.Between(before, after, new FinancialYear(2025))).Bridge;
        var address = $"/forecast/compare?from={before.Id}&to={after.Id}";
        var page = await host.PageAsync(address + "&year=2025/26");
        Assert.Contains(bridge.Answer(), page.Words, StringComparison.Ordinal);
        Assert.All(bridge.Steps, step => Assert.Contains(step.Part.Label(), page.Words, StringComparison.Ordinal));
        Assert.Contains("Recorded instead of forecast", page.Words, StringComparison.Ordinal);
        Assert.Contains("Volume: both together", page.Words, StringComparison.Ordinal);

        foreach (var (name, rows) in new[] { ("steps", 10), ("placements", 13), ("number", 6) })
        {
            var text = await host.Client.GetStringAsync(new Uri($"{address}&handler=Table&name={name}&format=csv", UriKind.Relative), Cancel);
            Assert.Equal(rows + 1, text.TrimEnd().Split("\r\n").Length);
        }

        var book = await host.Client.GetAsync(new Uri($"{address}&handler=Table&name=all&format=xlsx", UriKind.Relative), Cancel);
        Assert.Equal("PK"u8.ToArray(), (await book.Content.ReadAsByteArrayAsync(Cancel))[..2]);
        Assert.Contains("/forecast/compare?from=" + before.Id, (await host.PageAsync("/forecast/" + after.Id)).Html.Replace("&amp;", "&", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_compared_is_said_in_words()
    {
        var made = await ForecastAsync(new DateOnly(2026, 1, 1));
        Assert.Contains("was kept by an earlier version", (await host.PageAsync($"/forecast/compare?from=abc123def456&to={made.Id}")).Words, StringComparison.Ordinal);
        var missing = await host.Client.GetAsync(new Uri($"/forecast/compare?from=nothing&to={made.Id}", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task What_makes_the_range_wide_is_worked_out_on_demand_and_kept()
    {
        var made = await ForecastAsync(new DateOnly(2026, 2, 1));
        var page = "/forecast/" + made.Id;
        Assert.Contains("Work it out", (await host.PageAsync(page)).Words, StringComparison.Ordinal);
        using var form = new FormUrlEncodedContent([]);
        var (address, shown) = await host.FollowAsync(await host.SendAsync(page, page + "?handler=Drivers", form));
        Assert.Equal(page + "#drivers", address);
        var drivers = (await host.Bench.Workspace.DriversAsync(made.Id, Cancel))!;
        Assert.Contains(DriversWords.Answer(drivers), shown.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Work it out", shown.Words, StringComparison.Ordinal);
        var text = await host.Client.GetStringAsync(new Uri(page + "?handler=Table&name=drivers&format=csv", UriKind.Relative), Cancel);
        Assert.Equal(drivers.Figures.Length + 1, text.TrimEnd().Split("\r\n").Length);
    }

    [Fact]
    public async Task The_dearest_placements_stand_apart_and_name_no_child()
    {
        var made = await ForecastAsync(new DateOnly(2026, 1, 1));
        var page = await host.PageAsync("/forecast/" + made.Id);
        Assert.Contains(DearestTables.Title(made.Dearest!), page.Words, StringComparison.Ordinal);
        Assert.Contains(DearestTables.WorstTenth(made), page.Words, StringComparison.Ordinal);
        var text = await host.Client.GetStringAsync(new Uri($"/forecast/{made.Id}?handler=Table&name=dearest&format=csv", UriKind.Relative), Cancel);
        Assert.Equal(12, text.TrimEnd().Split("\r\n").Length);
        Assert.DoesNotContain(host.Data.Children, child => text.Contains(child.Key.LocalId, StringComparison.Ordinal));

        // A snapshot of an earlier version has no such section.
        Assert.DoesNotContain("id=\"dearest\"", (await host.PageAsync("/forecast/abc123def456")).Html, StringComparison.Ordinal);
    }

    private async Task<ForecastResult> ForecastAsync(DateOnly from) => Assert.IsType<ForecastDone>(await host.Bench.ForecastAsync(
        new ForecastSettings { From = from, Months = 16, Replicates = 100 }, AnyshireHost.Change, null, Cancel)).Result;
}
