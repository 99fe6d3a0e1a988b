using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast.Baselines;

namespace Plimsoll.Core.Forecast.Backtest;

/// <summary>What the records say happened: children in care at the ends of months, in all and by placement group.</summary>
internal sealed class RecordedOutcomes
{
    private readonly Dictionary<DateOnly, int[]> counts = [];

    /// <summary>Counts at the given days.</summary>
    public RecordedOutcomes(CareDataset data, IEnumerable<DateOnly> days)
    {
        foreach (var day in days.Distinct())
        {
            var number = new int[Enum.GetValues<BacktestTarget>().Length];
            foreach (var child in Stock.Children(data, day))
            {
                number[(int)BacktestTarget.InCare]++;
                number[(int)BacktestTargets.Of(child.Episode.State.Group())]++;
            }

            counts[day] = number;
        }
    }

    /// <summary>Children counted in a target, other than cost, at the end of a day.</summary>
    public int Number(BacktestTarget target, DateOnly day) => counts[day][(int)target];
}
