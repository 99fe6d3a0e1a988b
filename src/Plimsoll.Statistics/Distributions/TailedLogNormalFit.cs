using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Statistics.Distributions;

/// <summary>Whether the dearest tenth of a kind of amount has a tail of its own.</summary>
public enum UpperTail
{
    /// <summary>Log-normal throughout.</summary>
    LogNormal,

    /// <summary>A Generalised Pareto tail above the 90th percentile.</summary>
    Pareto,
}

/// <summary>
/// A <see cref="TailedLogNormal"/> fitted to amounts, with what is not known about it. Fewer than thirty amounts borrow
/// log mean and log standard deviation from a parent, which carries the weight of fifteen amounts, and its tail as it is.
/// </summary>
public sealed class TailedLogNormalFit
{
    /// <summary>Number of amounts from which a fit stands on its own.</summary>
    public const double Enough = 30;

    /// <summary>Weight of the parent, in amounts.</summary>
    public const double ParentWeight = 15;

    /// <summary>The cap is the largest amount seen times this.</summary>
    public const double CapOverLargest = 1.5;

    private readonly double knowledge;
    private readonly TailPosterior? tail;

    private TailedLogNormalFit(TailedLogNormal distribution, TailPosterior? tail, double count, double knowledge)
    {
        (Distribution, this.tail, Count, this.knowledge) = (distribution, tail, count, knowledge);
    }

    /// <summary>The best estimate.</summary>
    public TailedLogNormal Distribution { get; }

    /// <summary>Own amounts behind it, as a number of equally weighted ones; zero for a prior.</summary>
    public double Count { get; }

    /// <summary>What is believed before any amount is seen.</summary>
    /// <param name="logMean">Mean of the logarithm.</param>
    /// <param name="logSd">Standard deviation of the logarithm.</param>
    /// <param name="upper">Kind of tail.</param>
    /// <param name="cap">Largest amount.</param>
    public static TailedLogNormalFit Prior(double logMean, double logSd, UpperTail upper, double cap)
    {
        var believed = upper == UpperTail.Pareto ? TailPosterior.Prior : null;
        return new TailedLogNormalFit(new TailedLogNormal(logMean, logSd, believed?.Mean, cap), believed, 0, ParentWeight);
    }

    /// <summary>Fits to amounts; none at all give the parent.</summary>
    /// <param name="amounts">Amounts above zero.</param>
    /// <param name="weights">A weight above zero for each.</param>
    /// <param name="parent">Lends when there are few amounts; its kind of tail is kept.</param>
    /// <exception cref="ArgumentException">An amount or a weight is not above zero and finite, or the lengths differ.</exception>
    public static TailedLogNormalFit Of(double[] amounts, double[] weights, TailedLogNormalFit parent)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(parent);
        if (amounts.Length != weights.Length || !amounts.All(IsPositive) || !weights.All(IsPositive))
        {
            throw new ArgumentException("Amounts and weights are above zero, finite and as many as each other.", nameof(amounts));
        }

        if (amounts.Length == 0)
        {
            return new TailedLogNormalFit(parent.Distribution, parent.tail, 0, ParentWeight);
        }

        var count = EffectiveCount(weights);
        var logs = Array.ConvertAll(amounts, Math.Log);
        var (mean, sd) = parent.tail is null ? WholeSample(logs, weights, count) : CensoredNormal.Fit(logs, weights, count);
        var cap = CapOverLargest * amounts.Max();
        if (count >= Enough)
        {
            var own = parent.tail is null ? null : Tail(amounts, weights, count, mean, sd);
            return new TailedLogNormalFit(new TailedLogNormal(mean, sd, own?.Mean, cap), own, count, count);
        }

        var all = count + ParentWeight;
        var logMean = ((count * mean) + (ParentWeight * parent.Distribution.LogMean)) / all;

        // One amount says nothing about the spread.
        var spreadCount = Math.Max(0, count - 1);
        var logSd = ((spreadCount * sd) + (ParentWeight * parent.Distribution.LogSd)) / (spreadCount + ParentWeight);
        return new TailedLogNormalFit(
            new TailedLogNormal(logMean, logSd, parent.tail?.Mean, Math.Max(cap, parent.Distribution.Cap)), parent.tail, count, all);
    }

    /// <summary>The number of equally weighted amounts that tell as much as weighted ones (Kish): (sum w) squared over sum of w squared.</summary>
    public static double EffectiveCount(double[] weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var (sum, square) = (0.0, 0.0);
        foreach (var weight in weights)
        {
            sum += weight;
            square += weight * weight;
        }

        return square > 0 ? sum * sum / square : 0;
    }

    /// <summary>
    /// Draws a distribution that may be the true one: log mean from a normal with its standard error, log standard
    /// deviation from a scaled inverse chi, the tail from its posterior. Allocates nothing.
    /// </summary>
    public TailedLogNormal Draw(Xoshiro256 stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var logMean = Distribution.LogMean + (Distribution.LogSd / Math.Sqrt(knowledge) * stream.NextNormal());
        var freedom = Math.Max(1, knowledge - 1);
        var logSd = Distribution.LogSd * Math.Sqrt(freedom / (2 * stream.NextGamma(freedom / 2)));
        return new TailedLogNormal(logMean, logSd, tail?.Draw(stream), Distribution.Cap);
    }

    private static bool IsPositive(double value) => value > 0 && double.IsFinite(value);

    private static (double Mean, double Sd) WholeSample(double[] logs, double[] weights, double count)
    {
        var (mean, sd) = CensoredNormal.Moments(logs, weights, weights.Sum());
        return (mean, count > 1 ? sd * Math.Sqrt(count / (count - 1)) : 0);
    }

    private static TailPosterior Tail(double[] amounts, double[] weights, double count, double mean, double sd)
    {
        if (sd == 0)
        {
            return TailPosterior.Prior;
        }

        var threshold = Math.Exp(mean + (sd * TailedLogNormal.BodyScore));
        var above = Enumerable.Range(0, amounts.Length).Where(index => amounts[index] > threshold).ToArray();
        var scale = count / weights.Sum();
        return TailPosterior.Of(
            [.. above.Select(index => amounts[index] - threshold)],
            [.. above.Select(index => weights[index] * scale)],
            TailedLogNormal.SmoothScaleOf(mean, sd));
    }
}
