using System.Globalization;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Diagnostics;
using Plimsoll.Web.Pages.Diagnostics;
using Plimsoll.Web.Tests.Hosts;

namespace Plimsoll.Web.Tests.Diagnostics;

public sealed class DiagnosticsPageTests(AnyshireHost host) : IClassFixture<AnyshireHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_answer_says_how_many_cells_are_off_how_many_chance_would_give_and_where_the_rates_lead()
    {
        var made = ForecastDiagnosis.Of(host.Data, new ForecastSettings(), Cancel);
        var page = await host.PageAsync("/diagnostics");
        Assert.Contains($"of {made.Cells} cells", page.Words, StringComparison.Ordinal);
        Assert.Contains($"chance alone would give about {Math.Round(made.OffByChance, MidpointRounding.AwayFromZero):0}.", page.Words, StringComparison.Ordinal);
        Assert.Contains($"the records have {made.Replay.Last.Recorded}", page.Words, StringComparison.Ordinal);
        Assert.Contains("How much is borrowed", page.Words, StringComparison.Ordinal);
        Assert.Contains("nobody: the default", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "By year,")]
    [InlineData("?by=cause", "By cause of leaving,")]
    [InlineData("?by=age", "By age,")]
    [InlineData("?by=time", "By time in care,")]
    [InlineData("?by=nonsense", "By year,")]
    public async Task The_chart_compares_what_the_address_says(string query, string message) =>
        Assert.Contains(message, (await host.PageAsync("/diagnostics" + query)).Words, StringComparison.Ordinal);

    [Theory]
    [InlineData("evidence", 8)]
    [InlineData("checks", 5)]
    [InlineData("replay", 5)]
    [InlineData("returns", 10)]
    [InlineData("leaving-by-year", 25)]
    [InlineData("moves-by-time", 15)]
    [InlineData("assumptions", 10)]
    public async Task Every_table_comes_as_CSV_with_all_its_rows(string name, int rows)
    {
        var text = await host.Client.GetStringAsync(new Uri($"/diagnostics?handler=Table&name={name}&format=csv", UriKind.Relative), Cancel);
        Assert.Equal(rows + 1, text.TrimEnd().Split("\r\n").Length);
    }

    [Fact]
    public async Task All_tables_come_as_one_workbook()
    {
        var answer = await host.Client.GetAsync(new Uri("/diagnostics?handler=Table&name=all&format=xlsx", UriKind.Relative), Cancel);
        Assert.Equal("diagnostics.xlsx", answer.Content.Headers.ContentDisposition?.FileName);
    }

    [Fact]
    public async Task No_child_stands_on_the_page()
    {
        var html = (await host.PageAsync("/diagnostics")).Html;
        Assert.All(host.Data.Children.Take(200), child => Assert.DoesNotContain(">" + child.Key.LocalId + "<", html, StringComparison.Ordinal));
    }

    [Fact]
    public void More_cells_off_than_chance_gives_are_not_called_agreement()
    {
        var made = ForecastDiagnosis.Of(host.Data, new ForecastSettings(), Cancel);
        var bad = made with { Tables = [.. made.Tables.Select(table => table with { Check = table.Check with { Off = 20 } })] };
        Assert.Contains("agree with your own records", DiagnosticsWords.Answer(made), StringComparison.Ordinal);
        Assert.Contains("differ from your own records by more than chance", DiagnosticsWords.Answer(bad), StringComparison.Ordinal);
        Assert.Contains((20 * bad.Telling.Count()).ToString(CultureInfo.InvariantCulture), DiagnosticsWords.Verdict(bad), StringComparison.Ordinal);
    }
}

public sealed class EmptyDiagnosticsTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task Without_records_the_page_says_what_to_do() =>
        Assert.Contains("This workspace holds no records yet.", (await host.PageAsync("/diagnostics")).Words, StringComparison.Ordinal);
}
