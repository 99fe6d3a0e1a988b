using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Statistics.Tests.Simulation;

public sealed class RateChangesTests
{
    private static readonly KernelShape Shape = Models.Council.Shape;

    private static RateChanges Everything(double factor) => new(
        Shape,
        [
            .. Enumerable.Range(0, Shape.Exits).Select(exit => new RateChange(RateTarget.Exit(exit), factor)),
            .. Enumerable.Range(0, Shape.MoveGroupCount).Select(group => new RateChange(RateTarget.Moves(group), factor)),
        ]);

    private static List<(string What, int A, int B, double Time)> Path(HazardTable table, int subject, RateChanges? changes)
    {
        var diary = Models.Diary.Empty;
        var stream = Xoshiro256.For(11, (ulong)subject);
        var start = new SubjectStart(0, 200 + stream.NextBelow(6000), 0, 0, subject % 3, 0);
        TrajectoryKernel.Walk(table, Models.Council.Grid, Models.Council.Grid.Horizon, stream, start, changes, ref diary);
        return diary.Lines;
    }

    private static HazardTable Drifting()
    {
        var table = new HazardTable(Shape, Models.Council.Grid.Months);
        table.SetDrift(0, [.. Enumerable.Range(0, Models.Council.Grid.Months).Select(month => 0.7 + (0.02 * month))]);
        table.SetMoveDrift(1, [.. Enumerable.Repeat(0.6, Models.Council.Grid.Months)]);
        Models.Council.Fill(table);
        return table;
    }

    [Fact]
    public void A_factor_of_one_changes_nothing_bit_for_bit()
    {
        foreach (var table in (HazardTable[])[Models.Council.MakeTable(), Drifting()])
        {
            for (var subject = 0; subject < 2000; subject++)
            {
                Assert.Equal(Path(table, subject, null), Path(table, subject, Everything(1)));
            }
        }

        var council = new Models.Council();
        var plain = council.Output(3, 0, null);
        var same = council.Output(3, 0, Everything(1), startFactor: 1);
        Assert.Equal(plain.Stock, same.Stock);
        Assert.Equal(plain.Value, same.Value);
        Assert.Equal(plain.Started, same.Started);
        Assert.Equal(plain.Ended, same.Ended);
    }

    [Theory]
    [InlineData(0.6)]
    [InlineData(1.4)]
    public void A_path_is_the_baselines_until_a_change_first_touches_it(double factor)
    {
        // Home from the second year of care on, under twelve, in the second year of the forecast.
        var changes = new RateChanges(
            Shape, new RateChange(RateTarget.Exit(0), factor) { Ages = [0, 1], Stays = [2, 3], From = 400, Until = 800 });
        var table = Drifting();
        var touched = 0;
        for (var subject = 0; subject < 6000; subject++)
        {
            var baseline = Path(table, subject, null);
            var scenario = Path(table, subject, changes);
            var common = baseline.Zip(scenario).TakeWhile(pair => pair.First == pair.Second).Count();
            if (common == baseline.Count && common == scenario.Count)
            {
                continue;
            }

            // The first thing that differs is an exit of the kind that changed, refused or added, in the window.
            touched++;
            var differs = factor < 1 ? baseline : scenario;
            Assert.Equal("leave", differs[common].What);
            Assert.Equal(("exit", 0), (differs[common + 1].What, differs[common + 1].A));
            Assert.InRange(differs[common].Time, 400, 800);
        }

        Assert.InRange(touched, 20, 3000);
    }

