using System.Text;
using Plimsoll.Core.Care;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Files.Budget;

namespace Plimsoll.Files.Tests.Budget;

public sealed class PriceReaderTests
{
    private const string Heading = "state,ageFrom,ageTo,weeklyPrice,validFrom,validTo,source\n";

    private static PriceOutcome Read(string text) => PriceReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "prices 2026.csv");

    private static string TheReason(string rows) => Assert.Single(Assert.IsType<PriceOutcome.Refused>(Read(Heading + rows)).Refusals).What;

    [Fact]
    public void A_price_is_read_with_its_last_day_inside()
    {
        var book = Assert.IsType<PriceOutcome.Read>(Read(Heading + "ifa,0,11,820.50,2025-04-01,31/03/2026,\"Framework, lot 1\"\n")).Prices;
        Assert.Equal(("prices 2026", false), (book.Name, book.IsShippedDefault));
        Assert.Equal(
            new PriceRow(PlacementState.FosterAgency, 0, 11, new Money(820.50m), new Period(new DateOnly(2025, 4, 1), new DateOnly(2026, 4, 1)), "Framework, lot 1"),
            Assert.Single(book.Rows));
    }

    [Fact]
    public void A_blank_last_day_is_a_price_without_an_end() =>
        Assert.True(Assert.IsType<PriceOutcome.Read>(Read(Heading + "IFA,0,18,820,2025-04-01,,x\n")).Prices.Rows[0].Valid.IsOpen);

    [Theory]
    [InlineData("IFA,0,18,-5,2025-04-01,,x", "Row 2, column weeklyPrice", "below zero")]
    [InlineData("IFA,0,18,1000001,2025-04-01,,x", "Row 2, column weeklyPrice", "more than 1,000,000 pounds a week")]
    [InlineData("IFA,0,18,£820,2025-04-01,,x", "Row 2, column weeklyPrice", "not a number")]
    [InlineData("IFA,0,18,,2025-04-01,,x", "Row 2, column weeklyPrice", "blank")]
    [InlineData("FOO,0,18,820,2025-04-01,,x", "Row 2, column state", "FOO is unknown")]
    [InlineData("IFA,18,0,820,2025-04-01,,x", "Row 2, column ageTo", "not above")]
    [InlineData("IFA,x,18,820,2025-04-01,,x", "Row 2, column ageFrom", "not an age")]
    [InlineData("IFA,0,18,820,31/02/2025,,x", "Row 2, column validFrom", "not a date")]
    [InlineData("IFA,0,18,820,,,x", "Row 2, column validFrom", "blank")]
    [InlineData("IFA,0,18,820,2025-04-01,2025-03-31,x", "Row 2, column validTo", "before validFrom")]
    [InlineData("IFA,0,18,820,2025-04-01,,x,y", "Row 2", "8 cells")]
    public void A_wrong_price_is_refused_with_its_row_and_column(string row, string where, string what)
    {
        var reason = TheReason(row + "\n");
        Assert.StartsWith(where, reason, StringComparison.Ordinal);
        Assert.Contains(what, reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_prices_of_the_same_ages_from_the_same_day_are_refused_with_both_rows() =>
        Assert.StartsWith("Rows 2 and 4 both price IFA", TheReason("IFA,0,18,820,2025-04-01,,x\nFIH,0,18,790,2025-04-01,,x\nIFA,0,18,900,2025-04-01,,x\n"), StringComparison.Ordinal);

    [Fact]
    public void Equally_wide_age_ranges_that_share_an_age_are_refused() =>
        Assert.StartsWith("Rows 2 and 3", TheReason("IFA,0,10,820,2025-04-01,,x\nIFA,5,15,900,2025-04-01,,x\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("IFA,0,18,820,2024-04-01,,x\nIFA,0,18,900,2025-04-01,,x\n")]
    [InlineData("IFA,0,18,820,2025-04-01,,x\nIFA,10,18,900,2025-04-01,,x\n")]
    [InlineData("IFA,0,9,820,2025-04-01,,x\nIFA,9,18,900,2025-04-01,,x\n")]
    public void A_later_price_a_narrower_one_and_neighbours_are_no_conflict(string rows) =>
        Assert.Equal(2, Assert.IsType<PriceOutcome.Read>(Read(Heading + rows)).Prices.Rows.Length);

    [Fact]
    public void A_narrow_price_between_two_others_does_not_hide_that_they_overlap()
    {
        var refused = Assert.IsType<PriceOutcome.Refused>(Read(
            Heading + "IFA,0,9,820,2025-04-01,,x\nIFA,2,4,900,2025-04-01,,x\nIFA,5,14,850,2025-04-01,,x\nFIH,5,14,850,2025-04-01,,x\n"));
        Assert.StartsWith("Rows 2 and 4 both price IFA", Assert.Single(refused.Refusals).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_with_very_many_faults_names_the_first_ones_and_counts_the_others()
    {
        var refused = Assert.IsType<PriceOutcome.Refused>(Read(
            Heading + string.Concat(Enumerable.Repeat("IFA,0,18,820,2025-04-01,,x\n", 20_000)))).Refusals;
        Assert.Equal(21, refused.Length);
        Assert.StartsWith("Rows 2 and 3 both price IFA", refused[0].What, StringComparison.Ordinal);
        Assert.Equal("There are 19,979 more faults like these.", refused[^1].What);
    }

    [Fact]
    public void Every_wrong_row_is_named_at_once() =>
        Assert.Equal(2, Assert.IsType<PriceOutcome.Refused>(Read(Heading + "IFA,0,18,-5,2025-04-01,,x\nFOO,0,18,5,2025-04-01,,x\n")).Refusals.Length);

    [Theory]
    [InlineData("state,ageFrom,ageTo,validFrom,validTo,source\nIFA,0,18,2025-04-01,,x\n", "a missing column: weeklyPrice")]
    [InlineData("state;ageFrom;ageTo\n", "semicolons")]
    [InlineData("", "empty")]
    [InlineData(Heading, "not one price")]
    public void A_file_that_is_no_price_list_is_refused(string text, string what) =>
        Assert.Contains(what, Assert.Single(Assert.IsType<PriceOutcome.Refused>(Read(text)).Refusals).What, StringComparison.Ordinal);

    [Fact]
    public void A_path_that_is_not_there_is_refused() => Assert.IsType<PriceOutcome.Refused>(PriceReader.Read("/no/such/prices.csv"));

    [Fact]
    public void The_shipped_list_prices_every_state_and_every_age_with_a_source()
    {
        var book = ShippedPrices.Load();
        Assert.True(book.IsShippedDefault);
        Assert.All(book.Rows, row => Assert.NotEmpty(row.Source));
        foreach (var state in PlacementStates.All)
        {
            for (var age = 0; age < 18; age++)
            {
                Assert.Contains(book.Rows, row => row.State == state && row.AgeFrom <= age && age < row.AgeTo);
            }
        }
    }

    [Fact]
    public void The_shipped_agency_price_is_the_published_one()
    {
        // Average independent agency price a week, Competition and Markets Authority 2021.
        Assert.Equal(new Money(820m), Assert.Single(ShippedPrices.Load().Rows, row => row.State == PlacementState.FosterAgency).Weekly);
    }
}
