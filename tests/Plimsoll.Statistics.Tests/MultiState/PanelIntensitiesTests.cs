using Plimsoll.Statistics.MultiState;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Statistics.Tests.MultiState;

/// <summary>Against R's msm 1.7 on the heart transplant data cav, and by properties.</summary>
public sealed class PanelIntensitiesTests
{
    private static readonly TransitionMatrix Mortal = TransitionMatrix.Of(["Alive", "Dead"], new[,] { { false, true }, { false, false } });

    [Fact]
    public void Heart_transplants_with_exact_times_of_death_agree_with_msm()
    {
        var fit = PanelIntensities.Fit(Examples.Heart, Examples.HeartLooks());
        Assert.Equal(3968.797881, -2 * fit.LogLikelihood, 1e-5);
        double[] logs =
        [
            -2.0567077745379430, -3.1585959240606729, -1.4912034291490703, -1.0712048167836283, -3.2122429789756124,
            -2.0354334111214794, -1.1826700084436217,
        ];
        double[] errors =
        [
            0.070559389668590849, 0.112118712137446258, 0.150694608542623953, 0.115540415927820689, 0.647071005881396988,
            0.253250510127895179, 0.128531348569235065,
        ];
        for (var transition = 0; transition < 7; transition++)
        {
            Assert.Equal(logs[transition], fit.Parameters[transition], 1e-5);
            Assert.Equal(errors[transition], fit.StandardError(transition), 1e-5);
        }

        double[] tenYears = [0.30942503156211515, 0.097502894474069651, 0.087873479017938155, 0.50519859494587716];
        double[] stay = [5.60254683700981104, 1.17223860654880729, 0.71778132710888198, 2.50743322933249901];
        for (var state = 0; state < 4; state++)
        {
            Assert.Equal(tenYears[state], fit.Probabilities(0, 10)[0, state], 1e-6);
            Assert.Equal(stay[state], MarkovIntensities.LengthOfStay(fit.Intensities(), 10)[0, state], 1e-6);
        }

        var sojourn = fit.MeanSojourn(0, 0.95);
        Assert.Equal(5.8699355944384717, sojourn.Value, 1e-5);
        Assert.Equal(5.2560661145509577, sojourn.Low, 1e-5);
        Assert.Equal(6.5555004697271464, sojourn.High, 1e-5);
        Assert.Equal(0.52145, fit.Leaving(1, 0.95).Low, 1e-5);
        Assert.Equal(0.70883, fit.Leaving(1, 0.95).High, 1e-5);
        Assert.Equal(0.11136, fit.Intensity(0, 0.95).Low, 1e-5);
        Assert.Equal(0.14684, fit.Intensity(0, 0.95).High, 1e-5);
    }

    [Fact]
    public void The_gradient_is_the_slope_of_the_likelihood_with_periods_covariates_and_every_kind_of_observation()
    {
        PanelObservation[] looks =
        [
            new(1, 0, 0), new(1, 1.2, 1), new(1, 2.9, 0, PanelKind.NotAbsorbed), new(1, 4.5, 3, PanelKind.ExactEntry),
            new(2, 0.5, 0), new(2, 1.7, 1, PanelKind.ExactMove), new(2, 3.3, 2, PanelKind.ExactMove), new(2, 5, 0, PanelKind.NotAbsorbed),
            new(3, 0, 1), new(3, 6, 3), new(4, 1, 0), new(4, 1.6, 0, PanelKind.ExactMove), new(4, 3, 2),
        ];
        var covariates = new double[looks.Length, 1];
        for (var look = 0; look < looks.Length; look++)
        {
            covariates[look, 0] = (look % 4) - 1.5;
        }

        var likelihood = PanelLikelihood.Of(Examples.Heart, looks, new PanelOptions { Cuts = [2, 3.1], Covariates = covariates });
        Assert.Equal(7 * 4, likelihood.Parameters);
        var at = Enumerable.Range(0, likelihood.Parameters).Select(parameter => -1.5 + (0.37 * parameter % 1)).ToArray();
        var gradient = likelihood.WithGradient(at).Gradient;
        for (var parameter = 0; parameter < at.Length; parameter++)
        {
            var (up, down) = ((double[])at.Clone(), (double[])at.Clone());
            up[parameter] += 1e-5;
            down[parameter] -= 1e-5;
            Assert.Equal((likelihood.At(up) - likelihood.At(down)) / 2e-5, gradient[parameter], 1e-7);
        }
    }