    [Fact]
    public void Before_a_change_begins_all_is_the_baselines()
    {
        var changes = new RateChanges(
            Shape, new RateChange(RateTarget.Exit(0), 0.2) { From = 360 }, new RateChange(RateTarget.Moves(1), 3) { From = 360 });
        var council = new Models.Council();
        for (var replicate = 0; replicate < 5; replicate++)
        {
            var baseline = council.Totals(4, replicate, null);
            var scenario = council.Totals(4, replicate, changes);
            Assert.Equal(baseline[..12], scenario[..12]);
            Assert.NotEqual(baseline[12..], scenario[12..]);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1.8)]
    public void A_changed_rate_leaves_the_closed_form_on_top_of_its_drift(double factor)
    {
        const int subjects = 40_000;
        const double rate = 0.001;
        double[] drift = [.. Enumerable.Range(0, 24).Select(month => month % 2 == 0 ? 0.5 : 1.5)];
        var table = new HazardTable(Models.One, 24);
        table.SetDrift(0, drift);
        table.SetExits(0, [rate, 0.0003]);
        table.SetMove(0, 0);

        // Two changes that overlap multiply; this one ends in the middle of a month.
        var changes = new RateChanges(
            Models.One,
            new RateChange(RateTarget.Exit(0), factor * 2) { From = 45, Until = 500 },
            new RateChange(RateTarget.Exit(0), 0.5) { From = 45, Until = 500 });
        var ends = new List<double>();
        for (var subject = 0; subject < subjects; subject++)
        {
            var recorder = EndRecorder.Fresh;
            TrajectoryKernel.Walk(table, Models.TwoYears, 720, Xoshiro256.For(12, (ulong)subject), Models.AgedTwo, changes, ref recorder);
            ends.Add(double.IsNaN(recorder.EndedAt) ? double.PositiveInfinity : recorder.EndedAt);
        }

        foreach (var until in (int[])[45, 200, 500, 720])
        {
            var hazard = Enumerable.Range(0, until).Sum(day => 0.0003 + (rate * drift[day / 30] * (day is >= 45 and < 500 ? factor : 1)));
            Assert.Equal(subjects * Math.Exp(-hazard), ends.Count(end => end >= until), 400.0);
        }
    }

    [Fact]
    public void Moves_that_are_made_more_frequent_happen_as_often_as_the_factor_says()
    {
        var shape = new KernelShape(2, 1, 1, [18 * Models.Year], [], [], [], [0]);
        var table = new HazardTable(shape, 24);
        for (var state = 0; state < 2; state++)
        {
            table.SetExits(shape.ExitCell(0, 0, state, 0), [0]);
            table.SetMove(shape.MoveCell(0, state, 0, 0), 0.01);
            table.Choices.Set(shape.ChoiceRow(0, 0, state), [0.5, 0.5]);
        }

        var changes = new RateChanges(shape, new RateChange(RateTarget.Moves(0), 1.5) { States = [0] });
        var moves = new int[2];
        for (var subject = 0; subject < 2000; subject++)
        {
            var diary = Models.Diary.Empty;
            TrajectoryKernel.Walk(table, Models.TwoYears, 720, Xoshiro256.For(13, (ulong)subject), Models.AgedTwo, changes, ref diary);
            foreach (var line in diary.Lines.Where(line => line.What == "leave"))
            {
                moves[line.A]++;
            }
        }

        // From state 0 at 0.015, from 1 at 0.01: 40% of the time is spent in state 0, after a start there.
        var inFirst = (0.4 * 720) + (0.6 * (1 - Math.Exp(-0.0125 * 720)) / 0.0125);
        Assert.Equal(2000 * 0.015 * inFirst, moves[0], 4 * Math.Sqrt(2000 * 0.015 * inFirst));
        Assert.Equal(2000 * 0.01 * (720 - inFirst), moves[1], 4 * Math.Sqrt(2000 * 0.01 * (720 - inFirst)));
    }

    [Theory]
    [InlineData(0.85, 1)]
    [InlineData(1.15, 1)]
    [InlineData(1, 0.9)]
    [InlineData(1, 1.1)]
    public void The_difference_to_the_baseline_scatters_a_tenth_or_less_of_what_independent_runs_give(double exitFactor, double startFactor)
    {
        var council = new Models.Council();
        var changes = new RateChanges(Shape, new RateChange(RateTarget.Exit(0), exitFactor));
        const int replicates = 150;
        const int month = 11;
        var common = new double[replicates];
        var independent = new double[replicates];
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            var baseline = council.Totals(6, replicate, null)[month];
            common[replicate] = council.Totals(6, replicate, changes, startFactor)[month] - baseline;
            independent[replicate] = council.Totals(6, replicate + 1000, changes, startFactor)[month] - baseline;
        }

