using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Tests.Forecast;

public sealed class ForecasterTests
{
    private static readonly World Small = new() { Seed = 11, StartsADay = 0.1, After = 0 };

    internal static ForecastResult Forecast(CareDataset data, ForecastSettings settings) =>
        Assert.IsType<ForecastDone>(Forecaster.Run(data, World.Prices, settings, "test", null, TestContext.Current.CancellationToken)).Result;

    private static readonly ForecastSettings Quick = new() { Months = 24, Replicates = 200 };

    [Theory]
    [InlineData(SpreadMode.Own)]
    [InlineData(SpreadMode.Evidence)]
    public void Opening_plus_started_less_ceased_is_closing_on_average_in_every_month(SpreadMode spread)
    {
        // Means add up exactly when every replicate does; the replicates themselves are tested on the spread.
        var result = Forecast(Small.Run().Data, Quick with { Spread = spread });
        var opening = (double)result.StockAtStart;
        foreach (var month in result.Months)
        {
            Assert.Equal(month.InCare.Mean, opening + month.Started.Mean - month.Ceased.Mean, 6);
            opening = month.InCare.Mean;
        }
    }

    [Fact]
    public void Placements_sum_to_the_number_in_care_and_to_the_cost()
    {
        foreach (var month in Forecast(Small.Run().Data, Quick).Months)
        {
            Assert.Equal(month.InCare.Mean, month.ByPlacement.Values.Sum(part => part.Mean), 6);
            Assert.Equal(month.Cost.Mean, month.CostByPlacement.Values.Sum(part => part.Mean), 3);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_on_1_2_and_16_threads_and_another_seed_does_not()
    {
        var data = Small.Run().Data;
        var one = Forecast(data, Quick with { Threads = 1 });
        foreach (var threads in (int[])[2, 16])
        {
            var other = Forecast(data, Quick with { Threads = threads });
            Assert.Equal(one.Id, other.Id);
            for (var month = 0; month < one.Months.Length; month++)
            {
                Assert.Equal(one.Months[month].InCare, other.Months[month].InCare);
                Assert.Equal(one.Months[month].Cost, other.Months[month].Cost);
                Assert.Equal(one.Months[month].CareDays, other.Months[month].CareDays);
            }
        }

        var reseeded = Forecast(data, Quick with { Seed = 2 });
        Assert.NotEqual(one.Id, reseeded.Id);
        Assert.NotEqual(one.Months[^1].InCare, reseeded.Months[^1].InCare);
    }

    [Fact]
    public void An_earlier_start_uses_only_what_was_known_by_then()
    {
        var data = Small.Run().Data;
        var from = new DateOnly(2024, 10, 15);
        var result = Forecast(data, Quick with { From = from });
        Assert.Equal(Stock.Number(data, from.AddDays(-1)), result.StockAtStart);
        Assert.Equal(new CalendarMonth(2024, 10), result.Months[0].Month);

        // Whatever happens afterwards in the records changes nothing.
        var later = data with { Children = [.. data.Children.Where(child => child.Periods[0].Days.Start < from).Select(child => Reopened(child, from))] };
        Assert.Equal(result.Months[^1].InCare, Forecast(later, Quick with { From = from }).Months[^1].InCare);
    }

    [Fact]
    public void What_cannot_be_forecast_is_refused_with_a_reason_and_a_way_out()
    {
        var data = Small.Run().Data;
        ForecastSettings[] wrong =
        [
            Quick with { Months = 0 },
            Quick with { Months = 181 },
            Quick with { Replicates = 99 },
            Quick with { Replicates = 100_001 },
            Quick with { Replicates = 100_000, Months = 180 },
            Quick with { From = data.DataEnd.AddDays(2) },
            Quick with { From = data.WindowStart.AddDays(10) },
        ];
        foreach (var settings in wrong)
        {
            var refused = Assert.IsType<ForecastRefused>(Forecaster.Run(data, World.Prices, settings, "test", null, TestContext.Current.CancellationToken));
            Assert.All((string[])[refused.What, refused.Why, refused.ToDo], Assert.NotEmpty);
        }

        Assert.IsType<ForecastRefused>(
            Forecaster.Run(data with { Children = [] }, World.Prices, Quick, "test", null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_cancelled_forecast_stops()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Forecaster.Run(Small.Run().Data, World.Prices, Quick, "test", null, cancel.Token));
    }

    internal static ChildHistory Reopened(ChildHistory child, DateOnly from) => child with
    {
        Counted =
        [
            .. child.Counted.Where(episode => episode.Days.Start < from)
                .Select(episode => episode.Days.End >= from ? episode with { Days = new Period(episode.Days.Start, null), EndsCare = false } : episode),
        ],
        Periods =
        [
            .. child.Periods.Select(period => period.Days.End >= from
                ? period with
                {
                    Days = new Period(period.Days.Start, null),
                    Exit = null,
                    Ending = PeriodEnding.Open,
                    Spells = Known(period.Spells, from),
                }
                : period with { Spells = Known(period.Spells, from) }),
        ],
    };

    private static ImmutableArray<PlacementSpell> Known(ImmutableArray<PlacementSpell> spells, DateOnly from) =>
        [.. spells.Where(spell => spell.Days.Start < from).Select(spell => spell.Days.End >= from ? spell with { Days = new Period(spell.Days.Start, null) } : spell)];
}
