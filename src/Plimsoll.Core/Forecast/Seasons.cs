using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Rates;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// Months of the year in which more or fewer children start care than in others, shrunk to none as far as the records
/// fail to show them: school holidays and courts leave a mark in large councils, chance leaves one in small ones.
/// </summary>
internal sealed class Seasons
{
    private const int LeastMonths = 24;

    private readonly double[] factors;

    private Seasons(double[] factors) => this.factors = factors;

    /// <summary>No seasons.</summary>
    public static Seasons None { get; } = new([.. Enumerable.Repeat(1.0, 12)]);

    /// <summary>Factor of a calendar month on starts, one on average over a year.</summary>
    /// <param name="month">1 for January to 12.</param>
    public double Of(int month) => factors[month - 1];

    /// <summary>Learns the seasons.</summary>
    /// <param name="history">Starts by month.</param>
    public static Seasons Fit(EntryHistory history)
    {
        if (history.Counts.Length < LeastMonths || history.Counts.Sum() <= 0)
        {
            return None;
        }

        var means = history.LocalMeans();
        var seen = new double[12];
        var expected = new double[12];
        for (var month = 0; month < means.Length; month++)
        {
            var at = history.First.Plus(month).Number - 1;
            seen[at] += history.Counts[month];
            expected[at] += means[month];
        }

        // More scatter than chance (brothers and sisters together) is not a season: counts are set down by it.
        var scatter = Math.Max(1, Scatter(history.Counts, means));
        var strength = GammaPoisson.Strength([.. seen.Select(count => count / scatter)], [.. expected.Select(count => count / scatter)]);
        var shrunk = seen.Select((count, month) => GammaPoisson.Multiplier(count / scatter, expected[month] / scatter, strength)).ToArray();
        var mean = shrunk.Average();
        return new Seasons([.. shrunk.Select(factor => factor / mean)]);
    }

    private static double Scatter(double[] counts, double[] means) =>
        counts.Zip(means, (count, mean) => (count - mean) * (count - mean) / Math.Max(mean, 1e-9)).Sum() / Math.Max(1, counts.Length - 1);
}
