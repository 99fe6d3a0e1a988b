using MathNet.Numerics.Distributions;

namespace Plimsoll.Statistics.Rates;

/// <summary>A rate as events over time at risk: sums over sums, never a mean of ratios.</summary>
/// <param name="Events">Events seen while at risk.</param>
/// <param name="Exposure">Time at risk, in any unit; above zero for a rate to exist.</param>
public readonly record struct OccurrenceExposure(double Events, double Exposure)
{
    /// <summary>Events a unit of time.</summary>
    public double Rate => Events / Exposure;

    /// <summary>Standard error of the log rate: one over the root of the events.</summary>
    public double LogRateError => 1 / Math.Sqrt(Events);

    /// <summary>Adds time at risk and events.</summary>
    public OccurrenceExposure Plus(OccurrenceExposure other) => new(Events + other.Events, Exposure + other.Exposure);

    /// <summary>Equal-tailed interval of the rate under the Jeffreys prior: quantiles of Gamma(events + 1/2, exposure).</summary>
    /// <param name="coverage">Probability inside, such as 0.95.</param>
    public (double Low, double High) JeffreysInterval(double coverage)
    {
        var posterior = new Gamma(Events + 0.5, Exposure);
        return (posterior.InverseCumulativeDistribution((1 - coverage) / 2), posterior.InverseCumulativeDistribution((1 + coverage) / 2));
    }

    /// <summary>The exact Poisson interval of the rate (Garwood).</summary>
    /// <param name="coverage">Probability inside, such as 0.95.</param>
    public (double Low, double High) ExactInterval(double coverage) =>
        (Events > 0 ? new Gamma(Events, Exposure).InverseCumulativeDistribution((1 - coverage) / 2) : 0,
         new Gamma(Events + 1, Exposure).InverseCumulativeDistribution((1 + coverage) / 2));

    /// <summary>Events and time at risk by band of the clock, for subjects who come under observation late (left truncation).</summary>
    /// <param name="entry">Clock time at which each subject comes under observation; zero when from the start.</param>
    /// <param name="exit">Clock time at which observation ends.</param>
    /// <param name="happened">Whether it ended with the event.</param>
    /// <param name="edges">Inner edges of the bands, ascending; a time on an edge belongs to the band that ends there.</param>
    /// <returns>One value a band, one more than there are edges.</returns>
    public static OccurrenceExposure[] ByBand(
        ReadOnlySpan<double> entry, ReadOnlySpan<double> exit, ReadOnlySpan<bool> happened, ReadOnlySpan<double> edges)
    {
        var bands = new OccurrenceExposure[edges.Length + 1];
        for (var subject = 0; subject < exit.Length; subject++)
        {
            for (var band = 0; band <= edges.Length; band++)
            {
                var from = Math.Max(entry[subject], band == 0 ? 0 : edges[band - 1]);
                var to = Math.Min(exit[subject], band == edges.Length ? double.PositiveInfinity : edges[band]);
                if (to > from)
                {
                    bands[band] = bands[band].Plus(new OccurrenceExposure(happened[subject] && exit[subject] == to ? 1 : 0, to - from));
                }
            }
        }

        return bands;
    }
}
