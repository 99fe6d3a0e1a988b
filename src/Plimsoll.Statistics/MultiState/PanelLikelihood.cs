namespace Plimsoll.Statistics.MultiState;

/// <summary>
/// The likelihood of panel data under a Markov process (Kalbfleisch and Lawless 1985; exact times of death as in R's msm), with its
/// gradient. Parameters are log intensities by period and transition, then effects by covariate and transition.
/// </summary>
public sealed class PanelLikelihood
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

    /// <summary>Turns observations into steps, and steps of like length and setting into one key.</summary>
    private sealed class Builder(PanelLikelihood likelihood, double[] cuts, double[,] design)
    {
        private readonly Dictionary<(int, double), int> keyOf = [];
        private readonly Dictionary<string, int> settingOf = new(StringComparer.Ordinal);
        private readonly HashSet<int> seen = [];
        private List<Step>? steps;

        internal void Take(IReadOnlyList<PanelObservation> observations, int place)
        {
            var now = observations[place];
            if (!double.IsFinite(now.Time))
            {
                throw new ArgumentException($"Subject {now.Subject} has a time that is not finite.", nameof(observations));
            }

            if (now.Kind != PanelKind.NotAbsorbed && (now.State < 0 || now.State >= likelihood.states))
            {
                throw new ArgumentException($"Subject {now.Subject} is in state {now.State}; states are 0 to {likelihood.states - 1}.", nameof(observations));
            }

            if (steps is null || observations[place - 1].Subject != now.Subject)
            {
                Close();
                if (!seen.Add(now.Subject))
                {
                    throw new ArgumentException($"The observations of subject {now.Subject} do not stand together.", nameof(observations));
                }

                if (now.Kind != PanelKind.Snapshot)
                {
                    throw new ArgumentException($"The first observation of subject {now.Subject} must be a snapshot, from which the rest follows.", nameof(observations));
                }

                likelihood.names.Add(now.Subject);
                likelihood.starts.Add(now.State);
                steps = [];
                return;
            }

            var before = observations[place - 1];
            if (now.Time < before.Time)
            {
                throw new ArgumentException($"Subject {now.Subject} is seen at {now.Time} after {before.Time}.", nameof(observations));
            }

            if (now.Kind == PanelKind.ExactMove && before.Kind == PanelKind.NotAbsorbed)
            {
                throw new ArgumentException($"Subject {now.Subject} moves exactly at {now.Time} out of a state that is not known.", nameof(observations));
            }

            var staying = now.Kind == PanelKind.ExactMove;
            var pieces = MarkovIntensities.Pieces(cuts, before.Time, now.Time).ToArray();
            if (pieces.Length == 0)
            {
                pieces = [(MarkovIntensities.Pieces(cuts, before.Time, double.PositiveInfinity).First().Period, 0)];
            }

            for (var piece = 0; piece < pieces.Length; piece++)
            {
                var key = Key(Setting(pieces[piece].Period, place - 1), pieces[piece].Length);
                steps.Add(new Step(key, piece == pieces.Length - 1 ? now.Kind : null, now.State, staying));
            }
        }

        internal void Close()
        {
            if (steps is not null)
            {
                likelihood.subjects.Add([.. steps]);
            }
        }

        private int Key(int setting, double length)
        {
            if (!keyOf.TryGetValue((setting, length), out var key))
            {
                key = keyOf[(setting, length)] = likelihood.keys.Count;
                likelihood.keys.Add((setting, length));
            }

            return key;
        }

        private int Setting(int period, int place)
        {
            var row = new double[design.GetLength(1)];
            for (var covariate = 0; covariate < row.Length; covariate++)
            {
                row[covariate] = double.IsFinite(design[place, covariate])
                    ? design[place, covariate]
                    : throw new ArgumentException($"A covariate of observation {place} is not finite.", nameof(place));
            }

            var name = string.Join(';', row.Select(BitConverter.DoubleToInt64Bits).Append(period));
            if (!settingOf.TryGetValue(name, out var setting))
            {
                setting = settingOf[name] = likelihood.settings.Count;
                likelihood.settings.Add(new Setting(period, row));
            }

            return setting;
        }
    }

    /// <summary>Forward and backward over the steps of one subject.</summary>
    private sealed class Pass(PanelLikelihood likelihood, Step[] steps, int start, double[][] chances, double[][] rates)
    {
        private readonly int states = likelihood.states;
        private readonly double[][] reached = new double[steps.Length + 1][];
        private readonly double[] scale = new double[steps.Length];

        internal double Forward()
        {
            reached[0] = new double[states];
            reached[0][start] = 1;
            var height = 0.0;
            for (var step = 0; step < steps.Length; step++)
            {
                var after = Seen(steps[step], Moved(step), reached[step]);
                var sum = after.Sum();
                if (!(sum > 0))
                {
                    return double.NegativeInfinity;
                }

                for (var state = 0; state < states; state++)
                {
                    after[state] /= sum;
                }

                (reached[step + 1], scale[step]) = (after, sum);
                height += Math.Log(sum);
            }

            return height;
        }

        /// <summary>Adds the slope of the log-likelihood in every chance to the weights, and in intensities used as such to the slopes.</summary>
        internal void Backward(double[][] weights, double[][] slopes)
        {
            var ahead = new double[states];
            Array.Fill(ahead, 1);
            for (var step = steps.Length - 1; step >= 0; step--)
            {
                var one = steps[step];
                var (setting, length) = likelihood.keys[one.Key];
                var (moved, rate, slope) = (Moved(step), rates[setting], slopes[setting]);
                var back = new double[states];
                for (var state = 0; state < states; state++)
                {
                    back[state] = Weight(one, state, reached[step], rate, ahead) / scale[step];
                    if (Rated(one, state, reached[step]))
                    {
                        slope[(state * states) + one.State] += moved[state] * ahead[one.State] / scale[step];
                    }
                }

                ahead = new double[states];
                for (var from = 0; from < states; from++)
                {
                    if (one.Staying)
                    {
                        var stay = Math.Exp(rate[(from * states) + from] * length);
                        slope[(from * states) + from] += reached[step][from] * back[from] * length * stay;
                        ahead[from] = stay * back[from];
                        continue;
                    }

                    for (var to = 0; to < states; to++)
                    {
                        weights[one.Key][(from * states) + to] += reached[step][from] * back[to];
                        ahead[from] += chances[one.Key][(from * states) + to] * back[to];
                    }
                }
            }
        }

        /// <summary>Chances at the end of a step, before what was seen there counts.</summary>
        private double[] Moved(int step)
        {
            var one = steps[step];
            var moved = new double[states];
            for (var from = 0; from < states; from++)
            {
                var mass = reached[step][from];
                if (mass == 0)
                {
                    continue;
                }

                if (one.Staying)
                {
                    var (setting, length) = likelihood.keys[one.Key];
                    moved[from] = mass * Math.Exp(rates[setting][(from * states) + from] * length);
                    continue;
                }

                for (var to = 0; to < states; to++)
                {
                    moved[to] += mass * chances[one.Key][(from * states) + to];
                }
            }

            return moved;
        }

        private double[] Seen(Step one, double[] moved, double[] before)
        {
            var rate = rates[likelihood.keys[one.Key].Setting];
            var after = new double[states];
            for (var state = 0; state < states; state++)
            {
                // What the state at the end weighs in each state seen; rounding can leave a chance a hair below zero.
                var target = one.Seen is null or PanelKind.NotAbsorbed ? state : one.State;
                after[target] += Math.Max(moved[state], 0) * Weight(one, state, before, rate, null);
            }

            return after;
        }

        /// <summary>What being in a state at the end of a step counts for, times what lies ahead of it (1 when none is given).</summary>
        private double Weight(Step one, int state, double[] before, double[] rate, double[]? ahead)
        {
            switch (one.Seen)
            {
                case null:
                    return ahead?[state] ?? 1;
                case PanelKind.NotAbsorbed:
                    return likelihood.matrix.IsAbsorbing(state) ? 0 : ahead?[state] ?? 1;
                case PanelKind.Snapshot:
                    return state == one.State ? ahead?[state] ?? 1 : 0;
                default:
                    if (Rated(one, state, before))
                    {
                        return rate[(state * states) + one.State] * (ahead?[one.State] ?? 1);
                    }

                    return one.Seen == PanelKind.ExactMove && state == one.State ? ahead?[state] ?? 1 : 0;
            }
        }

        /// <summary>Whether a state counts by its rate of moving into the state seen.</summary>
        private static bool Rated(Step one, int state, double[] before) =>
            one.Seen is PanelKind.ExactEntry or PanelKind.ExactMove && state != one.State && (one.Seen == PanelKind.ExactEntry || before[state] > 0);
    }
}
