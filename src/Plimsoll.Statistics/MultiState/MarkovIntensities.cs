namespace Plimsoll.Statistics.MultiState;

/// <summary>
/// A Markov process whose intensities are constant, or constant between given times. An intensity matrix has the rates of direct
/// transitions, from by to, and minus their sum on the diagonal.
/// </summary>
public static class MarkovIntensities
{
    /// <summary>Makes an intensity matrix from the rates of transitions.</summary>
    /// <param name="matrix">States and transitions.</param>
    /// <param name="rates">Rate of each transition, zero or more, a unit of time.</param>
    /// <exception cref="ArgumentException">There is not one rate for each transition, or one is below zero or not finite.</exception>
    public static double[,] Matrix(TransitionMatrix matrix, ReadOnlySpan<double> rates)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (rates.Length != matrix.Transitions)
        {
            throw new ArgumentException($"There are {rates.Length} rates for {matrix.Transitions} transitions; give one each.", nameof(rates));
        }

        var intensities = new double[matrix.States.Count, matrix.States.Count];
        for (var transition = 0; transition < rates.Length; transition++)
        {
            if (!(rates[transition] >= 0 && double.IsFinite(rates[transition])))
            {
                throw new ArgumentException($"The rate of transition {transition} is not a finite number of zero or more.", nameof(rates));
            }

            intensities[matrix.From(transition), matrix.To(transition)] += rates[transition];
            intensities[matrix.From(transition), matrix.From(transition)] -= rates[transition];
        }

        return intensities;
    }

    /// <summary>Chances to be in each state after a time, from by to: the exponential of intensities times time.</summary>
    /// <param name="intensities">Intensity matrix.</param>
    /// <param name="time">Zero or more.</param>
    /// <exception cref="ArgumentException">The matrix is not square, has a rate below zero, or rows that do not sum to zero.</exception>
    public static double[,] Probabilities(double[,] intensities, double time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(time);
        Check(intensities);
        return MatrixExponential.Of(Times(intensities, time));
    }

    /// <summary>Chances over a stretch of time in which the intensities change at given times.</summary>
    /// <param name="intensities">An intensity matrix for each period, one more than there are cuts.</param>
    /// <param name="cuts">Times at which the next period begins, ascending.</param>
    /// <param name="from">Start of the stretch.</param>
    /// <param name="to">End of the stretch, not before its start.</param>
    /// <exception cref="ArgumentException">Cuts do not ascend, there is not one matrix for each period, or a matrix has no intensities.</exception>
    public static double[,] Probabilities(double[][,] intensities, double[] cuts, double from, double to)
    {
        ArgumentNullException.ThrowIfNull(intensities);
        ArgumentNullException.ThrowIfNull(cuts);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        CheckCuts(cuts);
        if (intensities.Length != cuts.Length + 1)
        {
            throw new ArgumentException($"{cuts.Length} cuts make {cuts.Length + 1} periods; {intensities.Length} matrices were given.", nameof(intensities));
        }

        double[,]? product = null;
        foreach (var (period, length) in Pieces(cuts, from, to))
        {
            var piece = Probabilities(intensities[period], length);
            product = product is null ? piece : Product(product, piece);
        }

        return product ?? Probabilities(intensities[0], 0);
    }

    /// <summary>Expected time in each state over a stretch from now, from by in: the integral of the chances.</summary>
    /// <param name="intensities">Intensity matrix.</param>
    /// <param name="horizon">Zero or more.</param>
    /// <exception cref="ArgumentException">The matrix is not square, has a rate below zero, or rows that do not sum to zero.</exception>
    public static double[,] LengthOfStay(double[,] intensities, double horizon)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(horizon);
        Check(intensities);

        // The exponential of the block matrix (Q I; 0 0) has the integral of exp(Qt) in its upper right (Van Loan 1978).
        var size = intensities.GetLength(0);
        var block = new double[2 * size, 2 * size];
        for (var row = 0; row < size; row++)
        {
            block[row, size + row] = horizon;
            for (var column = 0; column < size; column++)
            {
                block[row, column] = intensities[row, column] * horizon;
            }
        }

        var exponential = MatrixExponential.Of(block);
        var stay = new double[size, size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                stay[row, column] = exponential[row, size + column];
            }
        }

        return stay;
    }

    /// <summary>Periods and lengths that make up a stretch of time, in order; none when it has no length.</summary>
    internal static IEnumerable<(int Period, double Length)> Pieces(double[] cuts, double from, double to)
    {
        var start = from;
        for (var period = 0; period <= cuts.Length && start < to; period++)
        {
            var end = period < cuts.Length ? Math.Min(cuts[period], to) : to;
            if (end > start)
            {
                yield return (period, end - start);
                start = end;
            }
        }
    }

    internal static void CheckCuts(double[] cuts)
    {
        for (var cut = 0; cut < cuts.Length; cut++)
        {
            if (!double.IsFinite(cuts[cut]) || (cut > 0 && cuts[cut] <= cuts[cut - 1]))
            {
                throw new ArgumentException("Cuts are finite and ascend.", nameof(cuts));
            }
        }
    }

    private static void Check(double[,] intensities)
    {
        ArgumentNullException.ThrowIfNull(intensities);
        var size = intensities.GetLength(0);
        if (intensities.GetLength(1) != size)
        {
            throw new ArgumentException($"The matrix is {size} by {intensities.GetLength(1)}; states need as many rows as columns.", nameof(intensities));
        }

        for (var row = 0; row < size; row++)
        {
            var (sum, largest) = (0.0, 0.0);
            for (var column = 0; column < size; column++)
            {
                var rate = intensities[row, column];
                if (!double.IsFinite(rate) || (row != column && rate < 0))
                {
                    throw new ArgumentException($"The intensity from {row} to {column} is {rate}; it must be zero or more.", nameof(intensities));
                }

                sum += rate;
                largest = Math.Max(largest, Math.Abs(rate));
            }

            if (Math.Abs(sum) > 1e-9 * largest)
            {
                throw new ArgumentException($"Row {row} sums to {sum}; the diagonal is minus the sum of the rates.", nameof(intensities));
            }
        }
    }

    private static double[,] Times(double[,] matrix, double factor)
    {
        var scaled = (double[,])matrix.Clone();
        for (var row = 0; row < scaled.GetLength(0); row++)
        {
            for (var column = 0; column < scaled.GetLength(1); column++)
            {
                scaled[row, column] *= factor;
            }
        }

        return scaled;
    }

    private static double[,] Product(double[,] left, double[,] right)
    {
        var size = left.GetLength(0);
        var product = new double[size, size];
        for (var row = 0; row < size; row++)
        {
            for (var middle = 0; middle < size; middle++)
            {
                for (var column = 0; column < size; column++)
                {
                    product[row, column] += left[row, middle] * right[middle, column];
                }
            }
        }

        return product;
    }
}
