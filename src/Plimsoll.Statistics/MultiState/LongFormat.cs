namespace Plimsoll.Statistics.MultiState;

/// <summary>A stay of a subject in a state, and how it ended.</summary>
/// <param name="Subject">Number of the subject.</param>
/// <param name="State">State, from 0.</param>
/// <param name="Next">State entered at the end; -1 when the stay is censored.</param>
/// <param name="Start">Clock time at which the stay began, or at which the subject came under observation in it.</param>
/// <param name="Stop">Clock time at which it ended.</param>
public readonly record struct Stay(int Subject, int State, int Next, double Start, double Stop);

/// <summary>A stretch of time in which a subject could make one transition: the long, or counting process, format.</summary>
/// <param name="Subject">Number of the subject.</param>
/// <param name="Transition">The transition that could happen.</param>
/// <param name="Start">Clock time at which the subject came at risk of it.</param>
/// <param name="Stop">Clock time at which the risk ended.</param>
/// <param name="Happened">Whether the transition ended it.</param>
public readonly record struct TransitionRow(int Subject, int Transition, double Start, double Stop, bool Happened)
{
    /// <summary>Time at risk; under a clock that is reset at every transition, the time of the event.</summary>
    public double Duration => Stop - Start;
}

/// <summary>Makes the long format, one row for each transition that could have happened in each stay.</summary>
public static class LongFormat
{
    /// <summary>
    /// From wide data, one time for each state. Those reached count in order of time; states that cannot be reached from where the subject
    /// is are passed over; of two reached at once, the state with the lower number wins. A subject who reaches nothing more is
    /// censored at the earliest time given for a state that could be next.
    /// </summary>
    /// <param name="matrix">States and transitions, without loops: a wide row has room for one visit to each state.</param>
    /// <param name="time">Subjects by states: when the state was reached, or when observation for it ended. Not read for the starting state.</param>
    /// <param name="reached">Subjects by states: whether it was reached.</param>
    /// <param name="startState">State in which each begins; null for the first state.</param>
    /// <param name="startTime">Clock time at which each begins; null for 0.</param>
    /// <returns>Rows by subject, then time, then transition.</returns>
    /// <exception cref="ArgumentException">Shapes differ, the matrix has a loop, or a time that is needed is missing.</exception>
    public static TransitionRow[] FromWide(
        TransitionMatrix matrix, double[,] time, bool[,] reached, int[]? startState = null, double[]? startTime = null)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(reached);
        var subjects = time.GetLength(0);
        if (time.GetLength(1) != matrix.States.Count || reached.GetLength(0) != subjects || reached.GetLength(1) != matrix.States.Count)
        {
            throw new ArgumentException($"Times and outcomes need a row for each subject and {matrix.States.Count} columns, one a state.", nameof(time));
        }

        if ((startState is not null && startState.Length != subjects) || (startTime is not null && startTime.Length != subjects))
        {
            throw new ArgumentException("Give a start for each subject, or none at all.", nameof(startState));
        }

        if (matrix.HasLoop())
        {
            throw new ArgumentException("Wide data hold one time for each state, so the matrix may not lead back to a state; use stays.", nameof(matrix));
        }

        var stays = new List<Stay>();
        for (var subject = 0; subject < subjects; subject++)
        {
            var state = startState?[subject] ?? 0;
            var start = startTime?[subject] ?? 0;
            while (!matrix.IsAbsorbing(state))
            {
                var (next, when, end) = (-1, double.PositiveInfinity, double.PositiveInfinity);
                foreach (var transition in matrix.Leaving(state))
                {
                    var target = matrix.To(transition);
                    var at = time[subject, target];
                    if (double.IsNaN(at))
                    {
                        throw new ArgumentException($"Subject {subject} has no time for state {matrix.States[target]}, which could be next.", nameof(time));
                    }

                    // A time before the stay began says nothing about what ends it.
                    if (at < start)
                    {
                        continue;
                    }

                    end = Math.Min(end, at);
                    if (reached[subject, target] && at < when)
                    {
                        (next, when) = (target, at);
                    }
                }

                var stop = next >= 0 ? when : end;
                if (double.IsInfinity(stop))
                {
                    throw new ArgumentException($"Subject {subject} has no time after {start} that ends the stay in {matrix.States[state]}.", nameof(time));
                }

                stays.Add(new Stay(subject, state, next, start, stop));
                if (next < 0)
                {
                    break;
                }

                (state, start) = (next, stop);
            }
        }

