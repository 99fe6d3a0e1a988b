using MathNet.Numerics.Distributions;

namespace Plimsoll.Statistics.TimeSeries;

/// <summary>Forecast of one future value of a series.</summary>
/// <param name="Step">Steps after the last value: 1, 2, ...</param>
/// <param name="Mean">Expected value.</param>
/// <param name="StandardError">Standard deviation of the value to come around it.</param>
/// <param name="DegreesOfFreedom">Of Student's t; infinity for a normal.</param>
public sealed record SeriesForecast(int Step, double Mean, double StandardError, double DegreesOfFreedom = double.PositiveInfinity)
{
    /// <summary>Quantile of the value to come.</summary>
    /// <param name="level">Between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public double Quantile(double level)
    {
        if (!(level is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A level lies between 0 and 1.");
        }

        return Mean + (StandardError * (double.IsPositiveInfinity(DegreesOfFreedom)
            ? Normal.InvCDF(0, 1, level)
            : StudentT.InvCDF(0, 1, DegreesOfFreedom, level)));
    }
}
