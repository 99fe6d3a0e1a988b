using Plimsoll.Statistics.Appraisal;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Statistics.Tests.Appraisal;

/// <summary>A made-up invest-to-save case over 36 months in thousands of pounds; answers computed in R 4.2.2.</summary>
public sealed class AppraisalTests
{
    private const double GreenBook = 0.035;

    private static readonly double[] Case =
    [
        -250, -120, -60, 30, 30, 30, 30, 30, 30, 30, 30, 30,
        55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55,
        55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55,
    ];

    [Fact]
    public void The_case_agrees_with_R_in_every_figure()
    {
        Assert.Equal(1069.57423629192, PresentValue.OfMonths(Case, GreenBook), 1e-8);
        Assert.Equal(1093.79822166212, PresentValue.OfMonthsByYear(Case, GreenBook), 1e-8);
        Assert.Equal(14, Payback.Of(Case).First);
        Assert.Equal(15, Payback.Of(PresentValue.Discounted(Case, GreenBook)).First);
        var rate = InternalRate.Of(Case).Only!.Value;
        Assert.Equal(0.0793480681846655, rate, 1e-8);
        Assert.Equal(1.49998971939736, PresentValue.AnnualRate(rate), 1e-8);
        Assert.Equal(3.49135972839907, BenefitCost.OfNet(Case, GreenBook)!.Value, 1e-8);
    }

    [Fact]
    public void At_a_rate_of_nothing_the_present_value_is_the_sum()
    {
        Assert.Equal(Case.Sum(), PresentValue.OfMonths(Case, 0), 1e-10);
        Assert.Equal(Case.Sum(), PresentValue.OfMonthsByYear(Case, 0), 1e-10);
        Assert.Equal(Case.Sum(), PresentValue.OfYears(Case, 0), 1e-10);
    }

    [Fact]
    public void Twelve_months_at_the_monthly_rate_are_a_year_at_the_annual_rate()
    {
        Assert.Equal(0.00287089871907664, PresentValue.MonthlyRate(GreenBook), 1e-14);
        Assert.Equal(GreenBook, PresentValue.AnnualRate(PresentValue.MonthlyRate(GreenBook)), 1e-12);
        var flows = new double[25];
        flows[24] = 1000;
        Assert.Equal(PresentValue.OfYears([0, 0, 1000], GreenBook), PresentValue.OfMonths(flows, GreenBook), 1e-9);
        Assert.Throws<ArgumentOutOfRangeException>(() => PresentValue.OfMonths(flows, -1));
    }

    [Fact]
    public void The_value_at_the_internal_rate_is_nothing()
    {
        var stream = new Xoshiro256(51);
        for (var trial = 0; trial < 50; trial++)
        {
            double[] flows = [-100 - (500 * stream.NextDouble()), .. Enumerable.Range(0, 60).Select(_ => 30 * stream.NextDouble())];
            var found = InternalRate.Of(flows);
            Assert.Equal(1, found.SignChanges);
            Assert.Equal(0, flows.Select((flow, period) => flow / Math.Pow(1 + found.Only!.Value, period)).Sum(), 1e-7);
        }
    }

    [Fact]
    public void Two_rates_are_both_reported_and_neither_is_the_rate()
    {
        // -100 (1 + i)^2 + 230 (1 + i) - 132 = 0 at 10% and 20%.
        var found = InternalRate.Of([-100, 230, -132]);
        Assert.Equal(2, found.SignChanges);
        Assert.Equal(2, found.Rates.Length);
        Assert.Equal(0.1, found.Rates[0], 1e-9);
        Assert.Equal(0.2, found.Rates[1], 1e-9);
        Assert.Null(found.Only);
    }

    [Fact]
    public void Flows_of_one_sign_have_no_rate()
    {
        Assert.Empty(InternalRate.Of([-100, -20, -5]).Rates);
        Assert.Empty(InternalRate.Of([100, 20, 5]).Rates);
        Assert.Empty(InternalRate.Of([0, 0, 0]).Rates);
        Assert.Null(InternalRate.Of([-100, -20]).Only);
    }

    [Fact]
    public void A_loss_has_a_rate_below_zero() =>
        Assert.Equal(-0.5, InternalRate.Of([-100, 50]).Only!.Value, 1e-12);

    [Fact]
    public void Payback_waits_for_the_money_to_be_spent_and_says_when_it_does_not_last()
    {
        Assert.Equal(new Payback(3, 3, -100), Payback.Of([0, 0, -100, 100]));
        Assert.Equal(new Payback(2, 4, -100), Payback.Of([-100, 60, 40, -30, 30]));
        Assert.Equal(new Payback(2, null, -100), Payback.Of([-100, 60, 40, -30, 10]));
        Assert.Equal(new Payback(null, null, -100), Payback.Of([-100, 60, 30]));
        Assert.Equal(new Payback(0, 0, 0), Payback.Of([10, 20]));

        // Ten times ten pence repay a pound.
        Assert.Equal(10, Payback.Of([-1, .. Enumerable.Repeat(0.1, 10)]).First);
    }

    [Fact]
    public void Futures_that_never_pay_back_stay_in_the_distribution()
    {
        double[][] futures =
        [
            .. Enumerable.Range(0, 10).Select(future => new[] { -100.0, future < 2 ? 100 : 0, future < 6 ? 100 : 0, future < 8 ? 100 : 0 }),
        ];
        var spread = PaybackSpread.Of(futures);
        Assert.Equal(0.2, spread.NeverShare, 12);
        Assert.Equal(1, spread.P10);
        Assert.Equal(2, spread.P50);
        Assert.Null(spread.P90);
        Assert.Equal([0, 0.2, 0.6, 0.8], spread.PaidBackBy);
        Assert.Throws<ArgumentException>(() => PaybackSpread.Of([]));
    }

    [Fact]
    public void A_ratio_of_benefits_to_no_costs_is_not_a_number_but_no_answer()
    {
        Assert.Null(BenefitCost.Ratio([1, 2], [0, 0], GreenBook));
        Assert.Equal(2, BenefitCost.Ratio([0, 200], [0, 100], GreenBook)!.Value, 1e-12);
    }
}
