namespace Plimsoll.Statistics.Distributions;

/// <summary>
/// The upper tail of a <see cref="TailedLogNormal"/>: a Generalised Pareto distribution of what lies above the 90th
/// percentile.
/// </summary>
/// <param name="Stretch">
/// Scale of the tail as a multiple of the scale at which the density runs on smoothly from the body; 1 is smooth.
/// </param>
/// <param name="Shape">xi: 0 falls like an exponential, above 0 heavier; below 1, or there is no mean.</param>
public readonly record struct ParetoTail(double Stretch, double Shape);

/// <summary>
/// A distribution of positive amounts such as prices: log-normal up to its 90th percentile, above it a Generalised
/// Pareto tail or simply the log-normal, and nothing above a cap. One score (standard normal) or one uniform gives one
/// amount, in rising order, so that runs with the same random numbers can be compared.
/// </summary>
public readonly record struct TailedLogNormal
{
    /// <summary>Share of the distribution that lies in the body.</summary>
    public const double BodyShare = 0.9;

    /// <summary>The score of the 90th percentile.</summary>
    public const double BodyScore = 1.2815515655446004;

    // Scale over (LogSd x threshold) at which the density of the tail starts where that of the body ends.
    private const double SmoothScale = (1 - BodyShare) / 0.17549833193248685;

    private readonly double tailScale;

    /// <summary>Describes a distribution.</summary>
    /// <param name="logMean">Mean of the logarithm in the body.</param>
    /// <param name="logSd">Standard deviation of the logarithm in the body; zero makes every amount the same.</param>
    /// <param name="tail">The tail; null for a log-normal throughout.</param>
    /// <param name="cap">No amount is above it; infinity for no cap.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public TailedLogNormal(double logMean, double logSd, ParetoTail? tail, double cap)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(logSd);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cap);
        if (tail is { Stretch: < 0 } or { Shape: >= 1 })
        {
            throw new ArgumentOutOfRangeException(nameof(tail), tail, "A tail has a scale of at least zero and a shape below one.");
        }

        (LogMean, LogSd, Tail, Cap) = (logMean, logSd, tail, cap);
        Threshold = Math.Min(cap, Math.Exp(logMean + (logSd * BodyScore)));
        tailScale = (tail?.Stretch ?? 0) * SmoothScale * logSd * Threshold;
        Mean = MeanOf();
    }

    /// <summary>Mean of the logarithm in the body.</summary>
    public double LogMean { get; }

    /// <summary>Standard deviation of the logarithm in the body.</summary>
    public double LogSd { get; }

    /// <summary>The tail; null for a log-normal throughout.</summary>
    public ParetoTail? Tail { get; }

    /// <summary>The largest possible amount.</summary>
    public double Cap { get; }

    /// <summary>The 90th percentile, where the tail begins.</summary>
    public double Threshold { get; }

    /// <summary>The mean, with tail and cap, in closed form.</summary>
    public double Mean { get; }

    /// <summary>The amount below which a share lies: the inverse of the distribution function.</summary>
    /// <param name="share">From 0 to 1.</param>
    public double Quantile(double share) => AtScore(StandardNormal.Score(share));

    /// <summary>The amount whose rank is that of a standard normal score. Allocates nothing.</summary>
    public double AtScore(double score)
    {
        if (score <= BodyScore || Tail is not { } tail)
        {
            return Math.Min(Cap, Math.Exp(LogMean + (LogSd * score)));
        }

        var survival = StandardNormal.Below(-score) / (1 - BodyShare);
        var excess = Math.Abs(tail.Shape) < 1e-9
            ? -Math.Log(survival)
            : (Math.Pow(survival, -tail.Shape) - 1) / tail.Shape;
        return Math.Min(Cap, Threshold + (tailScale * excess));
    }

    /// <summary>The score of an amount: the inverse of <see cref="AtScore"/>; 0 where every amount is the same.</summary>
    /// <param name="amount">Any amount; zero and below give the lowest score.</param>
    public double ScoreOf(double amount)
    {
        if (LogSd == 0)
        {
            return 0;
        }

        if (amount <= 0)
        {
            return -StandardNormal.Furthest;
        }

        var most = Math.Min(amount, Cap);
        if (most <= Threshold || Tail is not { } tail || tailScale == 0)
        {
            return Math.Clamp((Math.Log(most) - LogMean) / LogSd, -StandardNormal.Furthest, StandardNormal.Furthest);
        }

        return -StandardNormal.Score((1 - BodyShare) * Survival((most - Threshold) / tailScale, tail.Shape));
    }

    /// <summary>Standard deviation over mean, by summing the quantiles.</summary>
    public double RelativeSpread()
    {
        const int steps = 4000;
        var square = 0.0;
        for (var step = 0; step < steps; step++)
        {
            var relative = (Quantile((step + 0.5) / steps) / Mean) - 1;
            square += relative * relative;
        }

        return Math.Sqrt(square / steps);
    }

    /// <summary>Share of the tail that lies above an excess measured in scales.</summary>
    internal static double Survival(double excess, double shape)
    {
        if (Math.Abs(shape) < 1e-9)
        {
            return Math.Exp(-excess);
        }

        var inside = 1 + (shape * excess);
        return inside <= 0 ? 0 : Math.Pow(inside, -1 / shape);
    }

    /// <summary>Scale of the smooth tail for a body: what <see cref="ParetoTail.Stretch"/> multiplies.</summary>
    internal static double SmoothScaleOf(double logMean, double logSd) =>
        SmoothScale * logSd * Math.Exp(logMean + (logSd * BodyScore));

    private double MeanOf()
    {
        if (LogSd == 0)
        {
            return Math.Min(Cap, Math.Exp(LogMean));
        }

        var capScore = (Math.Log(Cap) - LogMean) / LogSd;
        var whole = Math.Exp(LogMean + (0.5 * LogSd * LogSd));
        if (Tail is not { } tail || capScore <= BodyScore)
        {
            var above = StandardNormal.Below(-capScore);
            return (whole * StandardNormal.Below(capScore - LogSd)) + (above > 0 ? Cap * above : 0);
        }

        var body = whole * StandardNormal.Below(BodyScore - LogSd);
        return body + ((1 - BodyShare) * (Threshold + MeanExcess(tail.Shape, Cap - Threshold)));
    }

    // Mean of the excess, cut where the cap cuts it: the integral of the survival up to there.
    private double MeanExcess(double shape, double most)
    {
        if (tailScale == 0)
        {
            return 0;
        }

        var scaled = most / tailScale;
        if (Math.Abs(shape) < 1e-9)
        {
            return tailScale * (1 - Math.Exp(-scaled));
        }

        var inside = Math.Max(0, 1 + (shape * scaled));
        var left = double.IsPositiveInfinity(inside) ? 0 : Math.Pow(inside, 1 - (1 / shape));
        return tailScale / (1 - shape) * (1 - (inside == 0 ? 0 : left));
    }
}
