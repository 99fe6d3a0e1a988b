using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Web.Pages.Data;
using Plimsoll.Web.Tests.Hosts;

namespace Plimsoll.Web.Tests.Data;

/// <summary>Each test has a workspace of its own: these change it.</summary>
public sealed class DataPageTests : IAsyncLifetime
{
    private readonly AnyshireHost host = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Every_finding_opens_to_file_line_what_it_says_and_what_we_did()
    {
        foreach (var item in FindingGroup.Keyed(host.Data.Findings))
        {
            var page = await host.PageAsync("/data?open=" + item.Key);
            var row = item.Finding.Rows[0];
            Assert.Contains(item.Finding.Meaning, page.Words, StringComparison.Ordinal);
            Assert.Contains(row.File, page.Words, StringComparison.Ordinal);
            Assert.Contains(Spaced(row.Says), page.Words, StringComparison.Ordinal);
            var csv = await host.Client.GetStringAsync(new Uri($"/data?handler=Finding&key={item.Key}&format=csv", UriKind.Relative), Cancel);
            Assert.Equal(item.Finding.Rows.Length, csv.TrimEnd().Split("\r\n").Length - 1);
        }
    }

    [Fact]
    public void Findings_stand_once_each_under_keys_of_their_own()
    {
        var groups = FindingGroup.Of(host.Data.Findings);
        Assert.Equal(host.Data.Findings.Length, groups.Sum(group => group.Findings.Length));
        var keys = groups.SelectMany(group => group.Findings).Select(item => item.Key).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.Equal(groups.Select(group => group.Effect).Order(), groups.Select(group => group.Effect));
    }

