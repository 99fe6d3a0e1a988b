using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

        // Indices below stay within the tables: state and covariate were checked, bands end where their stops are infinite.
        ref readonly var layers = ref ExponentialZiggurat.Table;
        ref var exitTotal = ref MemoryMarshal.GetArrayDataReference(table.ExitTotal);
        ref var moveTotal = ref MemoryMarshal.GetArrayDataReference(table.MoveTotal);
        ref var stayStops = ref MemoryMarshal.GetArrayDataReference(shape.StayStops);
        ref var spellStops = ref MemoryMarshal.GetArrayDataReference(shape.SpellStops);
        var (stays, levels, choices) = (shape.Stays, shape.Levels, table.Choices);
        var movesOfState = shape.Spells * levels;
        var guarded = table.IsThinned || TChanges.AreAttached;

        var (time, limit, entered, spellBegan) = (start.Time, start.Limit, start.Entered, start.SpellBegan);
        var state = start.State;
        var segment = shape.SegmentAt(limit, time);
        var stay = time > entered ? KernelShape.Band(shape.StayEdges, time - entered) : 0;
        var spell = time > spellBegan ? KernelShape.Band(shape.SpellEdges, time - spellBegan) : 0;
        var age = shape.SegmentAge[segment];
        var tariff = shape.SegmentTariff[segment];
        var level = shape.StayLevels[stay];
        var exitCell = shape.ExitCell(start.Covariate, age, state, stay);
        var moveCell = shape.MoveCell(age, state, spell, level);
        var ageEdge = limit - shape.SegmentBeforeLimit[segment];
        var stayEdge = entered + Unsafe.Add(ref stayStops, stay);
        var spellEdge = spellBegan + Unsafe.Add(ref spellStops, spell);
        recorder.Enter(state, tariff, time);
        var words = stream.State;
        var energy = ExponentialZiggurat.Next(in layers, ref words);
        stream.State = words;
        while (true)
        {
            var next = double.MinNative(double.MinNative(ageEdge, horizon), double.MinNative(stayEdge, spellEdge));
            double exitRate = Unsafe.Add(ref exitTotal, exitCell);
            double moveRate = Unsafe.Add(ref moveTotal, moveCell);
            var rate = exitRate + moveRate;
            var spent = rate * (next - time);
            var added = default(AddedEvent);
            if (TChanges.AreAttached)
            {
                added = changes.Add(
                    new ChangeCell(age, stay, state, start.Covariate), exitCell, moveRate, time, energy < spent ? Before(next, time + (energy / rate)) : next);
            }

            if (!added.Happens && !(energy < spent))
            {
                energy -= spent;
                time = next;
                if (time >= horizon)
                {
                    return new WalkEnd(-1, time);
                }

                if (time >= spellEdge)
                {
                    spell++;
                    moveCell += levels;
                    spellEdge = spellBegan + Unsafe.Add(ref spellStops, spell);
                }

                if (time >= stayEdge)
                {
                    stay++;
                    exitCell++;
                    moveCell += shape.StayLevels[stay] - level;
                    level = shape.StayLevels[stay];
                    stayEdge = entered + Unsafe.Add(ref stayStops, stay);
                }

                if (time >= ageEdge)
                {
                    segment++;
                    if (segment == shape.SegmentAge.Length)
                    {
                        recorder.Leave(state, tariff, time);
                        recorder.Exit(shape.Exits, time);
                        return new WalkEnd(shape.Exits, time);
                    }

                    age = shape.SegmentAge[segment];
                    exitCell = shape.ExitCell(start.Covariate, age, state, stay);
                    moveCell = shape.MoveCell(age, state, spell, level);
                    ageEdge = limit - shape.SegmentBeforeLimit[segment];
                    if (shape.SegmentTariff[segment] != tariff)
                    {
                        recorder.Retariff(state, tariff, shape.SegmentTariff[segment], time);
                        tariff = shape.SegmentTariff[segment];
                    }
                }

                continue;
            }

            double uniform;
            int exit;
            if (TChanges.AreAttached && added.Happens)
            {
                // The clock of the baseline has run on meanwhile, and runs on from here: it has no memory.
                energy -= rate * (added.Time - time);
                time = added.Time;
                (exit, uniform) = (added.Exit, added.Uniform);
            }
            else
            {
                time = Before(next, time + (energy / rate));

                // Out of memory and back at events alone: between them the registers are worth more to the clocks.
                words = stream.State;
                var bits = words.NextBits();
                energy = ExponentialZiggurat.Next(in layers, ref words);
                stream.State = words;
                var chosen = (long)(bits >> 24) * (1.0 / (1UL << 40)) * rate;
                (exit, uniform) = chosen < exitRate ? (PickExit(table, exitCell, chosen / exitRate), 0) : (-1, (chosen - exitRate) / moveRate);
                if (guarded)
                {
                    var row = exit < 0 ? shape.Exits + shape.MoveGroups[state] : exit;
                    double kept = table.KeepRow(row, time < driftEnds ? grid.MonthOf(time) : table.Undrifted);
                    if (TChanges.AreAttached)
                    {
                        kept *= changes.Reduction(row, new ChangeCell(age, stay, state, start.Covariate), time);
                    }

                    if ((long)(bits & 0xFFFFFF) * (1.0 / (1 << 24)) >= kept)
                    {
                        continue;
                    }
                }
            }

            recorder.Leave(state, tariff, time);
            if (exit < 0)
            {
                var row = shape.ChoiceRow(age, level, shape.SpellLevels[spell], state);
                var place = choices.LeadingPlaces > 0 && time < grid.Horizon
                    ? choices.Pick(row, uniform, table.Tilt[grid.MonthOf(time)])
                    : choices.PickUnchecked(row, uniform);
                exit = place - shape.States;
                if (exit < 0)
                {
                    exitCell += (place - state) * stays;
                    moveCell += ((place - state) * movesOfState) - (spell * levels);
                    state = place;
                    (spellBegan, spell) = (time, 0);
                    spellEdge = time + Unsafe.Add(ref spellStops, 0);
                    recorder.Enter(state, tariff, time);
                    continue;
                }
            }

            recorder.Exit(exit, time);
            return new WalkEnd(exit, time);
        }
    }

    // Rounding may reach the boundary itself: an event still belongs before it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Before(double next, double time) => time < next ? time : next - (Math.Abs(next) * 1.2e-16);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
