using Plimsoll.Statistics.CompetingRisks;
using Plimsoll.Statistics.Survival;
using Plimsoll.Statistics.Tests.Fixtures;

namespace Plimsoll.Statistics.Tests.CompetingRisks;

/// <summary>Against R's survival 3.5.3, cmprsk 2.2.11 and etm 1.1.1, and by properties.</summary>
public sealed class CumulativeIncidenceTests
{
    private static readonly string[][] Gammopathy = Table.Survival("mgus2.csv");
    private static readonly double[] Months = Table.Column(Gammopathy, 1);
    private static readonly int[] Cause = Table.Whole(Gammopathy, 2);
    private static readonly int[] Sex = [.. Gammopathy.Select(row => row[0] == "F" ? 0 : 1)];

    [Fact]
    public void Incidence_and_jackknife_errors_agree_with_R_for_all_and_by_sex()
    {
        foreach (var group in Table.Survival("mgus2-expected.csv").GroupBy(row => row[0], StringComparer.Ordinal))
        {
            var patients = Enumerable.Range(0, Months.Length)
                .Where(patient => group.Key == "all" || Sex[patient] == (group.Key == "sex=F" ? 0 : 1)).ToArray();
            var curves = CumulativeIncidence.Estimate(
                [], [.. patients.Select(patient => Months[patient])], [.. patients.Select(patient => Cause[patient])], 2);
            foreach (var row in group)
            {
                var at = Array.BinarySearch(curves.Times, Table.Number(row[1]));
                double[] found =
                [
                    curves.AtRisk[at], curves.EventFree[at], curves.Incidence[0][at], curves.Incidence[1][at],
                    curves.EventFreeError[at], curves.IncidenceError[0][at], curves.IncidenceError[1][at],
                ];
                for (var figure = 0; figure < found.Length; figure++)
                {
                    Assert.Equal(Table.Number(row[2 + figure]), found[figure], 1e-10);
                }
            }
        }
    }

    [Theory]
    [InlineData(1, 60, 0.034103712974349, 2.39202128436906e-05)]
    [InlineData(2, 60, 0.320367010267878, 0.000158040533867303)]
    [InlineData(1, 120, 0.0637221680131129, 4.62325046121334e-05)]
    [InlineData(2, 180, 0.665923022599658, 0.000207134678582817)]
    [InlineData(1, 300, 0.109151655830587, 0.000136509564789832)]
    [InlineData(2, 300, 0.762748843261514, 0.000311471283463198)]
    public void Aalens_variance_agrees_with_cmprsk(int cause, double month, double incidence, double variance)
    {
        var curves = CumulativeIncidence.Estimate([], Months, Cause, 2, IncidenceVariance.Aalen);
        Assert.Equal(incidence, curves.At(cause, month), 1e-10);
        Assert.Equal(variance, Math.Pow(curves.ErrorAt(cause, month), 2), 1e-12);
    }

    [Fact]
    public void Late_entry_with_three_causes_agrees_with_etm()
    {
        var data = Table.Survival("abortion.csv");
        foreach (var group in Table.Survival("abortion-incidence-expected.csv").GroupBy(row => row[0], StringComparer.Ordinal))
        {
            var own = data.Where(row => row[2] == group.Key).ToArray();
            var curves = CumulativeIncidence.Estimate(
                Table.Column(own, 0), Table.Column(own, 1), Table.Whole(own, 3), 3, IncidenceVariance.Greenwood);
            foreach (var row in group)
            {
                Assert.Equal(Table.Number(row[3]), curves.At((int)Table.Number(row[1]), Table.Number(row[2])), 1e-10);
                Assert.Equal(Table.Number(row[4]), curves.ErrorAt((int)Table.Number(row[1]), Table.Number(row[2])), 1e-10);
            }
        }
    }

    [Theory]
    [InlineData(IncidenceVariance.InfinitesimalJackknife)]
    [InlineData(IncidenceVariance.Aalen)]
    [InlineData(IncidenceVariance.Greenwood)]
    public void Incidences_and_the_event_free_share_sum_to_one_at_every_time(IncidenceVariance variance)
    {
        var curves = CumulativeIncidence.Estimate([], Months, Cause, 2, variance);
        for (var row = 0; row < curves.Times.Length; row++)
        {
            Assert.Equal(1, curves.EventFree[row] + curves.Incidence[0][row] + curves.Incidence[1][row], 1e-12);
        }
    }

