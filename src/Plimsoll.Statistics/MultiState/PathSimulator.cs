using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Survival;

namespace Plimsoll.Statistics.MultiState;

/// <summary>How a cumulative hazard runs between the times of its grid.</summary>
public enum HazardShape
{
    /// <summary>Flat, with a jump at each time that takes its share of those who are there (product-limit): estimates from data.</summary>
    Steps,

    /// <summary>In a straight line from 0 and from time to time: the hazard is constant between two times, and zero after the last.</summary>
    Lines,
}

/// <summary>Simulates paths from cumulative hazards, on the clock that they run on. The same seed gives the same paths.</summary>
public sealed class PathSimulator
{
    // A jump that takes everybody has an infinite hazard. No draw of an exponential from 53 bits passes 37.
    private const double Certain = 64;

    private readonly TransitionHazards hazards;
    private readonly HazardShape shape;
    private readonly double[][] total;

    private PathSimulator(TransitionHazards hazards, HazardShape shape, double[][] total) =>
        (this.hazards, this.shape, this.total) = (hazards, shape, total);

    /// <summary>Prepares to simulate.</summary>
    /// <param name="hazards">Cumulative hazards, estimated or known.</param>
    /// <param name="shape">How they run between their times.</param>
    /// <exception cref="ArgumentException">Jumps out of a state sum to more than 1 at a time, so they are no chances.</exception>
    public static PathSimulator For(TransitionHazards hazards, HazardShape shape = HazardShape.Steps)
    {
        ArgumentNullException.ThrowIfNull(hazards);
        var totals = new double[hazards.Matrix.States.Count][];
        for (var state = 0; state < totals.Length; state++)
        {
            totals[state] = new double[hazards.Times.Length];
            var sum = 0.0;
            for (var row = 0; row < hazards.Times.Length; row++)
            {
                var rise = hazards.Matrix.Leaving(state).Sum(transition => hazards.Rise(transition, row));
                if (shape == HazardShape.Steps && rise > 1 + 1e-9)
                {
                    throw new ArgumentException(
                        $"The jumps out of state {hazards.Matrix.States[state]} at {hazards.Times[row]} sum to more than 1, so they are no chances.",
                        nameof(hazards));
                }

                sum += shape == HazardShape.Lines ? rise : rise < 1 - 1e-12 ? -Math.Log(1 - rise) : Certain;
                totals[state][row] = sum;
            }
        }

        return new PathSimulator(hazards, shape, totals);
    }

    /// <summary>Simulates one path up to a horizon.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="horizon">Moves after it are not made.</param>
    /// <param name="stream">Randomness.</param>
    public SimulatedPath Path(PathStart start, double horizon, Xoshiro256 stream)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(stream);
        var (states, times) = (new List<int> { start.State }, new List<double> { start.Time });
        var (state, time) = (start.State, start.Time);

        // What to add to a time of the hazards to have the time of the process.
        var offset = hazards.Clock == HazardClock.Forward ? 0 : start.Time - start.Sojourn;
        while (!hazards.Matrix.IsAbsorbing(state))
        {
            var (next, when) = Draw(state, time - offset, stream);
            time = when + offset;
            if (next < 0 || time > horizon)
            {
                break;
            }

            state = next;
            states.Add(state);
            times.Add(time);
            offset = hazards.Clock == HazardClock.Forward ? 0 : time;
        }

        return new SimulatedPath([.. states], [.. times]);
    }

    /// <summary>Simulates many paths and counts where they are.</summary>
    /// <param name="start">Where all begin.</param>
    /// <param name="times">Times at which to count, at or after the start.</param>
    /// <param name="paths">Number of paths, at least 1.</param>
    /// <param name="seed">Each path draws from a stream of its own under this seed.</param>
    public Occupancy Count(PathStart start, double[] times, int paths, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(times);
        ArgumentOutOfRangeException.ThrowIfLessThan(paths, 1);
        var states = hazards.Matrix.States.Count;
        var share = new double[times.Length, states];
        var horizon = times.Length == 0 ? start.Time : times.Max();
        for (var number = 0; number < paths; number++)
        {
            var path = Path(start, horizon, Xoshiro256.For(seed, (ulong)number));
            for (var row = 0; row < times.Length; row++)
            {
                share[row, path.At(times[row])]++;
            }
        }

        var error = new double[times.Length, states];
        for (var row = 0; row < times.Length; row++)
        {
            for (var state = 0; state < states; state++)
            {
                share[row, state] /= paths;
                error[row, state] = Math.Sqrt(share[row, state] * (1 - share[row, state]) / paths);
            }
        }

        return new Occupancy(times, share, error);
    }

    /// <summary>The next state and the time on the clock of the hazards; -1 when the hazards run out first.</summary>
    private (int State, double Time) Draw(int state, double since, Xoshiro256 stream)
    {
        var sum = total[state];
        var times = hazards.Times;
        var target = Total(state, since) + stream.NextExponential();
        if (sum.Length == 0 || target > sum[^1])
        {
            return (-1, double.PositiveInfinity);
        }

        // The first time whose total reaches the target, and that adds something.
        var row = sum.AsSpan().BinarySearch(target);
        row = row < 0 ? ~row : row;
        while (row > 0 && sum[row - 1] >= target)
        {
            row--;
        }

        var time = times[row];
        if (shape == HazardShape.Lines)
        {
            var (before, from) = row == 0 ? (0, 0) : (sum[row - 1], times[row - 1]);
            time = from + ((times[row] - from) * (target - before) / (sum[row] - before));
        }

        return (Target(state, row, stream), time);
    }

    private double Total(int state, double time)
    {
        var row = Observed.Last(hazards.Times, time);
        var reached = row < 0 ? 0 : total[state][row];
        if (shape == HazardShape.Steps || row == hazards.Times.Length - 1 || time <= 0)
        {
            return reached;
        }

        var from = row < 0 ? 0 : hazards.Times[row];
        return reached + ((total[state][row + 1] - reached) * (time - from) / (hazards.Times[row + 1] - from));
    }

    private int Target(int state, int row, Xoshiro256 stream)
    {
        var leaving = hazards.Matrix.Leaving(state);
        var all = 0.0;
        foreach (var transition in leaving)
        {
            all += hazards.Rise(transition, row);
        }

        var mark = stream.NextDouble() * all;
        var chosen = -1;
        foreach (var transition in leaving)
        {
            var rise = hazards.Rise(transition, row);
            if (rise > 0)
            {
                chosen = hazards.Matrix.To(transition);
                if (mark < rise)
                {
                    break;
                }

                mark -= rise;
            }
        }

        return chosen;
    }
}
