using Plimsoll.Core.Care;
using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// How soon children who left come back: rates by time since they left, for those who went home and those who left to a
/// special guardian. The council's own returns are joined to published experience as far as they are few.
/// </summary>
internal sealed class CareReturns
{
    /// <summary>Inner edges of the bands of time since leaving, in days: one month, three months, one, two and six years.</summary>
    public static readonly double[] Edges = [30, 91, 365, 731, 2192];

    // Events of weight that published experience carries in each band.
    private const double Hold = 6;

    private const int Kinds = 2;

    // Children who went home: 12% back at three months, 20% at a year, 35% at six years (Goldacre and others, 2022). Of
    // children who left to a special guardian about 1% a year come back (judgement). Nobody is followed past six years.
    private static readonly double[][] PriorADay =
    [
        [0.1278 / 91, 0.1278 / 91, 0.0953 / 274, 0.080 / 366, 0.1277 / 1461, 0],
        [0.01 / 365, 0.01 / 365, 0.01 / 365, 0.01 / 365, 0.01 / 365, 0],
    ];

    private readonly double[][] events;
    private readonly double[][] days;

    private CareReturns(double[][] events, double[][] days, double share, double seen)
    {
        (this.events, this.days) = (events, days);
        (ReturnedShare, Starts) = (share, seen);
    }

    /// <summary>Share of recent starts that were returns.</summary>
    public double ReturnedShare { get; }

    /// <summary>Starts behind that share.</summary>
    public double Starts { get; }

    /// <summary>Whether an exit can be followed by a return, and as which kind; -1 for not.</summary>
    public static int KindOf(int exit) => exit switch
    {
        0 => 0,
        1 => 1,
        _ => -1,
    };

    /// <summary>What the records and published experience each say of one band.</summary>
    /// <param name="kind">How the child left (<see cref="KindOf"/>).</param>
    /// <param name="band">Band of time since leaving.</param>
    public (double Events, double Days, double PublishedADay) Evidence(int kind, int band) =>
        (events[kind][band], days[kind][band], PriorADay[kind][band]);

    /// <summary>Learns the rates.</summary>
    public static CareReturns Fit(KnownCare care)
    {
        var back = Table();
        var away = Table();
        foreach (var absence in care.Absences)
        {
            var kind = KindOf(absence.Exit);
            var end = absence.Back ?? Math.Min(care.Until, absence.Limit ?? care.Until);
            for (var band = 0; band <= Edges.Length; band++)
            {
                var from = band == 0 ? 0 : Edges[band - 1];
                var to = band == Edges.Length ? double.PositiveInfinity : Edges[band];
                away[kind][band] += Math.Max(0, Math.Min(to, end - absence.Left) - from);
            }

            if (absence.Back is { } day)
            {
                back[kind][KernelShape.Band(Edges, day - absence.Left)]++;
            }
        }

        // Two years back every child who left in the window can be told from one who never was in care.
        var since = care.Until - (2 * CareModel.YearDays);
        var starts = care.Periods.Where(period => period.IsEntry && period.Start >= Math.Max(since, care.WindowStart) && period.Covariate == 0).ToList();
        var returned = starts.Count(period => period.IsReturn);
        return new CareReturns(back, away, (returned + 0.5) / (starts.Count + 5), starts.Count);
    }

    /// <summary>Space for a draw.</summary>
    public static double[][] Table() => [.. Enumerable.Range(0, Kinds).Select(_ => new double[Edges.Length + 1])];

    /// <summary>Mean rates a day by kind and band.</summary>
    public void Mean(double[][] rates) => Fill(rates, null);

    /// <summary>One draw of the rates: gamma posteriors of the bands.</summary>
    public void Draw(Xoshiro256 stream, double[][] rates) => Fill(rates, stream);

    /// <summary>Draws the share of starts that are returns.</summary>
    public double DrawShare(Xoshiro256 stream)
    {
        var returned = stream.NextGamma((ReturnedShare * (Starts + 5)) + 0.01);
        var others = stream.NextGamma(((1 - ReturnedShare) * (Starts + 5)) + 0.01);
        return returned / (returned + others);
    }

    /// <summary>When a child who left comes back: an exact time, or infinity.</summary>
    /// <param name="rates">Rates a day by kind and band.</param>
    /// <param name="kind">How the child left.</param>
    /// <param name="left">When.</param>
    /// <param name="now">From when on the return is sought: not before.</param>
    /// <param name="stream">The child's stream.</param>
    public static double Back(double[][] rates, int kind, double left, double now, Xoshiro256 stream)
    {
        var energy = stream.NextExponential();
        var time = now;
        for (var band = KernelShape.Band(Edges, now - left); band < Edges.Length; band++)
        {
            var end = left + Edges[band];
            var rate = rates[kind][band];
            if (energy < rate * (end - time))
            {
                return time + (energy / rate);
            }

            energy -= rate * (end - time);
            time = end;
        }

        return double.PositiveInfinity;
    }

    private void Fill(double[][] rates, Xoshiro256? stream)
    {
        for (var kind = 0; kind < Kinds; kind++)
        {
            for (var band = 0; band <= Edges.Length; band++)
            {
                var prior = PriorADay[kind][band];
                if (prior <= 0)
                {
                    rates[kind][band] = 0;
                    continue;
                }

                var shape = Hold + events[kind][band];
                var exposure = (Hold / prior) + days[kind][band];
                rates[kind][band] = (stream?.NextGamma(shape) ?? shape) / exposure;
            }
        }
    }
}

/// <summary>A child out of care after going home or to a special guardian.</summary>
/// <param name="Key">A number that stands for the child in random streams.</param>
/// <param name="Exit">Number of the exit.</param>
/// <param name="Left">Day number of the end of care.</param>
/// <param name="Back">Day number of the return; null when there was none before the forecast.</param>
/// <param name="Limit">Day number of the eighteenth birthday; null when not known.</param>
/// <param name="Covariate">Covariate level.</param>
internal readonly record struct Absence(ulong Key, int Exit, int Left, int? Back, int? Limit, int Covariate);
