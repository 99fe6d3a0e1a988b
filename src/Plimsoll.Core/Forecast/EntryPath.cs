using Plimsoll.Statistics.Counts;
using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// How many children start for the first time in each month of a replicate: the local level of starts, pulled to balance
/// or carried along a trend as the mode says. Unaccompanied children and children who come back are streams of their own.
/// </summary>
internal sealed class EntryPath
{
    private const double StepDampedAQuarter = 0.95;
    private const double SlopeDampedAQuarter = 0.98;

    // Where starts are pulled to balance, what they wander from it fades by half in a year (judgement).
    private static readonly double Fading = Math.Pow(0.5, 1.0 / 12);

    private readonly EntriesMode mode;
    private readonly StartLevel starts;
    private readonly CareReturns returns;

    private EntryPath(EntriesMode mode, StartLevel starts, CareReturns returns, EntryTrend trend, EquilibriumPull pull, double[] offsets)
    {
        (this.mode, this.starts, this.returns, Trend, Pull, Offsets) = (mode, starts, returns, trend, pull, offsets);
    }

    /// <summary>Size of the negative binomial of monthly starts.</summary>
    public double Size => starts.Size;

    /// <summary>Mean step of the local level from month to month, on the log scale.</summary>
    public double Step => starts.Level.MeanStep;

    /// <summary>Mean local level of all starts but those of unaccompanied children, a month.</summary>
    public double LevelAMonth => starts.Level.Mean;

    /// <summary>Mean local level of first starts, a month.</summary>
    public double FirstLevelAMonth => LevelAMonth * (1 - returns.ReturnedShare);

    /// <summary>The trend.</summary>
    public EntryTrend Trend { get; }

    /// <summary>The balance.</summary>
    public EquilibriumPull Pull { get; }

    /// <summary>The months of the year.</summary>
    public Seasons Seasons => starts.Seasons;

    /// <summary>What each month makes of one start a mean month.</summary>
    public double[] Offsets { get; }

    /// <summary>Fits the trend and joins the parts.</summary>
    /// <param name="settings">What was asked.</param>
    /// <param name="care">What is known.</param>
    /// <param name="history">Starts, returns among them.</param>
    /// <param name="starts">Their level.</param>
    /// <param name="returns">Returns to care.</param>
    /// <param name="pull">The balance.</param>
    /// <param name="offsets">What each month makes of one start a mean month.</param>
    public static EntryPath Fit(
        ForecastSettings settings, KnownCare care, EntryHistory history, StartLevel starts, CareReturns returns, EquilibriumPull pull, double[] offsets) =>
        new(settings.Entries, starts, returns, EntryTrend.Fit(care, history, settings.Tuning.TrendPrior), pull, offsets);

    /// <summary>Draws the mean number of first starts of each month.</summary>
    /// <param name="parameters">The replicate's stream for the level.</param>
    /// <param name="life">The replicate's rates.</param>
    /// <param name="means">Receives the means.</param>
    public void Draw(Xoshiro256 parameters, CareLife life, Span<double> means)
    {
        // Every draw is taken in every mode, so that modes differ by what they use and not by chance.
        var isTrend = parameters.NextDouble() < Chance();
        var local = starts.Level.Draw(parameters);
        var (trendLevel, slope) = Trend.Draw(parameters);
        var first = Math.Log(1 - returns.DrawShare(parameters));
        var pulled = Pull.Pulled(local.LogLevel + first, life, parameters);
        var log = isTrend ? trendLevel + first : mode == EntriesMode.Recent ? local.LogLevel + first : pulled;
        var isPulled = !isTrend && mode != EntriesMode.Recent;
        var wandered = 0.0;
        var variance = 0.0;
        for (var month = 0; month < means.Length; month++)
        {
            var step = local.Step * Math.Pow(StepDampedAQuarter, month / 3.0);
            var normal = parameters.NextNormal();

            if (isTrend)
            {
                log += slope / 12 * Math.Pow(SlopeDampedAQuarter, month / 3.0);
            }
            else
            {
                var kept = isPulled ? Fading : 1;
                wandered = (kept * wandered) + (step * normal);
                variance = (kept * kept * variance) + (step * step);
            }

            // Half the variance is taken off, so that wandering widens the range without lifting its mean.
            means[month] = Math.Exp(Math.Clamp(log + wandered - (variance / 2), -30, 12)) * Offsets[month];
        }
    }

    private double Chance() => mode switch
    {
        EntriesMode.Trend => 1,
        EntriesMode.Recent => 0,
        _ => Trend.Probability,
    };
}
