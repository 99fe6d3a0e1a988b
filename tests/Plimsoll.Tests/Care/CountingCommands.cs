using Plimsoll.Tests.Shell;

namespace Plimsoll.Tests.Care;

/// <summary>import 903, check, stock and flow as an analyst uses them.</summary>
public sealed class CountingCommands
{
    private const string EpisodeHeading = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN";
    private const string HeaderHeading = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB";

    [Fact]
    public async Task A_folder_of_two_years_is_imported_counted_and_reconciled()
    {
        using var plimsoll = new Terminal();
        Returns(plimsoll);
        var imported = await plimsoll.RunAsync("import", "903", plimsoll.At("returns"), "--json");
        Assert.Equal(0, imported.Code);
        Assert.Equal(3, imported.Json.GetProperty("children").GetInt32());
        Assert.Equal("2023-04-01", imported.Json.GetProperty("from").GetString());
        Assert.Equal("2025-03-31", imported.Json.GetProperty("to").GetString());
        Assert.Equal(4, imported.Json.GetProperty("files").GetArrayLength());

        var stock = await plimsoll.RunAsync("stock", "--on", "2025-03-31", "--by", "placement", "--json");
        Assert.Equal(2, stock.Json.GetProperty("inCare").GetInt32());
        Assert.Equal(1, stock.Json.GetProperty("by").EnumerateArray().Single(part => part.GetProperty("key").GetString() == "IFA").GetProperty("count").GetInt32());

        var flow = await plimsoll.RunAsync("flow", "--from", "2023-04-01", "--to", "2025-03-31", "--json");
        var months = flow.Json.GetProperty("months").EnumerateArray().ToArray();
        Assert.Equal(24, months.Length);
        var carried = months[0].GetProperty("opening").GetInt32();
        foreach (var month in months)
        {
            Assert.Equal(carried, month.GetProperty("opening").GetInt32());
            carried += month.GetProperty("started").GetInt32() - month.GetProperty("ceased").GetInt32();
            Assert.Equal(carried, month.GetProperty("closing").GetInt32());
        }

        Assert.Equal(2, carried);
    }

    [Fact]
    public async Task The_same_files_twice_change_nothing()
    {
        using var plimsoll = new Terminal();
        Returns(plimsoll);
        var first = await plimsoll.RunAsync("import", "903", plimsoll.At("returns"), "--json");
        var second = await plimsoll.RunAsync("import", "903", plimsoll.At("returns"), "--json");
        Assert.Equal(first.Json.GetProperty("dataset").GetString(), second.Json.GetProperty("dataset").GetString());
        Assert.True(first.Json.GetProperty("changed").GetBoolean());
        Assert.False(second.Json.GetProperty("changed").GetBoolean());
    }

    [Fact]
    public async Task A_later_year_joins_the_years_already_there()
    {
        using var plimsoll = new Terminal();
        Returns(plimsoll);
        await plimsoll.RunAsync("import", "903", plimsoll.At("returns/2023-24"));
        var second = await plimsoll.RunAsync("import", "903", plimsoll.At("returns/2024-25"), "--json");
        Assert.Equal(3, second.Json.GetProperty("children").GetInt32());
        Assert.Equal("2023-04-01", second.Json.GetProperty("from").GetString());
    }

