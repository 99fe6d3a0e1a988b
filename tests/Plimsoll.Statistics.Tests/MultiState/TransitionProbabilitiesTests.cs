using Plimsoll.Statistics.CompetingRisks;
using Plimsoll.Statistics.MultiState;
using Plimsoll.Statistics.Survival;
using Plimsoll.Statistics.Tests.Fixtures;

namespace Plimsoll.Statistics.Tests.MultiState;

/// <summary>Against R's mstate 0.3.3 and etm 1.1.1, and by properties.</summary>
public sealed class TransitionProbabilitiesTests
{
    private static readonly TransitionRow[] Transplants = Examples.TransplantRows();

    [Fact]
    public void Cumulative_hazards_on_both_clocks_and_Aalens_variance_agree_with_mstate()
    {
        var forward = TransitionHazards.Estimate(Examples.Transplant, Transplants);
        var reset = TransitionHazards.Estimate(Examples.Transplant, Transplants, HazardClock.Reset);
        Assert.Equal(505, forward.Times.Length);
        Assert.Equal(500, reset.Times.Length);
        foreach (var row in Table.Survival("ebmt3-hazards-expected.csv"))
        {
            var (transition, time) = ((int)Table.Number(row[1]) - 1, Table.Number(row[2]));
            var at = Array.BinarySearch((row[0] == "reset" ? reset : forward).Times, time);
            var found = row[0] switch
            {
                "hazard" => forward.Hazard[transition][at],
                "variance" => forward.Variance[transition][at],
                _ => reset.Hazard[transition][at],
            };
            Assert.Equal(Table.Number(row[3]), found, 1e-12);
        }
    }

    [Fact]
    public void Chances_and_errors_from_transplant_and_from_a_year_later_agree_with_mstate()
    {
        foreach (var group in Table.Survival("ebmt3-probabilities-expected.csv").GroupBy(row => (row[0], row[2])))
        {
            var variance = group.Key.Item1 == "aalen" ? HazardVariance.Aalen : HazardVariance.Greenwood;
            var hazards = TransitionHazards.Estimate(Examples.Transplant, Transplants, HazardClock.Forward, variance);
            var chances = TransitionProbabilities.From(hazards, Table.Number(group.Key.Item2));
            foreach (var row in group)
            {
                var (from, time) = ((int)Table.Number(row[1]) - 1, Table.Number(row[3]));
                for (var state = 0; state < 3; state++)
                {
                    Assert.Equal(Table.Number(row[4 + state]), chances.At(time)[from, state], 1e-10);
                    Assert.Equal(Table.Number(row[7 + state]), chances.ErrorAt(time)[from, state], 1e-10);
                }
            }
        }
    }

    [Fact]
    public void Expected_time_in_each_state_over_five_years_agrees_with_mstate()
    {
        double[,] expected = { { 535.939941089416, 687.351449600224, 602.958609310362 }, { 0, 1314.92712778017, 511.322872219826 }, { 0, 0, 1826.25 } };
        var stay = TransitionProbabilities.From(TransitionHazards.Estimate(Examples.Transplant, Transplants), 0).LengthOfStay(1826.25);
        for (var from = 0; from < 3; from++)
        {
            for (var state = 0; state < 3; state++)
            {
                Assert.Equal(expected[from, state], stay[from, state], 1e-8);
            }
        }
    }

    [Fact]
    public void A_model_that_goes_back_and_forth_agrees_with_etm()
    {
        var hazards = TransitionHazards.Estimate(Examples.Reversible, Examples.VentilationRows(), HazardClock.Forward, HazardVariance.Greenwood);
        var chances = TransitionProbabilities.From(hazards, 0);
        foreach (var row in Table.Survival("sircont-expected.csv"))
        {
            var (from, to, time) = (row[0][0] - '0', row[0][2] - '0', Table.Number(row[1]));
            Assert.Equal(Table.Number(row[2]), chances.At(time)[from, to], 1e-10);
            Assert.Equal(Table.Number(row[3]), chances.ErrorAt(time)[from, to], 1e-9);
        }
    }

    [Fact]
    public void Six_states_with_loops_and_late_entry_agree_with_etm_from_any_start()
    {
        var hazards = TransitionHazards.Estimate(SixStates(), SixStateRows(), HazardClock.Forward, HazardVariance.Greenwood);
        foreach (var row in Table.Survival("six-states-expected.csv"))
        {
            var chances = TransitionProbabilities.From(hazards, Table.Number(row[0]));
            var (time, from) = (Table.Number(row[1]), (int)Table.Number(row[2]) - 1);
            for (var state = 0; state < 6; state++)
            {
                Assert.Equal(Table.Number(row[3 + state]), chances.At(time)[from, state], 1e-10);
                Assert.Equal(Table.Number(row[9 + state]), chances.ErrorAt(time)[from, state], 1e-10);
            }
        }
    }

