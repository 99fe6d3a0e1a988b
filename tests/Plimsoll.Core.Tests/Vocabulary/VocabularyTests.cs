using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Tests.Vocabulary;

/// <summary>Money, dates and words as a council writes them.</summary>
public sealed class VocabularyTests
{
    [Theory]
    [InlineData(2024, 3, 31, "2023/24")]
    [InlineData(2024, 4, 1, "2024/25")]
    [InlineData(1999, 12, 31, "1999/00")]
    public void A_financial_year_runs_from_1_April_to_31_March(int year, int month, int day, string written)
    {
        var financial = FinancialYear.Of(new DateOnly(year, month, day));
        Assert.Equal(written, financial.ToString());
        Assert.Equal(financial, FinancialYear.Read(written));
    }

    [Theory]
    [InlineData("2024/26")]
    [InlineData("2024-25")]
    [InlineData("24/25")]
    [InlineData("")]
    public void Anything_else_is_not_a_financial_year(string written) => Assert.Null(FinancialYear.Read(written));

    [Fact]
    public void A_financial_year_has_366_days_when_29_February_lies_in_it()
    {
        Assert.Equal(366, new FinancialYear(2027).Days);
        Assert.Equal(365, new FinancialYear(2028).Days);
    }

    [Fact]
    public void Nights_count_the_first_day_and_not_the_end_date()
    {
        var period = new Period(new DateOnly(2024, 3, 1), new DateOnly(2024, 3, 4));
        Assert.Equal(3, period.NightsWithin(new DateOnly(2024, 1, 1), new DateOnly(2025, 1, 1)));
        Assert.True(period.Contains(new DateOnly(2024, 3, 3)));
        Assert.False(period.Contains(new DateOnly(2024, 3, 4)));
        Assert.Equal(0, period.NightsWithin(new DateOnly(2024, 3, 4), new DateOnly(2024, 4, 1)));
    }

    [Theory]
    [InlineData(30_649_999, "£30.6m")]
    [InlineData(999_500, "£1.0m")]
    [InlineData(999_499, "£999k")]
    [InlineData(-335_000, "\u2212£335k")]
    [InlineData(-400, "£0k")]
    public void Prose_money_is_millions_with_one_decimal_or_whole_thousands(int pounds, string words) =>
        Assert.Equal(words, InWords.Prose(new Money(pounds)));

    [Theory]
    [InlineData(12, "12 more")]
    [InlineData(-3, "3 fewer")]
    [InlineData(0, "no change")]
    public void A_change_never_stands_without_its_word(int change, string words) => Assert.Equal(words, InWords.Change(change));

    [Fact]
    public void Money_rounds_halves_away_from_zero_to_the_penny()
    {
        Assert.Equal("0.13", new Money(0.125m).ToString());
        Assert.Equal("-0.13", new Money(-0.125m).ToString());
        Assert.Equal(new Money(1662.10m), Money.FromSimulated(1662.0999999));
    }

    [Fact]
    public void Rounded_parts_always_sum_to_the_rounded_total()
    {
        var random = new Xoshiro256(7);
        for (var round = 0; round < 500; round++)
        {
            var parts = Enumerable.Range(0, 1 + (round % 9)).Select(_ => (decimal)((random.NextDouble() - 0.3) * 1000)).ToArray();
            var rounded = LargestRemainder.Round(parts);
            Assert.Equal((long)Math.Round(parts.Sum(), 0, MidpointRounding.AwayFromZero), rounded.Sum());
            Assert.All(parts.Zip(rounded), pair => Assert.True(Math.Abs(pair.First - pair.Second) <= 1m));
        }
    }

    [Fact]
    public void Months_are_counted_across_years()
    {
        var march = new CalendarMonth(2024, 3);
        Assert.Equal(new CalendarMonth(2025, 2), march.Plus(11));
        Assert.Equal(11, march.MonthsUntil(march.Plus(11)));
        Assert.Equal(new DateOnly(2024, 2, 29), new CalendarMonth(2024, 2).Last);
        Assert.Equal("2024-03", march.ToString());
    }
}
