namespace Plimsoll.Core.Forecast.Baselines;

/// <summary>Means and percentiles of forecasts whose error is close to normal.</summary>
internal static class NormalRange
{
    // Standard normal quantiles at 75, 90 and 95%.
    private const double Z75 = 0.6744897502;
    private const double Z90 = 1.2815515655;
    private const double Z95 = 1.6448536270;

    /// <summary>A normal forecast of a number that cannot fall below zero.</summary>
    /// <param name="mean">Mean.</param>
    /// <param name="sd">Standard deviation.</param>
    public static Distribution OfNumber(double mean, double sd)
    {
        double At(double z) => Math.Max(0, mean + (z * sd));
        return new Distribution(mean, At(-Z95), At(-Z90), At(-Z75), At(0), At(Z75), At(Z90), At(Z95));
    }

    /// <summary>
    /// A forecast that is normal on the log scale, its standard deviation estimated: quantiles of Student's t, to the
    /// first order of Cornish and Fisher's expansion, z + (z^3 + z) / (4 degrees).
    /// </summary>
    /// <param name="median">Median on the natural scale, zero or more.</param>
    /// <param name="sd">Standard deviation of the log.</param>
    /// <param name="degrees">Degrees of freedom behind <paramref name="sd"/>, at least 1.</param>
    public static Distribution OfLog(double median, double sd, double degrees)
    {
        double At(double z) => median * Math.Exp(sd * (z + (((z * z * z) + z) / (4 * degrees))));
        return new Distribution(
            median * Math.Exp(sd * sd / 2), At(-Z95), At(-Z90), At(-Z75), median, At(Z75), At(Z90), At(Z95));
    }
}
