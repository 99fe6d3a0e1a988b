using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Plimsoll.Statistics.Rates;

/// <summary>A fitted log-linear model of counts.</summary>
/// <param name="Coefficients">One a column of the design.</param>
/// <param name="Covariance">Inverse of the penalised information at the fit, coefficients by coefficients.</param>
/// <param name="LogLikelihood">Log-likelihood at the fit, without the penalty.</param>
public sealed record CountFit(double[] Coefficients, double[,] Covariance, double LogLikelihood)
{
    /// <summary>Standard error of a coefficient.</summary>
    public double StandardError(int column) => Math.Sqrt(Covariance[column, column]);
}

/// <summary>
/// Log-linear regression of counts on a design, by Newton's method (Fisher scoring) with a ridge penalty of one half
/// rho b squared for each coefficient. Poisson, or negative binomial with a given size.
/// </summary>
public static class CountRegression
{
    private const int MostSteps = 100;

    /// <summary>Fits by maximum penalised likelihood.</summary>
    /// <param name="design">Rows by columns.</param>
    /// <param name="counts">Events of each row; weighted counts need not be whole.</param>
    /// <param name="exposure">Time at risk of each row, above zero; its log is the offset.</param>
    /// <param name="ridge">rho of each column; zero for none.</param>
    /// <param name="size">Size of the negative binomial; infinity for Poisson.</param>
    /// <exception cref="ArithmeticException">The penalised information is singular: a column without penalty is not identified.</exception>
    public static CountFit Fit(double[,] design, double[] counts, double[] exposure, double[] ridge, double size = double.PositiveInfinity)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(exposure);
        ArgumentNullException.ThrowIfNull(ridge);
        var columns = design.GetLength(1);
        var beta = new double[columns];

        // The first column is the intercept in every use here: start from the overall rate.
        beta[0] = design[0, 0] == 1 ? Math.Log((counts.Sum() + 0.1) / exposure.Sum()) : 0;

        var objective = Objective(design, counts, exposure, ridge, size, beta);
        for (var step = 0; step < MostSteps; step++)
        {
            var (gradient, information) = Score(design, counts, exposure, ridge, size, beta);
            var move = Factor(information).Solve(Vector<double>.Build.Dense(gradient)).ToArray();
            var scale = 1.0;
            var next = Moved(beta, move, scale);
            var reached = Objective(design, counts, exposure, ridge, size, next);
            while (!(reached >= objective - (1e-12 * Math.Abs(objective))) && scale > 1e-8)
            {
                scale /= 2;
                next = Moved(beta, move, scale);
                reached = Objective(design, counts, exposure, ridge, size, next);
            }

            var largest = move.Max(Math.Abs) * scale;
            (beta, objective) = (next, reached);
            if (largest < 1e-10)
            {
                break;
            }
        }

        var covariance = Factor(Score(design, counts, exposure, ridge, size, beta).Information)
            .Solve(Matrix<double>.Build.DenseIdentity(columns));
        return new CountFit(beta, covariance.ToArray(), Objective(design, counts, exposure, new double[columns], size, beta));
    }

    /// <summary>Mean of a row under coefficients, for one unit of exposure.</summary>
    public static double Rate(double[,] design, int row, double[] coefficients)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(coefficients);
        var sum = 0.0;
        for (var column = 0; column < coefficients.Length; column++)
        {
            var x = design[row, column];
            if (x != 0)
            {
                sum += x * coefficients[column];
            }
        }

        return Math.Exp(Math.Clamp(sum, -700, 700));
    }

    private static MathNet.Numerics.LinearAlgebra.Factorization.Cholesky<double> Factor(double[,] information)
    {
        try
        {
            return Matrix<double>.Build.DenseOfArray(information).Cholesky();
        }
        catch (ArgumentException fault)
        {
            throw new ArithmeticException("The information is singular: a column without penalty is not identified by the data.", fault);
        }
    }

    private static double[] Moved(double[] beta, double[] move, double scale)
    {
        var next = new double[beta.Length];
        for (var column = 0; column < beta.Length; column++)
        {
            next[column] = beta[column] + (scale * Math.Clamp(move[column], -5, 5));
        }

        return next;
    }

    private static double Objective(double[,] design, double[] counts, double[] exposure, double[] ridge, double size, double[] beta)
    {
        var sum = 0.0;
        for (var row = 0; row < counts.Length; row++)
        {
            var mean = exposure[row] * Rate(design, row, beta);
            sum += double.IsPositiveInfinity(size)
                ? (counts[row] * Math.Log(Math.Max(mean, double.Epsilon))) - mean - SpecialFunctions.GammaLn(counts[row] + 1)
                : Counts.NegativeBinomial.LogProbability(counts[row], mean, size);
        }

        for (var column = 0; column < beta.Length; column++)
        {
            sum -= 0.5 * ridge[column] * beta[column] * beta[column];
        }

        return sum;
    }

    private static (double[] Gradient, double[,] Information) Score(
        double[,] design, double[] counts, double[] exposure, double[] ridge, double size, double[] beta)
    {
        var columns = beta.Length;
        var gradient = new double[columns];
        var information = new double[columns, columns];
        var used = new int[columns];
        for (var row = 0; row < counts.Length; row++)
        {
            var mean = exposure[row] * Rate(design, row, beta);
            var damping = double.IsPositiveInfinity(size) ? 1 : 1 + (mean / size);
            var residual = (counts[row] - mean) / damping;
            var weight = mean / damping;
            var number = 0;
            for (var column = 0; column < columns; column++)
            {
                if (design[row, column] != 0)
                {
                    used[number++] = column;
                }
            }

            for (var a = 0; a < number; a++)
            {
                var x = design[row, used[a]];
                gradient[used[a]] += x * residual;
                for (var b = 0; b < number; b++)
                {
                    information[used[a], used[b]] += x * design[row, used[b]] * weight;
                }
            }
        }

        for (var column = 0; column < columns; column++)
        {
            gradient[column] -= ridge[column] * beta[column];
            information[column, column] += ridge[column];
        }

        return (gradient, information);
    }
}
