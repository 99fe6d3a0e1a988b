using Plimsoll.Core.Care;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>Sees the recorded histories in parts within which no band of age or of any clock changes.</summary>
internal interface IHistoryVisitor
{
    /// <summary>A part in which the child was at risk of leaving.</summary>
    /// <param name="cell">Exit cell of the model.</param>
    /// <param name="from">First day, a day number; may be within a day where an age edge is.</param>
    /// <param name="to">End of the part.</param>
    /// <param name="weight">Share of the child that counts: below one where the start of care is spread over bands.</param>
    /// <param name="exit">The exit that ended it, or -1.</param>
    void AtRiskOfExit(int cell, double from, double to, double weight, int exit);

    /// <summary>A part in which the child was at risk of moving.</summary>
    /// <param name="cell">Move cell of the model.</param>
    /// <param name="row">Row of the choice of a next state.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">End of the part.</param>
    /// <param name="next">The state moved to at its end, or -1.</param>
    void AtRiskOfMove(int cell, int row, double from, double to, int next);
}

/// <summary>
/// Walks recorded histories. Only nights inside the window count; children already in care at its start come under
/// observation late and are never entries. Stays of unknown length count only once they are surely in the top band, or
/// spread over the bands where fewer than five returns are there; placements of unknown age only in the top band.
/// </summary>
internal static class HistoryWalk
{
    /// <summary>Walks everything that is known.</summary>
    /// <param name="shape">The model.</param>
    /// <param name="care">What is known.</param>
    /// <param name="unknown">The spread of unknown starts, or null where five returns make it needless.</param>
    /// <param name="visitor">Sees the parts.</param>
    /// <param name="cancel">Stops between children.</param>
    public static void Over<TVisitor>(KernelShape shape, KnownCare care, UnknownStarts? unknown, ref TVisitor visitor, CancellationToken cancel)
        where TVisitor : struct, IHistoryVisitor
    {
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
                Period(shape, care, period, new Spread(0, 1, period.StartKnown, Moves: true), ref visitor);
                continue;
            }

            Period(shape, care, period, new Spread(0, 0, false, Moves: true), ref visitor);
            foreach (var (extra, chance) in unknown.Posterior(period))
            {
                Period(shape, care, period, new Spread(extra, chance, true, Moves: false), ref visitor);
            }
        }
    }

    private static void Period<TVisitor>(KernelShape shape, KnownCare care, KnownPeriod period, Spread spread, ref TVisitor visitor)
        where TVisitor : struct, IHistoryVisitor
    {
        var origin = period.Start - spread.Shift;
        var limit = (double)period.Limit!.Value;
        for (var index = 0; index < period.Spells.Length; index++)
        {
            var spell = period.Spells[index];
            var time = (double)Math.Max(spell.Start, care.WindowStart);
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

                var ends = next >= spell.End;
                var last = index == period.Spells.Length - 1;
                if (spread.Weight > 0 && (spread.EveryStay || stay == CareModel.LongestStay))
                {
                    var exit = ends && last && period.Exit >= 0 ? Possible(period.Exit, age) : -1;
                    visitor.AtRiskOfExit(shape.ExitCell(period.Covariate, age, spell.State, stay), time, next, spread.Weight, exit);
                }

                var level = shape.StayLevels[stay];
                if (spread.Moves && (period.StartKnown || level == shape.Levels - 1) && (spell.StartKnown || inSpell == CareModel.LongestSpell))
                {
                    visitor.AtRiskOfMove(
                        shape.MoveCell(age, spell.State, inSpell, level),
                        shape.ChoiceRow(age, level, spell.State),
                        time,
                        next,
                        ends && !last ? period.Spells[index + 1].State : -1);
                }

                time = next;
            }
        }
    }

    // An exit recorded where the model has none is still a leaver: it counts with the other endings.
    private static int Possible(int exit, int age) => CareModel.CanExit(exit, age) ? exit : CareModel.ExitIndex(CareExit.Other);

    // Shift: days for which the child had been in care before the first known day.
    private readonly record struct Spread(double Shift, double Weight, bool EveryStay, bool Moves);
}
