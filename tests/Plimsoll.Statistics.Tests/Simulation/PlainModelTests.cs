using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Statistics.Tests.Simulation;

/// <summary>A model in which all that happens depends on age, state and the time in the state alone, in months.</summary>
public sealed class PlainModelTests
{
    // Two states, two exits; ages to 120 and 216 months; spells split at half a month and at two.
    private static readonly KernelShape Shape = new(2, 2, 1, [120, 216], [], [], [0.5, 2], [0])
    {
        SpellLevels = [0, 1, 2],
        Targets = MoveTargets.StatesAndExits,
    };

    private static readonly MonthGrid Grid = MonthGrid.Equal(24);

    // Rates a month by place (state 0, state 1, exit 0, exit 1) from state 0; state 1 is never left.
    private static readonly double[][] Rates = [[0, 0.4, 0.1, 0], [0, 0.1, 0.2, 0.3], [0, 0.02, 0, 0.08]];

    private static HazardTable Table()
    {
        var table = new HazardTable(Shape, Grid.Months);
        for (var age = 0; age < 2; age++)
        {
            for (var spell = 0; spell < 3; spell++)
            {
                // Over ten all is slower by half.
                table.SetMove(Shape.MoveCell(age, 0, spell, 0), Rates[spell].Sum() * (age == 0 ? 1 : 0.5));
                table.Choices.Set(Shape.ChoiceRow(age, 0, spell, 0), Rates[spell]);
                table.Choices.Set(Shape.ChoiceRow(age, 0, spell, 1), [1, 0, 0, 0]);
            }
        }

        return table;
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(15, 0.5)]
    public void Rates_to_states_and_exits_by_time_in_the_state_leave_the_closed_form(double beforeLimit, double slower)
    {
        const int subjects = 40_000;
        var tally = new MonthlyTally(Shape, Grid);
        var recorder = new TallyRecorder(tally);
        var table = Table();
        for (var subject = 0; subject < subjects; subject++)
        {
            // A hundred months below ten, or fifteen months before the limit.
            var limit = slower == 1 ? 96 + beforeLimit : beforeLimit;
            TrajectoryKernel.Walk(table, Grid, Grid.Horizon, Xoshiro256.For(14, (ulong)subject), new SubjectStart(0, limit, 0, 0, 0, 0), ref recorder);
        }

        var output = new SimulationOutput(1, Grid.Months, 2, 3);
        tally.WriteTo(output, 0, new double[2 * Grid.Months]);
        foreach (var month in (int[])[1, 2, 10])
        {
            double[] spans = [Math.Min(month, 0.5), Math.Min(Math.Max(0, month - 0.5), 1.5), Math.Max(0, month - 2)];
            var stays = 1.0;
            var toPlace = new double[4];
            for (var spell = 0; spell < 3; spell++)
            {
                var total = Rates[spell].Sum() * slower;
                var gone = stays * (1 - Math.Exp(-total * spans[spell]));
                for (var place = 0; place < 4; place++)
                {
                    toPlace[place] += gone * Rates[spell][place] / Rates[spell].Sum();
                }

                stays -= gone;
            }

            Assert.Equal(subjects * stays, output.Stock[(month - 1) * 2], 400.0);
            Assert.Equal(subjects * toPlace[1], output.Stock[((month - 1) * 2) + 1], 400.0);
            for (var exit = 0; exit < 2; exit++)
            {
                Assert.Equal(subjects * toPlace[2 + exit], Enumerable.Range(0, month).Sum(before => output.MeanExits(exit, before)), 400.0);
            }
        }

        // Fifteen months from the limit everybody leaves by then.
        if (slower < 1)
        {
            Assert.Equal(0, output.Total(0, 15));
            Assert.True(output.MeanExits(2, 15) > 0);
        }
    }

    [Fact]
    public void The_shape_says_what_levels_and_groups_there_must_be()
    {
        Assert.Equal(4, Shape.Places);
        Assert.Equal(2 * 3 * 2, Shape.ChoiceRows);
        Assert.Throws<ArgumentException>(() => new KernelShape(1, 1, 1, [10], [], [], [1], [0]) { SpellLevels = [0] });
        Assert.Throws<ArgumentException>(() => new KernelShape(2, 1, 1, [10], [], [], [], [0]) { MoveGroups = [0] });
    }

    [Fact]
    public void A_start_that_the_model_does_not_have_is_refused()
    {
        void Walk(SubjectStart start)
        {
            var recorder = EndRecorder.Fresh;
            TrajectoryKernel.Walk(Table(), Grid, 24, new Xoshiro256(1), start, ref recorder);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => Walk(new SubjectStart(0, 100, 0, 0, 2, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Walk(new SubjectStart(0, 100, 0, 0, 0, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Walk(new SubjectStart(5, 5, 0, 0, 0, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Walk(new SubjectStart(0, double.NaN, 0, 0, 0, 0)));
    }
}
