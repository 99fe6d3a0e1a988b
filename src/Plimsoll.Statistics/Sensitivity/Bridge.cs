namespace Plimsoll.Statistics.Sensitivity;

/// <summary>
/// The way from one figure to another by the factors that differ: what swapping each factor from A to B changes, averaged
/// over every order in which they could be swapped, so that no factor gains from being first.
/// </summary>
/// <param name="From">Figure with every factor as in A.</param>
/// <param name="To">Figure with every factor as in B.</param>
/// <param name="Contributions">
/// One a factor. They add up to To less From: to the last digit where all figures lie on one grid, as whole pence do;
/// otherwise but for the last bit of the largest, which takes what rounding leaves.
/// </param>
public sealed record Bridge(double From, double To, double[] Contributions)
{
    /// <summary>Builds a bridge.</summary>
    /// <param name="factors">How many factors, from 1 to 20.</param>
    /// <param name="figure">Figure for a set of swapped factors: bit j says that factor j is as in B. Called once a set.</param>
    /// <exception cref="ArgumentOutOfRangeException">Factors are too few or too many.</exception>
    /// <exception cref="ArithmeticException">A figure is not a finite number.</exception>
    public static Bridge Of(int factors, Func<int, double> figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentOutOfRangeException.ThrowIfLessThan(factors, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(factors, ShapleyValues.MostFactors);
        var figures = new double[1 << factors];
        for (var swapped = 0; swapped < figures.Length; swapped++)
        {
            figures[swapped] = figure(swapped);
            if (!double.IsFinite(figures[swapped]))
            {
                throw new ArithmeticException("A figure of the bridge is not a finite number.");
            }
        }

        return new Bridge(figures[0], figures[^1], ExactParts.Of(ShapleyValues.Of(figures), figures[^1] - figures[0]));
    }
}
