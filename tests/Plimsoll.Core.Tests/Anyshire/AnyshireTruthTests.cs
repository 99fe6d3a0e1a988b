using Plimsoll.Core.Anyshire;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Tests.Anyshire;

public sealed class AnyshireTruthTests
{
    [Fact]
    public void Opening_plus_starts_minus_ends_is_closing_in_the_mean_of_every_month()
    {
        var truth = Worlds.Tidy(1).Truth;
        double opening = truth.InCareOnLastDay;
        foreach (var month in truth.Future(20, 9))
        {
            Assert.Equal(opening + month.Started.Mean - month.Ceased.Mean, month.InCare.Mean, 9);
            Assert.Equal(month.InCare.Mean, month.ByPlacement.Values.Sum(state => state.Mean), 9);
            Assert.True(month.InCare.P5 <= month.InCare.P50 && month.InCare.P50 <= month.InCare.P95);
            opening = month.InCare.Mean;
        }
    }

    [Fact]
    public void The_future_starts_the_month_after_and_runs_as_many_months_as_asked()
    {
        var future = Worlds.Tidy(2).Truth.Future(3, 1, 7);
        Assert.Equal(Enumerable.Range(0, 7).Select(month => new CalendarMonth(2026, 4).Plus(month)), future.Select(month => month.Month));
    }

    [Fact]
    public void The_same_seed_gives_the_same_future_and_another_seed_another()
    {
        var truth = Worlds.Tidy(3).Truth;
        Assert.Equal(truth.Future(10, 4, 12).Select(month => month.InCare), truth.Future(10, 4, 12).Select(month => month.InCare));
        Assert.NotEqual(truth.Future(10, 4, 12).Select(month => month.InCare), truth.Future(10, 5, 12).Select(month => month.InCare));
    }

    [Fact]
    public void Without_a_future_nothing_is_asked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Worlds.Tidy(1).Truth.Future(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Worlds.Tidy(1).Truth.Future(1, 1, 0));
    }

    [Fact]
    public void Adoption_orders_come_at_the_true_rate()
    {
        // Occurrences over exposure across eight councils: nights placed for adoption from the seventieth on.
        var (orders, years) = (0, 0.0);
        for (ulong seed = 1; seed <= 8; seed++)
        {
            foreach (var (row, starts) in Placed(Worlds.Tidy(seed)))
            {
                var end = row.Ceased ?? Worlds.Tidy(seed).LastDay.AddDays(1);
                years += Math.Max(0, end.DayNumber - starts.DayNumber - 70) / 365.25;
                orders += row.ReasonCeased is "E11" or "E12" ? 1 : 0;
            }
        }

        var standardError = Math.Sqrt(orders) / years;
        Assert.InRange(orders / years, AnyshireRates.AdoptionOrder - (3.5 * standardError), AnyshireRates.AdoptionOrder + (3.5 * standardError));
        Assert.True(orders > 300);
    }

    [Fact]
    public void The_true_range_holds_the_stock_that_worlds_of_the_same_rates_reach()
    {
        // The level of the true future after five years is the level at which other seeds of the same world end.
        var reached = Enumerable.Range(1, 8).Average(seed => Worlds.Tidy((ulong)seed).Truth.InCareOnLastDay);
        var future = Worlds.Tidy(1).Truth.Future(40, 2)[^1].InCare;
        Assert.InRange(future.Mean, reached * 0.93, reached * 1.12);
        Assert.InRange(future.P95 - future.P5, 30, 140);
    }

    [Fact]
    public void Every_rate_is_stated_in_words_and_no_statement_is_empty()
    {
        var statements = AnyshireRates.InWords();
        Assert.Equal(statements.Length, statements.Select(statement => statement.What).Distinct().Count());
        Assert.All(statements, statement => Assert.NotEmpty(statement.Values));
        Assert.All(statements.SelectMany(statement => statement.Values), value => Assert.InRange(value.Value, 0, 1_000));
        Assert.Equal(1.0, AnyshireRates.SiblingShares.Sum(), 9);
        Assert.Equal(1.0, AnyshireRates.EntryAges.Sum(band => band.Share), 9);
        Assert.All(AnyshireRates.HearingOutcome, mix => Assert.Equal(1.0, mix.PlacementOrder + mix.Full + mix.Guardianship + mix.Home, 9));
    }

    private static IEnumerable<(Plimsoll.Core.Care.Submitted.SubmittedEpisode Row, DateOnly Placed)> Placed(AnyshireReturns world)
    {
        var whole = world.Years.SelectMany(year => year.Episodes.Select(row => (year.CollectionYear, row)))
            .GroupBy(pair => (pair.row.Child, pair.row.Commenced))
            .Select(copies => copies.MaxBy(pair => pair.CollectionYear).row)
            .ToList();
        var away = whole.Where(row => row.Place is "T0" or "T1" or "T2" or "T3" or "T4").Select(row => row.Child).ToHashSet();
        return whole.Where(row => row.Place is "A5" or "A6" && row.Commenced >= world.Years[0].First && !away.Contains(row.Child))
            .Select(row => (row, row.Commenced));
    }
}
