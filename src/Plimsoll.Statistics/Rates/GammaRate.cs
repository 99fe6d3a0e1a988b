using MathNet.Numerics.Distributions;
using Plimsoll.Statistics.Counts;

namespace Plimsoll.Statistics.Rates;

/// <summary>A rate that is known up to a gamma distribution.</summary>
/// <param name="Shape">Above zero; events seen, the prior's included.</param>
/// <param name="Rate">Above zero; exposure seen, the prior's included.</param>
public sealed record GammaRate(double Shape, double Rate)
{
    /// <summary>Mean of the rate, for one unit of exposure.</summary>
    public double Mean => Shape / Rate;

    /// <summary>Quantile of the rate.</summary>
    /// <param name="level">Between 0 and 1.</param>
    public double Quantile(double level) => Gamma.InvCDF(Shape, Rate, level);

    /// <summary>Events to come in an exposure: uncertain rate and chance together, a negative binomial.</summary>
    /// <param name="exposure">Exposure to come, above zero.</param>
    public CountDistribution Predicted(double exposure) => new(Mean * exposure, Shape);
}
