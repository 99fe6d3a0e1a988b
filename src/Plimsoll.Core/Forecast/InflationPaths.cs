using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// Prices around the path that the settings set: each 1 April a shock of its own for every group of placements, which
/// stays (a random walk of the logarithm). Shocks of a year are correlated between groups. On average a path is the one
/// that is set, exactly.
/// </summary>
public sealed class InflationPaths
{
    private readonly bool[] isApril;
    private readonly double[] deviations;
    private readonly double common;
    private readonly double own;

    /// <summary>Prepares.</summary>
    /// <param name="assumptions">Standard deviations and correlation.</param>
    /// <param name="from">
    /// First day of the forecast. Prices rise on each 1 April strictly after it, as <see cref="Budget.DailyPrices"/> has it.
    /// </param>
    /// <param name="months">Calendar months; the first holds <paramref name="from"/> and may be part of a month.</param>
    /// <exception cref="ArgumentOutOfRangeException">The correlation is not from 0 to 1 or a deviation is below zero.</exception>
    public InflationPaths(PriceUncertainty assumptions, DateOnly from, int months)
    {
        ArgumentNullException.ThrowIfNull(assumptions);
        var correlation = assumptions.GroupCorrelation;
        deviations = new double[Groups];
        foreach (var group in Enum.GetValues<PriceGroup>())
        {
            deviations[(int)group] = assumptions.YearlySd.GetValueOrDefault(group);
        }

        if (correlation is not (>= 0 and <= 1) || !deviations.All(deviation => deviation >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(assumptions), "A correlation lies from 0 to 1 and no deviation is below zero.");
        }

        (common, own) = (Math.Sqrt(correlation), Math.Sqrt(1 - correlation));
        var first = CalendarMonth.Of(from);
        isApril = new bool[months];
        for (var month = 1; month < months; month++)
        {
            isApril[month] = first.Plus(month).First.Month == 4;
        }
    }

    /// <summary>Number of groups: the first dimension of a path.</summary>
    public static int Groups { get; } = Enum.GetValues<PriceGroup>().Length;

    /// <summary>Number of months: the second dimension of a path.</summary>
    public int Months => isApril.Length;

    /// <summary>Draws a path. Allocates nothing.</summary>
    /// <param name="stream">The replicate's stream for inflation.</param>
    /// <param name="factors">
    /// Filled with price over the path that is set, by group and month: group x <see cref="Months"/> + month.
    /// </param>
    /// <exception cref="ArgumentException">There is no room for all groups and months.</exception>
    public void Draw(Xoshiro256 stream, Span<double> factors)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (factors.Length < Groups * Months)
        {
            throw new ArgumentException("There is one number for each group and month.", nameof(factors));
        }

        for (var month = 0; month < Months; month++)
        {
            var shared = isApril[month] ? common * stream.NextNormal() : 0;
            for (var group = 0; group < Groups; group++)
            {
                var at = (group * Months) + month;
                factors[at] = month == 0 ? 1 : factors[at - 1];
                if (isApril[month])
                {
                    var deviation = deviations[group];
                    var shock = shared + (own * stream.NextNormal());
                    factors[at] *= Math.Exp((deviation * shock) - (0.5 * deviation * deviation));
                }
            }
        }
    }
}
