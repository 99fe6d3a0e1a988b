using Plimsoll.Statistics.Survival;
using Plimsoll.Statistics.Tests.Fixtures;

namespace Plimsoll.Statistics.Tests.Survival;

/// <summary>Against R's survival 3.5.3 on the data sets lung and abortion, and by properties.</summary>
public sealed class KaplanMeierTests
{
    private static readonly string[][] Lung = Table.Survival("lung.csv");
    private static readonly double[] Days = Table.Column(Lung, 0);
    private static readonly bool[] Died = Table.Flags(Lung, 1);
    private static readonly int[] Sex = [.. Table.Whole(Lung, 2).Select(code => code - 1)];

    [Fact]
    public void Curves_errors_and_intervals_of_lung_cancer_agree_with_R()
    {
        var all = KaplanMeier.Estimate([], Days, Died);
        var bySex = KaplanMeier.ByGroup([], Days, Died, Sex, 2);
        var expected = Table.Survival("lung-expected.csv");
        Assert.NotEmpty(expected);
        foreach (var row in expected)
        {
            var curve = row[0] switch { "all" => all, "sex=1" => bySex[0], _ => bySex[1] };
            Agrees(row, curve, row[9] == "log" ? IntervalScale.Log : IntervalScale.LogLog);
        }
    }

    [Fact]
    public void Median_and_its_interval_agree_with_the_published_310_days_285_to_363()
    {
        var curve = KaplanMeier.Estimate([], Days, Died);
        Assert.Equal(310, curve.Quantile(0.5));
        Assert.Equal((285, 363), curve.QuantileInterval(0.5, 0.95));
    }

    [Fact]
    public void Restricted_mean_of_one_year_agrees_with_R()
    {
        var (mean, error) = KaplanMeier.Estimate([], Days, Died).RestrictedMean(365);
        Assert.Equal(263.221866482007, mean, 1e-8);
        Assert.Equal(7.79885908631446, error, 1e-8);
    }

    [Fact]
    public void Late_entry_agrees_with_R_down_to_a_curve_that_ends_at_zero()
    {
        var data = Table.Survival("abortion.csv");
        var (entry, exit) = (Table.Column(data, 0), Table.Column(data, 1));
        var ended = Table.Whole(data, 3).Select(cause => cause != 0).ToArray();
        var curves = KaplanMeier.ByGroup(entry, exit, ended, Table.Whole(data, 2), 2);
        foreach (var row in Table.Survival("abortion-survival-expected.csv"))
        {
            Agrees(row, curves[row[0] == "group=0" ? 0 : 1], IntervalScale.Log);
        }

        Assert.Equal(0, curves[1].Survival[^1]);
        Assert.True(double.IsNaN(curves[1].StandardError[^1]));
    }

    [Fact]
    public void Entry_of_everybody_at_the_start_is_the_same_as_no_late_entry()
    {
        var without = KaplanMeier.Estimate([], Days, Died);
        var with = KaplanMeier.Estimate(new double[Days.Length], Days, Died);
        Assert.Equal(without.AtRisk, with.AtRisk);
        Assert.Equal(without.Survival, with.Survival);
        Assert.Equal(without.StandardError, with.StandardError);
    }

    [Fact]
    public void An_event_comes_before_a_censoring_at_the_same_time()
    {
        // Two at risk, one dies and one is censored at 5: half survive; the other way round nobody would.
        var curve = KaplanMeier.Estimate([], [5, 5], [true, false]);
        Assert.Equal([0.5], curve.Survival);
        Assert.Equal([2], curve.AtRisk);
        Assert.Equal([1], curve.Censored);
    }

    [Fact]
    public void A_subject_who_enters_at_the_time_of_an_event_is_not_yet_at_risk()
    {
        var curve = KaplanMeier.Estimate([0, 0, 5], [5, 9, 9], [true, false, false]);
        Assert.Equal([2, 2], curve.AtRisk);
    }

    [Fact]
    public void All_censored_stay_at_one_without_a_median()
    {
        var curve = KaplanMeier.Estimate([], [3, 4, 7], [false, false, false]);
        Assert.All(curve.Survival, value => Assert.Equal(1, value));
        Assert.All(curve.StandardError, value => Assert.Equal(0, value));
        Assert.True(double.IsNaN(curve.Quantile(0.5)));
        Assert.Equal((1.0, 1.0), (curve.Interval(0.95, IntervalScale.LogLog).Low[0], curve.Interval(0.95, IntervalScale.LogLog).High[0]));
        Assert.Equal(6, curve.RestrictedMean(6).Mean);
    }

