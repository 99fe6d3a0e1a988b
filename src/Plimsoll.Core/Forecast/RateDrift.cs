using Plimsoll.Core.Care;
using Plimsoll.Statistics.Counts;
using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// How far rates of leaving and moving wander from quarter to quarter: all exits together and each group of them away from
/// that, and likewise moves. Learnt from observed over expected events of each quarter, and carried into the spread of
/// the future, damped. Recency shapes the rates; where all of them together stand today is what the local level of the
/// quarters says, and no more than that. Of a group alone the quarters say too little to move it: it stays at its fitted
/// level, wider by what it may have wandered since the weighted middle of the records.
/// </summary>
internal sealed class RateDrift
{
    /// <summary>Number of groups of exits: home, permanence (guardianship and adoption), all others.</summary>
    public const int ExitGroups = 3;

    /// <summary>Number of groups of moves: from family placements, from all others.</summary>
    public const int MoveGroups = 2;

    private const double DampedAQuarter = 0.95;
    private const double Anchor = 10;
    private const double QuarterDays = CareModel.YearDays / 4;

    private readonly CountLevel exits;
    private readonly CountLevel moves;
    private readonly CountLevel[] groups;
    private readonly double quartersSince;

    private RateDrift(CountLevel exits, CountLevel moves, CountLevel[] groups, double quartersSince) =>
        (this.exits, this.moves, this.groups, this.quartersSince) = (exits, moves, groups, quartersSince);

    /// <summary>Posterior mean of the quarterly step of all exits together.</summary>
    public double ExitStep => exits.MeanStep;

    /// <summary>Posterior mean of the quarterly step of all moves together.</summary>
    public double MoveStep => moves.MeanStep;

    /// <summary>The group of an exit.</summary>
    public static int OfExit(int exit) => CareModel.Exits[exit] switch
    {
        CareExit.Home => 0,
        CareExit.SpecialGuardianship or CareExit.Adopted => 1,
        _ => 2,
    };

    /// <summary>The group of moves from a state.</summary>
    public static int OfMove(int state) => CareModel.Group(state) == 0 ? 0 : 1;

    /// <summary>Learns the steps.</summary>
    /// <param name="shape">The model.</param>
    /// <param name="care">What is known.</param>
    /// <param name="unknown">The spread of unknown starts, or null.</param>
    /// <param name="rates">Fitted rates.</param>
    /// <param name="recency">Weights of the days behind the rates.</param>
    /// <param name="cancel">Stops it.</param>
    public static RateDrift Fit(KernelShape shape, KnownCare care, UnknownStarts? unknown, LeavingRates rates, Recency recency, CancellationToken cancel)
    {
        var quarters = Math.Max(1, (int)Math.Floor(((care.Until - care.WindowStart) / QuarterDays) + 0.02));
        var counter = new QuarterCounter(shape, care.Until, quarters, rates);
        HistoryWalk.Over(shape, care, unknown, ref counter, cancel);
        var leaving = Together(counter, 0, ExitGroups, quarters);
        var moving = Together(counter, ExitGroups, ExitGroups + MoveGroups, quarters);
        return new RateDrift(
            Filter(leaving.Events, leaving.Expected, LevelSteps.SharedDrift),
            Filter(moving.Events, moving.Expected, LevelSteps.SharedDrift),
            [.. Enumerable.Range(0, ExitGroups + MoveGroups).Select(group => Apart(counter, group, group < ExitGroups ? leaving : moving))],
            recency.Wandered(care.WindowStart) / QuarterDays);
    }

    private static (double[] Events, double[] Expected) Together(in QuarterCounter counter, int from, int to, int quarters)
    {
        var events = new double[quarters];
        var expected = new double[quarters];
        for (var group = from; group < to; group++)
        {
            for (var quarter = 0; quarter < quarters; quarter++)
            {
                events[quarter] += counter.Events[group][quarter];
                expected[quarter] += counter.Expected[group][quarter];
            }
        }

        return (events, expected);
    }

    // A group against what it would be if all rates of its kind had moved together in each quarter.
    private static CountLevel Apart(in QuarterCounter counter, int group, (double[] Events, double[] Expected) all)
    {
        var expected = new double[all.Events.Length];
        for (var quarter = 0; quarter < expected.Length; quarter++)
        {
            expected[quarter] = counter.Expected[group][quarter] * (all.Events[quarter] + 1) / (all.Expected[quarter] + 1);
        }

        return Filter(counter.Events[group], expected, LevelSteps.OwnDrift);
    }

    // Before the first quarter stand ten events where ten were expected: without records of its own a rate is the fitted one.
    private static CountLevel Filter(double[] events, double[] expected, LevelSteps steps) =>
        CountLevel.Filter(
            [Anchor, .. events], [Anchor, .. expected.Select(number => Math.Max(number, 1e-6))], double.PositiveInfinity, steps);

    /// <summary>
    /// The drift when starts are taken into account: rates of leaving and the level of starts wander for the same reasons
    /// (practice, courts, partners), so what one says of the size of the steps counts for the other.
    /// </summary>
    public RateDrift TogetherWith(StartLevel starts) => new(exits.TogetherWith(starts.Level), moves, groups, quartersSince);

    /// <summary>The level of starts when the drift of leaving rates is taken into account.</summary>
    public StartLevel Inform(StartLevel starts) => starts with { Level = starts.Level.TogetherWith(exits) };

