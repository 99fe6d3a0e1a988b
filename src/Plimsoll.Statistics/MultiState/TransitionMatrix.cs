namespace Plimsoll.Statistics.MultiState;

/// <summary>States and the direct transitions between them, each with a number; loops back to a state are allowed.</summary>
public sealed record TransitionMatrix
{
    private readonly int[] from;
    private readonly int[] to;
    private readonly int[,] number;
    private readonly int[][] leaving;

    private TransitionMatrix(string[] states, int[] from, int[] to)
    {
        States = states;
        (this.from, this.to) = (from, to);
        number = new int[states.Length, states.Length];
        leaving = new int[states.Length][];
        for (var state = 0; state < states.Length; state++)
        {
            leaving[state] = [.. Enumerable.Range(0, from.Length).Where(transition => from[transition] == state)];
            for (var target = 0; target < states.Length; target++)
            {
                number[state, target] = -1;
            }
        }

        for (var transition = 0; transition < from.Length; transition++)
        {
            number[from[transition], to[transition]] = transition;
        }
    }

    /// <summary>Names of the states, in order; states are numbered from 0.</summary>
    public IReadOnlyList<string> States { get; }

    /// <summary>Number of transitions; they are numbered from 0.</summary>
    public int Transitions => from.Length;

    /// <summary>Makes a matrix in which transitions are numbered row by row.</summary>
    /// <param name="states">Names of the states, all different.</param>
    /// <param name="possible">From by to; true where a direct transition can happen. The diagonal is false.</param>
    /// <exception cref="ArgumentException">The matrix is not square in the states, its diagonal is not false, or a name repeats.</exception>
    public static TransitionMatrix Of(string[] states, bool[,] possible)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(possible);
        if (states.Length == 0 || states.Distinct(StringComparer.Ordinal).Count() != states.Length)
        {
            throw new ArgumentException("Give at least one state, each with a name of its own.", nameof(states));
        }

        if (possible.GetLength(0) != states.Length || possible.GetLength(1) != states.Length)
        {
            throw new ArgumentException(
                $"The matrix is {possible.GetLength(0)} by {possible.GetLength(1)}; {states.Length} states need as many rows and columns.", nameof(possible));
        }

        var (from, to) = (new List<int>(), new List<int>());
        for (var row = 0; row < states.Length; row++)
        {
            for (var column = 0; column < states.Length; column++)
            {
                if (!possible[row, column])
                {
                    continue;
                }

                if (row == column)
                {
                    throw new ArgumentException($"State {states[row]} leads to itself; a stay is not a transition.", nameof(possible));
                }

                from.Add(row);
                to.Add(column);
            }
        }

        return new TransitionMatrix([.. states], [.. from], [.. to]);
    }

    /// <summary>State that a transition leaves.</summary>
    public int From(int transition) => from[transition];

    /// <summary>State that a transition enters.</summary>
    public int To(int transition) => to[transition];

    /// <summary>Number of the transition between two states; -1 when there is none.</summary>
    public int Number(int fromState, int toState) => number[fromState, toState];

    /// <summary>Transitions that leave a state, in order.</summary>
    public IReadOnlyList<int> Leaving(int state) => leaving[state];

    /// <summary>Whether a state cannot be left.</summary>
    public bool IsAbsorbing(int state) => leaving[state].Length == 0;

    /// <summary>Whether some state can be entered again after it was left.</summary>
    public bool HasLoop()
    {
        // A state that leads only to settled states is settled; what is never settled lies on a loop, or leads to one.
        var settled = new bool[States.Count];
        for (var pass = 0; pass < settled.Length; pass++)
        {
            for (var state = 0; state < settled.Length; state++)
            {
                settled[state] = Array.TrueForAll(leaving[state], transition => settled[to[transition]]);
            }
        }

        return settled.Contains(false);
    }
}
