namespace Plimsoll.Statistics.Survival;

/// <summary>Who is at risk, who has an event of which cause, and who is censored, at every distinct time at which somebody leaves observation.</summary>
internal sealed class RiskTable
{
    private RiskTable(int causes, int times)
    {
        Times = new double[times];
        AtRisk = new double[times];
        Censored = new double[times];
        Events = new double[causes][];
        for (var cause = 0; cause < causes; cause++)
        {
            Events[cause] = new double[times];
        }
    }

    internal double[] Times { get; }

    /// <summary>Weight of those with entry before the time and exit at it or later.</summary>
    internal double[] AtRisk { get; }

    internal double[] Censored { get; }

    /// <summary>Weight of events, causes by times; cause 1 is at 0.</summary>
    internal double[][] Events { get; }

    /// <summary>Counts by time.</summary>
    /// <param name="entry">When each comes under observation; empty when everybody is there from the start.</param>
    /// <param name="exit">When each leaves observation.</param>
    /// <param name="cause">0 when censored, else the cause from 1.</param>
    /// <param name="causes">Number of causes.</param>
    /// <param name="weight">Weight of each; empty for one each.</param>
    internal static RiskTable Of(
        ReadOnlySpan<double> entry, ReadOnlySpan<double> exit, ReadOnlySpan<int> cause, int causes, ReadOnlySpan<double> weight)
    {
        Observed.Check(entry, exit, weight);
        Observed.CheckCauses(cause, causes, exit.Length);
        var order = new int[exit.Length];
        for (var subject = 0; subject < order.Length; subject++)
        {
            order[subject] = subject;
        }

        var until = exit.ToArray();
        Array.Sort(until, order);
        var from = entry.ToArray();
        var fromOrder = (int[])order.Clone();
        if (from.Length > 0)
        {
            for (var subject = 0; subject < fromOrder.Length; subject++)
            {
                fromOrder[subject] = subject;
            }

            Array.Sort(from, fromOrder);
        }

        var distinct = 0;
        for (var place = 0; place < until.Length; place++)
        {
            distinct += place == 0 || until[place] != until[place - 1] ? 1 : 0;
        }

        // From the last time back: at risk are those who leave at this time or later, less those who come at it or later.
        var table = new RiskTable(causes, distinct);
        var leaving = 0.0;
        var coming = 0.0;
        var next = from.Length - 1;
        var row = distinct;
        for (var place = until.Length - 1; place >= 0;)
        {
            var time = until[place];
            row--;
            table.Times[row] = time;
            for (; place >= 0 && until[place] == time; place--)
            {
                var subject = order[place];
                var mass = weight.IsEmpty ? 1 : weight[subject];
                leaving += mass;
                if (cause[subject] == 0)
                {
                    table.Censored[row] += mass;
                }
                else
                {
                    table.Events[cause[subject] - 1][row] += mass;
                }
            }

            for (; next >= 0 && from[next] >= time; next--)
            {
                coming += weight.IsEmpty ? 1 : weight[fromOrder[next]];
            }

            table.AtRisk[row] = leaving - coming;
        }

        return table;
    }

    /// <summary>Events of any cause at a row.</summary>
    internal double EventsAt(int row)
    {
        var sum = 0.0;
        foreach (var cause in Events)
        {
            sum += cause[row];
        }

        return sum;
    }
}
