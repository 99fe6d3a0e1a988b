using Plimsoll.Core.Forecast;

namespace Plimsoll.Benchmarks.Worlds;

/// <summary>
/// The continuous ranked probability score from stored percentiles: twice the mean quantile score over all shares
/// (Gneiting and Raftery 2007). Between the stored percentiles, and beyond the outermost, quantiles lie on straight
/// lines against the normal quantile of their share, so that the score of a normal forecast is right.
/// </summary>
internal static class Crps
{
    private const int Shares = 50;
    private static readonly double[] Stored = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95];
    private static readonly double[] StoredNormal = [.. Stored.Select(Normal)];
    private static readonly double[] Middle = [.. Enumerable.Range(0, Shares).Select(share => (share + 0.5) / Shares)];
    private static readonly double[] MiddleNormal = [.. Middle.Select(Normal)];

    /// <summary>The score of a forecast when this happened; lower is better, in the unit of the forecast.</summary>
    public static double Of(Distribution forecast, double happened)
    {
        double[] known = [forecast.P5, forecast.P10, forecast.P25, forecast.P50, forecast.P75, forecast.P90, forecast.P95];
        var sum = 0.0;
        for (var share = 0; share < Shares; share++)
        {
            var quantile = Quantile(known, MiddleNormal[share]);
            sum += happened < quantile ? (1 - Middle[share]) * (quantile - happened) : Middle[share] * (happened - quantile);
        }

        return 2 * sum / Shares;
    }

    private static double Quantile(double[] known, double normal)
    {
        var found = Array.FindIndex(StoredNormal, one => one >= normal);
        var upper = found < 0 ? known.Length - 1 : Math.Max(1, found);
        var slope = (known[upper] - known[upper - 1]) / (StoredNormal[upper] - StoredNormal[upper - 1]);
        return known[upper - 1] + (slope * (normal - StoredNormal[upper - 1]));
    }

    private static double Normal(double share) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, share);
}
