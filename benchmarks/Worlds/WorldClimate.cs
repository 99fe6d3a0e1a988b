using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Benchmarks.Worlds;

/// <summary>What changes from day to day for everybody: factors on starts, on leaving, and on residential placements.</summary>
internal sealed class WorldClimate
{
    private const double Year = 365.25;
    private readonly int begin;
    private readonly double[] starts;
    private readonly double[] leaving;
    private readonly double[] residential;

    /// <summary>Makes the climate of a world.</summary>
    /// <param name="kind">What happens.</param>
    /// <param name="begin">First day of the world.</param>
    /// <param name="window">First day of the returns, from which things change.</param>
    /// <param name="end">Day after the last.</param>
    /// <param name="stream">Randomness of the drift.</param>
    public WorldClimate(WorldKind kind, int begin, int window, int end, Xoshiro256 stream)
    {
        this.begin = begin;
        (starts, leaving, residential) = (new double[end - begin], new double[end - begin], new double[end - begin]);
        var sd = kind switch { WorldKind.Drifting => 0.046, WorldKind.DriftingFar => 0.12, _ => 0 } / Math.Sqrt(Year);
        var growing = kind == WorldKind.Growing;
        var (logStarts, logLeaving) = (0.0, 0.0);
        for (var day = begin; day < end; day++)
        {
            if (day >= window && sd > 0)
            {
                logStarts += sd * stream.NextNormal();
                logLeaving += sd * stream.NextNormal();
            }

            var years = Math.Max(0, day - window) / Year;

            // Fewer children come in August and December, more in spring and autumn.
            var season = 1 + (0.10 * Math.Cos(4 * Math.PI * (DateOnly.FromDayNumber(day).DayOfYear - 80) / Year));
            starts[day - begin] = season * Math.Exp(logStarts + (growing ? Math.Log(1.05) * years : 0));
            leaving[day - begin] = Math.Exp(logLeaving);
            residential[day - begin] = growing ? Math.Pow(1.06, years) : 1;
        }
    }

    /// <summary>Factor on starts.</summary>
    public double Starts(int day) => starts[day - begin];

    /// <summary>Factor on every way of leaving before eighteen.</summary>
    public double Leaving(int day) => leaving[day - begin];

    /// <summary>Factor on the chance that a new placement is residential.</summary>
    public double Residential(int day) => residential[day - begin];
}
