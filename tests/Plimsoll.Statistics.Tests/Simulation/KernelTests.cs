using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Statistics.Tests.Simulation;

public sealed class KernelTests
{
    private const double Year = 365.25;

    // Two states, two exits; ages to 10 and 18 years; stays split at 100 days, spells at 30.
    private static readonly KernelShape Shape = new(2, 2, 1, [10 * Year, 18 * Year], [5 * Year], [100], [30], [0, 0]);

    private static readonly MonthGrid Grid = new([.. Enumerable.Repeat(30, 24)]);

    private static HazardTable Table(Func<int, int, int, double[]> exits, Func<int, int, double> moves)
    {
        var table = new HazardTable(Shape, Grid.Months);
        for (var age = 0; age < Shape.Ages; age++)
        {
            for (var state = 0; state < 2; state++)
            {
                for (var stay = 0; stay < 2; stay++)
                {
                    table.SetExits(Shape.ExitCell(0, age, state, stay), exits(age, state, stay));
                }

                for (var spell = 0; spell < 2; spell++)
                {
                    table.SetMove(Shape.MoveCell(age, state, spell, 0), moves(state, spell));
                }

                table.Choices.Set(Shape.ChoiceRow(age, 0, state), state == 0 ? [0.25, 0.75] : [1, 0]);
            }
        }

        return table;
    }

    private static SimulationOutput Run(HazardTable table, int subjects, Func<int, SubjectStart> start, int replicates = 1, double value = 1)
    {
        var output = new SimulationOutput(replicates, Grid.Months, 2, Shape.Exits + 1);
        var tally = new MonthlyTally(Shape, Grid);
        var values = Enumerable.Repeat(value, 2 * Shape.Tariffs * Grid.Months).ToArray();
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            tally.Clear();
            var recorder = new TallyRecorder(tally);
            for (var subject = 0; subject < subjects; subject++)
            {
                var stream = Xoshiro256.For(9, (ulong)replicate, (ulong)subject);
                TrajectoryKernel.Walk(table, Grid, Grid.Horizon, stream, start(subject), ref recorder);
            }

            tally.WriteTo(output, replicate, values);
        }

