using System.Collections.Immutable;
using Plimsoll.Core.Care;

namespace Plimsoll.Core.Forecast.Baselines;

/// <summary>
/// The kind of model that councils use today, rebuilt from its public description as something to beat: children in
/// care as a Markov chain over age bracket and kind of placement. Rates are means of daily ratios (transitions of a day
/// over children there the night before) over a reference window; ageing is a constant leak of one over the length of
/// the bracket, and leaving at eighteen is that leak out of the last bracket; starts are a constant mean number a day;
/// time in care plays no part. The chain is stepped day by day as a mean field, which gives no range. So that scores of
/// ranges do not punish it for that, a plain chance range is put around it: children in care now stay or leave
/// independently of each other and starts are Poisson. Uncertainty of rates is not in it, as it is not in the originals.
/// </summary>
internal sealed class MeanRateMarkov
{
    /// <summary>Days of the reference window unless told otherwise: two years.</summary>
    public const int DefaultReferenceDays = 730;

    // Under 1, 1 to 4, 5 to 9, 10 to 15, 16 and over.
    private static readonly int[] BracketEnds = [1, 5, 10, 16, 18];

    private readonly DateOnly from;
    private readonly double[] stock;
    private readonly double[,] rates;
    private readonly double[] entries;

    private MeanRateMarkov(DateOnly from, double[] stock, double[,] rates, double[] entries) =>
        (this.from, this.stock, this.rates, this.entries) = (from, stock, rates, entries);

    /// <summary>Number of age brackets.</summary>
    public static int Brackets => BracketEnds.Length;

    /// <summary>Fits the chain and runs it.</summary>
    /// <param name="data">The records.</param>
    /// <param name="from">First day of the forecast; nothing on or after it is used.</param>
    /// <param name="months">Number of calendar months.</param>
    public static BaselineForecast Forecast(CareDataset data, DateOnly from, int months) =>
        Fit(data, from, DefaultReferenceDays).Project(months);

    /// <summary>Learns rates, starts and today's children.</summary>
    /// <param name="data">The records.</param>
    /// <param name="from">First day of the forecast; nothing on or after it is used.</param>
    /// <param name="referenceDays">Days of the reference window, which ends the day before the forecast; cut to the data.</param>
    public static MeanRateMarkov Fit(CareDataset data, DateOnly from, int referenceDays)
    {
        var window = new ReferenceWindow(Math.Max(data.WindowStart.DayNumber, from.DayNumber - 1 - referenceDays), from.DayNumber - 1);
        foreach (var child in data.Children)
        {
            window.Add(child, BracketEnds);
        }

        return new MeanRateMarkov(from, window.Stock(), window.Rates(), window.Entries());
    }

    /// <summary>Chance a day to go from a group to another within a bracket.</summary>
    /// <param name="bracket">Number of the age bracket.</param>
    /// <param name="group">The group left.</param>
    /// <param name="to">The group gone to, or <see cref="PlacementGroups.Count"/> for leaving care before eighteen.</param>
    public double Rate(int bracket, PlacementGroup group, int to) => rates[Cell(bracket, group), to];

    /// <summary>Mean starts a day.</summary>
    public double EntriesADay(int bracket, PlacementGroup group) => entries[Cell(bracket, group)];

    /// <summary>
    /// Children in care the night before the forecast starts; those without a date of birth are spread as the others of
    /// their group.
    /// </summary>
    public double Stock(int bracket, PlacementGroup group) => stock[Cell(bracket, group)];

    /// <summary>Runs the chain.</summary>
    /// <param name="months">Number of calendar months.</param>
    public BaselineForecast Project(int months)
    {
        var present = (double[])stock.Clone();
        var arrived = new double[stock.Length];
        var opening = stock.Sum();
        var day = 0;
        var built = ImmutableArray.CreateBuilder<BaselineMonth>(months);
        foreach (var (month, days) in BaselineMonth.Ends(from, months))
        {
            for (; day < days; day++)
            {
                Step(present);
                Step(arrived);
                for (var cell = 0; cell < arrived.Length; cell++)
                {
                    arrived[cell] += entries[cell];
                }
            }

            var groups = PlacementGroups.All.Select(group => (Of(present, group), Of(arrived, group))).ToList();
            built.Add(new BaselineMonth(
                month,
                Chance(present.Sum(), arrived.Sum(), opening),
                [.. groups.Select(group => Chance(group.Item1, group.Item2, opening))]));
        }

        return new BaselineForecast("mean-rate Markov", from.AddDays(-1), built.MoveToImmutable());
    }

    /// <summary>The number of the cell of a bracket and a group.</summary>
    internal static int Cell(int bracket, PlacementGroup group) => (bracket * PlacementGroups.Count) + (int)group;

    private void Step(double[] number)
    {
        var flow = new double[number.Length];
        for (var bracket = 0; bracket < Brackets; bracket++)
        {
            var ageing = 1 / ((BracketEnds[bracket] - (bracket == 0 ? 0 : BracketEnds[bracket - 1])) * CareModel.YearDays);
            for (var group = 0; group < PlacementGroups.Count; group++)
            {
                var cell = (bracket * PlacementGroups.Count) + group;
                for (var to = 0; to <= PlacementGroups.Count; to++)
                {
                    Move(cell, to == PlacementGroups.Count ? -1 : cell - group + to, rates[cell, to]);
                }

                Move(cell, bracket + 1 < Brackets ? cell + PlacementGroups.Count : -1, ageing);
            }
        }

        for (var cell = 0; cell < number.Length; cell++)
        {
            number[cell] = Math.Max(0, number[cell] + flow[cell]);
        }

        void Move(int cell, int target, double rate)
        {
            flow[cell] -= number[cell] * rate;
            if (target >= 0)
            {
                flow[target] += number[cell] * rate;
            }
        }
    }

    private static double Of(double[] number, PlacementGroup group) =>
        Enumerable.Range(0, Brackets).Sum(bracket => number[Cell(bracket, group)]);

    // Of the children now in care a binomial number is still there, of those who start a Poisson number.
    private static Distribution Chance(double present, double arrived, double opening) => NormalRange.OfNumber(
        present + arrived, Math.Sqrt(arrived + (opening > 0 ? present * Math.Max(0, 1 - (present / opening)) : 0)));
}
