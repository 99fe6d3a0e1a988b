using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Statistics.Counts;

/// <summary>One draw of where the level of a count series stands at its end, and of how fast it wanders.</summary>
/// <param name="LogLevel">Log of the mean for one unit of exposure.</param>
/// <param name="Step">Standard deviation of the log level's step from one time to the next.</param>
public readonly record struct LevelDraw(double LogLevel, double Step);

/// <summary>
/// A local level for counts: the log of the mean takes small random steps, the counts are negative binomial around it.
/// Filtered exactly on a grid of levels, for each step size of a grid of step sizes, so that months without any
/// event need no special treatment.
/// </summary>
public sealed class CountLevel
{
    private const int Points = 161;

    private readonly LevelSteps prior;
    private readonly double[] evidence;
    private readonly double[] steps;
    private readonly double lowest;
    private readonly double width;
    private readonly double[] stepChance;
    private readonly double[][] levelChance;

    private CountLevel(LevelSteps prior, double[] evidence, double lowest, double width, double[] stepChance, double[][] levelChance)
    {
        (this.prior, this.evidence, steps) = (prior, evidence, prior.Sizes);
        this.lowest = lowest;
        this.width = width;
        this.stepChance = stepChance;
        this.levelChance = levelChance;
    }

    /// <summary>Posterior mean of the level at the end of the series, for one unit of exposure.</summary>
    public double Mean
    {
        get
        {
            var sum = 0.0;
            for (var step = 0; step < steps.Length; step++)
            {
                for (var point = 0; point < Points; point++)
                {
                    sum += stepChance[step] * levelChance[step][point] * Math.Exp(lowest + (point * width));
                }
            }

            return sum;
        }
    }

    /// <summary>Posterior mean of the step size.</summary>
    public double MeanStep => steps.Zip(stepChance, (step, chance) => step * chance).Sum();

    /// <summary>Posterior probability that the level does not wander at all.</summary>
    public double StillChance => stepChance[0];

    /// <summary>Filters a series.</summary>
    /// <param name="counts">Counts in order of time; may be empty, and then only the prior remains.</param>
    /// <param name="exposure">Exposure of each time, above zero: 1 for a whole month.</param>
    /// <param name="size">Size of the negative binomial; infinity for Poisson.</param>
    public static CountLevel Filter(double[] counts, double[] exposure, double size) => Filter(counts, exposure, size, LevelSteps.Monthly);

    /// <summary>Filters a series with given step sizes.</summary>
    /// <param name="counts">Counts in order of time; may be empty, and then only the prior remains.</param>
    /// <param name="exposure">Exposure of each time, above zero: expected events, or 1 for a whole month.</param>
    /// <param name="size">Size of the negative binomial; infinity for Poisson.</param>
    /// <param name="prior">Step sizes and their chances.</param>
    public static CountLevel Filter(double[] counts, double[] exposure, double size, LevelSteps prior)
    {
        ArgumentNullException.ThrowIfNull(prior);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(exposure);
        var centre = Math.Log((counts.Sum() + 0.5) / Math.Max(exposure.Sum(), 1e-9));

        // Far enough for the chance of few counts and for a level that has moved; not so far that many counts fall between
        // two points.
        var reach = Math.Min(3.2, 1 + (6 / Math.Sqrt(counts.Sum() + 1)));
        var cell = 2 * reach / (Points - 1);
        var bottom = centre - reach;
        var sizes = prior.Sizes;
        var logChance = new double[sizes.Length];
        var levels = new double[sizes.Length][];
        for (var step = 0; step < sizes.Length; step++)
        {
            (logChance[step], levels[step]) = FilterWith(counts, exposure, size, sizes[step], bottom, cell);
        }

        return new CountLevel(prior, logChance, bottom, cell, Posterior(prior, logChance), levels);
    }

