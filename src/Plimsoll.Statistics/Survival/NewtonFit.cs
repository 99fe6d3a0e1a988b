using MathNet.Numerics.LinearAlgebra;

namespace Plimsoll.Statistics.Survival;

/// <summary>Newton's method with step halving for a log-likelihood that comes with its gradient and information.</summary>
internal static class NewtonFit
{
    private const int MostSteps = 200;

    /// <summary>Log-likelihood, gradient and observed information (minus the Hessian) at parameters.</summary>
    internal delegate (double LogLikelihood, double[] Gradient, double[,] Information) Model(double[] parameters);

    /// <summary>Climbs to the maximum.</summary>
    /// <exception cref="ArithmeticException">The information is singular, or the maximum is not reached.</exception>
    internal static (double[] Parameters, double[,] Covariance, double LogLikelihood) Climb(Model model, double[] start)
    {
        var here = start;
        var (height, gradient, information) = model(here);
        if (!double.IsFinite(height))
        {
            throw new ArithmeticException("The likelihood is not finite at the start: check the scale of the design and of the times.");
        }

        for (var step = 0; step < MostSteps; step++)
        {
            var move = Ascent(gradient, information);
            var gain = 0.0;
            for (var place = 0; place < move.Length; place++)
            {
                gain += move[place] * gradient[place];
            }

            var scale = 1.0;
            var next = Moved(here, move, scale);
            var reached = model(next);

            // Twice what the likelihood can still rise. Steps converge quadratically, so this one is the last; the rise is lost in rounding.
            if (gain < 1e-14 * (1 + Math.Abs(height)) && double.IsFinite(reached.LogLikelihood))
            {
                return (next, Inverse(reached.Information), reached.LogLikelihood);
            }

            while (!(reached.LogLikelihood >= height - (1e-14 * Math.Abs(height))) && scale > 1e-10)
            {
                scale /= 2;
                next = Moved(here, move, scale);
                reached = model(next);
            }

            if (!(reached.LogLikelihood >= height - (1e-14 * Math.Abs(height))))
            {
                break;
            }

            (here, (height, gradient, information)) = (next, reached);
        }

        throw new ArithmeticException(
            "The likelihood has no maximum within reach: a coefficient runs to infinity (a group without events, perhaps), or a column repeats another.");
    }

    /// <summary>Newton's step where the information is positive; else a step along the gradient of a like size.</summary>
    private static double[] Ascent(double[] gradient, double[,] information)
    {
        var matrix = Matrix<double>.Build.DenseOfArray(information);
        for (var lift = 0.0; lift < 1e12; lift = lift == 0 ? 1e-6 : lift * 10)
        {
            var lifted = matrix + Matrix<double>.Build.DenseDiagonal(gradient.Length, lift * (1 + matrix.Diagonal().AbsoluteMaximum()));
            try
            {
                return [.. lifted.Cholesky().Solve(Vector<double>.Build.Dense(gradient))];
            }
            catch (ArgumentException)
            {
                // Not positive definite here: lift the diagonal and try again.
            }
        }

        throw new ArithmeticException("The information is singular: a column is not identified by the data.");
    }

    private static double[,] Inverse(double[,] information)
    {
        var matrix = Matrix<double>.Build.DenseOfArray(information);
        var scale = matrix.Diagonal();
        try
        {
            var inverse = matrix.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(scale.Count));
            for (var column = 0; column < scale.Count; column++)
            {
                // The share of a column's information that the others do not explain away.
                if (inverse[column, column] * scale[column] > 1e12)
                {
                    throw new ArithmeticException($"Column {column} repeats a mixture of the others, so that its coefficient is not identified.");
                }
            }

            return inverse.ToArray();
        }
        catch (ArgumentException fault)
        {
            throw new ArithmeticException("The information is singular: a column is not identified by the data.", fault);
        }
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
