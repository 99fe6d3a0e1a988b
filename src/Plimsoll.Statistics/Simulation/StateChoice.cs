namespace Plimsoll.Statistics.Simulation;

/// <summary>
/// Rows of chances over the states. The states stand in an order in which a leading group comes first, so that the odds of the
/// group can be tilted over time by bending one uniform number, without a table for each month.
/// </summary>
/// <param name="rows">Number of rows.</param>
/// <param name="states">Number of states.</param>
public sealed class StateChoice(int rows, int states)
{
    private readonly float[] cumulative = new float[rows * states];
    private readonly float[] leading = new float[rows];
    private readonly int[] order = [.. Enumerable.Range(0, states)];

    /// <summary>Says which states form the leading group; do this before any row is set.</summary>
    /// <param name="isLeading">For each state.</param>
    public void Lead(ReadOnlySpan<bool> isLeading)
    {
        var next = 0;
        foreach (var wanted in (ReadOnlySpan<bool>)[true, false])
        {
            for (var state = 0; state < states; state++)
            {
                if (isLeading[state] == wanted)
                {
                    order[next++] = state;
                }
            }
        }

        LeadingStates = isLeading.Count(true);
    }

    /// <summary>Number of states in the leading group.</summary>
    public int LeadingStates { get; private set; }

    /// <summary>Sets a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="weights">Weight of each state in its natural order, zero or more, not all zero; scaled to sum to one.</param>
    public void Set(int row, ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var running = 0.0;
        var last = 0;
        for (var place = 0; place < states; place++)
        {
            running += weights[order[place]];
            cumulative[(row * states) + place] = (float)(running / total);
            if (weights[order[place]] > 0)
            {
                last = place;
            }

            if (place == LeadingStates - 1)
            {
                leading[row] = (float)(running / total);
            }
        }

        // Rounding must never lead beyond the last state that can be.
        for (var place = last; place < states; place++)
        {
            cumulative[(row * states) + place] = 1f;
        }
    }

    /// <summary>Picks a state.</summary>
    /// <param name="row">The row.</param>
    /// <param name="uniform">Uniform on [0, 1).</param>
    /// <param name="tilt">Factor on the odds of the leading group; 1 for none.</param>
    public int Pick(int row, double uniform, double tilt)
    {
        var share = leading[row];
        if (tilt != 1.0 && share is > 0 and < 1)
        {
            var tilted = share * tilt / (1 - share + (share * tilt));
            uniform = uniform < tilted ? uniform / tilted * share : share + ((uniform - tilted) / (1 - tilted) * (1 - share));
        }

        var place = row * states;
        var end = place + states - 1;
        while (place < end && uniform >= cumulative[place])
        {
            place++;
        }

        return order[place - (row * states)];
    }
}
