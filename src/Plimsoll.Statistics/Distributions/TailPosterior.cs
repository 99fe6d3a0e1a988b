using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Statistics.Distributions;

/// <summary>
/// What is believed about a <see cref="ParetoTail"/>, on a grid: prior times likelihood of the amounts above the
/// threshold. Few amounts leave the prior almost as it is.
/// </summary>
public sealed class TailPosterior
{
    // xi ~ N(0.25, 0.15) below 0.6; the scale within a factor of about three of the one that joins smoothly (judgement).
    private const double ShapeMean = 0.25;
    private const double ShapeSd = 0.15;
    private const double LeastShape = -0.2;
    private const double MostShape = 0.6;
    private const int Shapes = 32;
    private const double LogStretchSd = 0.5;
    private const double MostLogStretch = 1.5;
    private const int Stretches = 30;

    private readonly double[] running;

    private TailPosterior(double[] running) => this.running = running;

    /// <summary>The prior alone.</summary>
    public static TailPosterior Prior { get; } = Of([], [], 1);

    /// <summary>Mean of the grid: the tail of a point estimate.</summary>
    public ParetoTail Mean
    {
        get
        {
            var (stretch, shape) = (0.0, 0.0);
            for (var cell = 0; cell < running.Length; cell++)
            {
                var weight = running[cell] - (cell == 0 ? 0 : running[cell - 1]);
                stretch += weight * StretchOf(cell);
                shape += weight * ShapeOf(cell);
            }

            return new ParetoTail(stretch, shape);
        }
    }

    /// <summary>Learns from amounts above the threshold.</summary>
    /// <param name="excesses">Amount less threshold, each above zero.</param>
    /// <param name="weights">Weights, as counts.</param>
    /// <param name="smoothScale">Scale at which <see cref="ParetoTail.Stretch"/> is 1, above zero.</param>
    public static TailPosterior Of(double[] excesses, double[] weights, double smoothScale)
    {
        ArgumentNullException.ThrowIfNull(excesses);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(smoothScale);
        var logs = new double[Shapes * Stretches];
        for (var cell = 0; cell < logs.Length; cell++)
        {
            var (stretch, shape) = (StretchOf(cell), ShapeOf(cell));
            var (logStretch, shapeOff) = (Math.Log(stretch) / LogStretchSd, (shape - ShapeMean) / ShapeSd);
            logs[cell] = -0.5 * ((logStretch * logStretch) + (shapeOff * shapeOff));
            for (var index = 0; index < excesses.Length; index++)
            {
                logs[cell] += weights[index] * LogDensity(excesses[index], stretch * smoothScale, shape);
            }
        }

        var highest = logs.Max();
        var sum = 0.0;
        for (var cell = 0; cell < logs.Length; cell++)
        {
            sum += Math.Exp(logs[cell] - highest);
            logs[cell] = sum;
        }

        for (var cell = 0; cell < logs.Length; cell++)
        {
            logs[cell] /= sum;
        }

        return new TailPosterior(logs);
    }

    /// <summary>Draws a tail. Takes three uniforms always; allocates nothing.</summary>
    public ParetoTail Draw(Xoshiro256 stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var found = Array.BinarySearch(running, stream.NextDouble());
        var cell = Math.Min(running.Length - 1, found >= 0 ? found + 1 : ~found);
        var (across, along) = (stream.NextDouble() - 0.5, stream.NextDouble() - 0.5);
        return new ParetoTail(
            Math.Exp(LogStretchOf((cell % Stretches) + across)),
            LeastShape + (((cell / Stretches) + 0.5 + along) * (MostShape - LeastShape) / Shapes));
    }

    private static double LogStretchOf(double step) => MostLogStretch * ((2 * (step + 0.5) / Stretches) - 1);

    private static double StretchOf(int cell) => Math.Exp(LogStretchOf(cell % Stretches));

    private static double ShapeOf(int cell) => LeastShape + (((cell / Stretches) + 0.5) * (MostShape - LeastShape) / Shapes);

    private static double LogDensity(double excess, double scale, double shape)
    {
        if (Math.Abs(shape) < 1e-9)
        {
            return -Math.Log(scale) - (excess / scale);
        }

        // An amount beyond the end of a bounded tail is all but impossible, and must not make every cell impossible.
        var inside = Math.Max(1e-12, 1 + (shape * excess / scale));
        var log = -Math.Log(scale) - ((1 + (1 / shape)) * Math.Log(inside));
        return inside <= 1e-12 ? Math.Min(log, -1e3) : log;
    }
}
