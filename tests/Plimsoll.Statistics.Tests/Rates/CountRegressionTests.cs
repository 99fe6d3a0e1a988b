using System.Globalization;
using Plimsoll.Statistics.Counts;
using Plimsoll.Statistics.Rates;

namespace Plimsoll.Statistics.Tests.Rates;

/// <summary>Against R 4.2.2 with MASS: school absences in Walgett, New South Wales (quine).</summary>
public sealed class CountRegressionTests
{
    // Ethnicity (A, N), sex (F, M), age group (0 to 3), learner (A, S), then days absent.
    private const string Quine =
        "AM0S2 AM0S11 AM0S14 AM0A5 AM0A5 AM0A13 AM0A20 AM0A22 AM1S6 AM1S6 AM1S15 AM1A7 AM1A14 AM2S6 AM2S32 AM2S53 " +
        "AM2S57 AM2A14 AM2A16 AM2A16 AM2A17 AM2A40 AM2A43 AM2A46 AM3A8 AM3A23 AM3A23 AM3A28 AM3A34 AM3A36 AM3A38 AF0S3 " +
        "AF0A5 AF0A11 AF0A24 AF0A45 AF1S5 AF1S6 AF1S6 AF1S9 AF1S13 AF1S23 AF1S25 AF1S32 AF1S53 AF1S54 AF1A5 AF1A5 " +
        "AF1A11 AF1A17 AF1A19 AF2S8 AF2S13 AF2S14 AF2S20 AF2S47 AF2S48 AF2S60 AF2S81 AF2A2 AF3A0 AF3A2 AF3A3 AF3A5 " +
        "AF3A10 AF3A14 AF3A21 AF3A36 AF3A40 NM0S6 NM0S17 NM0S67 NM0A0 NM0A0 NM0A2 NM0A7 NM0A11 NM0A12 NM1S0 NM1S0 NM1S5 " +
        "NM1S5 NM1S5 NM1S11 NM1S17 NM1A3 NM1A4 NM2S22 NM2S30 NM2S36 NM2A8 NM2A0 NM2A1 NM2A5 NM2A7 NM2A16 NM2A27 NM3A0 " +
        "NM3A30 NM3A10 NM3A14 NM3A27 NM3A41 NM3A69 NF0S25 NF0A10 NF0A11 NF0A20 NF0A33 NF1S5 NF1S7 NF1S0 NF1S1 NF1S5 " +
        "NF1S5 NF1S5 NF1S5 NF1S7 NF1S11 NF1S15 NF1A5 NF1A14 NF1A6 NF1A6 NF1A7 NF1A28 NF2S0 NF2S5 NF2S14 NF2S2 NF2S2 " +
        "NF2S3 NF2S8 NF2S10 NF2S12 NF2A1 NF3A1 NF3A9 NF3A22 NF3A3 NF3A3 NF3A5 NF3A15 NF3A18 NF3A22 NF3A37";

    private static readonly double[] PoissonValues = [2.71538021897813, 0.161596589060144, -0.333901364145717, 0.257828351882342, 0.427693828503136, -0.533604325217668, 0.348942964290749];
    private static readonly double[] PoissonErrors = [0.0646829201256534, 0.0425344700209638, 0.0700933075845033, 0.062419211861582, 0.0676861882749271, 0.0418829962310005, 0.0520430464250048];
    private static readonly double[] NegativeValues = [2.8945799902471, 0.0823202841478292, -0.448428149878188, 0.0880801521144686, 0.356900971431694, -0.56937169735751, 0.292109157035047];
    private static readonly double[] NegativeErrors = [0.228424614781861, 0.159915014648264, 0.239746592555244, 0.236193028653584, 0.248324362799458, 0.153333359282725, 0.186474710100322];

