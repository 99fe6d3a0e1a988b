using Plimsoll.Statistics.Distributions;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// Price over list price of one kind of placement, or of one age band of it: its mean, how well that is known, and the
/// shape around it. The mean is held apart from the shape, so that no fit of the shape can move the average cost.
/// </summary>
/// <param name="Mean">Mean of price over list price.</param>
/// <param name="MeanSe">Its standard error relative to it.</param>
/// <param name="Shape">The shape; only its form counts.</param>
internal sealed record PriceCell(double Mean, double MeanSe, TailedLogNormalFit Shape)
{
    /// <summary>List prices as they are: the mean is exactly one.</summary>
    public static PriceCell AtList(PriceSpread spread) => new(
        1, 0, TailedLogNormalFit.Prior(-0.5 * spread.LogSd * spread.LogSd, spread.LogSd, spread.Tail, spread.MostTimesList));

    /// <summary>
    /// Learns from placements. From thirty on they stand alone; fewer are held to this cell, which counts fifteen.
    /// </summary>
    public PriceCell Learn(IReadOnlyCollection<PricePoint> points)
    {
        if (points.Count == 0)
        {
            return this;
        }

        var total = points.Sum(point => point.Weight);
        var own = points.Sum(point => point.Weight * point.Factor) / total;
        var count = TailedLogNormalFit.EffectiveCount([.. points.Select(point => point.Weight)]);
        var held = count >= TailedLogNormalFit.Enough ? 0 : TailedLogNormalFit.ParentWeight;
        var share = count / (count + held);

        // A placement without charge is part of the mean; a log-normal shape cannot hold it.
        var charged = points.Where(point => point.Factor > 0).ToArray();
        var shape = TailedLogNormalFit.Of([.. charged.Select(point => point.Factor)], [.. charged.Select(point => point.Weight)], Shape);
        var ownSe = share * shape.Distribution.RelativeSpread() / Math.Sqrt(count);
        return new PriceCell(
            (share * own) + ((1 - share) * Mean),
            Math.Sqrt((ownSe * ownSe) + (MeanSe * MeanSe * (1 - share) * (1 - share))),
            shape);
    }

    /// <summary>A mean that may be the true one, its own mean over many draws being <see cref="Mean"/>.</summary>
    /// <param name="normal">Standard normal.</param>
    public double DrawMean(double normal) => Mean * Math.Exp((MeanSe * normal) - (0.5 * MeanSe * MeanSe));

    /// <summary>A shape that may be the true one.</summary>
    public TailedLogNormal DrawShape(Xoshiro256 parameters) => Shape.Draw(parameters);
}
