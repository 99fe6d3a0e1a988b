namespace Plimsoll.Statistics.Survival;

/// <summary>A fitted Weibull model of accelerated failure time: log time = design times coefficients + scale times a smallest-extreme-value error.</summary>
/// <param name="Coefficients">One a column of the design; positive means later.</param>
/// <param name="LogScale">Log of the scale; the shape of the Weibull distribution is one over the scale.</param>
/// <param name="Covariance">Inverse of the observed information: the coefficients, then the log scale.</param>
/// <param name="LogLikelihood">At the fit, with the density on the scale of time.</param>
public sealed record WeibullFit(double[] Coefficients, double LogScale, double[,] Covariance, double LogLikelihood)
{
    /// <summary>Shape of the Weibull distribution; above 1 the hazard rises with time.</summary>
    public double Shape => Math.Exp(-LogScale);

    /// <summary>Standard error of a coefficient; the column after the last is the log scale.</summary>
    public double StandardError(int column) => Math.Sqrt(Covariance[column, column]);

    /// <summary>Chance to be event-free at a time.</summary>
    /// <param name="row">A row of the design.</param>
    /// <param name="time">Zero or more.</param>
    public double Survival(ReadOnlySpan<double> row, double time) => Math.Exp(-CumulativeHazard(row, time));

    /// <summary>Cumulative hazard at a time.</summary>
    /// <param name="row">A row of the design.</param>
    /// <param name="time">Zero or more.</param>
    public double CumulativeHazard(ReadOnlySpan<double> row, double time)
    {
        if (row.Length != Coefficients.Length)
        {
            throw new ArgumentException($"The row has {row.Length} columns; the model has {Coefficients.Length}.", nameof(row));
        }

        var centre = 0.0;
        for (var column = 0; column < row.Length; column++)
        {
            centre += row[column] * Coefficients[column];
        }

        return time <= 0 ? 0 : Math.Exp((Math.Log(time) - centre) / Math.Exp(LogScale));
    }
}

/// <summary>Weibull regression by maximum likelihood, with censoring and late entry.</summary>
public static class WeibullRegression
{
    /// <summary>Fits by Newton's method.</summary>
    /// <param name="design">Subjects by columns; put a column of ones first for the intercept.</param>
    /// <param name="entry">Time at which each subject comes under observation, zero or more; empty when everybody is there from 0.</param>
    /// <param name="exit">Time at which observation ends, above zero and after entry.</param>
    /// <param name="happened">Whether it ended with the event; else the subject is censored.</param>
    /// <exception cref="ArgumentException">Lengths differ, a time is not above zero, or nobody has the event.</exception>
    /// <exception cref="ArithmeticException">A column is not identified, or the likelihood has no maximum.</exception>
    public static WeibullFit Fit(double[,] design, double[] entry, double[] exit, bool[] happened)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(exit);
        ArgumentNullException.ThrowIfNull(happened);
        Observed.Check(entry, exit, default);
        Observed.CheckDesign(design, exit.Length, happened);
        if (Array.FindIndex(exit, time => time <= 0) is var early && early >= 0)
        {
            throw new ArgumentException($"Subject {early} leaves at {exit[early]}: the log of a time needs one above zero.", nameof(exit));
        }

        var columns = design.GetLength(1);
        var meanLog = 0.0;
        for (var subject = 0; subject < exit.Length; subject++)
        {
            meanLog += Math.Log(exit[subject]) / exit.Length;
        }

        // Start from a constant hazard of the right size where the first column is an intercept.
        var start = new double[columns + 1];
        start[0] = design[0, 0] == 1 ? meanLog + 0.5 : 0;
        var (found, covariance, height) = NewtonFit.Climb(parameters => Likelihood(design, entry, exit, happened, parameters), start);
        return new WeibullFit(found[..columns], found[columns], covariance, height);
    }

    private static (double, double[], double[,]) Likelihood(
        double[,] design, double[] entry, double[] exit, bool[] happened, double[] parameters)
    {
        var columns = parameters.Length - 1;
        var scale = Math.Exp(parameters[columns]);
        var height = 0.0;
        var gradient = new double[columns + 1];
        var information = new double[columns + 1, columns + 1];
        for (var subject = 0; subject < exit.Length; subject++)
        {
            var centre = 0.0;
            for (var column = 0; column < columns; column++)
            {
                centre += design[subject, column] * parameters[column];
            }

            var log = Math.Log(exit[subject]);
            var z = (log - centre) / scale;
            var hazard = Math.Exp(z);
            if (happened[subject])
            {
                height += z - parameters[columns] - log;
            }

            height -= hazard;
            var dead = happened[subject] ? 1.0 : 0;

            // Derivatives in z, then by the chain rule: dz/dbeta = -x/scale, dz/dlogscale = -z.
            Add(design, subject, scale, z, dead - hazard, -hazard, gradient, information);
            gradient[columns] -= dead;
            if (entry.Length > 0 && entry[subject] > 0)
            {
                var first = (Math.Log(entry[subject]) - centre) / scale;
                var before = Math.Exp(first);
                height += before;
                Add(design, subject, scale, first, before, before, gradient, information);
            }
        }

        return (height, gradient, information);
    }

    private static void Add(
        double[,] design, int subject, double scale, double z, double slope, double bend, double[] gradient, double[,] information)
    {
        var columns = gradient.Length - 1;
        for (var a = 0; a < columns; a++)
        {
            var xa = -design[subject, a] / scale;
            gradient[a] += slope * xa;
            for (var b = 0; b < columns; b++)
            {
                information[a, b] -= bend * xa * -design[subject, b] / scale;
            }

            // d2z / dbeta dlogscale = x / scale.
            var cross = (bend * xa * -z) - (slope * xa);
            information[a, columns] -= cross;
            information[columns, a] -= cross;
        }

        gradient[columns] -= slope * z;
        information[columns, columns] -= (bend * z * z) + (slope * z);
    }
}
