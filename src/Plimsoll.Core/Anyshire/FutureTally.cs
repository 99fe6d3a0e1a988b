using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Anyshire;

/// <summary>Counts month-end stock, starts and ends over many futures and sums them up.</summary>
internal sealed class FutureTally
{
    private readonly CalendarMonth firstMonth;
    private readonly int[] monthEnds;
    private readonly int replicates;
    private readonly int[,,] stock;
    private readonly int[,] started;
    private readonly int[,] ceased;

    public FutureTally(DateOnly lastDay, int months, int replicates)
    {
        this.replicates = replicates;
        firstMonth = CalendarMonth.Of(lastDay.AddDays(1));
        monthEnds = [.. Enumerable.Range(0, months).Select(month => firstMonth.Plus(month).Last.DayNumber)];
        stock = new int[months, PlacementStates.Count, replicates];
        started = new int[months, replicates];
        ceased = new int[months, replicates];
        Start = lastDay.DayNumber + 1;
        End = monthEnds[^1] + 1;
    }

    /// <summary>The first day of the future.</summary>
    public int Start { get; }

    /// <summary>The day after its last.</summary>
    public int End { get; }

    /// <summary>Adds one child's future to one replicate.</summary>
    /// <param name="replicate">Number of the future.</param>
    /// <param name="state">The state on the last day of the returns; null when not in care.</param>
    /// <param name="turns">What happens, in order.</param>
    public void Add(int replicate, PlacementState? state, List<CareTurn> turns)
    {
        var month = 0;
        foreach (var turn in turns)
        {
            month = FillUntil(month, turn.Day, state, replicate);
            state = turn.Kind == TurnKind.End ? null : turn.State;
            if (turn.Kind == TurnKind.Start)
            {
                started[month, replicate]++;
            }
            else if (turn.Kind == TurnKind.End)
            {
                ceased[month, replicate]++;
            }
        }

        FillUntil(month, End, state, replicate);
    }

    /// <summary>Sums up.</summary>
    public ImmutableArray<TruthMonth> Months() => [.. Enumerable.Range(0, monthEnds.Length).Select(month => new TruthMonth(
        firstMonth.Plus(month),
        Over(replicate => PlacementStates.All.Sum(state => stock[month, (int)state, replicate])),
        Over(replicate => started[month, replicate]),
        Over(replicate => ceased[month, replicate]),
        PlacementStates.All.ToImmutableDictionary(state => state, state => Over(replicate => stock[month, (int)state, replicate]))))];

    private int FillUntil(int month, int day, PlacementState? state, int replicate)
    {
        while (month < monthEnds.Length && monthEnds[month] < day)
        {
            if (state is { } here)
            {
                stock[month, (int)here, replicate]++;
            }

            month++;
        }

        return month;
    }

    private TruthSpread Over(Func<int, int> value)
    {
        var sorted = Enumerable.Range(0, replicates).Select(value).Order().ToArray();
        double At(double share)
        {
            var place = share * (sorted.Length - 1);
            var below = (int)place;
            var above = Math.Min(below + 1, sorted.Length - 1);
            return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
        }

        return new TruthSpread(sorted.Average(), At(0.05), At(0.10), At(0.25), At(0.50), At(0.75), At(0.90), At(0.95));
    }
}
