using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Tables;

namespace Plimsoll.Reports.Tests.Tables;

public sealed class CellTextTests
{
    private static string Shown(Cell cell, ColumnKind kind) => CellText.Of(cell, new ReportColumn("x", "", kind)).ToString();

    [Fact]
    public void Each_kind_of_column_writes_as_people_read()
    {
        Assert.Equal("1,234", Shown(Cell.Of(1234), ColumnKind.Whole));
        Assert.Equal("12.3", Shown(Cell.Of(12.34m), ColumnKind.OneDecimal));
        Assert.Equal("30.6", Shown(Cell.Of(new Money(30_612_000m)), ColumnKind.MillionPounds));
        Assert.Equal("335", Shown(Cell.Of(new Money(334_900m)), ColumnKind.ThousandPounds));
        Assert.Equal("\u22121,662", Shown(Cell.Of(new Money(-1_662m)), ColumnKind.Pounds));
        Assert.Equal("26.4%", Shown(Cell.Of(0.2641m), ColumnKind.Percent));
        Assert.Equal("31 October 2026", Shown(Cell.Of(new DateOnly(2026, 10, 31)), ColumnKind.Date));
        Assert.Equal("October 2026", Shown(Cell.Of(new CalendarMonth(2026, 10)), ColumnKind.Month));
    }

    [Fact]
    public void Zero_is_a_zero_and_the_four_ways_of_missing_stay_apart()
    {
        Assert.Equal("0", Shown(Cell.Of(0), ColumnKind.Whole));
        string[] words = [.. new[] { Cell.NotKnown, Cell.NotDue, Cell.NotApplicable, Cell.NotLoaded }.Select(cell => Shown(cell, ColumnKind.Whole))];
        Assert.Equal(["not known", "not due", "n/a", "not loaded"], words);
        Assert.All(Enum.GetValues<MissingReason>(), reason => Assert.NotEmpty(MissingWords.Of(reason)));
    }

    [Theory]
    [InlineData(4, "4 more")]
    [InlineData(-5, "5 fewer")]
    [InlineData(0, "no change")]
    public void A_change_stands_with_its_word(int change, string words) =>
        Assert.Equal(words, Shown(Cell.Of(change), ColumnKind.ChangeInChildren));

    [Fact]
    public void A_change_that_rounds_to_nothing_is_no_change()
    {
        var kind = new ColumnKind.Change(ColumnKind.ThousandPounds, "overspend", "underspend", "on budget");
        Assert.Equal("on budget", Shown(Cell.Of(new Money(-400m)), kind));
        Assert.Equal("1 underspend", Shown(Cell.Of(new Money(-600m)), kind));
        Assert.Equal(new CellText("712", "overspend", IsMissing: false), CellText.Of(Cell.Of(new Money(712_000m)), new ReportColumn("x", "£k", kind)));
    }
}
