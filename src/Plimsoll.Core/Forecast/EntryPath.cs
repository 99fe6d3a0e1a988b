using Plimsoll.Statistics.Counts;
using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// How many children start in each month of a replicate: the local level of starts, pulled to balance or carried along
/// a trend as the mode says, with counts that scatter more than chance alone because brothers and sisters come together.
/// </summary>
internal sealed class EntryPath
{
    private const double StepDampedAQuarter = 0.95;
    private const double SlopeDampedAQuarter = 0.98;

    // Size of the scatter while there is less than a year of counts to learn it from (judgement).
    private const double SizeOfShortWindow = 10;
    private const double LeastSize = 1;
    private const double MostSize = 1000;

    private readonly EntriesMode mode;
    private readonly CountLevel level;
    private readonly EntryTrend trend;
    private readonly EquilibriumPull pull;

    private EntryPath(EntriesMode mode, CountLevel level, EntryTrend trend, EquilibriumPull pull, double size)
    {
        (this.mode, this.level, this.trend, this.pull) = (mode, level, trend, pull);
        Size = size;
    }

    /// <summary>Size of the negative binomial of monthly starts.</summary>
    public double Size { get; }

    /// <summary>Mean local level, starts a month.</summary>
    public double LevelAMonth => level.Mean;

    /// <summary>The trend.</summary>
    public EntryTrend Trend => trend;

    /// <summary>The balance.</summary>
    public EquilibriumPull Pull => pull;

    /// <summary>Fits level, scatter and trend.</summary>
    public static EntryPath Fit(ForecastSettings settings, KnownCare care, EntryHistory history, EquilibriumPull pull)
    {
        var size = history.Counts.Length < 12
            ? SizeOfShortWindow
            : NegativeBinomial.Size(history.Counts, history.LocalMeans(), LeastSize, MostSize);
        return new EntryPath(
            settings.Entries,
            CountLevel.Filter(history.Counts, history.Months, size),
            EntryTrend.Fit(care, history, settings.Tuning.TrendPrior),
            pull,
            size);
    }

    /// <summary>Draws the mean number of starts of each month.</summary>
    /// <param name="parameters">The replicate's stream for the level.</param>
    /// <param name="spare">A stream that may be restarted.</param>
    /// <param name="table">The replicate's rates.</param>
    /// <param name="grid">Calendar.</param>
    /// <param name="means">Receives the means.</param>
    public void Draw(Xoshiro256 parameters, Xoshiro256 spare, HazardTable table, MonthGrid grid, double[] means)
    {
        // Every draw is taken in every mode, so that modes differ by what they use and not by chance.
        var isTrend = parameters.NextDouble() < Chance();
        var local = level.Draw(parameters);
        var (trendLevel, slope) = trend.Draw(parameters);
        var pulled = pull.Pulled(local.LogLevel, table, parameters, spare);
        var log = isTrend ? trendLevel : mode == EntriesMode.Recent ? local.LogLevel : pulled;
        for (var month = 0; month < means.Length; month++)
        {
            var step = local.Step * Math.Pow(StepDampedAQuarter, month / 3.0) * parameters.NextNormal();
            log += isTrend ? slope / 12 * Math.Pow(SlopeDampedAQuarter, month / 3.0) : step;
            means[month] = Math.Exp(Math.Clamp(log, -30, 12)) * grid.Lengths[month] / CareModel.MonthDays;
        }
    }

    private double Chance() => mode switch
    {
        EntriesMode.Trend => 1,
        EntriesMode.Recent => 0,
        _ => trend.Probability,
    };
}
