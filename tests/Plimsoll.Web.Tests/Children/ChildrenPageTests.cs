using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Files.Care;
using Plimsoll.Reports.Tables;
using Plimsoll.Store;
using Plimsoll.Web.Frame;
using Plimsoll.Web.Pages.Children;
using Plimsoll.Web.Tests.Hosts;

namespace Plimsoll.Web.Tests.Children;

public sealed class ChildrenPageTests(AnyshireHost host) : IClassFixture<AnyshireHost>
{
    private static readonly CodeLists Codes = CodeListFiles.Load();

    private Loaded Loaded => new(host.Data, Codes, WorkspaceSettings.Default, null, new DateOnly(2026, 11, 23));

    [Fact]
    public async Task Filters_say_how_many_of_how_many_and_can_be_cleared()
    {
        var day = host.Data.DataEnd;
        var agency = Stock.Children(host.Data, day).Count(item => item.Episode.State == PlacementState.FosterAgency);
        var page = await host.PageAsync("/children?placement=IFA");
        Assert.Contains($"Showing {agency} of {InWords.Children(Stock.Number(host.Data, day))}: foster care, agency, all ages.", page.Words, StringComparison.Ordinal);
        Assert.Contains("Clear the filters", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Clear the filters", (await host.PageAsync("/children")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_stands_in_the_address_and_counts_that_day()
    {
        var day = new DateOnly(2024, 9, 30);
        var page = await host.PageAsync("/children?on=2024-09-30");
        Assert.Contains($"{InWords.Children(Stock.Number(host.Data, day))} were in care on 30 September 2024", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("03/31/2026", "is not a date")]
    [InlineData("1999-01-01", "The records run from 31 March 2021 to 31 March 2026")]
    [InlineData("2031-01-01", "The records run from 31 March 2021 to 31 March 2026")]
    public async Task A_day_that_cannot_be_shown_is_refused_in_words_beside_its_field(string on, string words)
    {
        var page = await host.PageAsync("/children?on=" + Uri.EscapeDataString(on));
        Assert.Contains("There is a problem", page.Words, StringComparison.Ordinal);
        Assert.Contains(words, page.Words, StringComparison.Ordinal);
        Assert.Contains("govuk-input--error", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_day_shows_no_error()
    {
        var page = await host.PageAsync("/children?on=2025-06-30");
        Assert.DoesNotContain("There is a problem", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("govuk-input--error", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Opening_and_all_steps_lead_to_the_closing_number_on_any_day()
    {
        for (var day = host.Data.DataEnd; day > host.Data.WindowStart.AddYears(1); day = day.AddDays(-37))
        {
            var year = YearOfFlow.UpTo(Loaded, day);
            Assert.NotNull(year);
            Assert.Equal(year.Opening + year.Steps.Sum(step => step.Change), year.Closing);
            Assert.Equal(Stock.Number(host.Data, day), year.Closing);
        }
    }

    [Fact]
    public void A_year_that_begins_before_the_records_has_no_steps() => Assert.Null(YearOfFlow.UpTo(Loaded, host.Data.WindowStart.AddMonths(6)));

    [Fact]
    public void The_parts_of_the_table_sum_to_its_totals()
    {
        var query = ChildrenQuery.Read(Loaded, null, null, null, null, null);
        var table = ChildrenTables.PlacementByAge(Loaded, query, ChildrenCounts.Of(Loaded, query));
        for (var column = 0; column < table.Columns.Length; column++)
        {
            var parts = table.Rows.Where(row => row.Role == RowRole.Ordinary).Sum(row => ((Cell.Number)row.Cells[column]).Value);
            var total = ((Cell.Number)table.Rows.Single(row => row.Role == RowRole.Total).Cells[column]).Value;
            Assert.Equal(total, parts, 10);
        }
    }

    [Fact]
    public void Every_row_of_the_flow_reconciles()
    {
        foreach (var table in new[] { ChildrenTables.FlowByMonth(Loaded), ChildrenTables.FlowByYear(Loaded) })
        {
            Assert.All(table.Rows, row =>
            {
                var cells = row.Cells.Select(cell => ((Cell.Number)cell).Value).ToArray();
                Assert.Equal(cells[3], cells[0] + cells[1] - cells[2]);
            });
        }
    }

    [Fact]
    public void The_address_holds_the_whole_query()
    {
        var query = ChildrenQuery.Read(Loaded, "2025-03-31", "ifa", "10-15", "C2", "N1");
        Assert.Equal("/children?on=2025-03-31&placement=IFA&age=10-15&legal=C2&need=N1", query.Address);
        Assert.Equal(query.Address, ChildrenQuery.Read(Loaded, "2025-03-31", "IFA", "10-15", "C2", "N1").Address);
    }

    [Fact]
    public async Task Every_table_comes_as_CSV_and_as_Excel_with_the_same_filters()
    {
        var cancel = TestContext.Current.CancellationToken;
        foreach (var name in ChildrenView.TableNames)
        {
            var csv = await host.Client.GetAsync(new Uri($"/children?placement=IFA&handler=Table&name={name}&format=csv", UriKind.Relative), cancel);
            Assert.True(csv.IsSuccessStatusCode, name);
            Assert.Equal($"children-{name}.csv", csv.Content.Headers.ContentDisposition?.FileName);
            var excel = await host.Client.GetByteArrayAsync(new Uri($"/children?handler=Table&name={name}&format=xlsx", UriKind.Relative), cancel);
            Assert.Equal("PK"u8.ToArray(), excel[..2]);
        }
    }

    [Fact]
    public async Task The_CSV_of_the_trend_ends_with_the_number_of_the_day()
    {
        var text = await host.Client.GetStringAsync(new Uri("/children?handler=Table&name=trend&format=csv", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal($"2026-03-31,{Stock.Number(host.Data, host.Data.DataEnd)}", text.TrimEnd().Split("\r\n")[^1]);
    }
}
