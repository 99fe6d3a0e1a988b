namespace Plimsoll.Statistics.MultiState;

/// <summary>
/// The likelihood of panel data under a Markov process (Kalbfleisch and Lawless 1985; exact times of death as in R's msm), with its
/// gradient. Parameters are log intensities by period and transition, then effects by covariate and transition.
/// </summary>
public sealed partial class PanelLikelihood
{
    private readonly TransitionMatrix matrix;
    private readonly int states;
    private readonly List<Setting> settings = [];
    private readonly List<(int Setting, double Length)> keys = [];
    private readonly List<Step[]> subjects = [];
    private readonly List<int> names = [];
    private readonly List<int> starts = [];

    private PanelLikelihood(TransitionMatrix matrix, int periods, int covariates)
    {
        this.matrix = matrix;
        states = matrix.States.Count;
        (Periods, Covariates) = (periods, covariates);
    }

    /// <summary>Number of periods with intensities of their own.</summary>
    public int Periods { get; }

    /// <summary>Number of covariates.</summary>
    public int Covariates { get; }

    /// <summary>Number of parameters: transitions times periods and covariates together.</summary>
    public int Parameters => matrix.Transitions * (Periods + Covariates);

    /// <summary>Prepares the likelihood of observations.</summary>
    /// <param name="matrix">States and transitions.</param>
    /// <param name="observations">Subject by subject, in order of time; the first of each is a snapshot.</param>
    /// <param name="options">Cuts and covariates; null for neither.</param>
    /// <exception cref="ArgumentException">Observations are out of order, a state or kind does not fit, or shapes differ.</exception>
    public static PanelLikelihood Of(TransitionMatrix matrix, IReadOnlyList<PanelObservation> observations, PanelOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(observations);
        options ??= new PanelOptions();
        MarkovIntensities.CheckCuts(options.Cuts);
        var design = options.Covariates ?? new double[observations.Count, 0];
        if (design.GetLength(0) != observations.Count)
        {
            throw new ArgumentException($"There are {design.GetLength(0)} rows of covariates for {observations.Count} observations.", nameof(options));
        }

        var likelihood = new PanelLikelihood(matrix, options.Cuts.Length + 1, design.GetLength(1));
        var builder = new Builder(likelihood, options.Cuts, design);
        for (var place = 0; place < observations.Count; place++)
        {
            builder.Take(observations, place);
        }

        builder.Close();
        return likelihood;
    }

    /// <summary>Log-likelihood at parameters; minus infinity when some subject's path is impossible.</summary>
    public double At(double[] parameters) => Evaluate(parameters, null);

    /// <summary>Log-likelihood and its gradient.</summary>
    public (double LogLikelihood, double[] Gradient) WithGradient(double[] parameters)
    {
        var gradient = new double[Parameters];
        return (Evaluate(parameters, gradient), gradient);
    }

    /// <summary>A subject whose path is impossible under the matrix, whatever the intensities; null when there is none.</summary>
    internal int? Impossible()
    {
        var (chances, rates) = Chances(new double[Parameters]);
        for (var subject = 0; subject < subjects.Count; subject++)
        {
            if (double.IsNegativeInfinity(new Pass(this, subjects[subject], starts[subject], chances, rates).Forward()))
            {
                return names[subject];
            }
        }

        return null;
    }

