using Plimsoll.Core.Care;

namespace Plimsoll.Core.Forecast.Baselines;

/// <summary>
/// Children in care month by month up to the day before a forecast starts: the last point is that day, the others lie
/// whole months before it (month-ends when the forecast starts on the first of a month).
/// </summary>
/// <param name="Totals">Children in care, oldest first.</param>
/// <param name="ByGroup">The same by placement group.</param>
internal sealed record StockHistory(double[] Totals, double[][] ByGroup)
{
    /// <summary>Counts what was known by the end of the day before the forecast starts.</summary>
    /// <param name="data">The records.</param>
    /// <param name="from">First day of the forecast, after the first day of the data.</param>
    public static StockHistory Of(CareDataset data, DateOnly from)
    {
        var days = Days(data.WindowStart, from);
        var groups = PlacementGroups.All.Select(_ => new double[days.Length]).ToArray();
        foreach (var episode in data.Children.SelectMany(child => child.Counted))
        {
            var group = groups[(int)episode.State.Group()];
            for (var point = AtOrAfter(days, episode.Days.Start); point < days.Length && episode.Days.Contains(days[point]); point++)
            {
                group[point]++;
            }
        }

        return new StockHistory([.. days.Select((_, point) => groups.Sum(group => group[point]))], groups);
    }

    private static DateOnly[] Days(DateOnly start, DateOnly from)
    {
        var days = new List<DateOnly>();
        for (var back = 0; from.AddMonths(-back).AddDays(-1) >= start; back++)
        {
            days.Add(from.AddMonths(-back).AddDays(-1));
        }

        days.Reverse();
        return [.. days];
    }

    private static int AtOrAfter(DateOnly[] days, DateOnly day)
    {
        var found = Array.BinarySearch(days, day);
        return found < 0 ? ~found : found;
    }
}
