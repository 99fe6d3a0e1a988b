using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Tests.Forecast;

/// <summary>Small, empty and untidy councils go the same way as all others, and every number is finite.</summary>
public sealed class EdgeCaseTests
{
    private static readonly DateOnly WindowStart = new(2025, 4, 1);

    private static CareDataset Of(int days, params ChildHistory[] children) =>
        new("edge", WindowStart, WindowStart.AddDays(days - 1), [2026], [], [.. children], children.Length, [], []);

    private static ChildHistory Child(
        int number, DateOnly? born, DateOnly start, DateOnly? end = null, CareExit? exit = null, bool known = false, PeriodEnding ending = PeriodEnding.Open)
    {
        var days = new Period(start, end);
        return new ChildHistory(
            new ChildKey("", $"E{number}"), born, "U", false,
            [new CountedEpisode(days, "C2", "N1", "U6", "PR4", PlacementState.FosterAgency, known, end is not null)],
            [new PeriodOfCare(days, known, exit, end is null ? ending : PeriodEnding.Exited, "N1", 1, [new PlacementSpell(days, PlacementState.FosterAgency, known, SpellStart.Entry)])],
            []);
    }

    private static readonly ForecastSettings Quick = new() { Months = 36, Replicates = 200 };

    private static void AssertFinite(ForecastResult result)
    {
        foreach (var month in result.Months)
        {
            foreach (var part in (Distribution[])[month.InCare, month.Started, month.Ceased, month.CareDays, month.Cost, .. month.ByPlacement.Values, .. month.CostByPlacement.Values])
            {
                Assert.All((double[])[part.Mean, part.P5, part.P50, part.P95], value => Assert.True(double.IsFinite(value) && value >= -1e-6));
            }

            Assert.Equal(PlacementStates.Count, month.ByPlacement.Count);
        }
    }

