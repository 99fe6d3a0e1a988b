using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Plimsoll.Journeys.Hosts;

namespace Plimsoll.Journeys;

/// <summary>What people come to do, from page to page, reading by visible label.</summary>
[Collection(OneDemo.Name)]
public sealed partial class Walks(RunningDemo demo)
{
    [Fact]
    public async Task From_home_to_children_to_a_forecast_to_its_file_to_the_findings()
    {
        var page = await demo.OpenAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("We expect placements to cost");

        await page.GetByRole(AriaRole.Link, new() { Name = "Children in care", Exact = true }).ClickAsync();
        await page.GetByLabel("Placement", new() { Exact = true }).SelectOptionAsync("Foster care, agency");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Assertions.Expect(page.GetByText("foster care, agency, all ages.").First).ToBeVisibleAsync();
        Assert.Contains("placement=IFA", page.Url, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "Forecast", Exact = true }).ClickAsync();
        await page.GetByLabel("Months").FillAsync("24");
        await page.GetByText("More settings").ClickAsync();
        await page.GetByLabel("Simulated futures", new() { Exact = true }).FillAsync("200");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run forecast" }).ClickAsync();
        await page.WaitForURLAsync("**/forecast/*", new() { Timeout = 60_000 });
        await Assertions.Expect(page.GetByText("200 simulated futures, seed 1").First).ToBeVisibleAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Download all tables as Excel" }).ClickAsync());
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
        await using (var file = File.OpenRead(await download.PathAsync()))
        {
            Assert.True(file.Length > 5_000);
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "Data", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = Opens() }).First.ClickAsync();
        await Assertions.Expect(page.Locator("#finding-rows").GetByRole(AriaRole.Columnheader, new() { Name = "What we did" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = Closes() })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task From_the_forecast_to_what_it_learnt_to_an_assumption_changed_and_taken_back()
    {
        var page = await demo.OpenAsync("/forecast");
        await page.GetByRole(AriaRole.Link, new() { Name = "What it learnt from your records" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "How much is borrowed" })).ToBeVisibleAsync(new() { Timeout = 60_000 });

        await page.GetByRole(AriaRole.Link, new() { NameRegex = ChangesHalfLife() }).ClickAsync();
        await page.GetByLabel("New value").FillAsync("48");
        await page.GetByLabel("Why", new() { Exact = true }).FillAsync("practice has been steady");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change for every later forecast" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The assumption was changed.")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.GetByText("half for every 48 months")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { NameRegex = ChangesHalfLife() }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Set back to the default" }).ClickAsync();
        await Assertions.Expect(page.GetByText("back at its default")).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task A_corrected_return_is_uploaded_told_and_undone()
    {
        var page = await demo.OpenAsync("/data/import");
        var latest = Directory.GetDirectories(demo.Returns).Order(StringComparer.Ordinal).Last();
        var lines = await File.ReadAllLinesAsync(Path.Combine(latest, "Episodes.csv"), TestContext.Current.CancellationToken);
        var corrected = Path.Combine(demo.Folder, "Episodes.csv");
        await File.WriteAllTextAsync(corrected, string.Join("\r\n", lines[..^1]) + "\r\n", TestContext.Current.CancellationToken);

        await page.GetByLabel("Files of the return").SetInputFilesAsync(corrected);
        await page.GetByRole(AriaRole.Button, new() { Name = "Import returns" }).ClickAsync();
        await page.WaitForURLAsync("**/data/imported/*", new() { Timeout = 60_000 });
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The returns are imported" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("were replaced")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Undo this import" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo this import" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The last import was undone.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_file_that_is_no_return_is_refused_in_words()
    {
        var page = await demo.OpenAsync("/data/import");
        await page.GetByLabel("Files of the return").SetInputFilesAsync(new FilePayload
        {
            Name = "minutes.csv",
            MimeType = "text/csv",
            Buffer = "Agenda,Item\r\n1,Welcome\r\n"u8.ToArray(),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Import returns" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nothing was imported" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.GetByText("The data are exactly as they were before.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_long_forecast_can_be_left_found_again_and_cancelled()
    {
        var page = await demo.OpenAsync("/forecast");
        await page.GetByLabel("Months").FillAsync("120");
        await page.GetByText("More settings").ClickAsync();
        await page.GetByLabel("Simulated futures", new() { Exact = true }).FillAsync("20000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run forecast" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Running the forecast" })).ToBeVisibleAsync();
        var address = page.Url;

        await page.GotoAsync("/data");
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Link, new() { Name = "Stop refreshing this page" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(page.GetByText("You cancelled it.")).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task The_forecast_is_tested_on_the_past_and_says_what_was_found()
    {
        var page = await demo.OpenAsync("/forecast");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = Tests() }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = RunsTest() }).ClickAsync();
        await Assertions.Expect(page.GetByText("What happened fell inside our 80% range")).ToBeVisibleAsync(new() { Timeout = 300_000 });
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Where it went wrong" })).ToBeVisibleAsync();
        Assert.Empty((await page.RunAxe()).Violations.Select(violation => violation.Id));

        var narrow = await demo.OpenAsync("/backtest", width: 400);
        Assert.Equal(0, await narrow.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Assert.Empty((await narrow.RunAxe()).Violations.Select(violation => violation.Id));

        await page.GotoAsync("/forecast");
        await page.GetByLabel("Months").FillAsync("24");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run forecast" }).ClickAsync();
        await page.WaitForURLAsync("**/forecast/*", new() { Timeout = 60_000 });
        await Assertions.Expect(page.GetByText("Tested on your own past").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_makes_the_range_wide_is_worked_out_and_two_forecasts_are_compared()
    {
        var page = await demo.OpenAsync("/forecast");
        await page.GetByLabel("From").First.FillAsync("01/10/2025");
        await page.GetByLabel("Months").FillAsync("18");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run forecast" }).ClickAsync();
        await page.WaitForURLAsync("**/forecast/*", new() { Timeout = 60_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Work it out" }).ClickAsync();
        await Assertions.Expect(page.GetByText("What makes the number of children at the end of").First).ToBeVisibleAsync(new() { Timeout = 120_000 });
        Assert.Empty((await page.RunAxe()).Violations.Select(violation => violation.Id));

        await page.GetByLabel("From").First.FillAsync("01/12/2025");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run forecast" }).ClickAsync();
        await page.WaitForURLAsync("**/forecast/*", new() { Timeout = 60_000 });
        await page.GetByRole(AriaRole.Link, new() { Name = "Why did the forecast move?" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Why the forecast moved" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Recorded instead of forecast").First).ToBeVisibleAsync();
        Assert.Empty((await page.RunAxe()).Violations.Select(violation => violation.Id));

        var narrow = await demo.OpenAsync(new Uri(page.Url).PathAndQuery, width: 400);
        Assert.Equal(0, await narrow.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Assert.Empty((await narrow.RunAxe()).Violations.Select(violation => violation.Id));
    }

    [Fact]
    public async Task The_keyboard_alone_leads_from_home_to_a_filtered_count()
    {
        var page = await demo.OpenAsync("/");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to main content" })).ToBeFocusedAsync();
        await TabToAsync(page, "Children in care");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/children");
        await TabToAsync(page, "placement");
        await page.Keyboard.TypeAsync("Supported");
        await TabToAsync(page, "Show");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/children?*placement=SUP*");
        await Assertions.Expect(page.GetByText("supported accommodation, all ages.").First).ToBeVisibleAsync();
    }

    /// <summary>Presses Tab until the element with this text or name has the focus; every stop on the way must be seen.</summary>
    private static async Task TabToAsync(IPage page, string words)
    {
        for (var stop = 0; stop < 80; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focused = await page.EvaluateAsync<string>("document.activeElement.name || document.activeElement.innerText || ''");
            if (string.Equals(focused.Trim(), words, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"The keyboard does not reach “{words}”.");
    }

    [GeneratedRegex("^Open")]
    private static partial Regex Opens();

    [GeneratedRegex("^(Test it on your own past|See the tests)")]
    private static partial Regex Tests();

    [GeneratedRegex("^(Test it on your own past|Run the tests again)")]
    private static partial Regex RunsTest();

    [GeneratedRegex("^Change.*How fast the past fades")]
    private static partial Regex ChangesHalfLife();

    [GeneratedRegex("^Close")]
    private static partial Regex Closes();
}
