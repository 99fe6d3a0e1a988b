using System.Text.Json;
using Plimsoll.Tests.Shell;

namespace Plimsoll.Tests.Forecast;

/// <summary>assumptions list, set and reset as an analyst uses them.</summary>
public sealed class AssumptionCommands
{
    private static JsonElement Of(JsonElement document, string name) =>
        document.GetProperty("assumptions").EnumerateArray().Single(item => item.GetProperty("name").GetString() == name);

    [Fact]
    public async Task A_change_is_kept_with_its_reason_and_can_be_taken_back()
    {
        using var plimsoll = new Terminal();
        var before = Of((await plimsoll.RunAsync("assumptions", "list", "--json")).Json, "half-life");
        Assert.Equal("36", before.GetProperty("value").GetString());
        Assert.Equal(JsonValueKind.Null, before.GetProperty("changed").ValueKind);

        var set = await plimsoll.RunAsync("assumptions", "set", "half-life", "24", "--why", "practice changed two years ago", "--json");
        Assert.Equal(0, set.Code);
        var after = Of((await plimsoll.RunAsync("assumptions", "list", "--json")).Json, "half-life");
        Assert.Equal("24", after.GetProperty("value").GetString());
        Assert.Equal("36", after.GetProperty("default").GetString());
        Assert.Equal("council", after.GetProperty("origin").GetString());
        Assert.Equal("command line", after.GetProperty("changed").GetProperty("by").GetString());
        Assert.Equal("practice changed two years ago", after.GetProperty("changed").GetProperty("why").GetString());

        await plimsoll.RunAsync("assumptions", "reset", "half-life");
        var back = Of((await plimsoll.RunAsync("assumptions", "list", "--json")).Json, "half-life");
        Assert.Equal("36", back.GetProperty("value").GetString());
        Assert.Equal("back to the default", back.GetProperty("changed").GetProperty("why").GetString());
    }

    [Theory]
    [InlineData("half-life", "3", "6 to 240 months")]
    [InlineData("halflife", "24", "There is no assumption")]
    [InlineData("population-change", "3", "with its sign")]
    public async Task What_cannot_be_used_is_refused_with_what_can(string name, string value, string says)
    {
        using var plimsoll = new Terminal();
        var refused = await plimsoll.RunAsync("assumptions", "set", name, value, "--why", "because");
        Assert.Equal(1, refused.Code);
        Assert.Contains(says, refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_without_a_reason_is_wrong_usage()
    {
        using var plimsoll = new Terminal();
        Assert.Equal(2, (await plimsoll.RunAsync("assumptions", "set", "half-life", "24")).Code);
    }
}