    [Fact]
    public void Poisson_regression_agrees_with_R()
    {
        var (design, days) = Read();
        var fit = CountRegression.Fit(design, days, Ones(days.Length), new double[7]);
        for (var column = 0; column < 7; column++)
        {
            Assert.Equal(PoissonValues[column], fit.Coefficients[column], 1e-5);
            Assert.Equal(PoissonErrors[column], fit.StandardError(column), 1e-5);
        }
    }

    [Fact]
    public void Negative_binomial_regression_agrees_with_R_in_coefficients_errors_size_and_likelihood()
    {
        var (design, days) = Read();
        var (fit, size) = NegativeBinomial.Regression(design, days, Ones(days.Length), new double[7]);
        Assert.Equal(1.27489264505354, size, 1e-5);
        Assert.Equal(-1093.15101828998, 2 * fit.LogLikelihood, 1e-4);
        for (var column = 0; column < 7; column++)
        {
            Assert.Equal(NegativeValues[column], fit.Coefficients[column], 1e-5);
            Assert.Equal(NegativeErrors[column], fit.StandardError(column), 1e-4);
        }
    }

    [Fact]
    public void The_dispersion_of_the_Poisson_model_and_the_error_of_the_size_agree_with_R()
    {
        var (design, days) = Read();
        var poisson = CountRegression.Fit(design, days, Ones(days.Length), new double[7]);
        var (fit, size) = NegativeBinomial.Regression(design, days, Ones(days.Length), new double[7]);
        Assert.Equal(13.1668426271775, Dispersion.Pearson(days, Means(design, poisson), 7), 1e-5);
        Assert.Equal(0.161035178773453, Dispersion.SizeError(days, Means(design, fit), size)!.Value, 1e-5);

        // Thirteen times as wide as a Poisson, and as wide as a negative binomial.
        Assert.InRange(Dispersion.Pearson(days, Means(design, fit), 7, size), 0.8, 1.2);
    }

    [Fact]
    public void Deviance_is_twice_the_likelihood_lost_against_hitting_every_count()
    {
        var (design, days) = Read();
        var (fit, size) = NegativeBinomial.Regression(design, days, Ones(days.Length), new double[7]);
        var best = days.Sum(day => NegativeBinomial.LogProbability(day, day, size));
        Assert.Equal(2 * (best - fit.LogLikelihood), Dispersion.Deviance(days, Means(design, fit), size), 1e-6);
        var poisson = CountRegression.Fit(design, days, Ones(days.Length), new double[7]);
        var hit = days.Sum(day => NegativeBinomial.LogProbability(day, day, double.PositiveInfinity));
        Assert.Equal(2 * (hit - poisson.LogLikelihood), Dispersion.Deviance(days, Means(design, poisson)), 1e-6);
    }

    [Fact]
    public void A_column_that_the_data_do_not_identify_is_named_as_the_fault()
    {
        double[,] twice = { { 1, 1 }, { 1, 1 } };
        Assert.Throws<ArithmeticException>(() => CountRegression.Fit(twice, [3, 4], [1, 1], [0, 0]));
    }

    private static (double[,] Design, double[] Days) Read()
    {
        var children = Quine.Split(' ');
        var design = new double[children.Length, 7];
        for (var child = 0; child < children.Length; child++)
        {
            var text = children[child];
            design[child, 0] = 1;
            design[child, 1] = text[1] == 'M' ? 1 : 0;
            if (text[2] != '0')
            {
                design[child, 1 + text[2] - '0'] = 1;
            }

            design[child, 5] = text[0] == 'N' ? 1 : 0;
            design[child, 6] = text[3] == 'S' ? 1 : 0;
        }

        return (design, [.. children.Select(text => double.Parse(text.AsSpan(4), CultureInfo.InvariantCulture))]);
    }

    private static double[] Means(double[,] design, CountFit fit) =>
        [.. Enumerable.Range(0, design.GetLength(0)).Select(row => CountRegression.Rate(design, row, fit.Coefficients))];

    private static double[] Ones(int length) => [.. Enumerable.Repeat(1.0, length)];
}
