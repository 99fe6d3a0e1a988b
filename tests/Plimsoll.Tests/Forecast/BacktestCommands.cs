using Plimsoll.Tests.Docs;
using Plimsoll.Tests.Shell;

namespace Plimsoll.Tests.Forecast;

/// <summary>backtest as an analyst meets it when it cannot be done, and the forecast before it.</summary>
/// <param name="council">The made-up council.</param>
[Collection(nameof(MadeUpCouncil))]
public sealed class BacktestCommands(MadeUpCouncil council)
{
    [Fact]
    public async Task Without_records_it_is_refused_with_the_way_to_get_some()
    {
        using var plimsoll = new Terminal();
        var ran = await plimsoll.RunAsync("backtest");
        Assert.Equal(1, ran.Code);
        Assert.Empty(ran.Output);
        Assert.Contains("import 903", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_returns_are_too_few_and_the_words_say_how_many_are_needed()
    {
        using var plimsoll = new Terminal();
        council.CopyFiles(plimsoll.At("files"));
        var returns = Directory.GetDirectories(plimsoll.At("files/returns")).Order(StringComparer.Ordinal).TakeLast(2).ToArray();
        Assert.Equal(0, (await plimsoll.RunAsync(["import", "903", .. returns])).Code);
        var ran = await plimsoll.RunAsync("backtest", "--json");
        Assert.Equal(1, ran.Code);
        Assert.Empty(ran.Output);
        Assert.Contains("too short to test the forecast on", ran.Error, StringComparison.Ordinal);
        Assert.Contains("three years or more", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99", 1, "100")]
    [InlineData("2001", 1, "2,000")]
    [InlineData("many", 2, "not a whole number")]
    public async Task A_number_of_futures_that_cannot_be_is_refused(string replicates, int code, string says)
    {
        using var plimsoll = new Terminal();
        council.CopyWorkspace(plimsoll.Workspace);
        var ran = await plimsoll.RunAsync("backtest", "--replicates", replicates);
        Assert.Equal(code, ran.Code);
        Assert.Contains(says, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forecast_does_not_wait_for_it_and_says_that_it_was_not_tested()
    {
        using var plimsoll = new Terminal();
        council.CopyWorkspace(plimsoll.Workspace);
        var ran = await plimsoll.RunAsync("forecast", "--months", "3", "--replicates", "100");
        Assert.Equal(0, ran.Code);
        Assert.Contains("not yet been tested on your own data", ran.Output, StringComparison.Ordinal);
    }
}
