using Plimsoll.Statistics.Survival;
using Plimsoll.Statistics.Tests.Fixtures;

namespace Plimsoll.Statistics.Tests.Survival;

/// <summary>Against R's survreg and coxph (survival 3.5.3) on lung, and by properties.</summary>
public sealed class RegressionTests
{
    private static readonly string[][] Lung = Table.Survival("lung.csv");
    private static readonly double[] Days = Table.Column(Lung, 0);
    private static readonly bool[] Died = Table.Flags(Lung, 1);

    [Fact]
    public void Weibull_model_with_an_intercept_only_agrees_with_R()
    {
        var fit = WeibullRegression.Fit(Design(_ => [1]), [], Days, Died);
        Assert.Equal(6.03490391022577, fit.Coefficients[0], 1e-7);
        Assert.Equal(0.0591359105116261, fit.StandardError(0), 1e-7);
        Assert.Equal(-0.275235057445934, fit.LogScale, 1e-7);
        Assert.Equal(0.0624303063470773, fit.StandardError(1), 1e-7);
        Assert.Equal(-1153.85118808941, fit.LogLikelihood, 1e-7);
        Assert.Equal(1.3168401, fit.Shape, 1e-6);
    }

    [Fact]
    public void Weibull_model_with_age_and_sex_agrees_with_R()
    {
        var fit = WeibullRegression.Fit(Design(row => [1, Table.Number(row[3]), Table.Number(row[2])]), [], Days, Died);
        double[] values = [6.27485305841877, -0.0122570255889486, 0.382085139658885];
        double[] errors = [0.481366952856891, 0.0069574722649543, 0.127476840502643, 0.0618832721240236];
        for (var column = 0; column < 3; column++)
        {
            Assert.Equal(values[column], fit.Coefficients[column], 1e-7);
        }

        for (var column = 0; column < 4; column++)
        {
            Assert.Equal(errors[column], fit.StandardError(column), 1e-7);
        }

        Assert.Equal(-0.282295343441507, fit.LogScale, 1e-7);
        Assert.Equal(-1147.05443143195, fit.LogLikelihood, 1e-7);
    }

    [Fact]
    public void Proportional_hazards_with_Efrons_ties_agree_with_R()
    {
        var fit = CoxRegression.Fit(Design(row => [Table.Number(row[3]), Table.Number(row[2])]), [], Days, Died);
        Assert.Equal(0.0170453318454113, fit.Coefficients[0], 1e-8);
        Assert.Equal(-0.513218517108384, fit.Coefficients[1], 1e-8);
        Assert.Equal(0.00922327347696912, fit.StandardError(0), 1e-8);
        Assert.Equal(0.167457962355768, fit.StandardError(1), 1e-8);
        Assert.Equal(-742.84824578377, fit.LogLikelihood, 1e-8);
    }

    [Fact]
    public void Time_before_late_entry_tells_nothing_so_splitting_a_subject_in_two_changes_nothing()
    {
        // Everybody is split at 100 days: seen from 0 to 100, and again from 100 on.
        var (entry, exit, happened, age) = (new List<double>(), new List<double>(), new List<bool>(), new List<double>());
        for (var patient = 0; patient < Days.Length; patient++)
        {
            var years = Table.Number(Lung[patient][3]);
            if (Days[patient] > 100)
            {
                (double, double, bool)[] halves = [(0, 100, false), (100, Days[patient], Died[patient])];
                foreach (var (from, to, died) in halves)
                {
                    entry.Add(from);
                    exit.Add(to);
                    happened.Add(died);
                    age.Add(years);
                }
            }
            else
            {
                entry.Add(0);
                exit.Add(Days[patient]);
                happened.Add(Died[patient]);
                age.Add(years);
            }
        }

        var design = new double[age.Count, 1];
        var both = new double[age.Count, 2];
        for (var row = 0; row < age.Count; row++)
        {
            design[row, 0] = age[row];
            (both[row, 0], both[row, 1]) = (1, age[row]);
        }

        var cox = CoxRegression.Fit(design, [.. entry], [.. exit], [.. happened]);
        var whole = CoxRegression.Fit(Design(row => [Table.Number(row[3])]), [], Days, Died);
        Assert.Equal(whole.Coefficients[0], cox.Coefficients[0], 1e-9);
        Assert.Equal(whole.LogLikelihood, cox.LogLikelihood, 1e-8);
        var weibull = WeibullRegression.Fit(both, [.. entry], [.. exit], [.. happened]);
        var unsplit = WeibullRegression.Fit(Design(row => [1, Table.Number(row[3])]), [], Days, Died);
        Assert.Equal(unsplit.Coefficients[1], weibull.Coefficients[1], 1e-8);
        Assert.Equal(unsplit.LogScale, weibull.LogScale, 1e-8);
    }

    [Fact]
    public void Strata_have_baselines_of_their_own_so_shifting_the_times_of_one_changes_nothing()
    {
        var sex = Table.Whole(Lung, 2);
        var shifted = Days.Select((days, patient) => sex[patient] == 1 ? days : days + 5000).ToArray();
        var design = Design(row => [Table.Number(row[3])]);
        var fit = CoxRegression.Fit(design, [], Days, Died, TieMethod.Breslow, sex);
        var moved = CoxRegression.Fit(design, [], shifted, Died, TieMethod.Breslow, sex);
        Assert.Equal(fit.Coefficients[0], moved.Coefficients[0], 1e-10);
        Assert.Equal(fit.LogLikelihood, moved.LogLikelihood, 1e-8);
    }

    [Fact]
    public void Exponential_times_have_shape_one_and_the_rate_of_events_over_exposure()
    {
        // Quantiles of an exponential with mean 10, spaced evenly in probability.
        var times = Enumerable.Range(0, 2000).Select(place => -10 * Math.Log(1 - ((place + 0.5) / 2000))).ToArray();
        var ones = new double[times.Length, 1];
        for (var row = 0; row < times.Length; row++)
        {
            ones[row, 0] = 1;
        }

        var fit = WeibullRegression.Fit(ones, [], times, [.. times.Select(_ => true)]);
        Assert.Equal(1, fit.Shape, 0.01);
        Assert.Equal(Math.Exp(-1), fit.Survival([1], 10), 0.01);
    }

    [Fact]
    public void A_column_that_repeats_another_is_named_as_the_fault()
    {
        Assert.Throws<ArithmeticException>(() => WeibullRegression.Fit(Design(_ => [1, 1]), [], Days, Died));
        Assert.Throws<ArithmeticException>(() => CoxRegression.Fit(Design(row => [Table.Number(row[3]), 2 * Table.Number(row[3])]), [], Days, Died));
    }

    [Fact]
    public void Without_an_event_there_is_nothing_to_fit()
    {
        var nobody = new bool[Days.Length];
        Assert.Throws<ArgumentException>(() => WeibullRegression.Fit(Design(_ => [1]), [], Days, nobody));
        Assert.Throws<ArgumentException>(() => CoxRegression.Fit(Design(_ => [1]), [], Days, nobody));
    }

    private static double[,] Design(Func<string[], double[]> columns)
    {
        var rows = Lung.Select(columns).ToArray();
        var design = new double[rows.Length, rows[0].Length];
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < rows[row].Length; column++)
            {
                design[row, column] = rows[row][column];
            }
        }

        return design;
    }
}
