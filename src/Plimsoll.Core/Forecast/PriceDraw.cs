using Plimsoll.Statistics.Distributions;

namespace Plimsoll.Core.Forecast;

/// <summary>The prices of one replicate: for each kind of placement and age band a distribution of price over list price.</summary>
public sealed class PriceDraw
{
    private readonly TailedLogNormal[] shapes;
    private readonly double[] scales;
    private readonly int bands;

    internal PriceDraw(int states, int bands)
    {
        this.bands = bands;
        shapes = new TailedLogNormal[states * bands];
        scales = new double[states * bands];
    }

    internal void Set(int state, int band, in TailedLogNormal shape, double mean)
    {
        var cell = (state * bands) + band;
        shapes[cell] = shape;
        scales[cell] = mean / shape.Mean;
    }

    /// <summary>Price over list price of a placement whose rank is that of a standard normal score.</summary>
    /// <param name="state">Number of the placement state.</param>
    /// <param name="tariffBand">Age band of the price list.</param>
    /// <param name="score">Standard normal: -1 is cheap, 2 is dear.</param>
    public double FactorAt(int state, int tariffBand, double score)
    {
        var cell = (state * bands) + tariffBand;
        return scales[cell] * shapes[cell].AtScore(score);
    }

    /// <summary>The score at which a placement would have a given price over list price.</summary>
    public double ScoreOf(int state, int tariffBand, double factor)
    {
        var cell = (state * bands) + tariffBand;
        return scales[cell] > 0 ? shapes[cell].ScoreOf(factor / scales[cell]) : 0;
    }
}
