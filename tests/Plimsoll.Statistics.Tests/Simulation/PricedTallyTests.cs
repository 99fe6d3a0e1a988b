using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Statistics.Tests.Simulation;

public sealed class PricedTallyTests
{
    // Two states; a birthday at five years that changes the tariff band.
    private static readonly KernelShape Shape = new(2, 1, 1, [18 * Models.Year], [5 * Models.Year], [], [], [0]);

    private static readonly MonthGrid Grid = Models.Months(4);

    // Pounds a day: 10 and 20 in state 0 under and over five, 100 and 200 in state 1; a tenth more from the third month.
    private static double[] Values()
    {
        var values = new double[2 * 2 * 4];
        for (var at = 0; at < values.Length; at++)
        {
            values[at] = (at / 4) switch { 0 => 10, 1 => 20, 2 => 100, _ => 200 } * (at % 4 >= 2 ? 1.1 : 1);
        }

        return values;
    }

    private struct Prices(params double[] factors) : IPriceSource
    {
        private int next;

        public double Next(int state, int tariff) => factors[next++];
    }

    private struct ListPrice : IPriceSource
    {
        public readonly double Next(int state, int tariff) => 1;
    }

    private static void Example(ref PricedRecorder<Prices> recorder)
    {
        // In state 0 from the first day, five on day 12.5, to state 1 on day 45, out on day 75.25.
        recorder.Enter(0, 0, 0);
        recorder.Retariff(0, 0, 1, 12.5);
        recorder.Leave(0, 1, 45);
        recorder.Enter(1, 1, 45);
        recorder.Leave(1, 1, 75.25);
        recorder.Exit(0, 75.25);
    }

    [Fact]
    public void A_placement_costs_its_nights_at_its_own_price_whatever_birthdays_do()
    {
        var tally = new MonthlyTally(Shape, Grid, TallyContent.Priced);
        var recorder = new PricedRecorder<Prices>(tally, new Prices(1.5, 0.8));
        Example(ref recorder);
        var output = new SimulationOutput(1, 4, 2, 2);
        tally.WriteTo(output, 0, Values());
        Assert.Equal(1.5 * ((12.5 * 10) + (17.5 * 20)), output.Value[0], 3);
        Assert.Equal(1.5 * 15 * 20, output.Value[2], 3);
        Assert.Equal(0.8 * 15 * 200, output.Value[3], 3);
        Assert.Equal(0.8 * 15.25 * 200 * 1.1, output.Value[5], 3);
        Assert.Equal(0, output.Value[7], 6);

        // Nights and stocks do not know prices.
        Assert.Equal([30f, 0f, 15f, 15f, 0f, 15.25f, 0f, 0f], output.NightsByState);
        Assert.Equal([1f, 0f, 0f, 1f, 0f, 0f, 0f, 0f], output.Stock);
        Assert.Equal([30, 30, 15.25, 0], output.Days);
    }

    [Fact]
    public void A_first_placement_keeps_the_price_that_is_known_and_the_next_one_draws()
    {
        var tally = new MonthlyTally(Shape, Grid, TallyContent.Priced);
        var apart = new MonthlyTally(Shape, Grid, TallyContent.Priced);
        var recorder = new PricedRecorder<Prices>(tally, default);
        recorder.Begin(new Prices(0.8), firstFactor: 2, also: apart);
        Example(ref recorder);
        recorder.Begin(new Prices(1, 1));
        Example(ref recorder);
        var output = new SimulationOutput(1, 4, 2, 2);
        tally.WriteTo(output, 0, Values());
        Assert.Equal(3 * ((12.5 * 10) + (17.5 * 20)), output.Value[0], 3);
        Assert.Equal(1.8 * 15 * 200, output.Value[3], 3);

        // Apart stands the first subject alone.
        var byMonth = new double[4];
        apart.AddValues(Values(), byMonth);
        Assert.Equal(2 * ((12.5 * 10) + (17.5 * 20)), byMonth[0], 6);
        Assert.Equal((2 * 15 * 20) + (0.8 * 15 * 200), byMonth[1], 6);
        Assert.Equal(0.8 * 15.25 * 220, byMonth[2], 6);
    }

    [Fact]
    public void At_list_price_a_tally_with_prices_says_what_one_without_says()
    {
        var table = Models.Council.MakeTable();
        var shape = Models.Council.Shape;
        var grid = Models.Council.Grid;
        var plain = new MonthlyTally(shape, grid);
        var priced = new MonthlyTally(shape, grid, TallyContent.Priced);
        var plainRecorder = new TallyRecorder(plain);
        var pricedRecorder = new PricedRecorder<ListPrice>(priced, default);
        for (var subject = 0; subject < 500; subject++)
        {
            var start = new SubjectStart(subject, 1000 + (10 * subject), subject, subject, subject % 3, 0);
            TrajectoryKernel.Walk(table, grid, grid.Horizon, Xoshiro256.For(2, (ulong)subject), start, ref plainRecorder);
            pricedRecorder.Begin(default);
            TrajectoryKernel.Walk(table, grid, grid.Horizon, Xoshiro256.For(2, (ulong)subject), start, ref pricedRecorder);
        }

        double[] values = [.. Enumerable.Range(0, shape.States * shape.Tariffs * grid.Months).Select(at => 50 + (at % 13.0))];
        var one = new SimulationOutput(1, grid.Months, 3, 4);
        var other = new SimulationOutput(1, grid.Months, 3, 4);
        plain.WriteTo(one, 0, values);
        priced.WriteTo(other, 0, values);
        Assert.Equal(one.Value, other.Value);
        Assert.Equal(one.Stock, other.Stock);
        Assert.Equal(one.Days, other.Days);
    }

    [Fact]
    public void A_birthday_is_told_apart_from_a_new_placement()
    {
        var table = new HazardTable(Shape, 4);
        var diary = Models.Diary.Empty;
        TrajectoryKernel.Walk(table, Grid, 120, new Xoshiro256(1), new SubjectStart(0, 40 + (13 * Models.Year), 0, 0, 1, 0), ref diary);
        Assert.Equal([("enter", 1, 0, 0.0), ("retariff", 0, 1, 40.0)], diary.Lines);
    }

    [Fact]
    public void Prices_need_a_tally_that_keeps_them() =>
        Assert.Throws<ArgumentException>(() => new PricedRecorder<ListPrice>(new MonthlyTally(Shape, Grid), default));
}
