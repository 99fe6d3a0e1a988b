using MathNet.Numerics.Distributions;

namespace Plimsoll.Statistics.Rates;

/// <summary>Whether a table of observed and expected counts differs by more than chance.</summary>
/// <param name="Cells">Cells in which at least one event is expected: with fewer, a cell can hardly say anything.</param>
/// <param name="Off">Those of them whose 95% interval leaves out one.</param>
/// <param name="OffByChance">How many would be off on average if the model were right, by exact Poisson probabilities.</param>
/// <param name="ChiSquare">Pearson's statistic over cells with at least five events expected, the others put together.</param>
/// <param name="Degrees">Its degrees of freedom: cells less quantities fitted, one at least.</param>
/// <param name="Probability">Probability of a statistic as large if the model is right.</param>
public sealed record ResidualCheck(int Cells, int Off, double OffByChance, double ChiSquare, int Degrees, double Probability)
{
    /// <summary>Coverage of the intervals by which cells are judged.</summary>
    public const double Coverage = 0.95;

    private const double EnoughForPearson = 5;

    /// <summary>Pearson's statistic over its degrees of freedom: about one where the counts scatter as Poisson counts do.</summary>
    public double Dispersion => ChiSquare / Degrees;

    /// <summary>Checks a table.</summary>
    /// <param name="cells">Its cells; cells without any expected event are passed over.</param>
    /// <param name="fitted">How many totals of the table the model was made to meet.</param>
    public static ResidualCheck Of(IEnumerable<ObservedExpected> cells, int fitted)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var known = cells.Where(cell => cell.Expected > 0).ToList();
        var judged = known.Where(cell => cell.Expected >= 1).ToList();
        var large = known.Where(cell => cell.Expected >= EnoughForPearson).ToList();
        var small = known.Where(cell => cell.Expected < EnoughForPearson).Aggregate(default(ObservedExpected), (sum, cell) => sum.Plus(cell));
        if (small.Expected >= EnoughForPearson)
        {
            large.Add(small);
        }

        var chiSquare = large.Sum(cell => (cell.Observed - cell.Expected) * (cell.Observed - cell.Expected) / cell.Expected);
        var degrees = Math.Max(1, large.Count - fitted);
        return new ResidualCheck(
            judged.Count,
            judged.Count(cell => cell.IsOff(Coverage)),
            judged.Sum(cell => cell.ChanceOff(Coverage)),
            chiSquare,
            degrees,
            1 - ChiSquared.CDF(degrees, chiSquare));
    }
}
