using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Rates;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast.Diagnostics;

/// <summary>
/// Counts what was seen and what the fitted mean rates expect, every record once whatever its date, by each cut at once.
/// </summary>
internal sealed class FitCounts
{
    private readonly CareFit fit;
    private readonly int[] yearStarts;

    private FitCounts(CareFit fit)
    {
        this.fit = fit;
        var first = FinancialYear.Of(DateOnly.FromDayNumber(fit.Care.WindowStart));
        var last = FinancialYear.Of(DateOnly.FromDayNumber(fit.Care.Until - 1));
        Years = [.. Enumerable.Range(first.StartYear, last.StartYear - first.StartYear + 1).Select(year => new FinancialYear(year))];
        yearStarts = [.. Years.Select(year => year.First.DayNumber)];
        var shape = fit.Shape;
        LeavingByAge = new Grid(shape.Exits, shape.Ages);
        LeavingByTime = new Grid(shape.Exits, shape.Stays);
        LeavingByAgeAndTime = new Grid(shape.Ages, shape.Stays);
        LeavingByYear = new Grid(shape.Exits, Years.Length);
        MovesByAge = new Grid(CareModel.Groups, shape.Ages);
        MovesByTime = new Grid(CareModel.Groups, shape.Spells);
        MovesByYear = new Grid(CareModel.Groups, Years.Length);
        MoveDays = new double[CareModel.Groups];
    }

    /// <summary>The financial years that the records touch.</summary>
    public FinancialYear[] Years { get; }

    /// <summary>Leaving by cause and age.</summary>
    public Grid LeavingByAge { get; }

    /// <summary>Leaving by cause and time in care.</summary>
    public Grid LeavingByTime { get; }

    /// <summary>Leaving for any cause by age and time in care.</summary>
    public Grid LeavingByAgeAndTime { get; }

    /// <summary>Leaving by cause and year.</summary>
    public Grid LeavingByYear { get; }

    /// <summary>Moves by group moved from and age.</summary>
    public Grid MovesByAge { get; }

    /// <summary>Moves by group and time in the placement.</summary>
    public Grid MovesByTime { get; }

    /// <summary>Moves by group and year.</summary>
    public Grid MovesByYear { get; }

    /// <summary>Days at risk of leaving.</summary>
    public double LeavingDays { get; private set; }

    /// <summary>Days at risk of moving, by group.</summary>
    public double[] MoveDays { get; }

    /// <summary>Counts the records behind a fit.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="cancel">Stops it.</param>
    public static FitCounts Of(CareFit fit, CancellationToken cancel)
    {
        var counts = new FitCounts(fit);
        var visitor = new Visitor(counts);
        HistoryWalk.Over(fit.Shape, fit.Care, fit.Unknown, ref visitor, cancel);
        return counts;
    }

    private int YearOf(double day)
    {
        var year = yearStarts.Length - 1;
        while (year > 0 && day < yearStarts[year])
        {
            year--;
        }

        return year;
    }

    private void OverYears(Grid grid, int row, double from, double to, double rate)
    {
        while (from < to)
        {
            var year = YearOf(from);
            var end = year + 1 < yearStarts.Length ? Math.Min(to, yearStarts[year + 1]) : to;
            grid.Expect(row, year, rate * (end - from));
            from = end;
        }
    }

    /// <summary>Observed and expected events by row and column.</summary>
    internal sealed class Grid(int rows, int columns)
    {
        private readonly double[] observed = new double[rows * columns];
        private readonly double[] expected = new double[rows * columns];

        public int Rows { get; } = rows;

        public int Columns { get; } = columns;

        public ObservedExpected this[int row, int column] => new(observed[(row * Columns) + column], expected[(row * Columns) + column]);

        public ObservedExpected Row(int row) =>
            Enumerable.Range(0, Columns).Aggregate(default(ObservedExpected), (sum, column) => sum.Plus(this[row, column]));

        public void See(int row, int column, double weight) => observed[(row * Columns) + column] += weight;

        public void Expect(int row, int column, double events) => expected[(row * Columns) + column] += events;
    }

    private readonly struct Visitor(FitCounts counts) : IHistoryVisitor
    {
        public void AtRiskOfExit(int cell, double from, double to, double weight, int exit)
        {
            var shape = counts.fit.Shape;
            var stay = cell % shape.Stays;
            var age = cell / (shape.Stays * shape.States) % shape.Ages;
            counts.LeavingDays += weight * (to - from);
            for (var cause = 0; cause < shape.Exits; cause++)
            {
                var rate = weight * counts.fit.Rates.MeanExit(cause, cell);
                counts.LeavingByAge.Expect(cause, age, rate * (to - from));
                counts.LeavingByTime.Expect(cause, stay, rate * (to - from));
                counts.LeavingByAgeAndTime.Expect(age, stay, rate * (to - from));
                counts.OverYears(counts.LeavingByYear, cause, from, to, rate);
            }

            if (exit >= 0)
            {
                counts.LeavingByAge.See(exit, age, weight);
                counts.LeavingByTime.See(exit, stay, weight);
                counts.LeavingByAgeAndTime.See(age, stay, weight);
                counts.LeavingByYear.See(exit, counts.YearOf(to - 1), weight);
            }
        }

        public void AtRiskOfMove(int cell, int row, double from, double to, int next)
        {
            var shape = counts.fit.Shape;
            var spell = cell / shape.Levels % shape.Spells;
            var group = CareModel.Group(shape.StateOfMoveCell(cell));
            var age = cell / (shape.Levels * shape.Spells * shape.States);
            var rate = counts.fit.Rates.MeanMove(cell);
            counts.MoveDays[group] += to - from;
            counts.MovesByAge.Expect(group, age, rate * (to - from));
            counts.MovesByTime.Expect(group, spell, rate * (to - from));
            counts.OverYears(counts.MovesByYear, group, from, to, rate);
            if (next >= 0)
            {
                counts.MovesByAge.See(group, age, 1);
                counts.MovesByTime.See(group, spell, 1);
                counts.MovesByYear.See(group, counts.YearOf(to - 1), 1);
            }
        }
    }
}
