namespace Plimsoll.Statistics.MultiState;

/// <summary>Climbs a smooth function by the method of Broyden, Fletcher, Goldfarb and Shanno.</summary>
internal static class QuasiNewton
{
    private const int MostSteps = 500;

    /// <summary>Longest step in any one parameter: logs of intensities far away are no guide.</summary>
    private const double Longest = 2;

    /// <summary>Climbs until the gradient is small against the height, or no step climbs any more.</summary>
    /// <param name="function">Height and gradient.</param>
    /// <param name="start">Where to begin; its height is finite.</param>
    internal static double[] Climb(Func<double[], (double Height, double[] Gradient)> function, double[] start)
    {
        var size = start.Length;
        var here = start;
        var (height, gradient) = function(here);
        var inverse = Identity(size, 1 / Math.Max(1, gradient.Max(Math.Abs)));
        for (var step = 0; step < MostSteps && gradient.Max(Math.Abs) > 1e-6 * (1 + Math.Abs(height)); step++)
        {
            var move = Times(inverse, gradient);
            var slope = Dot(move, gradient);
            if (slope <= 0)
            {
                inverse = Identity(size, 1 / Math.Max(1, gradient.Max(Math.Abs)));
                move = Times(inverse, gradient);
                slope = Dot(move, gradient);
            }

            var scale = Math.Min(1, Longest / move.Max(Math.Abs));
            var next = Moved(here, move, scale);
            var reached = function(next);
            while (!(reached.Height >= height + (1e-4 * scale * slope)) && scale > 1e-12)
            {
                scale /= 2;
                next = Moved(here, move, scale);
                reached = function(next);
            }

            if (!(reached.Height > height))
            {
                break;
            }

            var change = next.Zip(here, (a, b) => a - b).ToArray();
            var bend = gradient.Zip(reached.Gradient, (a, b) => a - b).ToArray();
            Update(inverse, change, bend, step == 0);
            (here, height, gradient) = (next, reached.Height, reached.Gradient);
        }

        return here;
    }

    private static void Update(double[,] inverse, double[] change, double[] bend, bool first)
    {
        var curvature = Dot(change, bend);
        if (curvature <= 1e-12 * Math.Sqrt(Dot(change, change) * Dot(bend, bend)))
        {
            return;
        }

        var size = change.Length;
        if (first)
        {
            // The first step shows the scale of the curvature.
            var scale = curvature / Dot(bend, bend);
            for (var row = 0; row < size; row++)
            {
                inverse[row, row] = scale;
            }
        }

        var image = Times(inverse, bend);
        var factor = (1 + (Dot(bend, image) / curvature)) / curvature;
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                inverse[row, column] += (factor * change[row] * change[column])
                    - (((image[row] * change[column]) + (change[row] * image[column])) / curvature);
            }
        }
    }

    private static double[,] Identity(int size, double scale)
    {
        var matrix = new double[size, size];
        for (var row = 0; row < size; row++)
        {
            matrix[row, row] = scale;
        }

        return matrix;
    }

    private static double[] Times(double[,] matrix, double[] vector)
    {
        var product = new double[vector.Length];
        for (var row = 0; row < product.Length; row++)
        {
            for (var column = 0; column < product.Length; column++)
            {
                product[row] += matrix[row, column] * vector[column];
            }
        }

        return product;
    }

    private static double Dot(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var place = 0; place < left.Length; place++)
        {
            sum += left[place] * right[place];
        }

        return sum;
    }

    private static double[] Moved(double[] from, double[] move, double scale)
    {
        var next = new double[from.Length];
        for (var place = 0; place < next.Length; place++)
        {
            next[place] = from[place] + (scale * move[place]);
        }

        return next;
    }
}