        return FromStays(matrix, stays);
    }

    /// <summary>From stays, which may come back to a state.</summary>
    /// <param name="matrix">States and transitions.</param>
    /// <param name="stays">In any order; stays in a state that cannot be left give no rows.</param>
    /// <exception cref="ArgumentException">A stay ends before it starts, or in a transition that the matrix does not have.</exception>
    public static TransitionRow[] FromStays(TransitionMatrix matrix, IEnumerable<Stay> stays)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(stays);
        var rows = new List<TransitionRow>();
        foreach (var stay in stays)
        {
            if (stay.State < 0 || stay.State >= matrix.States.Count || stay.Next < -1 || stay.Next >= matrix.States.Count)
            {
                throw new ArgumentException($"Subject {stay.Subject} has a stay in, or a move to, a state that does not exist.", nameof(stays));
            }

            if (!(stay.Stop >= stay.Start) || !double.IsFinite(stay.Start) || !double.IsFinite(stay.Stop))
            {
                throw new ArgumentException($"Subject {stay.Subject} has a stay from {stay.Start} to {stay.Stop}.", nameof(stays));
            }

            if (stay.Next >= 0 && matrix.Number(stay.State, stay.Next) < 0)
            {
                throw new ArgumentException(
                    $"Subject {stay.Subject} goes from {matrix.States[stay.State]} to {matrix.States[stay.Next]}, a transition that the matrix does not have.",
                    nameof(stays));
            }

            foreach (var transition in matrix.Leaving(stay.State))
            {
                rows.Add(new TransitionRow(stay.Subject, transition, stay.Start, stay.Stop, matrix.To(transition) == stay.Next));
            }
        }

        return [.. rows];
    }

    /// <summary>Stays from a record of moves: each stay begins at the subject's move before it, the first at the entry of the subject.</summary>
    /// <param name="subject">Number of the subject of each move; the moves of a subject stand in order of time.</param>
    /// <param name="from">State left.</param>
    /// <param name="to">State entered; -1 when observation ended.</param>
    /// <param name="time">Clock time.</param>
    /// <param name="entry">Clock time at which observation of a subject began, read at the subject's first move; empty for 0.</param>
    /// <exception cref="ArgumentException">Lengths differ, a subject's times go back, or a move leaves a state that the subject is not in.</exception>
    public static Stay[] Stays(
        ReadOnlySpan<int> subject, ReadOnlySpan<int> from, ReadOnlySpan<int> to, ReadOnlySpan<double> time, ReadOnlySpan<double> entry = default)
    {
        if (from.Length != subject.Length || to.Length != subject.Length || time.Length != subject.Length
            || (!entry.IsEmpty && entry.Length != subject.Length))
        {
            throw new ArgumentException("Subjects, states and times need one value for each move.", nameof(subject));
        }

        var last = new Dictionary<int, int>();
        var stays = new Stay[subject.Length];
        for (var move = 0; move < stays.Length; move++)
        {
            var start = entry.IsEmpty ? 0 : entry[move];
            if (last.TryGetValue(subject[move], out var before))
            {
                if (to[before] != from[move])
                {
                    throw new ArgumentException(
                        $"Subject {subject[move]} entered state {to[before]} at {time[before]} and then left state {from[move]}.", nameof(from));
                }

                start = time[before];
            }

            if (!(time[move] >= start))
            {
                throw new ArgumentException($"Subject {subject[move]} has a move at {time[move]} after one at {start}.", nameof(time));
            }

            stays[move] = new Stay(subject[move], from[move], to[move], start, time[move]);
            last[subject[move]] = move;
        }

        return stays;
    }
}
