using Plimsoll.Statistics.Rates;

namespace Plimsoll.Statistics.Counts;

/// <summary>The step sizes of a level that are considered, with their chances before the data.</summary>
/// <param name="Sizes">Standard deviations of the log level's step from one time to the next, ascending from zero.</param>
/// <param name="Chances">Chance of each; they sum to one.</param>
public sealed record LevelSteps(double[] Sizes, double[] Chances)
{
    /// <summary>Steps of a monthly level: the quarterly steps of <see cref="SharedDrift"/> spread over three months.</summary>
    public static LevelSteps Monthly { get; } = Drifting(0.3, 0.05).Over(3);

    /// <summary>
    /// Steps of the drift of all leaving or moving rates together from one quarter to the next: three in ten that there is
    /// none, otherwise exponential, 0.05 on average over all (judgement, from the history of real authorities).
    /// </summary>
    public static LevelSteps SharedDrift { get; } = Drifting(0.3, 0.05);

    /// <summary>Steps of the drift of one group of rates away from all together: smaller, and as likely none as some (judgement).</summary>
    public static LevelSteps OwnDrift { get; } = Drifting(0.5, 0.02);

    private LevelSteps Over(int times) => new([.. Sizes.Select(size => size / Math.Sqrt(times))], Chances);

    private static LevelSteps Drifting(double none, double average)
    {
        double[] sizes = [0, 0.02, 0.04, 0.06, 0.08, 0.10, 0.125, 0.15];

        // The exponential's mean is found for which all chances together have the mean step that is asked.
        double[] Chances(double mean)
        {
            var weights = sizes.Skip(1).Select(size => Math.Exp(-size / mean)).ToArray();
            return [none, .. weights.Select(weight => (1 - none) * weight / weights.Sum())];
        }

        var best = Peak.Of(log => -Math.Abs(sizes.Zip(Chances(Math.Exp(log)), (size, chance) => size * chance).Sum() - average), -5, 3);
        return new LevelSteps(sizes, Chances(Math.Exp(best)));
    }
}
