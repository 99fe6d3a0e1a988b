using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;

namespace Plimsoll.Core.Forecast;

/// <summary>Recorded nights and their cost at list prices, or at what the placement cost sheet says they are on average.</summary>
/// <param name="Days">Nights.</param>
/// <param name="Pounds">Gross placement cost, before grants and contributions.</param>
internal readonly record struct RecordedCost(int Days, double Pounds)
{
    /// <summary>Counts the nights from a day up to, not including, another.</summary>
    /// <param name="data">The records.</param>
    /// <param name="prices">List prices.</param>
    /// <param name="model">What placements cost against the list on average; null for the list exactly.</param>
    /// <param name="from">First day.</param>
    /// <param name="until">First day after the last.</param>
    public static RecordedCost Between(CareDataset data, DailyPrices prices, PriceModel? model, DateOnly from, DateOnly until)
    {
        var days = 0;
        var pounds = 0.0;
        foreach (var child in data.Children)
        {
            foreach (var episode in child.Counted)
            {
                var start = episode.Days.Start > from ? episode.Days.Start : from;
                var end = episode.Days.End is { } own && own < until ? own : until;
                if (end <= start)
                {
                    continue;
                }

                days += end.DayNumber - start.DayNumber;
                while (start < end)
                {
                    // Priced a year of age at a time.
                    var age = child.Born is { } born ? Ages.On(born, start) : (int?)null;
                    var next = child.Born is { } day && Ages.Birthday(day, age!.Value + 1) is var birthday && birthday < end ? birthday : end;
                    var band = prices.BandOf(age);
                    pounds += prices.Of(episode.State, band, start, next) * (model?.MeanFactor(episode.State, Math.Min(band, prices.Bands - 1)) ?? 1);
                    start = next;
                }
            }
        }

        return new RecordedCost(days, pounds);
    }
}
