using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Diagnostics;
using Plimsoll.Statistics.Rates;

namespace Plimsoll.Core.Tests.Forecast.Diagnostics;

/// <summary>What a forecast learnt is told truly: against records whose truth is known, and against counts made another way.</summary>
public sealed class ForecastDiagnosisTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static ForecastDiagnostics Of(CareDataset data, ForecastSettings? settings = null) =>
        ForecastDiagnosis.Of(data, settings ?? new ForecastSettings(), Cancel);

    private static readonly Lazy<CareDataset> Steady = new(() => new World { Seed = 41, StartsADay = 0.3, After = 0 }.Run().Data);

    private static readonly Lazy<ForecastDiagnostics> Made = new(() => Of(Steady.Value));

    [Fact]
    public void As_many_leave_as_are_expected_when_records_are_weighted_by_how_recent_they_are() => Assert.All(
        Made.Value.Leaving.Where(item => item.Weighted.Observed >= 10),
        item => Assert.Equal(item.Weighted.Observed, item.Weighted.Expected, 6));

    [Fact]
    public void Every_cut_counts_the_same_leavers_and_expects_as_many()
    {
        var all = Made.Value.Leaving.Aggregate(default(ObservedExpected), (sum, item) => sum.Plus(item.Count));
        foreach (var cut in (FitCut[])[FitCut.LeavingByAge, FitCut.LeavingByTime, FitCut.LeavingByAgeAndTime, FitCut.LeavingByYear])
        {
            var sum = Made.Value.Table(cut).Cells.Aggregate(default(ObservedExpected), (total, cell) => total.Plus(cell.Count));
            Assert.Equal(all.Observed, sum.Observed, 6);
            Assert.Equal(all.Expected, sum.Expected, 6);
        }
    }

    [Fact]
    public void Leavers_seen_and_those_who_teach_no_rate_are_all_who_left_before_eighteen()
    {
        var left = Steady.Value.Children.SelectMany(child => child.Periods).Count(period =>
            period is { Ending: PeriodEnding.Exited, Exit: not (null or CareExit.Age18) } && period.Days.End > World.WindowStart);
        Assert.Equal(left, Made.Value.Leaving.Sum(item => item.Count.Observed) + Made.Value.LeaversLeftOut, 0.5);
    }

    [Fact]
    public void The_last_day_walked_again_has_the_children_in_care_of_the_records() => Assert.Equal(
        Stock.Number(Steady.Value, Steady.Value.DataEnd), Made.Value.Replay.Last.Recorded);

    [Theory]
    [InlineData(5)]
    [InlineData(2)]
    public void A_council_whose_rates_never_change_agrees_with_them_in_its_cells_and_in_its_number(int returns)
    {
        var (off, byChance, residual, chance) = (0, 0.0, 0.0, 0.0);
        for (ulong seed = 50; seed < 56; seed++)
        {
            var made = Of(new World { Seed = seed, StartsADay = 0.3, Returns = returns, After = 0 }.Run().Data);
            off += made.Off;
            byChance += made.OffByChance;
            residual += made.Replay.Last.Residual;
            chance += made.Replay.Last.Chance * made.Replay.Last.Chance;
        }

        Assert.InRange(off, 0, byChance + (4 * Math.Sqrt(byChance)));
        Assert.InRange(residual, -4 * Math.Sqrt(chance), 4 * Math.Sqrt(chance));
    }

    [Fact]
    public void Leaving_that_halves_in_the_middle_of_the_records_shows_by_year_as_many_and_then_few()
    {
        var before = new World { Seed = 60, StartsADay = 0.5, Leaving = (0.9, 0.5), After = 0 }.Run().Data;
        var middle = World.WindowStart.AddYears(3);
        var number = 0;

        // Every second child who left in the last two years stays instead.
        var after = before with
        {
            Children = [.. before.Children.Select(child => child.Periods is [.., { Exit: not (null or CareExit.Age18) } last] && last.Days.End > middle && number++ % 2 == 0 ? Stays(child) : child)],
        };
        var table = Of(after, new ForecastSettings { Tuning = ForecastTuning.Default with { HalfLifeMonths = null } }).Table(FitCut.LeavingByYear);
        Assert.True(table.Check.Off > table.Check.OffByChance + 1);
        Assert.True(table.Check.Probability < 0.01);
        var years = table.Cells.GroupBy(cell => cell.Band).Select(year => year.Aggregate(default(ObservedExpected), (sum, cell) => sum.Plus(cell.Count)).Ratio).ToList();
        Assert.All(years.Take(2), ratio => Assert.True(ratio > 1.05));
        Assert.All(years.TakeLast(2), ratio => Assert.True(ratio < 0.95));
    }

    [Fact]
    public void What_is_borrowed_is_a_share_and_recent_time_is_part_of_all_time()
    {
        var cells = Made.Value.Tables.SelectMany(table => table.Cells).Where(cell => cell.Borrowed is not null).ToList();
        Assert.NotEmpty(cells);
        Assert.All(cells, cell => Assert.InRange(cell.Borrowed!.Value, 0, 1));
        Assert.All(Made.Value.Leaving, item => Assert.InRange(item.WeightedChildYears, 0, item.ChildYears));
    }

    [Fact]
    public void Without_returns_seen_the_rates_of_coming_back_are_those_published()
    {
        var made = Made.Value;
        Assert.All(made.Returns, item => Assert.True(item.UsedAYear > 0));
        Assert.All(made.Returns.Where(item => item.ChildYears == 0), item => Assert.Equal(item.PublishedAYear, item.UsedAYear, 9));
        Assert.All(
            made.Returns.Where(item => item.Count.Observed == 0 && item.ChildYears > 0),
            item => Assert.True(item.UsedAYear < item.PublishedAYear));
    }

    [Fact]
    public void The_same_records_and_settings_give_the_same_figures()
    {
        var again = Of(Steady.Value);
        Assert.Equal(Made.Value.Replay.Points, again.Replay.Points);
        Assert.Equal(Made.Value.Tables.SelectMany(table => table.Cells), again.Tables.SelectMany(table => table.Cells));
    }

    [Fact]
    public void An_earlier_first_day_uses_only_what_was_known_by_then()
    {
        var from = World.WindowStart.AddYears(3);
        var made = Of(Steady.Value, new ForecastSettings { From = from });
        Assert.Equal(from.AddDays(-1), made.AsAt);
        Assert.Equal(from.AddDays(-1), made.Replay.Last.Day);
        Assert.Equal(Stock.Number(Steady.Value, from.AddDays(-1)), made.Replay.Last.Recorded);
        Assert.Equal(["2021/22", "2022/23", "2023/24"], made.Table(FitCut.LeavingByYear).Cells.Select(cell => cell.Band).Distinct());
    }

    [Fact]
    public void Too_few_records_are_refused_in_the_words_of_a_forecast()
    {
        var settings = new ForecastSettings { From = World.WindowStart.AddDays(10) };
        Assert.NotNull(ForecastDiagnosis.Refuse(Steady.Value, settings));
        Assert.Throws<ArgumentException>(() => Of(Steady.Value, settings));
    }

    // A child whose last period goes on to the end of the records.
    private static ChildHistory Stays(ChildHistory child)
    {
        var last = child.Periods[^1];
        var spell = last.Spells[^1];
        var open = last with
        {
            Days = new Core.Vocabulary.Period(last.Days.Start, null),
            Exit = null,
            Ending = PeriodEnding.Open,
            Spells = [.. last.Spells[..^1], spell with { Days = new Core.Vocabulary.Period(spell.Days.Start, null) }],
        };
        return child with { Periods = [.. child.Periods[..^1], open] };
    }
}