    [Fact]
    public async Task A_refused_import_leaves_the_workspace_as_it_was()
    {
        using var plimsoll = new Terminal();
        Returns(plimsoll);
        await plimsoll.RunAsync("import", "903", plimsoll.At("returns"));
        var broken = plimsoll.Write("episodes.csv", EpisodeHeading.Replace("DECOM,", "", StringComparison.Ordinal), "C9,S,C2,N1,U6,PR4,,,,,,");
        var refused = await plimsoll.RunAsync("import", "903", broken);
        Assert.Equal(1, refused.Code);
        Assert.Contains("DECOM", refused.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was imported", refused.Error, StringComparison.Ordinal);
        var stock = await plimsoll.RunAsync("stock", "--on", "2025-03-31", "--json");
        Assert.Equal(2, stock.Json.GetProperty("inCare").GetInt32());
    }

    [Fact]
    public async Task A_day_after_the_records_end_is_refused_in_words()
    {
        using var plimsoll = new Terminal();
        Returns(plimsoll);
        await plimsoll.RunAsync("import", "903", plimsoll.At("returns"));
        var refused = await plimsoll.RunAsync("stock", "--on", "2025-04-01");
        Assert.Equal(1, refused.Code);
        Assert.Contains("The records end on 31 March 2025", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_before_the_first_return_is_counted_with_a_note_that_it_is_too_low()
    {
        using var plimsoll = new Terminal();
        Returns(plimsoll);
        await plimsoll.RunAsync("import", "903", plimsoll.At("returns"));
        var early = await plimsoll.RunAsync("stock", "--on", "2022-03-31", "--json");
        Assert.Equal(1, early.Json.GetProperty("inCare").GetInt32());
        Assert.Contains("too low", early.Json.GetProperty("note").GetString(), StringComparison.Ordinal);
        var inside = await plimsoll.RunAsync("stock", "--on", "2023-03-31", "--json");
        Assert.Null(inside.Json.GetProperty("note").GetString());
    }

    [Fact]
    public async Task An_empty_workspace_says_what_to_do_next()
    {
        using var plimsoll = new Terminal();
        foreach (var command in new[] { "stock --on 2025-03-31", "flow --from 2025-01-01 --to 2025-03-31", "check" })
        {
            var refused = await plimsoll.RunAsync(command.Split(' '));
            Assert.Equal(1, refused.Code);
            Assert.Contains("plimsoll import 903", refused.Error, StringComparison.Ordinal);
            Assert.Empty(refused.Output);
        }
    }

    [Theory]
    [InlineData("stock")]
    [InlineData("stock --on 31.03.2025")]
    [InlineData("stock --on 2025-02-30")]
    [InlineData("stock --on 2025-03-31 --by colour")]
    [InlineData("import 903")]
    [InlineData("nonsense")]
    public async Task Wrong_usage_is_told_in_words_with_code_2(string command)
    {
        using var plimsoll = new Terminal();
        var wrong = await plimsoll.RunAsync(command.Split(' '));
        Assert.Equal(2, wrong.Code);
        Assert.NotEmpty(wrong.Error);
        Assert.Empty(wrong.Output);
    }

    [Fact]
    public async Task Check_groups_findings_by_what_they_may_change_and_names_file_and_line()
    {
        using var plimsoll = new Terminal();
        plimsoll.Write("returns/episodes.csv", EpisodeHeading, "C1,01/05/2024,S,C2,N1,U6,PR4,,E4A,,,,");
        await plimsoll.RunAsync("import", "903", plimsoll.At("returns"));
        var check = await plimsoll.RunAsync("check");
        Assert.Equal(0, check.Code);
        Assert.Contains("May change the number of children", check.Output, StringComparison.Ordinal);
        Assert.Contains("episodes.csv line 2", check.Output, StringComparison.Ordinal);
        Assert.Contains("no row in the Header table", check.Output, StringComparison.Ordinal);
        var json = await plimsoll.RunAsync("check", "--json");
        Assert.DoesNotContain("\"C1\"", json.Output, StringComparison.Ordinal);
    }

    private static void Returns(Terminal plimsoll)
    {
        plimsoll.Write("returns/2023-24/header.csv", HeaderHeading, "C1,1,02/03/2010,WBRI,UN1,,", "C2,2,05/06/2012,WBRI,UN1,,");
        plimsoll.Write(
            "returns/2023-24/episodes.csv",
            EpisodeHeading,
            "C1,10/02/2020,P,C2,N1,U6,PR4,,,,AN1 1AA,AN2 2BB,1234567",
            "C2,15/06/2023,S,V2,N1,U6,PR1,20/03/2024,E4A,,AN1 1AA,AN2 2BB,1234567");
        plimsoll.Write("returns/2024-25/header.csv", HeaderHeading, "C1,1,02/03/2010,WBRI,UN1,,", "C3,2,07/08/2016,WBRI,UN1,,");
        plimsoll.Write(
            "returns/2024-25/episodes.csv",
            EpisodeHeading,
            "C1,10/02/2020,P,C2,N1,U6,PR4,,,,AN1 1AA,AN2 2BB,1234567",
            "C3,01/09/2024,S,V2,N1,K2,PR4,05/01/2025,X1,OTHER,AN1 1AA,AN9 2BB,SC123456",
            "C3,05/01/2025,P,V2,N1,U3,PR1,,,,AN1 1AA,AN1 2BB,");
    }
}
