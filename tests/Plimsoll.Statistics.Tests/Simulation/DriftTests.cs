using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Statistics.Tests.Simulation;

public sealed class DriftTests
{
    private const int Subjects = 40_000;

    // Standard deviation of a count out of all subjects is at most a hundred.
    private const double Tolerance = 4 * 100;

    private static double[] Factors(Func<int, double> factor) => [.. Enumerable.Range(0, Models.TwoYears.Months).Select(factor)];

    private static SimulationOutput Run(HazardTable table)
    {
        var output = new SimulationOutput(1, 24, 1, 3);
        var tally = new MonthlyTally(Models.One, Models.TwoYears);
        var recorder = new TallyRecorder(tally);
        for (var subject = 0; subject < Subjects; subject++)
        {
            TrajectoryKernel.Walk(table, Models.TwoYears, Models.TwoYears.Horizon, Xoshiro256.For(5, (ulong)subject), Models.AgedTwo, ref recorder);
        }

        tally.WriteTo(output, 0, new double[24]);
        return output;
    }

    [Fact]
    public void A_rate_that_drifts_by_the_month_leaves_the_survival_of_a_piecewise_constant_hazard()
    {
        const double first = 0.001;
        const double second = 0.0004;
        var firstFactors = Factors(month => 1 + (0.5 * Math.Sin(month)));
        var secondFactors = Factors(month => month < 12 ? 0.2 : 3);
        var table = new HazardTable(Models.One, 24);
        table.SetDrift(0, firstFactors);
        table.SetDrift(1, secondFactors);
        table.SetExits(0, [first, second]);
        table.SetMove(0, 0);
        var output = Run(table);
        var hazard = 0.0;
        double[] exits = [0, 0];
        for (var month = 0; month < 24; month++)
        {
            double[] rates = [first * firstFactors[month], second * secondFactors[month]];
            var left = Math.Exp(-hazard) * (1 - Math.Exp(-30 * rates.Sum()));
            exits[0] += left * rates[0] / rates.Sum();
            exits[1] += left * rates[1] / rates.Sum();
            hazard += 30 * rates.Sum();
            Assert.Equal(Subjects * Math.Exp(-hazard), output.Total(0, month), Tolerance);
        }

        for (var exit = 0; exit < 2; exit++)
        {
            Assert.Equal(Subjects * exits[exit], Enumerable.Range(0, 24).Sum(month => output.MeanExits(exit, month)), Tolerance);
        }
    }

    [Fact]
    public void A_constant_drift_gives_the_same_mean_as_rates_set_outright()
    {
        HazardTable Table(double factor, double rate)
        {
            var table = new HazardTable(Models.One, 24);
            table.SetDrift(0, Factors(_ => factor));
            table.SetExits(0, [rate, 0.0003]);
            table.SetMove(0, 0);
            return table;
        }

        foreach (var factor in (double[])[0.4, 2.5])
        {
            var drifting = Run(Table(factor, 0.001));
            var outright = Run(Table(1, 0.001 * factor));
            Assert.Equal(outright.Total(0, 23), drifting.Total(0, 23), Tolerance * 1.5);
            Assert.Equal(outright.MeanExits(0, 3), drifting.MeanExits(0, 3), 4 * Math.Sqrt(2 * outright.MeanExits(0, 3)));
        }
    }