    [Theory]
    [InlineData(28)]
    [InlineData(30)]
    [InlineData(365)]
    public void Twenty_children_and_not_one_start_or_leaver_in_the_records_are_enough(int days)
    {
        var children = Enumerable.Range(0, 20).Select(number => Child(number, new DateOnly(2009 + (number % 15), 6, 1), new DateOnly(2024, 1, 1).AddDays(number))).ToArray();
        foreach (var mode in Enum.GetValues<EntriesMode>())
        {
            var result = ForecasterTests.Forecast(Of(days, children), Quick with { Entries = mode });
            AssertFinite(result);
            Assert.Equal(20, result.StockAtStart);
            Assert.InRange(result.Months[^1].InCare.P50, 1, 45);
            Assert.Contains(result.Trace.Notes, note => note.StartsWith("The records hold no start of care", StringComparison.Ordinal));
            Assert.Contains(result.Trace.Notes, note => note.StartsWith("There are few records to learn from", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void One_child_who_left_and_nobody_in_care_gives_a_forecast_near_zero()
    {
        var result = ForecasterTests.Forecast(
            Of(365, Child(1, new DateOnly(2012, 1, 1), new DateOnly(2025, 5, 1), new DateOnly(2025, 9, 1), CareExit.Home, known: true)), Quick);
        AssertFinite(result);
        Assert.Equal(0, result.StockAtStart);
        Assert.InRange(result.Months[^1].InCare.Mean, 0, 5);
    }

    [Fact]
    public void Children_of_unknown_age_only_are_forecast()
    {
        var result = ForecasterTests.Forecast(Of(365, [.. Enumerable.Range(0, 30).Select(number => Child(number, null, new DateOnly(2023, 1, 1)))]), Quick);
        AssertFinite(result);
        Assert.Contains(result.Trace.Notes, note => note.StartsWith("30 children in care without a date of birth", StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_turns_eighteen_leaves_in_the_month_of_the_birthday()
    {
        // Hundred children of 17 with birthdays on 15 May 2026; a start level of nearly nothing.
        var result = ForecasterTests.Forecast(
            Of(365, [.. Enumerable.Range(0, 100).Select(number => Child(number, new DateOnly(2008, 5, 15), new DateOnly(2020, 1, 1)))]),
            Quick with { Spread = SpreadMode.Own, Entries = EntriesMode.Recent });
        Assert.InRange(result.Months[0].InCare.P50, 94, 101);
        Assert.InRange(result.Months[1].Ceased.P50, 93, 101);
        Assert.InRange(result.Months[1].InCare.Mean, 0, 1);
    }

    [Fact]
    public void Those_kept_past_eighteen_are_counted_at_the_start_and_leave_at_once()
    {
        var born = new DateOnly(2007, 9, 1);
        var birthday = new DateOnly(2025, 9, 1);
        var kept = Child(1, born, new DateOnly(2024, 1, 1)) with
        {
            Periods =
            [
                new PeriodOfCare(
                    new Period(new DateOnly(2024, 1, 1), birthday), false, null, PeriodEnding.PastEighteen, "N1", 1,
                    [new PlacementSpell(new Period(new DateOnly(2024, 1, 1), birthday), PlacementState.HomeExternal, false, SpellStart.Entry)]),
            ],
        };
        var others = Enumerable.Range(2, 10).Select(number => Child(number, new DateOnly(2015, 1, 1), new DateOnly(2024, 1, 1)));
        var result = ForecasterTests.Forecast(Of(365, [kept, .. others]), Quick with { Spread = SpreadMode.Own });
        Assert.Equal(11, result.StockAtStart);
        Assert.True(result.Months[0].Ceased.P5 >= 1);
        Assert.Contains(result.Trace.Notes, note => note.Contains("leave on the first day", StringComparison.Ordinal));
    }

    [Fact]
    public void No_starts_and_one_constant_rate_of_leaving_decline_as_the_closed_form_says()
    {
        // A steady rate of leaving of 0.3 a year among young children, and not one start in ten years.
        var window = new DateOnly(2016, 4, 1);
        var stream = new Statistics.Randomness.Xoshiro256(77);
        var from = new DateOnly(2026, 4, 1);
        var children = new List<ChildHistory>();
        for (var number = 0; number < 6000; number++)
        {
            var stays = (int)(stream.NextExponential() / 0.3 * 365.25) + 1;
            var end = window.AddDays(stays);
            children.Add(Child(
                number, new DateOnly(2015, 1, 1), new DateOnly(2015, 3, 1), end < from ? end : null, end < from ? CareExit.Home : null));
        }

        var data = new CareDataset("decline", window, from.AddDays(-1), [2026], [], [.. children], children.Count, [], []);
        var result = ForecasterTests.Forecast(data, Quick with { Months = 24, Entries = EntriesMode.Recent, Spread = SpreadMode.Own });
        var starts = result.Months.Sum(month => month.Started.Mean);

        // Not one in ten years does not mean that there can be none: a child or two in two years.
        Assert.InRange(starts, 0.01, 2);
        Assert.Equal(result.StockAtStart * Math.Exp(-0.3 * 2), result.Months[^1].InCare.Mean, 0.12 * result.StockAtStart);
    }

    [Fact]
    public void The_first_financial_year_holds_the_recorded_days_at_list_prices()
    {
        // Ten children all year: 183 recorded nights each from 1 April to 30 September at a hundred pounds.
        var children = Enumerable.Range(0, 10).Select(number => Child(number, new DateOnly(2015, 1, 1), new DateOnly(2024, 1, 1))).ToArray();
        var settings = Quick with
        {
            From = new DateOnly(2025, 10, 1),
            Budgets = Quick.Budgets.Add(new FinancialYear(2025), new Money(1_000_000)).Add(new FinancialYear(2026), new Money(1)),
        };
        var result = ForecasterTests.Forecast(Of(365, children), settings);
        var year = result.Years[0];
        Assert.Equal(new FinancialYear(2025), year.Year);
        Assert.Equal(1830, year.RecordedCareDays);
        Assert.Equal(new Money(183_000), year.RecordedCost);
        Assert.True(year.IsWhole);
        Assert.Equal(1, year.WithinBudget);
        Assert.Equal(0, result.Years[1].WithinBudget);
        Assert.Null(result.Years[2].WithinBudget);
        Assert.False(result.Years[^1].IsWhole);
        Assert.Equal(183_000 + result.Months.Take(6).Sum(month => month.Cost.Mean), year.Cost.Mean, 0.01);
    }

    [Fact]
    public void A_state_without_a_price_is_noted_and_the_identity_changes_with_the_prices()
    {
        var data = Of(365, Child(1, new DateOnly(2015, 1, 1), new DateOnly(2024, 1, 1)));
        var none = new PriceBook("None", true, []);
        var result = Assert.IsType<ForecastDone>(Forecaster.Run(data, none, Quick, "test", null, TestContext.Current.CancellationToken)).Result;
        Assert.Contains(result.Trace.Notes, note => note.StartsWith("Foster care, agency: the price list holds no price", StringComparison.Ordinal));
        Assert.True(result.Trace.PricesAreShippedDefault);
        Assert.NotEqual(result.Id, ForecasterTests.Forecast(data, Quick).Id);
    }
}
