using System.Net;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Web.Pages.Forecast;
using Plimsoll.Web.Tests.Hosts;

namespace Plimsoll.Web.Tests.Forecast;

public sealed class ForecastPageTests(AnyshireHost host) : IClassFixture<AnyshireHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_forecast_never_appears_without_its_range()
    {
        var now = Stock.Number(host.Data, host.Data.DataEnd);
        var page = await host.PageAsync("/forecast/abc123def456");
        Assert.Contains($"We expect {now} children in care at the end of March 2027, between {now - 10} and {now + 10} (8 in 10 chance).", page.Words, StringComparison.Ordinal);
        Assert.Contains("Not yet tested on your own data.", page.Words, StringComparison.Ordinal);
        Assert.Contains("When not to believe it", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chart_shows_children_or_cost_by_the_address()
    {
        Assert.Contains("Children in care, actual and forecast", (await host.PageAsync("/forecast/abc123def456")).Html, StringComparison.Ordinal);
        Assert.Contains("Cost of placements a week, forecast", (await host.PageAsync("/forecast/abc123def456?show=cost")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("by-year", 2)]
    [InlineData("by-month", 24)]
    [InlineData("by-placement", 13)]
    [InlineData("cost-by-placement", 13)]
    [InlineData("assumptions", 1)]
    public async Task Every_table_comes_as_CSV_with_all_its_rows(string name, int rows)
    {
        var text = await host.Client.GetStringAsync(new Uri($"/forecast/abc123def456?handler=Table&name={name}&format=csv", UriKind.Relative), Cancel);
        Assert.Equal(rows + 1, text.TrimEnd().Split("\r\n").Length);
    }

    [Fact]
    public async Task All_tables_come_as_one_workbook()
    {
        var answer = await host.Client.GetAsync(new Uri("/forecast/abc123def456?handler=Table&name=all&format=xlsx", UriKind.Relative), Cancel);
        Assert.Equal("forecast-abc123def456.xlsx", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("PK"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync(Cancel))[..2]);
    }

    [Fact]
    public async Task Settings_that_are_wrong_come_back_with_what_was_typed_and_nothing_runs()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["months"] = "900", ["replicates"] = "1000", ["seed"] = "1", ["entries"] = "trend" });
        var answer = await host.SendAsync("/forecast", "/forecast", form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = new Page(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("Months must be a whole number from 1 to 180.", page.Words, StringComparison.Ordinal);
        Assert.Contains("value=\"900\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Running_a_forecast_leads_to_its_page_and_the_same_settings_lead_to_the_same_page()
    {
        var addresses = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["months"] = "12",
                ["replicates"] = "100",
                ["seed"] = "3",
                ["entries"] = "evidence",
                ["spread"] = "evidence",
                ["budgetthis"] = "30,000,000",
                ["budgetnext"] = "",
                ["rise"] = "",
                ["from"] = "",
            });
            var (address, page) = await host.FollowAsync(await host.SendAsync("/forecast", "/forecast", form));
            Assert.Contains("100 simulated futures, seed 3", page.Words, StringComparison.Ordinal);
            Assert.Contains("Children in care", page.Words, StringComparison.Ordinal);
            addresses.Add(address);
        }

        Assert.StartsWith("/forecast/", addresses[0], StringComparison.Ordinal);
        Assert.Equal(addresses[0], addresses[1]);
    }

    [Fact]
    public void A_week_of_a_month_takes_its_length_out()
    {
        var forecast = PlainForecast.Of(host.Data);
        var weeks = forecast.Months.Select(month => ForecastCharts.AWeek(month, forecast.AsAt).P50).ToList();
        Assert.All(weeks, week => Assert.Equal(forecast.StockAtStart * 1000d, week, 6));
    }

    [Fact]
    public void The_years_carry_the_budget_and_its_word()
    {
        var forecast = PlainForecast.Of(host.Data);
        var loaded = new Frame.Loaded(host.Data, Files.Care.CodeListFiles.Load(), Store.WorkspaceSettings.Default, forecast, new DateOnly(2026, 11, 23));
        var table = ForecastTables.Years(loaded, forecast);
        var variance = forecast.StockAtStart * 1000m * 365 / 7 - 20_000_000m;
        var column = table.Columns.Select((item, index) => (item, index)).Single(pair => pair.item.Heading == "Central against budget");
        var text = Plimsoll.Reports.Tables.CellText.Of(table.Rows[0].Cells[column.index], column.item);
        Assert.Equal(variance > 0 ? "overspend" : "underspend", text.Word);
        Assert.Equal(InWords.Whole(Math.Abs(variance) / 1000m), text.Value);
    }
}
