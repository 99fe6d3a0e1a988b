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
public static class TrajectoryKernel
{
    /// <summary>Walks one subject to its exit or to the horizon.</summary>
    /// <param name="table">Hazards.</param>
    /// <param name="grid">Calendar; its horizon ends the walk unless <paramref name="horizon"/> is earlier or later.</param>
    /// <param name="horizon">End of the walk.</param>
    /// <param name="stream">The subject's own stream.</param>
    /// <param name="start">Where it stands. Its limit must lie after its time.</param>
    /// <param name="recorder">Sees the walk.</param>
    /// <returns>How it ended.</returns>
    public static WalkEnd Walk<TRecorder>(
        HazardTable table, MonthGrid grid, double horizon, Xoshiro256 stream, in SubjectStart start, ref TRecorder recorder)
        where TRecorder : struct, ITrajectoryRecorder
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(stream);
        var shape = table.Shape;
        double[] before = shape.SegmentBeforeLimit, stayEdges = shape.StayEdges, spellEdges = shape.SpellEdges;
        int[] segmentAge = shape.SegmentAge, segmentTariff = shape.SegmentTariff, stayLevels = shape.StayLevels;
        int states = shape.States, stays = shape.Stays, spells = shape.Spells, levels = shape.Levels;

        var (time, limit, entered, spellBegan) = (start.Time, start.Limit, start.Entered, start.SpellBegan);
        var state = start.State;
        var segment = 0;
        while (limit - before[segment] <= time)
        {
            segment++;
        }

        var stay = KernelShape.Band(stayEdges, time - entered);
        var spell = KernelShape.Band(spellEdges, time - spellBegan);
        var covariateRow = start.Covariate * shape.Ages;
        var tariff = segmentTariff[segment];
        recorder.Enter(state, tariff, time);
        var energy = stream.NextExponential();
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
            if (energy < spent)
            {
                // Rounding may reach the boundary itself: the event still belongs before it.
                time = Math.Min(time + (energy / rate), Math.BitDecrement(next));
                recorder.Leave(state, tariff, time);
                var mark = stream.NextDouble();
                if (mark * rate < exitRate)
                {
                    var exit = PickExit(table, exitCell, mark * rate / exitRate);
                    recorder.Exit(exit, time);
                    return new WalkEnd(exit, time);
                }

                state = table.Choices.Pick((((age * levels) + level) * states) + state, stream.NextDouble(), time < grid.Horizon ? table.Tilt[grid.MonthOf(time)] : 1.0);
                (spellBegan, spell) = (time, 0);
                recorder.Enter(state, tariff, time);
                energy = stream.NextExponential();
                continue;
            }

            energy -= spent;
            time = next;
            if (time >= horizon)
            {
                return new WalkEnd(-1, time);
            }

            if (time >= ageEdge)
            {
                segment++;
                if (segment == before.Length)
                {
                    recorder.Leave(state, tariff, time);
                    recorder.Exit(shape.Exits, time);
                    return new WalkEnd(shape.Exits, time);
                }

                if (segmentTariff[segment] != tariff)
                {
                    recorder.Leave(state, tariff, time);
                    tariff = segmentTariff[segment];
                    recorder.Enter(state, tariff, time);
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
