namespace Plimsoll.Statistics.MultiState;

/// <summary>The exponential of a matrix, by scaling and squaring with Padé approximants (Higham 2005).</summary>
public static class MatrixExponential
{
    // Largest one-norm at which the approximant of each degree is exact to double precision (Higham 2005, table 2.3).
    private static readonly (int Degree, double Norm)[] Degrees =
        [(3, 1.495585217958292e-2), (5, 2.539398330063230e-1), (7, 9.504178996162932e-1), (9, 2.097847961257068), (13, 5.371920351148152)];

    private static readonly double[][] Coefficients = [.. Degrees.Select(one => Pade(one.Degree))];

    /// <summary>Computes the exponential.</summary>
    /// <param name="matrix">Square and finite.</param>
    /// <exception cref="ArgumentException">The matrix is not square, or holds a value that is not finite.</exception>
    public static double[,] Of(double[,] matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var size = matrix.GetLength(0);
        if (matrix.GetLength(1) != size)
        {
            throw new ArgumentException($"The matrix is {size} by {matrix.GetLength(1)}; only a square one has an exponential.", nameof(matrix));
        }

        var flat = new double[size * size];
        Buffer.BlockCopy(matrix, 0, flat, 0, flat.Length * sizeof(double));
        if (!Array.TrueForAll(flat, double.IsFinite))
        {
            throw new ArgumentException("The matrix holds a value that is not finite.", nameof(matrix));
        }

        var result = new double[size, size];
        Buffer.BlockCopy(Of(flat, size), 0, result, 0, flat.Length * sizeof(double));
        return result;
    }

    /// <summary>The same on a matrix stored row by row, which is left as it is.</summary>
    internal static double[] Of(double[] matrix, int size)
    {
        var norm = Norm(matrix, size);
        var degree = Array.FindIndex(Degrees, one => norm <= one.Norm);
        var halvings = 0;
        var scaled = matrix;
        if (degree < 0)
        {
            degree = Degrees.Length - 1;
            halvings = (int)Math.Ceiling(Math.Log2(norm / Degrees[^1].Norm));
            var factor = Math.ScaleB(1, -halvings);
            scaled = [.. matrix.Select(value => value * factor)];
        }

        var (odd, even) = Halves(scaled, size, Coefficients[degree]);
        var top = new double[odd.Length];
        for (var place = 0; place < odd.Length; place++)
        {
            (top[place], even[place]) = (even[place] + odd[place], even[place] - odd[place]);
        }

        Solve(even, top, size);
        for (; halvings > 0; halvings--)
        {
            top = Product(top, top, size);
        }

        return top;
    }

    internal static double[] Product(double[] left, double[] right, int size)
    {
        var product = new double[size * size];
        for (var row = 0; row < size; row++)
        {
            var target = product.AsSpan(row * size, size);
            for (var middle = 0; middle < size; middle++)
            {
                var factor = left[(row * size) + middle];
                if (factor == 0)
                {
                    continue;
                }

                var source = right.AsSpan(middle * size, size);
                for (var column = 0; column < size; column++)
                {
                    target[column] += factor * source[column];
                }
            }
        }

        return product;
    }

    /// <summary>Coefficients of the numerator of the diagonal approximant, from the lowest power; the denominator has them with alternate signs.</summary>
    private static double[] Pade(int degree)
    {
        var coefficients = new double[degree + 1];
        coefficients[0] = 1;
        for (var power = 1; power <= degree; power++)
        {
            coefficients[power] = coefficients[power - 1] * (degree - power + 1) / ((double)power * ((2 * degree) - power + 1));
        }

        return coefficients;
    }

    private static double Norm(double[] matrix, int size)
    {
        var largest = 0.0;
        for (var column = 0; column < size; column++)
        {
            var sum = 0.0;
            for (var row = 0; row < size; row++)
            {
                sum += Math.Abs(matrix[(row * size) + column]);
            }

            largest = Math.Max(largest, sum);
        }

        return largest;
    }

    /// <summary>Odd and even parts of the numerator, by Horner's rule in the square.</summary>
    private static (double[] Odd, double[] Even) Halves(double[] matrix, int size, double[] coefficients)
    {
        var square = Product(matrix, matrix, size);
        var odd = Scaled(size, coefficients[^1]);
        var even = Scaled(size, coefficients[^2]);
        for (var power = coefficients.Length - 3; power > 0; power -= 2)
        {
            odd = Product(odd, square, size);
            even = Product(even, square, size);
            for (var place = 0; place < size; place++)
            {
                odd[(place * size) + place] += coefficients[power];
                even[(place * size) + place] += coefficients[power - 1];
            }
        }

        return (Product(matrix, odd, size), even);
    }

    private static double[] Scaled(int size, double diagonal)
    {
        var matrix = new double[size * size];
        for (var place = 0; place < size; place++)
        {
            matrix[(place * size) + place] = diagonal;
        }

        return matrix;
    }

    /// <summary>Solves left x = right in place of right, by elimination with row exchanges; the denominator is far from singular.</summary>
    private static void Solve(double[] left, double[] right, int size)
    {
        for (var step = 0; step < size; step++)
        {
            var pivot = step;
            for (var row = step + 1; row < size; row++)
            {
                pivot = Math.Abs(left[(row * size) + step]) > Math.Abs(left[(pivot * size) + step]) ? row : pivot;
            }

            if (pivot != step)
            {
                for (var column = 0; column < size; column++)
                {
                    (left[(step * size) + column], left[(pivot * size) + column]) = (left[(pivot * size) + column], left[(step * size) + column]);
                    (right[(step * size) + column], right[(pivot * size) + column]) = (right[(pivot * size) + column], right[(step * size) + column]);
                }
            }

            for (var row = step + 1; row < size; row++)
            {
                var factor = left[(row * size) + step] / left[(step * size) + step];
                if (factor == 0)
                {
                    continue;
                }

                for (var column = 0; column < size; column++)
                {
                    left[(row * size) + column] -= factor * left[(step * size) + column];
                    right[(row * size) + column] -= factor * right[(step * size) + column];
                }
            }
        }

        for (var row = size - 1; row >= 0; row--)
        {
            for (var column = 0; column < size; column++)
            {
                var sum = right[(row * size) + column];
                for (var later = row + 1; later < size; later++)
                {
                    sum -= left[(row * size) + later] * right[(later * size) + column];
                }

                right[(row * size) + column] = sum / left[(row * size) + row];
            }
        }
    }
}
