using Plimsoll.Core.Care;

namespace Plimsoll.Core.Forecast.Baselines;

/// <summary>
/// Children by age bracket and placement group on every night of a reference window, and what changed from one night to
/// the next.
/// </summary>
/// <param name="first">Day number of the first night.</param>
/// <param name="last">Day number of the last night: the stock from which a forecast starts.</param>
internal sealed class ReferenceWindow(int first, int last)
{
    private const int Groups = PlacementGroups.Count;
    private static readonly int Cells = MeanRateMarkov.Brackets * Groups;

    private readonly double[,] present = new double[last - first + 1, Cells];
    private readonly List<(int Night, int Cell, int To)> changes = [];
    private readonly double[] starts = new double[Cells];
    private readonly double[] ageless = new double[Groups];
    private double agelessStarts;

    /// <summary>Adds a child's nights and changes.</summary>
    /// <param name="child">The child.</param>
    /// <param name="bracketEnds">The age in completed years at which each bracket ends.</param>
    public void Add(ChildHistory child, int[] bracketEnds)
    {
        var ends = child.Born is { } born ? bracketEnds.Select(age => Ages.Birthday(born, age).DayNumber).ToArray() : null;
        var counted = child.Counted;
        for (var index = 0; index < counted.Length; index++)
        {
            var episode = counted[index];
            var start = episode.Days.Start.DayNumber;
            var end = episode.Days.End?.DayNumber ?? int.MaxValue;
            var group = (int)episode.State.Group();
            if (start > last || end <= first)
            {
                continue;
            }

            if (start > first && (index == 0 || counted[index - 1].Days.End != episode.Days.Start))
            {
                Start(ends, start, group);
            }

            if (ends is null)
            {
                ageless[group] += end > last ? 1 : 0;
                continue;
            }

            for (var night = Math.Max(start, first); night < Math.Min(end, last + 1); night++)
            {
                present[night - first, (Bracket(ends, night) * Groups) + group]++;
            }

            // Leaving at eighteen is ageing, which the chain adds by itself.
            var next = index + 1 < counted.Length && counted[index + 1].Days.Start.DayNumber == end ? (int)counted[index + 1].State.Group() : Groups;
            if (end <= last && next != group && (next < Groups || end < ends[^1]))
            {
                changes.Add((end - 1 - first, (Bracket(ends, end - 1) * Groups) + group, next));
            }
        }
    }

    /// <summary>Means of daily ratios: cell by group moved to, the last column leaving before eighteen.</summary>
    public double[,] Rates()
    {
        var rates = new double[Cells, Groups + 1];
        foreach (var (night, cell, to) in changes.Where(change => change.Night >= 0))
        {
            rates[cell, to] += 1 / present[night, cell];
        }

        for (var cell = 0; cell < Cells; cell++)
        {
            var nights = Enumerable.Range(0, last - first).Count(night => present[night, cell] > 0);
            for (var to = 0; to <= Groups; to++)
            {
                rates[cell, to] = nights == 0 ? 0 : rates[cell, to] / nights;
            }
        }

        return rates;
    }

    /// <summary>Mean starts a day by cell; starts of children without a date of birth are spread as the others.</summary>
    public double[] Entries()
    {
        var known = starts.Sum();
        var scale = (known > 0 ? (known + agelessStarts) / known : 1) / Math.Max(1, last - first);
        return [.. starts.Select(number => number * scale)];
    }

    /// <summary>Children by cell on the last night; those without a date of birth are spread as the others of their group.</summary>
    public double[] Stock()
    {
        var stock = Enumerable.Range(0, Cells).Select(cell => present[last - first, cell]).ToArray();
        for (var group = 0; group < Groups; group++)
        {
            var own = Enumerable.Range(0, MeanRateMarkov.Brackets).Select(bracket => (bracket * Groups) + group).ToList();
            var known = own.Sum(cell => stock[cell]);
            foreach (var cell in own)
            {
                stock[cell] += known > 0 ? ageless[group] * stock[cell] / known : ageless[group] / own.Count;
            }
        }

        return stock;
    }

    private void Start(int[]? ends, int day, int group)
    {
        if (ends is null)
        {
            agelessStarts++;
        }
        else
        {
            starts[(Bracket(ends, day) * Groups) + group]++;
        }
    }

    private static int Bracket(int[] ends, int day)
    {
        var bracket = 0;
        while (bracket < ends.Length - 1 && day >= ends[bracket])
        {
            bracket++;
        }

        return bracket;
    }
}
