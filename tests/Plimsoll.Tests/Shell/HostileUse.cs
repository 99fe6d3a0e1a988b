namespace Plimsoll.Tests.Shell;

/// <summary>What careless and unlucky people give to the command line: the answer is words and a code from 0 to 2.</summary>
public sealed class HostileUse
{
    private const string EpisodeHeading = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN";
    private const string PriceHeading = "state,ageFrom,ageTo,weeklyPrice,validFrom,validTo,source";

    [Theory]
    [InlineData("stock --on 2024-03-31 --by 7", "placement")]
    [InlineData("forecast --entries 5", "evidence, recent, trend")]
    [InlineData("forecast --entries bogus", "evidence, recent, trend")]
    [InlineData("forecast --spread 7", "evidence, own")]
    [InlineData("forecast --months 99999999999", "not a whole number")]
    [InlineData("forecast --replicates many", "not a whole number")]
    [InlineData("forecast --seed -1", "not a seed")]
    [InlineData("forecast --population-change 3", "with its sign")]
    [InlineData("forecast --child-population few", "a whole number of children")]
    [InlineData("serve --port 99999", "not a port")]
    [InlineData("serve --port -1", "not a port")]
    [InlineData("demo --port abc", "not a port")]
    [InlineData("check --database Host=localhost", "not both")]
    public async Task An_option_that_cannot_be_used_is_refused_in_plain_words(string command, string says)
    {
        using var plimsoll = new Terminal();
        var wrong = await plimsoll.RunAsync(command.Split(' '));
        Assert.Equal(2, wrong.Code);
        Assert.Contains(says, wrong.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", wrong.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Plimsoll.Core", wrong.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(plimsoll.Workspace));
    }

    [Theory]
    [InlineData("RECENT")]
    [InlineData("trend")]
    public async Task A_choice_may_be_written_in_any_case(string entries)
    {
        using var plimsoll = new Terminal();
        var none = await plimsoll.RunAsync("forecast", "--entries", entries);
        Assert.Equal(1, none.Code);
        Assert.Contains("no returns yet", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_name_of_a_file_is_refused()
    {
        using var plimsoll = new Terminal();
        var refused = await plimsoll.RunAsync("import", "903", "");
        Assert.Equal(1, refused.Code);
        Assert.Contains("Give the name of a file or folder", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flow_from_the_first_day_there_is_begins_with_nobody_and_reconciles()
    {
        using var plimsoll = new Terminal();
        plimsoll.Write("episodes.csv", EpisodeHeading, "C1,01/05/2023,S,C2,N1,U6,PR1,,,,,,");
        await plimsoll.RunAsync("import", "903", plimsoll.At("episodes.csv"));
        var flow = await plimsoll.RunAsync("flow", "--from", "0001-01-01", "--to", "2024-03-31", "--json");
        Assert.Equal(0, flow.Code);
        var months = flow.Json.GetProperty("months").EnumerateArray().ToArray();
        Assert.Equal(0, months[0].GetProperty("opening").GetInt32());
        Assert.Equal(1, months[^1].GetProperty("closing").GetInt32());
    }

    [Fact]
    public async Task A_price_that_no_sum_could_hold_is_refused_and_the_forecast_keeps_its_price_list()
    {
        using var plimsoll = new Terminal();
        var file = plimsoll.Write("prices.csv", PriceHeading, "FIH,0,18,79228162514264337593543950335,2020-01-01,,x");
        var refused = await plimsoll.RunAsync("import", "prices", file);
        Assert.Equal(1, refused.Code);
        Assert.Contains("more than 1,000,000 pounds a week", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demo_whose_files_cannot_be_written_says_so_and_imports_nothing()
    {
        using var plimsoll = new Terminal();
        plimsoll.Write("workspace/anyshire", "a file where the demo wants its folder");
        var refused = await plimsoll.RunAsync("demo", "--no-serve");
        Assert.Equal(1, refused.Code);
        Assert.Contains("The demo was not made", refused.Error, StringComparison.Ordinal);
        Assert.Equal("a file where the demo wants its folder", Assert.Single(await File.ReadAllLinesAsync(plimsoll.At("workspace/anyshire"), TestContext.Current.CancellationToken)));
        Assert.Equal(1, (await plimsoll.RunAsync("check")).Code);
    }

    [Fact]
    public async Task The_demo_never_replaces_a_council_s_own_prices()
    {
        using var plimsoll = new Terminal();
        await plimsoll.RunAsync("import", "prices", plimsoll.Write("prices.csv", PriceHeading, "FIH,0,18,500,2020-01-01,,Ours"));
        var refused = await plimsoll.RunAsync("demo", "--no-serve");
        Assert.Equal(1, refused.Code);
        Assert.Contains("a council's own records", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Returns_imported_beside_the_made_up_council_are_said_to_stand_beside_made_up_children()
    {
        using var plimsoll = new Terminal();
        Assert.Equal(0, (await plimsoll.RunAsync("demo", "--no-serve")).Code);
        var file = plimsoll.Write("episodes.csv", EpisodeHeading, "C1,01/05/2023,S,C2,N1,U6,PR1,,,,,,");
        var imported = await plimsoll.RunAsync("import", "903", file);
        Assert.Equal(0, imported.Code);
        Assert.Contains("made-up children", imported.Error, StringComparison.Ordinal);
    }
}
