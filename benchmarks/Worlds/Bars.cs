using System.Globalization;
using Plimsoll.Core.Forecast;

namespace Plimsoll.Benchmarks.Worlds;

/// <summary>A bar that the engine has to clear, and whether it did.</summary>
/// <param name="Name">The bar.</param>
/// <param name="Met">Whether it was met.</param>
/// <param name="Figures">The figures.</param>
internal sealed record Bar(string Name, bool Met, string Figures)
{
    /// <summary>The size of council that the bars are for.</summary>
    public const int Children = 500;

    private static readonly int[] Horizons = [1, 2, 5];
    private static readonly double[] SteadyMape = [0.030, 0.043, 0.058];

    /// <summary>Whether the bars are meant for councils of this size.</summary>
    public static bool CanJudge(WorldsRequest request) => request.Children is >= Children - 40 and <= Children + 40;

    /// <summary>
    /// Judges the bars whose kinds of world were run; starts as by default and the engine's own range, except where a
    /// bar says otherwise.
    /// </summary>
    public static IEnumerable<Bar> Judge(WorldsRun run)
    {
        var own = run.Marks.Keys.Where(variant => variant.Spread == SpreadMode.Own).ToList();
        Variant? Find(WorldKind kind, EntriesMode entries) => own.Find(variant => variant.Kind == kind && variant.Entries == entries);
        Summary Engine(Variant variant, int years) => run.Summary(variant, Mark.Engine, years);
        var growing = Find(WorldKind.Growing, EntriesMode.Trend);
        foreach (var kind in new[] { WorldKind.Steady, WorldKind.Untidy })
        {
            if (Find(kind, EntriesMode.Evidence) is { } variant)
            {
                var mape = Horizons.Select(years => Engine(variant, years).Mape).ToArray();
                yield return new Bar(
                    $"{(char)kind}: MAPE of the total at most 3.0 / 4.3 / 5.8% at 1 / 2 / 5 years",
                    mape.Zip(SteadyMape).All(pair => pair.First <= pair.Second),
                    Percent(mape));
            }
        }

        if (growing is not null)
        {
            var bias = Horizons.Select(years => Engine(growing, years).Bias).ToArray();
            yield return new Bar(
                "B, trend: mean error of the total within 5% at 2 years and 10% at 5",
                Math.Abs(bias[1]) <= 0.05 && Math.Abs(bias[2]) <= 0.10,
                Percent(bias));
            var residential = Horizons.Select(years => Engine(growing, years).ResidentialBias).ToArray();
            var markov = Horizons.Select(years => run.Summary(growing, "mean-rate Markov", years).ResidentialBias).ToArray();
            yield return new Bar(
                "B, trend: residential bias at 5 years at most half the Markov model's",
                Math.Abs(residential[2]) <= Math.Abs(markov[2]) / 2,
                $"{Percent(residential)} against {Percent(markov)}");
        }

        var shown = new Variant(WorldKind.Growing, EntriesMode.Evidence, SpreadMode.Evidence);
        if (run.Marks.ContainsKey(shown))
        {
            var covered = Horizons.Select(years => Engine(shown, years).Covered).ToArray();
            yield return new Bar("B, default settings: covers the truth at 5 years in at least half the worlds", covered[2] >= 0.5, Percent(covered));
        }

        if (Find(WorldKind.Surge, EntriesMode.Evidence) is { } surge)
        {
            yield return new Bar(
                "C: supported accommodation within 20% at 1 year",
                Math.Abs(Engine(surge, 1).SupportedBias) <= 0.20,
                $"{Percent([Engine(surge, 1).SupportedBias])} against the Markov model's "
                    + Percent([run.Summary(surge, "mean-rate Markov", 1).SupportedBias]));
        }

        Variant?[] pool =
        [
            Find(WorldKind.Steady, EntriesMode.Evidence),
            growing,
            Find(WorldKind.Surge, EntriesMode.Evidence),
            Find(WorldKind.Untidy, EntriesMode.Evidence),
        ];
        if (pool.OfType<Variant>().ToList() is { Count: 4 } pooled)
        {
            var covered = Covered(run, pooled);
            yield return new Bar(
                "A to D together: the 80% range covers 74 to 88%",
                covered is >= 0.74 and <= 0.88,
                $"{Percent([covered])}; by year {Percent(Horizons.Select(years => run.Summary(pooled, Mark.Engine, years).Covered))}");
            var engine = Horizons.Select(years => run.Summary(pooled, Mark.Engine, years).Crps).ToArray();
            var others = run.Marks[pooled[0]].Select(mark => mark.Method).Where(method => method != Mark.Engine).Distinct()
                .Select(method => (Method: method, Crps: Horizons.Select(years => run.Summary(pooled, method, years).Crps).ToArray())).ToList();
            yield return new Bar(
                "A to D together: CRPS below every baseline's at 1 / 2 / 5 years",
                others.TrueForAll(other => other.Crps.Zip(engine).All(pair => pair.Second < pair.First)),
                $"{Plain(engine)} against " + string.Join(", ", others.Select(other => $"{other.Method} {Plain(other.Crps)}")));
        }

        foreach (var (kind, least) in new[] { (WorldKind.Drifting, 0.72), (WorldKind.DriftingFar, 0.66) })
        {
            if (Find(kind, EntriesMode.Evidence) is { } variant)
            {
                var covered = Covered(run, [variant]);
                yield return new Bar(
                    $"{(char)kind}: the 80% range covers at least {Percent([least])}",
                    covered >= least,
                    $"{Percent([covered])}; by year {Percent(Horizons.Select(years => Engine(variant, years).Covered))}");
            }
        }
    }

    private static double Covered(WorldsRun run, IReadOnlyCollection<Variant> variants) =>
        Horizons.Average(years => run.Summary(variants, Mark.Engine, years).Covered);

    private static string Percent(IEnumerable<double> shares) =>
        string.Join(" / ", shares.Select(share => (100 * share).ToString("0.0", CultureInfo.InvariantCulture))) + "%";

    private static string Plain(IEnumerable<double> values) =>
        string.Join(" / ", values.Select(value => value.ToString("0.0", CultureInfo.InvariantCulture)));
}
