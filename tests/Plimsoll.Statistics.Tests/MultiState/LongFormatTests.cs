using Plimsoll.Statistics.MultiState;

namespace Plimsoll.Statistics.Tests.MultiState;

public sealed class LongFormatTests
{
    [Fact]
    public void Transplants_give_the_counts_of_transitions_that_mstate_gives()
    {
        var rows = Examples.TransplantRows();
        Assert.Equal(5577, rows.Length);
        Assert.Equal(1169, rows.Count(row => row.Transition == 0 && row.Happened));
        Assert.Equal(458, rows.Count(row => row.Transition == 1 && row.Happened));
        Assert.Equal(383, rows.Count(row => row.Transition == 2 && row.Happened));
        Assert.Equal(2204, rows.Select(row => row.Subject).Distinct().Count());
    }

    [Fact]
    public void A_patient_who_recovers_and_then_relapses_is_at_risk_of_two_transitions_and_then_of_one()
    {
        double[,] time = { { 0, 35, 360 } };
        bool[,] reached = { { false, true, true } };
        Assert.Equal(
            [new(0, 0, 0, 35, true), new(0, 1, 0, 35, false), new(0, 2, 35, 360, true)],
            LongFormat.FromWide(Examples.Transplant, time, reached));
    }

    [Fact]
    public void A_start_in_a_later_state_at_a_later_time_is_late_entry()
    {
        double[,] time = { { 0, 35, 360 } };
        bool[,] reached = { { false, true, false } };
        Assert.Equal([new(0, 2, 100, 360, false)], LongFormat.FromWide(Examples.Transplant, time, reached, [1], [100]));
    }

    [Fact]
    public void Of_two_states_reached_at_once_the_lower_number_wins()
    {
        double[,] time = { { 0, 35, 35 } };
        bool[,] reached = { { false, true, true } };
        var rows = LongFormat.FromWide(Examples.Transplant, time, reached);
        Assert.True(rows[0].Happened);
        Assert.False(rows[1].Happened);
    }

    [Fact]
    public void Wide_data_cannot_hold_a_state_that_is_entered_twice()
    {
        Assert.True(Examples.Reversible.HasLoop());
        Assert.False(Examples.Transplant.HasLoop());
        var fault = Assert.Throws<ArgumentException>(() => LongFormat.FromWide(Examples.Reversible, new double[1, 3], new bool[1, 3]));
        Assert.Contains("use stays", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Moves_become_stays_that_begin_where_the_move_before_ended()
    {
        var stays = LongFormat.Stays([7, 7, 7], [0, 1, 0], [1, 0, -1], [3, 5, 9], [1, 1, 1]);
        Assert.Equal([new(7, 0, 1, 1, 3), new(7, 1, 0, 3, 5), new(7, 0, -1, 5, 9)], stays);
        Assert.Throws<ArgumentException>(() => LongFormat.Stays([7, 7], [0, 0], [1, 2], [3, 5]));
        Assert.Throws<ArgumentException>(() => LongFormat.Stays([7, 7], [0, 1], [1, 2], [5, 3]));
    }

    [Fact]
    public void A_move_that_the_matrix_does_not_have_is_refused_by_name()
    {
        var fault = Assert.Throws<ArgumentException>(() => LongFormat.FromStays(Examples.Transplant, [new Stay(0, 1, 0, 0, 5)]));
        Assert.Contains("from Recovery to Transplant", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_matrix_must_be_square_in_its_states_without_a_transition_from_a_state_to_itself()
    {
        Assert.Throws<ArgumentException>(() => TransitionMatrix.Of(["A", "B"], new bool[2, 3]));
        Assert.Throws<ArgumentException>(() => TransitionMatrix.Of(["A", "A"], new bool[2, 2]));
        Assert.Throws<ArgumentException>(() => TransitionMatrix.Of(["A"], new[,] { { true } }));
    }
}