    [Fact]
    public void Rows_sum_to_one_at_every_time_and_stays_sum_to_the_horizon()
    {
        var chances = TransitionProbabilities.From(TransitionHazards.Estimate(SixStates(), SixStateRows()), 5);
        var stay = chances.LengthOfStay(50);
        for (var from = 0; from < 6; from++)
        {
            foreach (var matrix in chances.Probability)
            {
                Assert.Equal(1, Enumerable.Range(0, 6).Sum(to => matrix[from, to]), 1e-12);
            }

            Assert.Equal(45, Enumerable.Range(0, 6).Sum(state => stay[from, state]), 1e-10);
        }
    }

    [Fact]
    public void Competing_risks_are_the_model_with_one_state_to_leave()
    {
        var data = Table.Survival("abortion.csv").Where(row => row[2] == "1").ToArray();
        var (entry, exit, cause) = (Table.Column(data, 0), Table.Column(data, 1), Table.Whole(data, 3));
        var matrix = TransitionMatrix.Of(
            ["Pregnant", "1", "2", "3"], new[,] { { false, true, true, true }, { false, false, false, false }, { false, false, false, false }, { false, false, false, false } });
        var rows = LongFormat.FromStays(
            matrix, cause.Select((ended, woman) => new Stay(woman, 0, ended == 0 ? -1 : ended, entry[woman], exit[woman])));
        var chances = TransitionProbabilities.From(
            TransitionHazards.Estimate(matrix, rows, HazardClock.Forward, HazardVariance.Greenwood), 0);
        var curves = CumulativeIncidence.Estimate(entry, exit, cause, 3, IncidenceVariance.Greenwood);
        foreach (var week in new double[] { 8, 15, 30, 41 })
        {
            for (var state = 1; state <= 3; state++)
            {
                Assert.Equal(curves.At(state, week), chances.At(week)[0, state], 1e-12);
                Assert.Equal(curves.ErrorAt(state, week), chances.ErrorAt(week)[0, state], 1e-12);
            }
        }
    }

    [Fact]
    public void Without_events_everybody_stays()
    {
        var rows = LongFormat.FromStays(Examples.Reversible, [new Stay(0, 0, -1, 0, 10), new Stay(1, 1, -1, 2, 8)]);
        var chances = TransitionProbabilities.From(TransitionHazards.Estimate(Examples.Reversible, rows), 0);
        Assert.Equal(1, chances.At(10)[0, 0]);
        Assert.Equal(0, chances.ErrorAt(10)[0, 0]);
    }

    [Fact]
    public void Hazards_on_a_clock_that_is_reset_are_not_multiplied()
    {
        var hazards = TransitionHazards.Estimate(Examples.Transplant, Transplants, HazardClock.Reset);
        var fault = Assert.Throws<ArgumentException>(() => TransitionProbabilities.From(hazards, 0));
        Assert.Contains("simulate paths instead", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transition_without_time_at_risk_raises_no_hazard_and_is_counted()
    {
        var rows = LongFormat.FromStays(
            Examples.Transplant, [new Stay(3, 0, 1, 4, 4), new Stay(3, 1, 2, 4, 6), new Stay(4, 0, -1, 4, 4), new Stay(5, 0, 1, 0, 4)]);
        var hazards = TransitionHazards.Estimate(Examples.Transplant, rows);
        Assert.Equal(1, hazards.WithoutTimeAtRisk);
        Assert.Equal([4, 6], hazards.Times);
        Assert.Equal([1, 1], hazards.Hazard[0]);
        Assert.Equal([0, 1], hazards.Hazard[2]);
    }

    [Fact]
    public void Without_anybody_at_risk_there_is_nothing_to_estimate()
    {
        Assert.Throws<ArgumentException>(() => TransitionHazards.Estimate(Examples.Transplant, []));
        Assert.Throws<ArgumentException>(() => TransitionHazards.Estimate(Examples.Transplant, [new(0, 3, 0, 1, true)]));
        Assert.Throws<ArgumentException>(() => TransitionHazards.Estimate(Examples.Transplant, [new(0, 0, 2, 1, true)]));
    }

    private static TransitionMatrix SixStates()
    {
        var possible = new bool[6, 6];
        foreach (var (from, to) in new[] { (0, 1), (0, 2), (0, 5), (1, 0), (1, 3), (1, 5), (2, 3), (2, 4), (2, 5), (3, 2), (3, 4), (3, 5), (4, 5) })
        {
            possible[from, to] = true;
        }

        return TransitionMatrix.Of(["1", "2", "3", "4", "5", "6"], possible);
    }

    private static TransitionRow[] SixStateRows() => LongFormat.FromStays(
        SixStates(),
        Table.Survival("six-states.csv").Select(row => new Stay(
            (int)Table.Number(row[0]),
            (int)Table.Number(row[1]) - 1,
            row[2] == "cens" ? -1 : (int)Table.Number(row[2]) - 1,
            Table.Number(row[3]),
            Table.Number(row[4]))));
}
