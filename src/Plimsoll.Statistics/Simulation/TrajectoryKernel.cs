using System.Runtime.CompilerServices;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Statistics.Simulation;

/// <summary>Where a subject stands when its trajectory begins. Times in days from time zero; the past is negative.</summary>
/// <param name="Time">When the walk begins.</param>
/// <param name="Limit">When it reaches the age limit.</param>
/// <param name="Entered">When it entered (clock of stays).</param>
/// <param name="SpellBegan">When it came into its state (clock of moves).</param>
/// <param name="State">Its state.</param>
/// <param name="Covariate">Its covariate level.</param>
public readonly record struct SubjectStart(double Time, double Limit, double Entered, double SpellBegan, int State, int Covariate);

/// <summary>How a walk ended.</summary>
/// <param name="Exit">Number of the exit; -1 when the horizon came first.</param>
/// <param name="Time">When.</param>
public readonly record struct WalkEnd(int Exit, double Time);

/// <summary>
/// Walks trajectories through a <see cref="HazardTable"/> with exact event times: hazards are constant between
/// boundaries (an age, a duration, the horizon), an exponential clock runs against them, and the age limit is a wall.
/// </summary>
/// <remarks>
/// A candidate event takes one draw of 64 bits. The upper 40 choose what happens; the lower 24 are the candidate's mark,
/// by which drift and reductions keep or refuse it. They are drawn whether or not anything may be refused, so that a
/// scenario finds the same draws in the same places as its baseline. Chances are thereby exact to 2^-40 and 2^-24, no
/// coarser than the tables' own floats.
/// </remarks>
public static class TrajectoryKernel
{
    // The purpose of the stream of a subject's added events; a number once given keeps its meaning.
    private const ulong Boost = 0x_424F_4F53_5421;

    /// <summary>Walks one subject to its exit or to the horizon.</summary>
    /// <param name="table">Hazards.</param>
    /// <param name="grid">Calendar of drift, tilt and tallies.</param>
    /// <param name="horizon">End of the walk. Beyond the calendar nothing drifts.</param>
    /// <param name="stream">The subject's own stream.</param>
    /// <param name="start">Where it stands. Its limit must lie after its time.</param>
    /// <param name="recorder">Sees the walk.</param>
    /// <exception cref="ArgumentOutOfRangeException">The model has no such start.</exception>
    /// <returns>How it ended.</returns>
    public static WalkEnd Walk<TRecorder>(
        HazardTable table, MonthGrid grid, double horizon, Xoshiro256 stream, in SubjectStart start, ref TRecorder recorder)
        where TRecorder : struct, ITrajectoryRecorder
    {
        ArgumentNullException.ThrowIfNull(grid);
        return Run(table, grid, horizon, grid.Horizon, stream, start, default(Unchanged), ref recorder);
    }

    /// <summary>Walks one subject under a scenario's changes of rates: as the baseline does until a change first touches it.</summary>
    /// <param name="table">Hazards, the baseline's.</param>
    /// <param name="grid">Calendar of drift, tilt and tallies.</param>
    /// <param name="horizon">End of the walk.</param>
    /// <param name="stream">The subject's own stream, the baseline's.</param>
    /// <param name="start">Where it stands.</param>
    /// <param name="changes">The changes; null for none.</param>
    /// <param name="recorder">Sees the walk.</param>
    /// <exception cref="ArgumentException">The changes are of another model.</exception>
    /// <returns>How it ended.</returns>
    public static WalkEnd Walk<TRecorder>(
        HazardTable table, MonthGrid grid, double horizon, Xoshiro256 stream, in SubjectStart start, RateChanges? changes, ref TRecorder recorder)
        where TRecorder : struct, ITrajectoryRecorder
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(stream);
        if (changes is null)
        {
            return Run(table, grid, horizon, grid.Horizon, stream, start, default(Unchanged), ref recorder);
        }

        if (changes.Shape != table.Shape)
        {
            throw new ArgumentException("The changes are of another model.", nameof(changes));
        }