        static double Variance(double[] values) => values.Average(value => Math.Pow(value - values.Average(), 2));
        Assert.True(Variance(independent) > 10 * Variance(common), $"{Variance(common)} against {Variance(independent)}");
        Assert.Equal(independent.Average(), common.Average(), 4 * Math.Sqrt(Variance(independent) / replicates));
    }

    [Fact]
    public void Starts_that_are_avoided_are_the_share_and_starts_that_are_added_keep_the_distribution()
    {
        var avoided = Enumerable.Range(0, 100_000).Count(subject => StartMarks.IsAvoided(Xoshiro256.Scatter((ulong)subject), 0.7));
        Assert.Equal(30_000, avoided, 600.0);
        Assert.Equal(0, Enumerable.Range(0, 1000).Count(subject => StartMarks.IsAvoided((ulong)subject, 1)));

        // Negative binomial of mean 8 and size 4, raised by a half: mean 12, variance 12 + 144 / 4.
        var stream = new Xoshiro256(15);
        var more = new Xoshiro256(16);
        var counts = new double[100_000];
        for (var draw = 0; draw < counts.Length; draw++)
        {
            counts[draw] = stream.NextNegativeBinomial(8, 4, out var level);
            counts[draw] += StartMarks.Added(more, 8, level, 1.5);
        }

        Assert.Equal(12, counts.Average(), 0.1);
        Assert.Equal(48, counts.Average(count => (count - 12) * (count - 12)), 1.2);
    }

    [Fact]
    public void A_change_that_the_model_does_not_have_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new RateChanges(Shape, new RateChange(RateTarget.Exit(3), 1)));
        Assert.Throws<ArgumentException>(() => new RateChanges(Shape, new RateChange(RateTarget.Moves(2), 1)));
        Assert.Throws<ArgumentException>(() => new RateChanges(Shape, new RateChange(RateTarget.Exit(0), -0.1)));
        Assert.Throws<ArgumentException>(() => new RateChanges(Shape, new RateChange(RateTarget.Exit(0), 1) { Ages = [4] }));
        var recorder = EndRecorder.Fresh;
        Assert.Throws<ArgumentException>(() => TrajectoryKernel.Walk(
            new HazardTable(Models.One, 24), Models.TwoYears, 720, new Xoshiro256(1), Models.AgedTwo, Everything(1), ref recorder));
    }

    [Fact]
    public void Futures_with_drift_and_changes_are_the_same_on_any_number_of_threads()
    {
        var changes = new RateChanges(
            Shape, new RateChange(RateTarget.Exit(0), 0.8), new RateChange(RateTarget.Exit(2), 1.3), new RateChange(RateTarget.Moves(0), 1.2));
        SimulationOutput Run(int threads)
        {
            var output = new SimulationOutput(40, Models.Council.Grid.Months, Shape.States, Shape.Exits + 1);
            double[] values = [.. Enumerable.Range(0, Shape.States * Shape.Tariffs * output.Months).Select(at => 1 + (at % 7 / 10.0))];
            ReplicateRun.All(
                output.Replicates,
                threads,
                () => (Council: new Models.Council(), Tally: new MonthlyTally(Shape, Models.Council.Grid)),
                (worker, replicate) =>
                {
                    worker.Tally.Clear();
                    worker.Council.Into(worker.Tally, 8, replicate, changes, 1.05);
                    worker.Tally.WriteTo(output, replicate, values);
                },
                null,
                CancellationToken.None);
            return output;
        }

        var one = Run(1);
        foreach (var threads in (int[])[2, 16])
        {
            var many = Run(threads);
            Assert.Equal(one.Stock, many.Stock);
            Assert.Equal(one.Value, many.Value);
            Assert.Equal(one.NightsByState, many.NightsByState);
            Assert.Equal(one.Days, many.Days);
            Assert.Equal(one.MeanExits(0, 3), many.MeanExits(0, 3));
        }
    }
}
