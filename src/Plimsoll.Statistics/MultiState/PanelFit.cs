using Plimsoll.Statistics.Survival;

namespace Plimsoll.Statistics.MultiState;

/// <summary>An estimate with the ends of its interval.</summary>
/// <param name="Value">Estimate.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public sealed record RateInterval(double Value, double Low, double High);

/// <summary>Fitted intensities of a Markov process.</summary>
/// <param name="Matrix">States and transitions.</param>
/// <param name="Cuts">Times at which intensities change.</param>
/// <param name="Parameters">Log intensities by period and transition, then effects on them by covariate and transition.</param>
/// <param name="Covariance">Inverse of the observed information, parameters by parameters.</param>
/// <param name="LogLikelihood">At the fit.</param>
public sealed record PanelFit(TransitionMatrix Matrix, double[] Cuts, double[] Parameters, double[,] Covariance, double LogLikelihood)
{
    /// <summary>Number of covariates.</summary>
    public int Covariates => (Parameters.Length / Matrix.Transitions) - Cuts.Length - 1;

    /// <summary>Standard error of a parameter.</summary>
    public double StandardError(int parameter) => Math.Sqrt(Covariance[parameter, parameter]);

    /// <summary>Intensity matrix of a period.</summary>
    /// <param name="period">From 0.</param>
    /// <param name="row">Covariates; empty for all zero.</param>
    public double[,] Intensities(int period = 0, ReadOnlySpan<double> row = default)
    {
        var rates = new double[Matrix.Transitions];
        for (var transition = 0; transition < rates.Length; transition++)
        {
            rates[transition] = Math.Exp(Dot(Loads(transition, period, row)));
        }

        return MarkovIntensities.Matrix(Matrix, rates);
    }

    /// <summary>Intensity of a transition, with an interval that is symmetric in its log.</summary>
    /// <param name="transition">From 0.</param>
    /// <param name="coverage">Probability inside, such as 0.95.</param>
    /// <param name="period">From 0.</param>
    /// <param name="row">Covariates; empty for all zero.</param>
    public RateInterval Intensity(int transition, double coverage, int period = 0, ReadOnlySpan<double> row = default)
    {
        var loads = Loads(transition, period, row);
        return Around(Math.Exp(Dot(loads)), Math.Sqrt(Form(loads)), coverage);
    }

    /// <summary>Intensity of leaving a state by any transition, with an interval that is symmetric in its log (delta method).</summary>
    /// <param name="state">A state that can be left.</param>
    /// <param name="coverage">Probability inside, such as 0.95.</param>
    /// <param name="period">From 0.</param>
    /// <param name="row">Covariates; empty for all zero.</param>
    /// <exception cref="ArgumentException">The state cannot be left.</exception>
    public RateInterval Leaving(int state, double coverage, int period = 0, ReadOnlySpan<double> row = default)
    {
        if (Matrix.IsAbsorbing(state))
        {
            throw new ArgumentException($"State {Matrix.States[state]} cannot be left.", nameof(state));
        }

        // d log(sum q) = sum of q d log q, over the sum.
        var sum = 0.0;
        var slope = new double[Parameters.Length];
        foreach (var transition in Matrix.Leaving(state))
        {
            var loads = Loads(transition, period, row);
            var rate = Math.Exp(Dot(loads));
            sum += rate;
            for (var parameter = 0; parameter < slope.Length; parameter++)
            {
                slope[parameter] += rate * loads[parameter];
            }
        }

        for (var parameter = 0; parameter < slope.Length; parameter++)
        {
            slope[parameter] /= sum;
        }

        return Around(sum, Math.Sqrt(Form(slope)), coverage);
    }

    /// <summary>Mean time of one stay in a state, with its interval: one over the intensity of leaving it.</summary>
    /// <param name="state">A state that can be left.</param>
    /// <param name="coverage">Probability inside, such as 0.95.</param>
    /// <param name="period">From 0.</param>
    /// <param name="row">Covariates; empty for all zero.</param>
    /// <exception cref="ArgumentException">The state cannot be left.</exception>
    public RateInterval MeanSojourn(int state, double coverage, int period = 0, ReadOnlySpan<double> row = default)
    {
        var leaving = Leaving(state, coverage, period, row);
        return new RateInterval(1 / leaving.Value, 1 / leaving.High, 1 / leaving.Low);
    }

    /// <summary>Factor on the intensity of a transition for one unit more of a covariate.</summary>
    /// <param name="covariate">From 0.</param>
    /// <param name="transition">From 0.</param>
    /// <param name="coverage">Probability inside, such as 0.95.</param>
    public RateInterval HazardRatio(int covariate, int transition, double coverage)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(covariate);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(covariate, Covariates);
        var parameter = ((Cuts.Length + 1 + covariate) * Matrix.Transitions) + transition;
        return Around(Math.Exp(Parameters[parameter]), StandardError(parameter), coverage);
    }

    /// <summary>Chances to be in each state at the end of a stretch of time, from by to.</summary>
    /// <param name="from">Clock time at the start.</param>
    /// <param name="to">Clock time at the end.</param>
    /// <param name="row">Covariates; empty for all zero.</param>
    public double[,] Probabilities(double from, double to, ReadOnlySpan<double> row = default)
    {
        var periods = new double[Cuts.Length + 1][,];
        for (var period = 0; period < periods.Length; period++)
        {
            periods[period] = Intensities(period, row);
        }

        return MarkovIntensities.Probabilities(periods, Cuts, from, to);
    }

    private static RateInterval Around(double value, double error, double coverage)
    {
        var factor = Math.Exp(Observed.Quantile(coverage) * error);
        return new RateInterval(value, value / factor, value * factor);
    }

    /// <summary>What each parameter counts for in the log intensity of a transition.</summary>
    private double[] Loads(int transition, int period, ReadOnlySpan<double> row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(period);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(period, Cuts.Length);
        if (!row.IsEmpty && row.Length != Covariates)
        {
            throw new ArgumentException($"The row has {row.Length} covariates; the model has {Covariates}.", nameof(row));
        }

        var loads = new double[Parameters.Length];
        loads[(period * Matrix.Transitions) + transition] = 1;
        for (var covariate = 0; covariate < row.Length; covariate++)
        {
            loads[((Cuts.Length + 1 + covariate) * Matrix.Transitions) + transition] = row[covariate];
        }

        return loads;
    }

    private double Dot(double[] loads)
    {
        var sum = 0.0;
        for (var parameter = 0; parameter < loads.Length; parameter++)
        {
            sum += loads[parameter] * Parameters[parameter];
        }

        return sum;
    }

    private double Form(double[] loads)
    {
        var sum = 0.0;
        for (var row = 0; row < loads.Length; row++)
        {
            for (var column = 0; column < loads.Length; column++)
            {
                sum += loads[row] * Covariance[row, column] * loads[column];
            }
        }

        return sum;
    }
}