    [Fact]
    public async Task What_is_loaded_stands_by_table_and_year()
    {
        var page = await host.PageAsync("/data");
        Assert.Contains("2021/22 2022/23 2023/24 2024/25 2025/26 All Children (Header)", page.Words, StringComparison.Ordinal);
        var episodes = host.Data.Files.Where(file => file.Table == ReturnTable.Episodes).OrderBy(file => file.Years[0]).Select(file => InWords.Whole(file.Used));
        Assert.Contains("Episodes " + string.Join(' ', episodes), page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_are_loaded_already_change_nothing_and_the_page_says_so()
    {
        var path = host.Files.Returns.First(file => Path.GetFileName(file) == "Episodes.csv");
        var header = host.Files.Returns.First(file => Path.GetDirectoryName(file) == Path.GetDirectoryName(path) && Path.GetFileName(file) == "Header.csv");
        var (address, page) = await UploadAsync(("episodes.csv", await File.ReadAllBytesAsync(path, Cancel)), ("header.csv", await File.ReadAllBytesAsync(header, Cancel)));
        Assert.StartsWith("/data/imported/", address, StringComparison.Ordinal);
        Assert.Contains("These files are loaded already", page.Words, StringComparison.Ordinal);
        Assert.Contains("Nothing has changed", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_year_replaces_the_one_that_is_loaded_and_can_be_undone()
    {
        var before = host.Data.Id;
        var path = host.Files.Returns.Last(file => Path.GetFileName(file) == "Episodes.csv");
        var lines = await File.ReadAllLinesAsync(path, Cancel);
        var (_, page) = await UploadAsync(("episodes.csv", Encoding.UTF8.GetBytes(string.Join("\r\n", lines[..^1]))));
        Assert.Contains("The returns are imported", page.Words, StringComparison.Ordinal);
        Assert.Matches("Episodes 2025/26: [0-9,]+ rows from .*Episodes.csv were replaced", page.Words);
        var changed = await host.Bench.CareAsync(Cancel);
        Assert.NotEqual(before, changed!.Id);

        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["dataset"] = changed.Id });
        var undone = await host.SendAsync("/data/undo", "/data/undo", form);
        Assert.Equal("/data?done=undone", undone.Headers.Location?.ToString());
        Assert.Equal(before, (await host.Bench.CareAsync(Cancel))!.Id);
        Assert.Contains("The last import was undone.", (await host.PageAsync("/data?done=undone")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_undo_that_was_meant_for_another_import_asks_again()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["dataset"] = "anotherdataset" });
        var answer = await host.SendAsync("/data/undo", "/data/undo", form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(host.Data.Id, (await host.Bench.CareAsync(Cancel))!.Id);
    }

    [Fact]
    public async Task A_file_that_is_no_return_is_refused_in_words_and_nothing_has_changed()
    {
        var (_, page) = await UploadAsync(("minutes.csv", "Agenda,Item\r\n1,Welcome\r\n"u8.ToArray()));
        Assert.Contains("Nothing was imported", page.Words, StringComparison.Ordinal);
        Assert.Contains("minutes.csv", page.Words, StringComparison.Ordinal);
        Assert.Contains("The data are exactly as they were before.", page.Words, StringComparison.Ordinal);
        Assert.Equal(host.Data.Id, (await host.Bench.CareAsync(Cancel))!.Id);
    }

    [Fact]
    public async Task A_form_without_files_says_what_to_choose()
    {
        using var form = new MultipartFormDataContent { { new StringContent(""), "nothing" } };
        var answer = await host.SendAsync("/data/import", "/data/import?handler=Returns", form);
        Assert.Contains("Choose the files of your return", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_list_is_imported_from_the_page_and_a_bad_one_is_refused_with_its_row()
    {
        var good = await SendPricesAsync(await File.ReadAllBytesAsync(host.Files.Prices, Cancel));
        Assert.Equal("/data?done=prices", good.Headers.Location?.ToString());
        Assert.False((await host.Bench.Workspace.CurrentPricesAsync(Cancel))!.IsShippedDefault);

        var bad = await SendPricesAsync("state,ageFrom,ageTo,weeklyPrice,validFrom,validTo,source\r\nXYZ,0,18,100,2024-04-01,,test\r\n"u8.ToArray());
        Assert.Equal(HttpStatusCode.OK, bad.StatusCode);
        Assert.Contains("XYZ", await bad.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Placement_costs_are_imported_from_the_page_and_shown_with_what_does_not_match()
    {
        var good = await SendAsync("costs", "placement-costs.csv", await File.ReadAllBytesAsync(host.Files.PlacementCosts, Cancel));
        Assert.Equal("/data?done=costs#placement-costs", good.Headers.Location?.ToString());
        var match = (await host.Bench.PlacementCostsAsync(Cancel))!.Match;
        Assert.NotEmpty(match.WithoutPlacement);

        var page = await host.PageAsync("/data?done=costs");
        Assert.Contains("The placement costs were imported.", page.Words, StringComparison.Ordinal);
        Assert.Contains($"{match.InForce.Length} of {match.InForce.Length + match.WithoutCost.Length} placements in force", page.Words, StringComparison.Ordinal);
        Assert.Contains("Placement costs that do not match", page.Words, StringComparison.Ordinal);

        var bad = await SendAsync("costs", "minutes.csv", "Agenda,Item\r\n1,Welcome\r\n"u8.ToArray());
        Assert.Equal(HttpStatusCode.OK, bad.StatusCode);
        Assert.Contains("no column for the child", await bad.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_upload_stays_on_the_disk()
    {
        var before = Directory.GetDirectories(Path.GetTempPath(), "plimsoll-upload-*").Length;
        await UploadAsync(("minutes.csv", "Agenda,Item\r\n1,Welcome\r\n"u8.ToArray()));
        Assert.Equal(before, Directory.GetDirectories(Path.GetTempPath(), "plimsoll-upload-*").Length);
    }

    [Fact]
    public async Task The_journal_tells_every_change_and_that_it_is_whole()
    {
        var page = await host.PageAsync("/data/journal");
        Assert.Contains("The journal is as it was written", page.Words, StringComparison.Ordinal);
        Assert.Contains("set up a test", page.Words, StringComparison.Ordinal);
    }

    private async Task<(string Address, Page Page)> UploadAsync(params (string Name, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content), "returns", name);
        }

        return await host.FollowAsync(await host.SendAsync("/data/import", "/data/import?handler=Returns", form));
    }

    private Task<HttpResponseMessage> SendPricesAsync(byte[] content) => SendAsync("prices", "prices.csv", content);

    private async Task<HttpResponseMessage> SendAsync(string field, string name, byte[] content)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var form = new MultipartFormDataContent { { file, field, name } };
        return await host.SendAsync("/data/import", "/data/import?handler=" + field, form);
    }

    private static string Spaced(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