    [Fact]
    public void Exact_times_of_the_only_move_give_events_over_time_at_risk()
    {
        // Three deaths in 12 years: the rate is 1/4 and the error of its log one over the root of 3.
        PanelObservation[] looks =
        [
            new(1, 0, 0), new(1, 2, 1, PanelKind.ExactEntry), new(2, 0, 0), new(2, 3, 1, PanelKind.ExactEntry),
            new(3, 1, 0), new(3, 4, 1, PanelKind.ExactEntry), new(4, 0, 0), new(4, 4, 0, PanelKind.NotAbsorbed),
        ];
        var fit = PanelIntensities.Fit(Mortal, looks);
        Assert.Equal(0.25, fit.Intensities()[0, 1], 1e-9);
        Assert.Equal(1 / Math.Sqrt(3), fit.StandardError(0), 1e-6);
        Assert.Equal((3 * Math.Log(0.25)) - 3, fit.LogLikelihood, 1e-9);
        var inPeriods = PanelIntensities.Fit(Mortal, looks, new PanelOptions { Cuts = [2.5] });
        Assert.Equal(1 / (2 + 2.5 + 1.5 + 2.5), inPeriods.Intensities(0)[0, 1], 1e-8);
        Assert.Equal(2 / (0.5 + 1.5 + 1.5), inPeriods.Intensities(1)[0, 1], 1e-8);
    }

    [Fact]
    public void A_covariate_of_two_values_gives_the_rates_of_both_groups()
    {
        PanelObservation[] looks =
        [
            new(1, 0, 0), new(1, 2, 1, PanelKind.ExactEntry), new(2, 0, 0), new(2, 6, 1, PanelKind.ExactEntry),
            new(3, 0, 0), new(3, 1, 1, PanelKind.ExactEntry), new(4, 0, 0), new(4, 1, 1, PanelKind.ExactEntry),
        ];
        double[,] group = { { 0 }, { 0 }, { 0 }, { 0 }, { 1 }, { 1 }, { 1 }, { 1 } };
        var fit = PanelIntensities.Fit(Mortal, looks, new PanelOptions { Covariates = group });
        Assert.Equal(0.25, fit.Intensities(0, [0])[0, 1], 1e-8);
        Assert.Equal(1, fit.Intensities(0, [1])[0, 1], 1e-8);
        Assert.Equal(4, fit.HazardRatio(0, 0, 0.95).Value, 1e-7);
    }

    [Fact]
    public void Looks_at_simulated_paths_give_back_the_intensities_that_made_them()
    {
        double[] rates = [0.4, 0.1, 0.6, 0.2];
        var known = TransitionHazards.Known(Examples.Reversible, HazardClock.Forward, [100], [.. rates.Select(rate => new[] { 100 * rate })]);
        var simulator = PathSimulator.For(known, HazardShape.Lines);
        var looks = new List<PanelObservation>();
        for (var subject = 0; subject < 400; subject++)
        {
            var path = simulator.Path(new PathStart(subject % 2), 6, Xoshiro256.For(31, (ulong)subject));
            for (var year = 0; year <= 6; year++)
            {
                looks.Add(new PanelObservation(subject, year, path.At(year)));
            }
        }

        var fit = PanelIntensities.Fit(Examples.Reversible, looks);
        for (var transition = 0; transition < 4; transition++)
        {
            Assert.Equal(Math.Log(rates[transition]), fit.Parameters[transition], 3 * fit.StandardError(transition));
            Assert.InRange(fit.StandardError(transition), 0.03, 0.3);
        }
    }

    [Fact]
    public void The_fit_does_not_depend_on_where_it_starts()
    {
        PanelObservation[] looks =
        [
            new(1, 0, 0), new(1, 1, 1), new(1, 2, 1), new(1, 3, 2), new(2, 0, 0), new(2, 1, 0), new(2, 2, 2),
            new(3, 0, 1), new(3, 1, 0), new(3, 2, 0), new(3, 3, 1), new(4, 0, 1), new(4, 1, 1), new(4, 2, 2), new(5, 0, 0), new(5, 2, 2),
            new(6, 0, 0), new(6, 2, 1), new(6, 3, 0), new(6, 4, 0), new(7, 0, 1), new(7, 1, 2),
        ];
        var near = PanelIntensities.Fit(Examples.Reversible, looks);
        var far = PanelIntensities.Fit(Examples.Reversible, looks, new PanelOptions { StartRates = [5, 0.01, 0.02, 2] });
        Assert.Equal(near.LogLikelihood, far.LogLikelihood, 1e-8);
    }

    [Fact]
    public void A_path_that_the_matrix_does_not_allow_is_named()
    {
        var fault = Assert.Throws<ArgumentException>(() => PanelIntensities.Fit(Mortal, [new(4, 0, 1), new(4, 1, 0)]));
        Assert.Contains("Subject 4", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Looks_out_of_order_or_without_a_first_state_are_refused()
    {
        Assert.Throws<ArgumentException>(() => PanelIntensities.Fit(Mortal, [new(1, 2, 0), new(1, 1, 0)]));
        Assert.Throws<ArgumentException>(() => PanelIntensities.Fit(Mortal, [new(1, 0, 0), new(2, 0, 0), new(1, 1, 0)]));
        Assert.Throws<ArgumentException>(() => PanelIntensities.Fit(Mortal, [new(1, 0, 0, PanelKind.NotAbsorbed), new(1, 1, 1)]));
        Assert.Throws<ArgumentException>(() => PanelIntensities.Fit(Mortal, [new(1, 0, 0), new(1, 1, 2)]));
    }
}