        var added = new AddedEvents(changes, table, grid, grid.Horizon, stream.State.Branch(Boost));
        return Run(table, grid, horizon, grid.Horizon, stream, start, added, ref recorder);
    }

    /// <summary>Walks one subject as if no rate drifted: for balances of the rates themselves, which have no calendar.</summary>
    /// <param name="table">Hazards.</param>
    /// <param name="grid">Calendar of the tilt and of tallies.</param>
    /// <param name="horizon">End of the walk.</param>
    /// <param name="stream">The subject's own stream.</param>
    /// <param name="start">Where it stands.</param>
    /// <param name="recorder">Sees the walk.</param>
    /// <returns>How it ended.</returns>
    public static WalkEnd WalkUndrifted<TRecorder>(
        HazardTable table, MonthGrid grid, double horizon, Xoshiro256 stream, in SubjectStart start, ref TRecorder recorder)
        where TRecorder : struct, ITrajectoryRecorder =>
        Run(table, grid, horizon, double.NegativeInfinity, stream, start, default(Unchanged), ref recorder);

    private static WalkEnd Run<TRecorder, TChanges>(
        HazardTable table,
        MonthGrid grid,
        double horizon,
        double driftEnds,
        Xoshiro256 stream,
        in SubjectStart start,
        TChanges changes,
        ref TRecorder recorder)
        where TRecorder : struct, ITrajectoryRecorder
        where TChanges : struct, IWalkChanges
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(stream);
        var shape = table.Shape;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)start.State, (uint)shape.States, nameof(start));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)start.Covariate, (uint)shape.Covariates, nameof(start));
        if (!(start.Limit > start.Time))
        {
            throw new ArgumentOutOfRangeException(nameof(start), "The age limit lies after the start.");
        }

        table.CheckFilled();
        var words = stream.State;
        double[] before = shape.SegmentBeforeLimit, stayEdges = shape.StayEdges, spellEdges = shape.SpellEdges;
        int[] segmentAge = shape.SegmentAge, segmentTariff = shape.SegmentTariff, stayLevels = shape.StayLevels;
        int states = shape.States, stays = shape.Stays, spells = shape.Spells, levels = shape.Levels;

        var (time, limit, entered, spellBegan) = (start.Time, start.Limit, start.Entered, start.SpellBegan);
        var state = start.State;
        var segment = shape.SegmentAt(limit, time);
        var stay = KernelShape.Band(stayEdges, time - entered);
        var spell = KernelShape.Band(spellEdges, time - spellBegan);
        var covariateRow = start.Covariate * shape.Ages;
        var tariff = segmentTariff[segment];
        var guarded = table.IsThinned || TChanges.AreAttached;
        recorder.Enter(state, tariff, time);
        var energy = ExponentialZiggurat.Next(ref words);
        var end = -1;
        while (true)
        {
            var age = segmentAge[segment];
            var ageEdge = limit - before[segment];
            var stayEdge = stay < stayEdges.Length ? entered + stayEdges[stay] : double.PositiveInfinity;
            var spellEdge = spell < spellEdges.Length ? spellBegan + spellEdges[spell] : double.PositiveInfinity;
            var next = Math.Min(Math.Min(ageEdge, horizon), Math.Min(stayEdge, spellEdge));
            var exitCell = ((((covariateRow + age) * states) + state) * stays) + stay;
            double exitRate = table.ExitTotal[exitCell];
            var level = stayLevels[stay];
            double moveRate = table.MoveTotal[(((((age * states) + state) * spells) + spell) * levels) + level];
            var rate = exitRate + moveRate;
            var spent = rate * (next - time);
            var isEvent = energy < spent;

            // Rounding may reach the boundary itself: the event still belongs before it.
            var until = isEvent ? Math.Min(time + (energy / rate), Math.BitDecrement(next)) : next;
            var exit = -1;
            var isMove = false;
            var uniform = 0.0;
            if (TChanges.AreAttached
                && changes.Add(new ChangeCell(age, stay, state, start.Covariate), exitCell, moveRate, time, until) is { Happens: true } added)
            {
                energy -= rate * (added.Time - time);
                time = added.Time;
                (exit, isMove, uniform) = (added.Exit, added.Exit < 0, added.Uniform);
            }
            else if (isEvent)
            {
                time = until;
                energy = ExponentialZiggurat.Next(ref words);
                var bits = words.NextBits();
                var chosen = (bits >> 24) * (1.0 / (1UL << 40)) * rate;
                isMove = chosen >= exitRate;
                if (isMove)
                {
                    uniform = (chosen - exitRate) / moveRate;
                }
                else
                {
                    exit = PickExit(table, exitCell, chosen / exitRate);
                }

                if (guarded)
                {
                    var row = isMove ? shape.Exits + shape.MoveGroups[state] : exit;
                    double kept = table.KeepRow(row, time < driftEnds ? grid.MonthOf(time) : table.Undrifted);
                    if (TChanges.AreAttached)
                    {
                        kept *= changes.Reduction(row, new ChangeCell(age, stay, state, start.Covariate), time);
                    }

                    if ((bits & 0xFFFFFF) * (1.0 / (1 << 24)) >= kept)
                    {
                        continue;
                    }
                }
            }

            if (isMove)
            {
                var spellLevel = shape.SpellLevels[spell];
                var place = table.Choices.Pick(
                    (((((age * levels) + level) * shape.SpellLevelCount) + spellLevel) * states) + state,
                    uniform,
                    time < grid.Horizon ? table.Tilt[grid.MonthOf(time)] : 1.0);
                if (place < states)
                {
                    recorder.Leave(state, tariff, time);
                    state = place;
                    (spellBegan, spell) = (time, 0);
                    recorder.Enter(state, tariff, time);
                    continue;
                }

                exit = place - states;
            }

            if (exit >= 0)
            {
                recorder.Leave(state, tariff, time);
                recorder.Exit(exit, time);
                end = exit;
                break;
            }

            energy -= spent;
            time = next;
            if (time >= horizon)
            {
                break;
            }

            if (time >= ageEdge)
            {
                segment++;
                if (segment == before.Length)
                {
                    recorder.Leave(state, tariff, time);
                    recorder.Exit(shape.Exits, time);
                    end = shape.Exits;
                    break;
                }

                if (segmentTariff[segment] != tariff)
                {
                    recorder.Retariff(state, tariff, segmentTariff[segment], time);
                    tariff = segmentTariff[segment];
                }
            }

            if (time >= stayEdge)
            {
                stay++;
            }

            if (time >= spellEdge)
            {
                spell++;
            }
        }

        stream.State = words;
        return new WalkEnd(end, time);
    }

    private static int PickExit(HazardTable table, int cell, double uniform)
    {
        var exits = table.Shape.Exits;
        var row = table.ExitCumulative.AsSpan(cell * exits, exits);
        var exit = 0;
        while (exit < exits - 1 && uniform >= row[exit])
        {
            exit++;
        }

        return exit;
    }
}
