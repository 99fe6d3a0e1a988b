namespace Plimsoll.Statistics.Survival;

/// <summary>How tied events are handled in the partial likelihood.</summary>
public enum TieMethod
{
    /// <summary>Each of d tied events meets the risk set less its share of those tied (Efron).</summary>
    Efron,

    /// <summary>All of d tied events meet the full risk set (Breslow).</summary>
    Breslow,
}

/// <summary>A fitted proportional hazards model.</summary>
/// <param name="Coefficients">Log hazard ratio of each column of the design.</param>
/// <param name="Covariance">Inverse of the observed information.</param>
/// <param name="LogLikelihood">Log partial likelihood at the fit.</param>
/// <param name="NullLogLikelihood">Log partial likelihood with all coefficients zero.</param>
public sealed record CoxFit(double[] Coefficients, double[,] Covariance, double LogLikelihood, double NullLogLikelihood)
{
    /// <summary>Standard error of a coefficient.</summary>
    public double StandardError(int column) => Math.Sqrt(Covariance[column, column]);
}

/// <summary>Cox's proportional hazards regression, with late entry and strata.</summary>
public static class CoxRegression
{
    /// <summary>Fits by Newton's method.</summary>
    /// <param name="design">Subjects by columns, without an intercept.</param>
    /// <param name="entry">Clock time at which each subject comes under observation; empty when everybody is there from the start.</param>
    /// <param name="exit">Clock time at which observation ends, after entry.</param>
    /// <param name="happened">Whether it ended with the event; else the subject is censored.</param>
    /// <param name="ties">How ties are handled.</param>
    /// <param name="stratum">Stratum of each subject, each with a baseline hazard of its own; null for one.</param>
    /// <exception cref="ArgumentException">Lengths differ, or an entry is not before its exit, or nobody has the event.</exception>
    /// <exception cref="ArithmeticException">A column is not identified, or a coefficient runs to infinity.</exception>
    public static CoxFit Fit(
        double[,] design, double[] entry, double[] exit, bool[] happened, TieMethod ties = TieMethod.Efron, int[]? stratum = null)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(exit);
        ArgumentNullException.ThrowIfNull(happened);
        Observed.Check(entry, exit, default);
        Observed.CheckDesign(design, exit.Length, happened);
        if (stratum is not null && stratum.Length != exit.Length)
        {
            throw new ArgumentException($"There are {stratum.Length} strata for {exit.Length} exits; give one each.", nameof(stratum));
        }

        var columns = design.GetLength(1);
        var centred = Centred(design);

        // Latest exits first, stratum by stratum, so that risk sets grow as the likelihood walks back in time.
        var order = Enumerable.Range(0, exit.Length).OrderBy(subject => stratum?[subject] ?? 0).ThenByDescending(subject => exit[subject]).ToArray();
        var leaving = entry.Length == 0
            ? []
            : Enumerable.Range(0, exit.Length).OrderBy(subject => stratum?[subject] ?? 0).ThenByDescending(subject => entry[subject]).ToArray();
        var walk = new Walk(centred, entry, exit, happened, ties, stratum ?? new int[exit.Length], order, leaving);
        var start = new double[columns];
        var (found, covariance, height) = NewtonFit.Climb(walk.Likelihood, start);
        return new CoxFit(found, covariance, height, walk.Likelihood(new double[columns]).LogLikelihood);
    }

    /// <summary>Columns less their means: the partial likelihood is the same and its exponentials stay small.</summary>
    private static double[,] Centred(double[,] design)
    {
        var (rows, columns) = (design.GetLength(0), design.GetLength(1));
        var centred = new double[rows, columns];
        for (var column = 0; column < columns; column++)
        {
            var mean = 0.0;
            for (var row = 0; row < rows; row++)
            {
                mean += design[row, column] / rows;
            }

            for (var row = 0; row < rows; row++)
            {
                centred[row, column] = design[row, column] - mean;
            }
        }

        return centred;
    }

    /// <summary>The partial likelihood as a walk back in time over events.</summary>
    private sealed class Walk(
        double[,] design, double[] entry, double[] exit, bool[] happened, TieMethod ties, int[] stratum, int[] order, int[] leaving)
    {
        internal (double LogLikelihood, double[] Gradient, double[,] Information) Likelihood(double[] beta)
        {
            var columns = beta.Length;
            var height = 0.0;
            var gradient = new double[columns];
            var information = new double[columns, columns];
            var risk = new Moments(columns);
            var dying = new Moments(columns);
            var gone = 0;
            for (var place = 0; place < order.Length;)
            {
                var first = order[place];
                if (place == 0 || stratum[first] != stratum[order[place - 1]])
                {
                    risk.Clear();
                    while (gone < leaving.Length && stratum[leaving[gone]] < stratum[first])
                    {
                        gone++;
                    }
                }

                var time = exit[first];
                dying.Clear();
                var deaths = 0;
                for (; place < order.Length && exit[order[place]] == time && stratum[order[place]] == stratum[first]; place++)
                {
                    var subject = order[place];
                    var index = Index(subject, beta);
                    risk.Add(design, subject, Math.Exp(index), 1);
                    if (happened[subject])
                    {
                        deaths++;
                        dying.Add(design, subject, Math.Exp(index), 1);
                        height += index;
                        for (var column = 0; column < columns; column++)
                        {
                            gradient[column] += design[subject, column];
                        }
                    }
                }

                if (deaths == 0)
                {
                    continue;
                }

                for (; gone < leaving.Length && stratum[leaving[gone]] == stratum[first] && entry[leaving[gone]] >= time; gone++)
                {
                    risk.Add(design, leaving[gone], Math.Exp(Index(leaving[gone], beta)), -1);
                }

                for (var tied = 0; tied < deaths; tied++)
                {
                    var share = ties == TieMethod.Efron ? (double)tied / deaths : 0;
                    var total = risk.Sum - (share * dying.Sum);
                    height -= Math.Log(total);
                    for (var a = 0; a < columns; a++)
                    {
                        var mean = (risk.First[a] - (share * dying.First[a])) / total;
                        gradient[a] -= mean;
                        for (var b = 0; b <= a; b++)
                        {
                            var second = (risk.Second[a, b] - (share * dying.Second[a, b])) / total;
                            information[a, b] += second - (mean * ((risk.First[b] - (share * dying.First[b])) / total));
                            information[b, a] = information[a, b];
                        }
                    }
                }
            }

            return (height, gradient, information);
        }

        private double Index(int subject, double[] beta)
        {
            var sum = 0.0;
            for (var column = 0; column < beta.Length; column++)
            {
                sum += design[subject, column] * beta[column];
            }

            return sum;
        }
    }

    /// <summary>Weighted sums of one, of the design and of its squares over a set of subjects.</summary>
    private sealed class Moments(int columns)
    {
        internal double Sum { get; private set; }

        internal double[] First { get; } = new double[columns];

        internal double[,] Second { get; } = new double[columns, columns];

        internal void Clear()
        {
            Sum = 0;
            Array.Clear(First);
            Array.Clear(Second);
        }

        internal void Add(double[,] design, int subject, double weight, int sign)
        {
            Sum += sign * weight;
            for (var a = 0; a < First.Length; a++)
            {
                First[a] += sign * weight * design[subject, a];
                for (var b = 0; b <= a; b++)
                {
                    Second[a, b] += sign * weight * design[subject, a] * design[subject, b];
                }
            }
        }
    }
}