    /// <summary>
    /// The level as it is when another series is known to wander by a step of the same place in its own list: what the
    /// other says of the step counts too.
    /// </summary>
    /// <param name="other">A level with as many steps.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public CountLevel TogetherWith(CountLevel other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.evidence.Length == evidence.Length
            ? new CountLevel(
                prior, evidence, lowest, width, Posterior(prior, [.. evidence.Zip(other.evidence, (own, more) => own + more)]), levelChance)
            : throw new ArgumentException("Both levels consider the same steps, one by one.", nameof(other));
    }

    private static double[] Posterior(LevelSteps prior, double[] evidence)
    {
        var log = evidence.Zip(prior.Chances, (own, chance) => own + Math.Log(chance)).ToArray();
        var highest = log.Max();
        var chances = log.Select(value => Math.Exp(value - highest)).ToArray();
        var total = chances.Sum();
        return [.. chances.Select(value => value / total)];
    }

    /// <summary>Draws a level and a step size from the posterior.</summary>
    public LevelDraw Draw(Xoshiro256 stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var step = Pick(stepChance, stream.NextDouble());
        var point = Pick(levelChance[step], stream.NextDouble());

        // Uniform within the grid cell, so that draws have no gaps.
        return new LevelDraw(lowest + ((point + stream.NextDouble() - 0.5) * width), steps[step]);
    }

    /// <summary>Draws a step size alone.</summary>
    public double DrawStep(Xoshiro256 stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return steps[Pick(stepChance, stream.NextDouble())];
    }

    private static (double LogLikelihood, double[] Level) FilterWith(
        double[] counts, double[] exposure, double size, double step, double bottom, double cell)
    {
        // Jeffreys prior of a Poisson mean: proportional to its root on the log scale.
        var level = new double[Points];
        var spare = new double[Points];
        for (var point = 0; point < Points; point++)
        {
            level[point] = Math.Exp(0.5 * point * cell);
        }

        Normalise(level);
        // The mean of each point for one unit of exposure, and the part of the log probability that only the count decides.
        var means = new double[Points];
        for (var point = 0; point < Points; point++)
        {
            means[point] = Math.Exp(bottom + (point * cell));
        }

        var logLikelihood = 0.0;
        for (var time = 0; time < counts.Length; time++)
        {
            if (time > 0)
            {
                (level, spare) = Diffuse(level, spare, step * step / (cell * cell));
            }

            var best = double.NegativeInfinity;
            var alone = NegativeBinomial.LogCoefficient(counts[time], size);
            for (var point = 0; point < Points; point++)
            {
                spare[point] = alone + NegativeBinomial.LogKernel(counts[time], exposure[time] * means[point], size);
                best = Math.Max(best, spare[point]);
            }

            for (var point = 0; point < Points; point++)
            {
                level[point] *= Math.Exp(spare[point] - best);
            }

            logLikelihood += best + Math.Log(Normalise(level));
        }

        return (logLikelihood, level);
    }

    // A random step of a variance (in grid cells squared), as enough three-point steps of the same total variance.
    private static (double[] Level, double[] Spare) Diffuse(double[] level, double[] spare, double variance)
    {
        var rounds = (int)Math.Ceiling(2 * variance);
        for (var round = 0; round < rounds; round++)
        {
            var side = variance / rounds / 2;
            for (var point = 0; point < Points; point++)
            {
                var left = level[Math.Max(0, point - 1)];
                var right = level[Math.Min(Points - 1, point + 1)];
                spare[point] = level[point] + (side * (left + right - (2 * level[point])));
            }

            (level, spare) = (spare, level);
        }

        return (level, spare);
    }

    private static double Normalise(double[] weights)
    {
        var total = weights.Sum();
        for (var index = 0; index < weights.Length; index++)
        {
            weights[index] /= total;
        }

        return total;
    }

    private static int Pick(double[] chance, double uniform)
    {
        for (var index = 0; index < chance.Length - 1; index++)
        {
            uniform -= chance[index];
            if (uniform < 0)
            {
                return index;
            }
        }

        return chance.Length - 1;
    }
}
