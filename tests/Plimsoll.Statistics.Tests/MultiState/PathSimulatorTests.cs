using Plimsoll.Statistics.MultiState;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Statistics.Tests.MultiState;

public sealed class PathSimulatorTests
{
    private static readonly double[] Days = [30, 90, 180, 365, 730, 1095, 1460, 1825];

    [Fact]
    public void Paths_of_transplants_on_a_clock_that_is_reset_agree_with_20000_paths_of_mstate()
    {
        double[,] expected =
        {
            { 0.64965, 0.32705, 0.0233 }, { 0.4319, 0.4711, 0.097 }, { 0.35575, 0.4554, 0.18885 }, { 0.307, 0.4126, 0.2804 },
            { 0.27865, 0.3797, 0.34165 }, { 0.2647, 0.35885, 0.37645 }, { 0.2531, 0.34625, 0.40065 }, { 0.24065, 0.3358, 0.42355 },
        };
        var hazards = TransitionHazards.Estimate(Examples.Transplant, Examples.TransplantRows(), HazardClock.Reset);
        var found = PathSimulator.For(hazards).Count(new PathStart(0), Days, 20_000, 3);
        for (var row = 0; row < Days.Length; row++)
        {
            for (var state = 0; state < 3; state++)
            {
                var error = Math.Sqrt(expected[row, state] * (1 - expected[row, state]) / 20_000);

                // Both are counts of 20,000 paths, so both have the error.
                Assert.Equal(expected[row, state], found.Share[row, state], 4 * Math.Sqrt(2) * error);
                Assert.Equal(error, found.StandardError[row, state], 2e-4);
            }
        }
    }

    [Fact]
    public void Paths_on_the_forward_clock_reach_the_Aalen_Johansen_chances_also_from_a_later_start_in_a_model_with_a_loop()
    {
        var hazards = TransitionHazards.Estimate(Examples.Reversible, Examples.VentilationRows());
        foreach (var (start, state) in new[] { (0.0, 0), (6.0, 1) })
        {
            var chances = TransitionProbabilities.From(hazards, start);
            double[] times = [start + 3, start + 10, start + 40];
            var found = PathSimulator.For(hazards).Count(new PathStart(state, start), times, 20_000, 11);
            for (var row = 0; row < times.Length; row++)
            {
                for (var to = 0; to < 3; to++)
                {
                    var chance = chances.At(times[row])[state, to];
                    Assert.Equal(chance, found.Share[row, to], (4 * Math.Sqrt(chance * (1 - chance) / 20_000)) + 1e-9);
                }
            }
        }
    }

    [Fact]
    public void Constant_hazards_have_no_memory_so_both_clocks_reach_the_exponential_of_the_intensities()
    {
        double[] rates = [0.3, 0.1, 0.5, 0.2];
        var exact = MarkovIntensities.Probabilities(MarkovIntensities.Matrix(Examples.Reversible, rates), 4);
        var hazard = rates.Select(rate => new[] { 50 * rate }).ToArray();
        foreach (var clock in new[] { HazardClock.Forward, HazardClock.Reset })
        {
            var known = TransitionHazards.Known(Examples.Reversible, clock, [50], hazard);
            var found = PathSimulator.For(known, HazardShape.Lines).Count(new PathStart(0, 0, 7), [4], 20_000, 5);
            for (var state = 0; state < 3; state++)
            {
                Assert.Equal(exact[0, state], found.Share[0, state], 4 * Math.Sqrt(exact[0, state] * (1 - exact[0, state]) / 20_000));
            }
        }
    }

    [Fact]
    public void A_semi_Markov_process_with_Weibull_stays_has_the_occupancy_that_its_convolution_gives()
    {
        // Two states in a row: stays with cumulative hazards (t/2)^2 and (t/3)^1.5. In the second at t: the integral of f1(u) S2(t - u).
        var matrix = TransitionMatrix.Of(["A", "B", "C"], new[,] { { false, true, false }, { false, false, true }, { false, false, false } });
        var times = Enumerable.Range(1, 4000).Select(place => place * 0.005).ToArray();
        double First(double t) => Math.Pow(t / 2, 2);
        double Second(double t) => Math.Pow(t / 3, 1.5);
        var known = TransitionHazards.Known(matrix, HazardClock.Reset, times, [[.. times.Select(First)], [.. times.Select(Second)]]);
        var found = PathSimulator.For(known, HazardShape.Lines).Count(new PathStart(0), [1, 2, 4], 40_000, 23);
        foreach (var (row, time) in new[] { (0, 1.0), (1, 2.0), (2, 4.0) })
        {
            const int pieces = 4000;
            var inSecond = 0.0;
            for (var piece = 0; piece < pieces; piece++)
            {
                var (from, to) = (time * piece / pieces, time * (piece + 1) / pieces);
                inSecond += (Math.Exp(-First(from)) - Math.Exp(-First(to))) * Math.Exp(-Second(time - ((from + to) / 2)));
            }

            Assert.Equal(Math.Exp(-First(time)), found.Share[row, 0], 4 * found.StandardError[row, 0]);
            Assert.Equal(inSecond, found.Share[row, 1], 4 * found.StandardError[row, 1]);
        }
    }