    private double Evaluate(double[] parameters, double[]? gradient)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Length != Parameters)
        {
            throw new ArgumentException($"There are {parameters.Length} parameters; the model has {Parameters}.", nameof(parameters));
        }

        var (chances, rates) = Chances(parameters);
        var weights = gradient is null ? [] : keys.Select(_ => new double[states * states]).ToArray();
        var slopes = gradient is null ? [] : settings.Select(_ => new double[states * states]).ToArray();
        var height = 0.0;
        for (var subject = 0; subject < subjects.Count; subject++)
        {
            var pass = new Pass(this, subjects[subject], starts[subject], chances, rates);
            height += pass.Forward();
            if (double.IsNegativeInfinity(height))
            {
                return height;
            }

            if (gradient is not null)
            {
                pass.Backward(weights, slopes);
            }
        }

        if (gradient is not null)
        {
            for (var key = 0; key < keys.Count; key++)
            {
                Pull(rates[keys[key].Setting], keys[key].Length, weights[key], slopes[keys[key].Setting]);
            }

            Chain(rates, slopes, gradient);
        }

        return double.IsNaN(height) ? double.NegativeInfinity : height;
    }

    private (double[][] Chances, double[][] Rates) Chances(double[] parameters)
    {
        var rates = settings.Select(setting => Rates(setting, parameters)).ToArray();
        var chances = keys.Select(key => MatrixExponential.Of([.. rates[key.Setting].Select(rate => rate * key.Length)], states)).ToArray();
        return (chances, rates);
    }

    private double[] Rates(Setting setting, double[] parameters)
    {
        var rates = new double[states * states];
        for (var transition = 0; transition < matrix.Transitions; transition++)
        {
            var log = parameters[(setting.Period * matrix.Transitions) + transition];
            for (var covariate = 0; covariate < Covariates; covariate++)
            {
                log += setting.Row[covariate] * parameters[((Periods + covariate) * matrix.Transitions) + transition];
            }

            // Far out on a line search; the likelihood there is poor enough to turn back.
            var rate = Math.Exp(Math.Clamp(log, -100, 12));
            rates[(matrix.From(transition) * states) + matrix.To(transition)] = rate;
            rates[(matrix.From(transition) * states) + matrix.From(transition)] -= rate;
        }

        return rates;
    }

    /// <summary>
    /// Slope in the intensities of the sum of weights times chances: the integral over s of exp(Qs)' W exp(Q(t - s))', which is the upper
    /// right of the exponential of a block matrix.
    /// </summary>
    private void Pull(double[] rates, double length, double[] weight, double[] slope)
    {
        var largest = 0.0;
        foreach (var value in weight)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        if (largest == 0)
        {
            return;
        }

        // Scaled so that the weights do not decide how often the exponential is squared.
        var size = 2 * states;
        var block = new double[size * size];
        for (var row = 0; row < states; row++)
        {
            for (var column = 0; column < states; column++)
            {
                var transposed = rates[(column * states) + row] * length;
                block[(row * size) + column] = transposed;
                block[((states + row) * size) + states + column] = transposed;
                block[(row * size) + states + column] = weight[(row * states) + column] / largest * 0.01;
            }
        }

        var exponential = MatrixExponential.Of(block, size);
        for (var row = 0; row < states; row++)
        {
            for (var column = 0; column < states; column++)
            {
                slope[(row * states) + column] += exponential[(row * size) + states + column] * length * largest * 100;
            }
        }
    }

    private void Chain(double[][] rates, double[][] slopes, double[] gradient)
    {
        for (var setting = 0; setting < settings.Count; setting++)
        {
            for (var transition = 0; transition < matrix.Transitions; transition++)
            {
                var off = (matrix.From(transition) * states) + matrix.To(transition);
                var diagonal = (matrix.From(transition) * states) + matrix.From(transition);
                var slope = rates[setting][off] * (slopes[setting][off] - slopes[setting][diagonal]);
                gradient[(settings[setting].Period * matrix.Transitions) + transition] += slope;
                for (var covariate = 0; covariate < Covariates; covariate++)
                {
                    gradient[((Periods + covariate) * matrix.Transitions) + transition] += slope * settings[setting].Row[covariate];
                }
            }
        }
    }

    /// <summary>A row of covariates in a period: what has an intensity matrix of its own.</summary>
    private sealed record Setting(int Period, double[] Row);

    /// <summary>A stretch of constant intensities, and what was seen at its end; null inside an interval that a cut divides.</summary>
    private readonly record struct Step(int Key, PanelKind? Seen, int State, bool Staying);
}