    /// <summary>Draws the paths of all exits into a table, before its rates are set; factors are one on average.</summary>
    /// <param name="stream">The replicate's stream for the drift of exits.</param>
    /// <param name="table">Receives the paths from now on.</param>
    /// <param name="factors">Space for a factor a month.</param>
    /// <param name="levels">
    /// Receives, for each exit, how far the rate stands now from the fitted one. That is part of the replicate's rates
    /// themselves, so that starts are balanced against it; the path from now on is not known to anybody yet.
    /// </param>
    public void DrawExits(Xoshiro256 stream, HazardTable table, Span<double> factors, Span<double> levels)
    {
        Span<double> shared = stackalloc double[factors.Length];
        var sharedLevel = DrawTogether(exits, stream, shared);
        for (var group = 0; group < ExitGroups; group++)
        {
            var level = sharedLevel * DrawApart(groups[group], stream, factors);
            Multiply(factors, shared);
            for (var exit = 0; exit < table.Shape.Exits; exit++)
            {
                if (OfExit(exit) == group)
                {
                    table.SetDrift(exit, factors);
                    levels[exit] = level;
                }
            }
        }
    }

    /// <summary>Draws the paths of the groups of moves into a table, before its rates are set.</summary>
    /// <param name="stream">The replicate's stream for the drift of moves.</param>
    /// <param name="table">Receives them.</param>
    /// <param name="factors">Space for a factor a month.</param>
    /// <param name="levels">Receives, for each group of moves, how far the rate stands now from the fitted one.</param>
    public void DrawMoves(Xoshiro256 stream, HazardTable table, Span<double> factors, Span<double> levels)
    {
        Span<double> shared = stackalloc double[factors.Length];
        var sharedLevel = DrawTogether(moves, stream, shared);
        for (var group = 0; group < MoveGroups; group++)
        {
            levels[group] = sharedLevel * DrawApart(groups[ExitGroups + group], stream, factors);
            Multiply(factors, shared);
            table.SetMoveDrift(group, factors);
        }
    }

    private static void Multiply(Span<double> factors, ReadOnlySpan<double> by)
    {
        for (var month = 0; month < factors.Length; month++)
        {
            factors[month] *= by[month];
        }
    }

    // Returns where all rates of a kind stand now against the fitted ones.
    private static double DrawTogether(CountLevel level, Xoshiro256 stream, Span<double> factors)
    {
        var (logLevel, step) = level.Draw(stream);
        Wander(step, stream, factors);
        return Math.Exp(logLevel);
    }

    // Returns where a group stands now against all together, one on average.
    private double DrawApart(CountLevel level, Xoshiro256 stream, Span<double> factors)
    {
        var step = level.DrawStep(stream);
        var since = step * step * quartersSince;
        var now = Math.Exp((Math.Sqrt(since) * stream.NextNormal()) - (since / 2));
        Wander(step, stream, factors);
        return now;
    }

    // The path from now on, one on average.
    private static void Wander(double step, Xoshiro256 stream, Span<double> factors)
    {
        var log = 0.0;
        var variance = 0.0;
        for (var month = 0; month < factors.Length; month++)
        {
            if (month % 3 == 0)
            {
                // Taken in every case, so that the size of the step does not shift other draws.
                var normal = stream.NextNormal();
                var damped = step * Math.Pow(DampedAQuarter, month / 3);
                log += damped * normal;
                variance += damped * damped;
            }

            factors[month] = Math.Exp(log - (variance / 2));
        }
    }

    private readonly struct QuarterCounter : IHistoryVisitor
    {
        private readonly KernelShape shape;
        private readonly int until;
        private readonly int quarters;
        private readonly LeavingRates rates;

        public QuarterCounter(KernelShape shape, int until, int quarters, LeavingRates rates)
        {
            (this.shape, this.until, this.quarters, this.rates) = (shape, until, quarters, rates);
            Events = [.. Enumerable.Range(0, ExitGroups + MoveGroups).Select(_ => new double[quarters])];
            Expected = [.. Enumerable.Range(0, ExitGroups + MoveGroups).Select(_ => new double[quarters])];
        }

        public double[][] Events { get; }

        public double[][] Expected { get; }

        public void AtRiskOfExit(int cell, double from, double to, double weight, int exit)
        {
            if (exit >= 0)
            {
                Events[OfExit(exit)][QuarterOf(to - 1)] += weight;
            }

            for (var which = 0; which < shape.Exits; which++)
            {
                Expect(OfExit(which), from, to, weight * rates.MeanExit(which, cell));
            }
        }

        public void AtRiskOfMove(int cell, int row, double from, double to, int next)
        {
            var group = ExitGroups + OfMove(row % shape.States);
            if (next >= 0)
            {
                Events[group][QuarterOf(to - 1)]++;
            }

            Expect(group, from, to, rates.MeanMove(cell));
        }

        private void Expect(int group, double from, double to, double rate)
        {
            while (from < to)
            {
                var quarter = QuarterOf(from);
                var end = quarter == quarters - 1 ? to : Math.Min(to, until - ((quarters - 1 - quarter) * QuarterDays));
                if (end <= from)
                {
                    end = Math.Min(to, from + 1);
                }

                Expected[group][quarter] += rate * (end - from);
                from = end;
            }
        }

        private int QuarterOf(double day) => Math.Clamp(quarters - 1 - (int)((until - 1e-9 - day) / QuarterDays), 0, quarters - 1);
    }
}