    [Fact]
    public void Hazards_estimated_from_simulated_semi_Markov_paths_are_those_that_made_them()
    {
        // In and out with Weibull stays, and out for good at a constant rate; seen for 20 years each.
        var times = Enumerable.Range(1, 1000).Select(place => place * 0.03).ToArray();
        Func<double, double>[] truth = [t => Math.Pow(t / 2, 1.5), t => 0.1 * t, t => Math.Pow(t / 3, 0.8), t => 0.05 * t];
        var known = TransitionHazards.Known(
            Examples.Reversible, HazardClock.Reset, times, [.. truth.Select(hazard => times.Select(hazard).ToArray())]);
        var simulator = PathSimulator.For(known, HazardShape.Lines);
        var stays = Enumerable.Range(0, 1000)
            .SelectMany(subject => simulator.Path(new PathStart(0), 20, Xoshiro256.For(41, (ulong)subject)).Stays(subject, 20));
        var estimated = TransitionHazards.Estimate(Examples.Reversible, LongFormat.FromStays(Examples.Reversible, stays), HazardClock.Reset);
        for (var transition = 0; transition < 4; transition++)
        {
            foreach (var time in new[] { 0.5, 1, 3 })
            {
                var row = Array.FindLastIndex(estimated.Times, at => at <= time);
                Assert.Equal(truth[transition](time), estimated.Hazard[transition][row], 4 * Math.Sqrt(estimated.Variance[transition][row]));
            }
        }
    }

    [Fact]
    public void Time_already_spent_in_a_state_is_not_lived_again()
    {
        // Everybody leaves between 10 and 11 days after entering; who has stayed 9 leaves within two days.
        var matrix = TransitionMatrix.Of(["A", "B"], new[,] { { false, true }, { false, false } });
        var known = TransitionHazards.Known(matrix, HazardClock.Reset, [10, 11], [[0, 100]]);
        var simulator = PathSimulator.For(known, HazardShape.Lines);
        var path = simulator.Path(new PathStart(0, 100, 9), 1000, new Xoshiro256(1));
        Assert.InRange(path.Times[1], 101, 102);
        Assert.Equal(0, path.At(100.5));
        Assert.Equal(1, path.At(102));
    }

    [Fact]
    public void A_jump_that_takes_everybody_takes_everybody_and_later_jumps_still_count()
    {
        var matrix = TransitionMatrix.Of(["A", "B"], new[,] { { false, true }, { false, false } });
        var known = TransitionHazards.Known(matrix, HazardClock.Forward, [5, 8], [[1, 1.5]]);
        var simulator = PathSimulator.For(known);
        Assert.Equal(1, simulator.Count(new PathStart(0), [5], 500, 2).Share[0, 1]);
        var later = simulator.Count(new PathStart(0, 5), [8], 20_000, 2);
        Assert.Equal(0.5, later.Share[0, 1], 4 * later.StandardError[0, 1]);
    }

    [Fact]
    public void The_same_seed_gives_the_same_paths_and_the_number_of_paths_does_not_shift_them()
    {
        var simulator = PathSimulator.For(TransitionHazards.Estimate(Examples.Reversible, Examples.VentilationRows()));
        var few = simulator.Count(new PathStart(0), [10, 20], 50, 8);
        Assert.Equal(few.Share, simulator.Count(new PathStart(0), [10, 20], 50, 8).Share);
        Assert.NotEqual(few.Share, simulator.Count(new PathStart(0), [10, 20], 50, 9).Share);
    }

    [Fact]
    public void Hazards_that_fall_or_jumps_above_one_are_refused()
    {
        var matrix = TransitionMatrix.Of(["A", "B"], new[,] { { false, true }, { false, false } });
        Assert.Throws<ArgumentException>(() => TransitionHazards.Known(matrix, HazardClock.Forward, [1, 2], [[0.5, 0.4]]));
        Assert.Throws<ArgumentException>(() => TransitionHazards.Known(matrix, HazardClock.Forward, [2, 1], [[0.5, 0.6]]));
        Assert.Throws<ArgumentException>(() => PathSimulator.For(TransitionHazards.Known(matrix, HazardClock.Forward, [1], [[1.5]])));
    }
}
