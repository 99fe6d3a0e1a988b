using Plimsoll.Core.Care;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// Events and time at risk of the whole dataset by cell, weighted by recency: sums over sums. Only nights inside the
/// window count; children already in care at its start come under observation late and are never entries.
/// </summary>
internal sealed class Exposure
{
    private readonly KernelShape shape;
    private readonly Recency recency;
    private readonly int window;

    /// <summary>Nothing counted yet.</summary>
    public Exposure(KernelShape shape, Recency recency, int window)
    {
        (this.shape, this.recency, this.window) = (shape, recency, window);
        ExitExposure = new double[shape.ExitCells];
        ExitEvents = [.. Enumerable.Range(0, shape.Exits).Select(_ => new double[shape.ExitCells])];
        MoveExposure = new double[shape.MoveCells];
        MoveEvents = new double[shape.MoveCells];
        Destinations = new double[shape.ChoiceRows * shape.States];
    }

    /// <summary>Days at risk of an exit, by exit cell.</summary>
    public double[] ExitExposure { get; }

    /// <summary>Exits, by exit and exit cell.</summary>
    public double[][] ExitEvents { get; }

    /// <summary>Days at risk of a move, by move cell.</summary>
    public double[] MoveExposure { get; }

    /// <summary>Moves, by move cell.</summary>
    public double[] MoveEvents { get; }

    /// <summary>Moves by row of choice (age band, level of time in care, state) and next state.</summary>
    public double[] Destinations { get; }

    /// <summary>Counts everything.</summary>
    /// <param name="shape">The model.</param>
    /// <param name="care">What is known.</param>
    /// <param name="recency">Weights of days.</param>
    /// <param name="unknown">The spread of unknown starts, or null where five returns make it needless.</param>
    /// <param name="cancel">Stops between children.</param>
    public static Exposure Count(KernelShape shape, KnownCare care, Recency recency, UnknownStarts? unknown, CancellationToken cancel)
    {
        var counted = new Exposure(shape, recency, care.WindowStart);
        foreach (var period in care.Periods)
        {
            cancel.ThrowIfCancellationRequested();

            // Without a date of birth neither events nor time at risk have a cell: both are left out together.
            if (period.Limit is null)
            {
                continue;
            }

            if (period.StartKnown || unknown is null)
            {
                counted.Add(period, shift: 0, weight: 1, everyStay: period.StartKnown, moves: true);
                continue;
            }

            counted.Add(period, shift: 0, weight: 0, everyStay: false, moves: true);
            foreach (var (extra, chance) in unknown.Posterior(period))
            {
                counted.Add(period, extra, chance, everyStay: true, moves: false);
            }
        }

        return counted;
    }

    // shift: days for which the child had been in care before the first known day. Stays of unknown length count only
    // once they are surely in the top band; placements of unknown age likewise.
    private void Add(KnownPeriod period, double shift, double weight, bool everyStay, bool moves)
    {
        var origin = period.Start - shift;
        var limit = (double)period.Limit!.Value;
        for (var index = 0; index < period.Spells.Length; index++)
        {
            var spell = period.Spells[index];
            var time = (double)Math.Max(spell.Start, window);
            var end = Math.Min(spell.End, limit);
            while (time < end)
            {
                var age = CareModel.AgeBand(shape, CareModel.AgeLimit - (limit - time));
                var stay = KernelShape.Band(shape.StayEdges, time - origin);
                var inSpell = KernelShape.Band(shape.SpellEdges, time - spell.Start);
                var next = end;
                next = Math.Min(next, limit - (CareModel.AgeLimit - shape.AgeEdges[age]));
                next = stay < shape.StayEdges.Length ? Math.Min(next, origin + shape.StayEdges[stay]) : next;
                next = inSpell < shape.SpellEdges.Length ? Math.Min(next, spell.Start + shape.SpellEdges[inSpell]) : next;
                if (next <= time)
                {
                    // A boundary may fall on this very moment by rounding: step over it.
                    time += 1e-6;
                    continue;
                }

                var days = recency.Days(time, next);
                var ends = next >= spell.End;
                var last = index == period.Spells.Length - 1;
                var eventWeight = ends ? recency.Of(spell.End - 1) : 0;
                if (weight > 0 && (everyStay || stay == CareModel.LongestStay))
                {
                    var cell = shape.ExitCell(period.Covariate, age, spell.State, stay);
                    ExitExposure[cell] += weight * days;
                    if (ends && last && period.Exit >= 0)
                    {
                        ExitEvents[Possible(period.Exit, age)][cell] += weight * eventWeight;
                    }
                }

                var level = shape.StayLevels[stay];
                if (moves && (period.StartKnown || level == shape.Levels - 1) && (spell.StartKnown || inSpell == CareModel.LongestSpell))
                {
                    var cell = shape.MoveCell(age, spell.State, inSpell, level);
                    MoveExposure[cell] += days;
                    if (ends && !last)
                    {
                        MoveEvents[cell] += eventWeight;
                        var to = period.Spells[index + 1].State;
                        Destinations[(shape.ChoiceRow(age, level, spell.State) * shape.States) + to] += eventWeight;
                    }
                }

                time = next;
            }
        }
    }

    // An exit recorded where the model has none is still a leaver: it counts with the other endings.
    private static int Possible(int exit, int age) => CareModel.CanExit(exit, age) ? exit : CareModel.ExitIndex(CareExit.Other);
}
