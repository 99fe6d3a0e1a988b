namespace Plimsoll.Tests.Docs;

/// <summary>The comparison of pages with output notices what it must.</summary>
public sealed class ShownOutputTests
{
    [Theory]
    [InlineData("a|b", "a|b", true)]
    [InlineData("a|b", "a|b|c", false)]
    [InlineData("a|...", "a|b|c", true)]
    [InlineData("b|...", "a|b|c", false)]
    [InlineData("a|...|c", "a|b|c", true)]
    [InlineData("a|...|c", "a|c", true)]
    [InlineData("a|...|b", "a|b|c", false)]
    [InlineData("a|...|b|...|d", "a|x|b|c|d", true)]
    [InlineData("a|...|b|...|d", "a|x|c|d", false)]
    [InlineData("...|c", "a|b|c", true)]
    [InlineData("a|...|a", "a", false)]
    public void Three_dots_stand_for_any_lines_and_nothing_else_does(string shown, string printed, bool matches) =>
        Assert.Equal(matches, ShownOutput.Matches(shown.Split('|'), printed.Split('|'), ShownOutput.Exactly));

    [Theory]
    [InlineData("we expect 435, between 398 and 476", "we expect 440, between 398 and 476", true)]
    [InlineData("we expect 435, between 398 and 476", "we expect 470, between 398 and 476", false)]
    [InlineData("we expect 435, between 398 and 476", "we hope for 435, between 398 and 476", false)]
    [InlineData("Forecast 7d8, 1,000 futures", "Forecast 7d9, 1,000 futures", false)]
    [InlineData("2026/27      32.6", "2026/27       9.6", false)]
    public void Close_figures_pass_and_other_words_do_not(string shown, string printed, bool matches) =>
        Assert.Equal(matches, ShownOutput.Closely(shown, printed));
}