    [Fact]
    public void Moves_drift_by_the_group_of_the_state_moved_from()
    {
        // State 0 moves to 1 and back, each once in a hundred days; moves from 1 stop after a year, so all gather there.
        var shape = new KernelShape(2, 1, 1, [18 * Models.Year], [], [], [], [0]) { MoveGroups = [0, 1] };
        var table = new HazardTable(shape, 24);
        table.SetMoveDrift(1, Factors(month => month < 12 ? 1 : 0));
        for (var state = 0; state < 2; state++)
        {
            table.SetExits(shape.ExitCell(0, 0, state, 0), [0]);
            table.SetMove(shape.MoveCell(0, state, 0, 0), 0.01);
            table.Choices.Set(shape.ChoiceRow(0, 0, state), state == 0 ? [0, 1] : [1, 0]);
        }

        var tally = new MonthlyTally(shape, Models.TwoYears);
        var recorder = new TallyRecorder(tally);
        for (var subject = 0; subject < 4000; subject++)
        {
            TrajectoryKernel.Walk(table, Models.TwoYears, Models.TwoYears.Horizon, Xoshiro256.For(6, (ulong)subject), Models.AgedTwo, ref recorder);
        }

        var output = new SimulationOutput(1, 24, 2, 2);
        tally.WriteTo(output, 0, new double[48]);
        Assert.Equal(2000, output.Stock[11 * 2], 130.0);
        Assert.Equal(2000 * Math.Exp(-0.01 * 360), output.Stock[23 * 2], 35.0);
    }

    [Fact]
    public void Beyond_the_calendar_and_in_walks_without_drift_the_plain_rate_holds()
    {
        var table = new HazardTable(Models.One, 24);
        table.SetDrift(0, Factors(_ => 5));
        table.SetExits(0, [0.0005, 0]);
        table.SetMove(0, 0);
        const double end = 2000;
        int plain = 0, beyond = 0, reached = 0;
        for (var subject = 0; subject < Subjects; subject++)
        {
            var recorder = EndRecorder.Fresh;
            TrajectoryKernel.WalkUndrifted(table, Models.TwoYears, end, Xoshiro256.For(7, (ulong)subject), Models.AgedTwo, ref recorder);
            plain += double.IsNaN(recorder.EndedAt) ? 1 : 0;
            recorder = EndRecorder.Fresh;
            TrajectoryKernel.Walk(table, Models.TwoYears, end, Xoshiro256.For(8, (ulong)subject), Models.AgedTwo, ref recorder);
            reached += recorder.EndedAt < 720 ? 0 : 1;
            beyond += double.IsNaN(recorder.EndedAt) ? 1 : 0;
        }

        Assert.Equal(Subjects * Math.Exp(-0.0005 * end), plain, Tolerance);
        Assert.Equal(Subjects * Math.Exp(-(0.0025 * 720) - (0.0005 * (end - 720))), beyond, Tolerance);
        Assert.Equal(Subjects * Math.Exp(-0.0025 * 720), reached, Tolerance);
    }

    [Fact]
    public void A_drift_that_is_set_after_the_rates_is_refused()
    {
        var table = new HazardTable(Models.One, 24);
        table.SetExits(0, [0.001, 0]);
        table.SetMove(0, 0);
        table.SetDrift(0, Factors(_ => 2));
        var recorder = EndRecorder.Fresh;
        Assert.Throws<InvalidOperationException>(
            () => TrajectoryKernel.Walk(table, Models.TwoYears, 720, new Xoshiro256(1), Models.AgedTwo, ref recorder));
        table.SetExits(0, [0.001, 0]);
        TrajectoryKernel.Walk(table, Models.TwoYears, 720, new Xoshiro256(1), Models.AgedTwo, ref recorder);
        Assert.Throws<ArgumentException>(() => table.SetDrift(0, [1, 2]));
        Assert.Throws<ArgumentException>(() => table.SetDrift(0, Factors(_ => -1)));
        Assert.Throws<ArgumentException>(() => table.SetMoveDrift(0, Factors(_ => double.NaN)));
    }

    [Fact]
    public void Taking_the_drifts_away_restores_the_plain_rates()
    {
        var table = new HazardTable(Models.One, 24);
        table.SetExits(0, [0.001, 0.0002]);
        table.SetMove(0, 0);
        var plain = Run(table);
        table.SetDrift(0, Factors(_ => 3));
        Assert.True(table.IsThinned);
        table.ClearDrifts();
        table.SetExits(0, [0.001, 0.0002]);
        table.SetMove(0, 0);
        Assert.False(table.IsThinned);
        Assert.Equal(plain.Stock, Run(table).Stock);
    }
}
