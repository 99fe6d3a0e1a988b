namespace Plimsoll.Statistics.Sensitivity;

/// <summary>How much of a result's variance each group of inputs explains.</summary>
/// <param name="Variance">Variance of the result.</param>
/// <param name="First">First order: share of the variance that goes if the group alone were known. Adds up to less than 1 where groups act together.</param>
/// <param name="FirstError">Standard errors.</param>
/// <param name="Total">Total order: share of the variance that stays if all but the group were known. Adds up to more than 1 where groups act together.</param>
/// <param name="TotalError">Standard errors.</param>
public sealed record SobolIndices(double Variance, double[] First, double[] FirstError, double[] Total, double[] TotalError)
{
    /// <summary>
    /// By picking and freezing: two independent draws of all groups, A and B, and for each group the draw A with that group
    /// taken from B. First order by Saltelli and others (2010), total order by Jansen (1999).
    /// </summary>
    /// <param name="model">The model; it runs rows times (groups + 2).</param>
    /// <param name="rows">How many pairs of draws, at least two; 2,000 by custom.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="options">Threads, progress, cancelling; null for one thread.</param>
    /// <returns>Indices of each result; all zero for one that never varies. Estimates are not cut at 0 or 1.</returns>
    /// <exception cref="ArithmeticException">A run gave a result that is not finite, or too few or many results.</exception>
    public static SobolIndices[] Of(GroupedModel model, int rows, ulong seed, RowOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.CheckRows(rows);
        var one = new double[rows][];
        var other = new double[rows][];
        var mixed = new double[rows][][];
        RowOptions.Run(options, rows, row =>
        {
            var (keys, swapped) = (model.Keys(seed, row, 0), model.Keys(seed, row, 1));
            one[row] = model.Checked(keys);
            other[row] = model.Checked(swapped);
            mixed[row] = new double[model.Groups][];
            for (var group = 0; group < model.Groups; group++)
            {
                var own = keys[group];
                keys[group] = swapped[group];
                mixed[row][group] = model.Checked(keys);
                keys[group] = own;
            }
        });

        return [.. Enumerable.Range(0, model.Outputs).Select(output => Estimate(one, other, mixed, output, model.Groups))];
    }

    private static SobolIndices Estimate(double[][] one, double[][] other, double[][][] mixed, int output, int groups)
    {
        var rows = one.Length;
        var mean = one.Concat(other).Average(results => results[output]);
        var variances = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            var (a, b) = (one[row][output] - mean, other[row][output] - mean);
            variances[row] = ((a * a) + (b * b)) / 2;
        }

        var indices = new SobolIndices(variances.Average(), new double[groups], new double[groups], new double[groups], new double[groups]);
        var (firsts, totals) = (new double[rows], new double[rows]);
        for (var group = 0; group < groups; group++)
        {
            for (var row = 0; row < rows; row++)
            {
                var (a, b, ab) = (one[row][output] - mean, other[row][output] - mean, mixed[row][group][output] - mean);
                firsts[row] = b * (ab - a);
                totals[row] = (a - ab) * (a - ab) / 2;
            }

            (indices.First[group], indices.FirstError[group]) = RatioEstimate.Of(firsts, variances);
            (indices.Total[group], indices.TotalError[group]) = RatioEstimate.Of(totals, variances);
        }

        return indices;
    }
}
