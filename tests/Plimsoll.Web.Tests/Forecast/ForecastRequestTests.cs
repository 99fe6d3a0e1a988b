using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Web.Pages.Forecast;

namespace Plimsoll.Web.Tests.Forecast;

public sealed class ForecastRequestTests
{
    private static readonly FinancialYear Year = new(2026);

    private static (ForecastSettings Settings, ImmutableArray<string> Wrong) Read(ForecastRequest request)
    {
        var (settings, errors) = request.Read(Year, new DateOnly(2021, 4, 1), new DateOnly(2026, 3, 31), new ForecastSettings());
        return (settings, [.. errors.Select(error => error.Field)]);
    }

    [Fact]
    public void The_form_as_it_stands_asks_for_the_defaults()
    {
        var (settings, wrong) = Read(new ForecastRequest());
        Assert.Empty(wrong);
        Assert.Equal(new ForecastSettings().Months, settings.Months);
        Assert.Equal(new ForecastSettings().Replicates, settings.Replicates);
        Assert.Null(settings.From);
        Assert.Equal(PriceRises.Default, settings.YearlyPriceRise);
        Assert.Empty(settings.Budgets);
    }

    [Fact]
    public void Budgets_are_read_with_pound_signs_and_commas_for_this_and_next_year()
    {
        var (settings, wrong) = Read(new ForecastRequest { BudgetThis = "£29,900,000", BudgetNext = " 31000000.50 " });
        Assert.Empty(wrong);
        Assert.Equal(new Money(29_900_000m), settings.Budgets[Year]);
        Assert.Equal(new Money(31_000_000.50m), settings.Budgets[Year.Next]);
    }

    [Fact]
    public void One_price_rise_holds_for_every_placement()
    {
        var (settings, wrong) = Read(new ForecastRequest { Rise = "3.1%" });
        Assert.Empty(wrong);
        Assert.All(PlacementStates.All, state => Assert.Equal(0.031m, settings.YearlyPriceRise[state]));
    }

    [Theory]
    [InlineData("months", "0")]
    [InlineData("months", "181")]
    [InlineData("months", "five")]
    [InlineData("replicates", "99")]
    [InlineData("replicates", "100001")]
    [InlineData("seed", "-1")]
    [InlineData("from", "03/31/2026")]
    [InlineData("from", "2020-01-01")]
    [InlineData("from", "2026-04-02")]
    [InlineData("rise", "lots")]
    [InlineData("rise", "400")]
    [InlineData("budgetthis", "-5")]
    [InlineData("budgetnext", "0")]
    [InlineData("budgetnext", "some")]
    public void What_cannot_be_read_is_named_by_its_field(string field, string typed)
    {
        var request = field switch
        {
            "months" => new ForecastRequest { Months = typed },
            "replicates" => new ForecastRequest { Replicates = typed },
            "seed" => new ForecastRequest { Seed = typed },
            "from" => new ForecastRequest { From = typed },
            "rise" => new ForecastRequest { Rise = typed },
            "budgetthis" => new ForecastRequest { BudgetThis = typed },
            _ => new ForecastRequest { BudgetNext = typed },
        };
        Assert.Equal([field], Read(request).Wrong);
    }

    [Fact]
    public void A_form_made_from_settings_reads_back_to_the_same_settings()
    {
        var settings = new ForecastSettings
        {
            Months = 36,
            Replicates = 500,
            Seed = 42,
            Entries = EntriesMode.Trend,
            Spread = SpreadMode.Own,
            From = new DateOnly(2025, 4, 1),
            YearlyPriceRise = PlacementStates.All.ToImmutableDictionary(state => state, _ => 0.025m),
            Budgets = ImmutableDictionary<FinancialYear, Money>.Empty.Add(Year, new Money(29_900_000m)),
        };
        var (again, wrong) = Read(ForecastRequest.Of(settings, new ForecastSettings(), Year, settings.Budgets));
        Assert.Empty(wrong);
        Assert.Equal(settings with { YearlyPriceRise = again.YearlyPriceRise, Budgets = again.Budgets }, again);
        Assert.Equal(settings.YearlyPriceRise.OrderBy(rise => rise.Key), again.YearlyPriceRise.OrderBy(rise => rise.Key));
        Assert.Equal(settings.Budgets[Year], again.Budgets[Year]);
    }
}
