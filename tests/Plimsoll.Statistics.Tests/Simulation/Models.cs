using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Statistics.Tests.Simulation;

/// <summary>Small models whose answers are known.</summary>
internal static class Models
{
    public const double Year = 365.25;

    /// <summary>One state, two exits, no bands but the age limit of eighteen years.</summary>
    public static readonly KernelShape One = new(1, 2, 1, [18 * Year], [], [], [], [0]);

    public static readonly MonthGrid TwoYears = new([.. Enumerable.Repeat(30, 24)]);

    /// <summary>Thirty-day months, so many of them.</summary>
    public static MonthGrid Months(int months) => new([.. Enumerable.Repeat(30, months)]);

    /// <summary>A child of two, in state 0 from today.</summary>
    public static SubjectStart AgedTwo => new(0, 16 * Year, 0, 0, 0, 0);

    /// <summary>Writes what happens as lines of numbers, to compare paths exactly.</summary>
    public readonly record struct Diary(List<(string What, int A, int B, double Time)> Lines) : ITrajectoryRecorder
    {
        public static Diary Empty => new([]);

        public void Enter(int state, int tariff, double time) => Lines.Add(("enter", state, tariff, time));

        public void Retariff(int state, int fromTariff, int toTariff, double time) => Lines.Add(("retariff", fromTariff, toTariff, time));

        public void Leave(int state, int tariff, double time) => Lines.Add(("leave", state, tariff, time));

        public void Exit(int exit, double time) => Lines.Add(("exit", exit, 0, time));
    }

    /// <summary>
    /// A council-like model: three states, three exits, bands of age, stay and spell, and hazards that depend on all of
    /// them; three hundred days in care and forty placements a hundred children a year or so.
    /// </summary>
    public sealed class Council
    {
        public static readonly KernelShape Shape = new(
            3, 3, 1, [5 * Year, 12 * Year, 16 * Year, 18 * Year], [5 * Year, 11 * Year], [56, 365, 731], [91, 365], [0, 0, 1, 1])
        {
            MoveGroups = [0, 1, 1],
        };

        public static readonly MonthGrid Grid = new([.. Enumerable.Repeat(30, 36)]);

        private readonly HazardTable rates = MakeTable();

        public HazardTable Table => rates;

        public static HazardTable MakeTable()
        {
            var table = new HazardTable(Shape, Grid.Months);
            Fill(table);
            return table;
        }

        public static void Fill(HazardTable table)
        {
            for (var age = 0; age < Shape.Ages; age++)
            {
                for (var state = 0; state < Shape.States; state++)
                {
                    for (var stay = 0; stay < Shape.Stays; stay++)
                    {
                        table.SetExits(
                            Shape.ExitCell(0, age, state, stay),
                            [0.3 / Year / (1 + stay), age == 0 ? 0.15 / Year : 0, 0.05 * (1 + state) / Year]);
                    }

                    for (var level = 0; level < Shape.Levels; level++)
                    {
                        for (var spell = 0; spell < Shape.Spells; spell++)
                        {
                            table.SetMove(Shape.MoveCell(age, state, spell, level), (1.2 - (0.3 * spell)) / Year);
                        }

                        table.Choices.Set(Shape.ChoiceRow(age, level, state), [0.5, 0.3, 0.2]);
                    }
                }
            }
        }

        /// <summary>Five hundred children in care and twenty starts a month; the total at the end of each month.</summary>
        public double[] Totals(ulong seed, int replicate, RateChanges? changes, double startFactor = 1)
        {
            var output = Output(seed, replicate, changes, startFactor);
            return [.. Enumerable.Range(0, Grid.Months).Select(month => output.Total(0, month))];
        }

        public SimulationOutput Output(ulong seed, int replicate, RateChanges? changes, double startFactor = 1)
        {
            var output = new SimulationOutput(1, Grid.Months, Shape.States, Shape.Exits + 1);
            var tally = new MonthlyTally(Shape, Grid);
            Into(tally, seed, replicate, changes, startFactor);
            tally.WriteTo(output, 0, [.. Enumerable.Repeat(1.0, Shape.States * Shape.Tariffs * Grid.Months)]);
            return output;
        }

        public void Into(MonthlyTally tally, ulong seed, int replicate, RateChanges? changes, double startFactor = 1)
        {
            var recorder = new TallyRecorder(tally);
            var stream = new Xoshiro256(0);
            for (var child = 0; child < 500; child++)
            {
                stream.Restart(Xoshiro256.KeyOf(seed, 1, (ulong)child));
                var start = new SubjectStart(
                    0, 30 + stream.NextBelow(6500), -stream.NextBelow(1500), -stream.NextBelow(600), stream.NextBelow(3), 0);
                stream.Restart(Xoshiro256.KeyOf(seed, 2, (ulong)replicate) ^ Xoshiro256.Scatter((ulong)child));
                TrajectoryKernel.Walk(rates, Grid, Grid.Horizon, stream, start, changes, ref recorder);
            }

            var starts = Xoshiro256.For(seed, 3, (ulong)replicate);
            var entrants = Xoshiro256.KeyOf(seed, 4, (ulong)replicate);
            for (var month = 0; month < Grid.Months; month++)
            {
                var number = starts.NextNegativeBinomial(20, 30, out var level);
                var added = StartMarks.Added(Xoshiro256.For(seed, 5, (ulong)replicate, (ulong)month), 20, level, startFactor);
                for (var ordinal = 0; ordinal < number + added; ordinal++)
                {
                    var key = entrants ^ Xoshiro256.Scatter(((ulong)month << 32) | (uint)ordinal);
                    if (StartMarks.IsAvoided(key, startFactor))
                    {
                        continue;
                    }

                    stream.Restart(key);
                    var day = (month * 30) + stream.NextBelow(30);
                    tally.Start(day);
                    TrajectoryKernel.Walk(
                        rates, Grid, Grid.Horizon, stream, new SubjectStart(day, day + 30 + stream.NextBelow(6500), day, day, stream.NextBelow(3), 0), changes, ref recorder);
                }
            }
        }
    }
}