    [Fact]
    public void One_subject_with_the_event_takes_the_curve_to_zero()
    {
        var curve = KaplanMeier.Estimate([], [2], [true]);
        Assert.Equal(1, curve.At(1.9));
        Assert.Equal(0, curve.At(2));
        Assert.Equal(2, curve.Quantile(0.5));
        Assert.Equal((2, 0), curve.RestrictedMean(10));
    }

    [Fact]
    public void Nobody_gives_a_curve_without_rows()
    {
        var curve = KaplanMeier.Estimate([], [], []);
        Assert.Empty(curve.Times);
        Assert.Equal(1, curve.At(100));
    }

    [Fact]
    public void A_curve_that_is_flat_at_one_half_has_its_median_in_the_middle_of_the_flat_part()
    {
        var curve = KaplanMeier.Estimate([], [1, 2, 4, 6], [true, true, true, true]);
        Assert.Equal(3, curve.Quantile(0.5));
    }

    [Fact]
    public void Weights_count_as_that_many_subjects()
    {
        var weighted = KaplanMeier.Estimate([], [1, 2, 3], [true, false, true], [2, 1, 3]);
        var repeated = KaplanMeier.Estimate([], [1, 1, 2, 3, 3, 3], [true, true, false, true, true, true]);
        Assert.Equal(repeated.Survival, weighted.Survival);
        Assert.Equal(repeated.StandardError[..2], weighted.StandardError[..2]);
    }

    [Fact]
    public void A_later_start_leaves_out_the_first_small_risk_sets()
    {
        // The first one to enter dies alone: without a later start nobody survives.
        double[] entry = [0, 2, 2, 2];
        double[] exit = [1, 4, 5, 6];
        bool[] died = [true, true, false, false];
        var curve = KaplanMeier.Estimate(entry, exit, died);
        Assert.Equal(0, curve.Survival[^1]);
        Assert.Equal(2.0 / 3, curve.From(2).At(6), 1e-12);
    }

    [Fact]
    public void The_cumulative_hazard_of_lung_cancer_agrees_with_R_and_Greenwoods_variance_is_smaller_with_ties()
    {
        var aalen = NelsonAalen.Estimate([], Days, Died);
        Assert.Equal(0.0310347195228743, aalen.At(13), 1e-10);
        Assert.Equal(0.0117304799525721, aalen.StandardError(3), 1e-10);
        Assert.Equal(0.0401050609461569, aalen.At(26), 1e-10);
        var greenwood = NelsonAalen.Estimate([], Days, Died, default, HazardVariance.Greenwood);
        Assert.Equal(aalen.Hazard, greenwood.Hazard);
        Assert.True(greenwood.Variance[^1] < aalen.Variance[^1]);
    }

    [Fact]
    public void An_entry_after_its_exit_is_refused_with_the_subject()
    {
        var fault = Assert.Throws<ArgumentException>(() => KaplanMeier.Estimate([0, 6], [5, 6], [true, true]));
        Assert.Contains("Subject 1 enters at 6 and leaves at 6", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => KaplanMeier.Estimate([], [5, double.NaN], [true, true]));
        Assert.Throws<ArgumentException>(() => KaplanMeier.Estimate([], [5, 6], [true]));
        Assert.Throws<ArgumentException>(() => KaplanMeier.Estimate([], [5, 6], [true, true], [1, 0]));
    }

    private static void Agrees(string[] row, SurvivalCurve curve, IntervalScale scale)
    {
        var at = Array.BinarySearch(curve.Times, Table.Number(row[1]));
        var (low, high) = curve.Interval(0.95, scale);
        double[] found = [curve.AtRisk[at], curve.Events[at], curve.Censored[at], curve.Survival[at], curve.StandardError[at], low[at], high[at]];
        for (var figure = 0; figure < found.Length; figure++)
        {
            Assert.Equal(Table.Number(row[2 + figure]), found[figure], 1e-10);
        }
    }
}