        return output;
    }

    private static SubjectStart Aged(double years) => new(0, (18 - years) * Year, 0, 0, 0, 0);

    [Fact]
    public void Without_entries_a_constant_hazard_leaves_the_closed_form()
    {
        const double hazard = 0.004;
        const int subjects = 40_000;
        var output = Run(Table((_, _, _) => [hazard / 4, hazard * 3 / 4], (_, _) => 0.01), subjects, _ => Aged(2));
        foreach (var month in (int[])[0, 5, 23])
        {
            var expected = subjects * Math.Exp(-hazard * Grid.Ends[month]);
            Assert.InRange(output.Total(0, month), expected - (4 * Math.Sqrt(subjects * 0.25)), expected + (4 * Math.Sqrt(subjects * 0.25)));
        }

        var byExit = Enumerable.Range(0, 24).Select(month => output.MeanExits(0, month)).Sum() / output.Ended.Sum();
        Assert.Equal(0.25, byExit, 0.01);

        // Days lived are the area under the curve.
        var area = subjects * (1 - Math.Exp(-hazard * Grid.Horizon)) / hazard;
        Assert.Equal(1, output.Days.Sum() / area, 0.01);
    }

    [Fact]
    public void A_hazard_that_changes_with_the_time_since_entry_changes_on_the_day()
    {
        // Nobody leaves in the first hundred days; then three in a thousand a day.
        var output = Run(Table((_, _, stay) => [stay == 0 ? 0 : 0.003, 0], (_, _) => 0), 20_000, _ => Aged(2) with { Entered = -40 });
        Assert.Equal(20_000, output.Total(0, 1));
        Assert.Equal(20_000 * Math.Exp(-0.003 * 30), output.Total(0, 2), 150.0);
    }

    [Fact]
    public void Time_in_the_state_resets_with_a_move()
    {
        // State 0 is left on day 30 of the spell, state 1 at once: everybody is in state 0 for thirty days at a time.
        var output = Run(Table((_, _, _) => [0, 0], (state, spell) => state == 0 ? (spell == 0 ? 0 : 1e4) : 1e4), 100, _ => Aged(2));
        Assert.Equal(100, output.Stock[0]);
        Assert.Equal(100 * Grid.Horizon, output.Days.Sum(), 6);
    }

    [Fact]
    public void Everybody_leaves_on_the_birthday_and_not_a_day_before()
    {
        var output = Run(Table((_, _, _) => [0, 0], (_, _) => 0.02), 10, _ => new SubjectStart(0, 60, -50, -50, 0, 0));

        // Day 60 is the first day of the third month: in the count at the end of the second, an end in the third.
        Assert.Equal(10, output.Total(0, 1));
        Assert.Equal(0, output.Total(0, 2));
        Assert.Equal(10, output.MeanExits(Shape.Exits, 2));
        Assert.Equal(600, output.Days.Sum(), 6);
    }

    [Fact]
    public void Opening_plus_started_less_ended_is_closing_in_every_replicate_and_month()
    {
        var table = Table((_, state, _) => [0.001, 0.002 * state], (_, _) => 0.01);
        var output = new SimulationOutput(50, Grid.Months, 2, Shape.Exits + 1);
        var tally = new MonthlyTally(Shape, Grid);
        for (var replicate = 0; replicate < 50; replicate++)
        {
            tally.Clear();
            var recorder = new TallyRecorder(tally);
            for (var subject = 0; subject < 80; subject++)
            {
                var stream = Xoshiro256.For(3, (ulong)replicate, (ulong)subject);
                var day = subject < 40 ? 0 : stream.NextBelow((int)Grid.Horizon);
                if (subject >= 40)
                {
                    tally.Start(day);
                }

                var limit = day + 1 + stream.NextBelow(6000);
                TrajectoryKernel.Walk(table, Grid, Grid.Horizon, stream, new SubjectStart(day, limit, day, day, 0, 0), ref recorder);
            }

            tally.WriteTo(output, replicate, new double[2 * Shape.Tariffs * Grid.Months]);
            var opening = 40.0;
            for (var month = 0; month < Grid.Months; month++)
            {
                var row = (replicate * Grid.Months) + month;
                opening += output.Started[row] - output.Ended[row];
                Assert.Equal(opening, output.Total(replicate, month));
            }
        }
    }

    [Fact]
    public void A_day_has_the_value_of_its_state_age_and_month()
    {
        // One subject turns five on day 45: 45 days at the first band's value, the rest at the second's.
        var values = new double[2 * Shape.Tariffs * Grid.Months];
        for (var month = 0; month < Grid.Months; month++)
        {
            values[month] = 10 + month;
            values[Grid.Months + month] = 100;
        }

        var tally = new MonthlyTally(Shape, Grid);
        var recorder = new TallyRecorder(tally);
        var table = Table((_, _, _) => [0, 0], (_, _) => 0);
        TrajectoryKernel.Walk(table, Grid, Grid.Horizon, new Xoshiro256(1), new SubjectStart(0, 45 + (13 * Year), 0, 0, 0, 0), ref recorder);
        var output = new SimulationOutput(1, Grid.Months, 2, Shape.Exits + 1);
        tally.WriteTo(output, 0, values);
        Assert.Equal(300, output.Value[0], 3);
        Assert.Equal((15 * 11) + (15 * 100), output.Value[2], 3);
        Assert.Equal(3000, output.Value[4], 3);
    }

    [Fact]
    public void A_tilt_multiplies_the_odds_of_the_leading_states_and_leaves_the_shares_inside_alone()
    {
        var choice = new StateChoice(1, 4);
        choice.Lead([false, true, false, true]);
        choice.Set(0, [0.4, 0.1, 0.2, 0.3]);
        var counts = new double[4];
        const int draws = 400_000;
        for (var draw = 0; draw < draws; draw++)
        {
            counts[choice.Pick(0, (draw + 0.5) / draws, 3)]++;
        }

        // Odds 0.4 : 0.6 times three are 2 : 1.
        Assert.Equal(2.0 / 3, (counts[1] + counts[3]) / draws, 1e-4);
        Assert.Equal(3, counts[3] / counts[1], 1e-3);
        Assert.Equal(2, counts[0] / counts[2], 1e-3);
    }

    [Fact]
    public void Replicates_on_any_number_of_threads_do_the_same_work_and_report_it()
    {
        int[] Squares(int threads)
        {
            var rows = new int[1000];
            ReplicateRun.All(1000, threads, () => new int[1], (_, replicate) => rows[replicate] = replicate * replicate, null, CancellationToken.None);
            return rows;
        }

        Assert.Equal(Squares(1), Squares(16));
    }
}
