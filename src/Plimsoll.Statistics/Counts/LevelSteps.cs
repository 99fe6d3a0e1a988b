using Plimsoll.Statistics.Rates;

namespace Plimsoll.Statistics.Counts;

/// <summary>The step sizes of a level that are considered, with their chances before the data.</summary>
/// <param name="Sizes">Standard deviations of the log level's step from one time to the next, ascending from zero.</param>
/// <param name="Chances">Chance of each; they sum to one.</param>
public sealed record LevelSteps(double[] Sizes, double[] Chances)
{
    /// <summary>Steps of a monthly level, all equally likely.</summary>
    public static LevelSteps Monthly { get; } = Even(0, 0.01, 0.02, 0.03, 0.04, 0.06, 0.09);

    /// <summary>
    /// Steps of the drift of a rate from one quarter to the next: three in ten that there is none, otherwise
    /// exponential, 0.05 on average over all (judgement, from the history of real authorities).
    /// </summary>
    public static LevelSteps QuarterlyDrift { get; } = Drifting();

    private static LevelSteps Even(params double[] sizes) => new(sizes, [.. sizes.Select(_ => 1.0 / sizes.Length)]);

    private static LevelSteps Drifting()
    {
        double[] sizes = [0, 0.02, 0.04, 0.06, 0.08, 0.10, 0.125, 0.15];
        const double none = 0.3;

        // The exponential's mean is found for which all chances together have the mean step 0.05.
        double[] Chances(double mean)
        {
            var weights = sizes.Skip(1).Select(size => Math.Exp(-size / mean)).ToArray();
            return [none, .. weights.Select(weight => (1 - none) * weight / weights.Sum())];
        }

        var best = Peak.Of(log => -Math.Abs(sizes.Zip(Chances(Math.Exp(log)), (size, chance) => size * chance).Sum() - 0.05), -5, 3);
        return new LevelSteps(sizes, Chances(Math.Exp(best)));
    }
}