    [Fact]
    public void With_one_cause_incidence_is_one_minus_Kaplan_Meier_and_Greenwoods_error_is_the_same()
    {
        var happened = Cause.Select(cause => cause > 0).ToArray();
        var curve = KaplanMeier.Estimate([], Months, happened);
        var curves = CumulativeIncidence.Estimate([], Months, [.. happened.Select(yes => yes ? 1 : 0)], 1, IncidenceVariance.Greenwood);
        for (var row = 0; row < curve.Times.Length - 1; row++)
        {
            Assert.Equal(1 - curve.Survival[row], curves.Incidence[0][row], 1e-12);
            Assert.Equal(curve.StandardError[row], curves.IncidenceError[0][row], 1e-10);
        }
    }

    [Fact]
    public void One_minus_Kaplan_Meier_of_each_cause_overstates_it()
    {
        var curves = CumulativeIncidence.Estimate([], Months, Cause, 2);
        var alone = KaplanMeier.Estimate([], Months, [.. Cause.Select(cause => cause == 1)]);
        Assert.True(1 - alone.At(300) > 1.5 * curves.At(1, 300));
    }

    [Fact]
    public void Late_entry_at_the_start_is_the_same_as_none()
    {
        var with = CumulativeIncidence.Estimate(new double[Months.Length], Months, Cause, 2);
        var without = CumulativeIncidence.Estimate([], Months, Cause, 2);
        Assert.Equal(without.Incidence[0], with.Incidence[0]);
        Assert.Equal(without.IncidenceError[1], with.IncidenceError[1]);
    }

    [Fact]
    public void A_weight_of_two_counts_as_two_subjects_in_the_curves()
    {
        var weighted = CumulativeIncidence.Estimate([], [1, 2, 3], [1, 2, 0], 2, IncidenceVariance.InfinitesimalJackknife, [2, 1, 1]);
        var repeated = CumulativeIncidence.Estimate([], [1, 1, 2, 3], [1, 1, 2, 0], 2);
        Assert.Equal(repeated.Incidence[0], weighted.Incidence[0]);
        Assert.Equal(repeated.Incidence[1], weighted.Incidence[1]);
        Assert.Throws<ArgumentException>(() => CumulativeIncidence.Estimate([], [1, 2], [1, 2], 2, IncidenceVariance.Aalen, [2, 1]));
    }

    [Fact]
    public void A_cause_that_nobody_has_stays_at_zero_with_no_error()
    {
        var curves = CumulativeIncidence.Estimate([], [1, 2, 3], [1, 0, 1], 2);
        Assert.All(curves.Incidence[1], value => Assert.Equal(0, value));
        Assert.All(curves.IncidenceError[1], value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_cause_out_of_range_is_refused()
    {
        var fault = Assert.Throws<ArgumentException>(() => CumulativeIncidence.Estimate([], [1, 2], [1, 3], 2));
        Assert.Contains("Subject 1 has cause 3", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1.19450782507551, 0.274422156788004)]
    [InlineData(2, 11.6512590121277, 0.000641590976407924)]
    public void Grays_test_of_men_against_women_agrees_with_cmprsk(int of, double square, double chance)
    {
        var test = GrayTest.Compare(Months, Cause, of, Sex, 2);
        Assert.Equal(square, test.ChiSquare, 1e-8);
        Assert.Equal(chance, test.PValue, 1e-10);
        Assert.Equal(1, test.DegreesOfFreedom);
    }

    [Fact]
    public void Grays_test_does_not_depend_on_the_order_of_the_groups()
    {
        var order = Enumerable.Range(0, Months.Length).Select(patient => patient % 3).ToArray();
        var turned = order.Select(group => (group + 1) % 3).ToArray();
        var test = GrayTest.Compare(Months, Cause, 1, order, 3, 1);
        Assert.Equal(2, test.DegreesOfFreedom);
        Assert.Equal(test.ChiSquare, GrayTest.Compare(Months, Cause, 1, turned, 3, 1).ChiSquare, 1e-9);
    }
}
