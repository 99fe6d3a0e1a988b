using Plimsoll.Statistics.Counts;

namespace Plimsoll.Core.Forecast;

/// <summary>The local level of one stream of starts: how many a month now, how they scatter, which months stand out.</summary>
/// <param name="Level">Local level, starts a mean month.</param>
/// <param name="Size">Size of the negative binomial of monthly starts: brothers and sisters come together.</param>
/// <param name="Seasons">Months of the year.</param>
internal sealed record StartLevel(CountLevel Level, double Size, Seasons Seasons)
{
    // Size of the scatter while there is less than a year of counts to learn it from (judgement).
    private const double SizeOfShortWindow = 10;
    private const double LeastSize = 1;
    private const double MostSize = 1000;

    /// <summary>Fits level, scatter and seasons.</summary>
    public static StartLevel Fit(EntryHistory history)
    {
        var seasons = Seasons.Fit(history);
        double[] exposure = [.. history.Months.Select((length, month) => length * seasons.Of(history.First.Plus(month).Number))];
        double[] means = [.. history.LocalMeans().Select((mean, month) => mean * seasons.Of(history.First.Plus(month).Number))];
        var size = history.Counts.Length < 12 ? SizeOfShortWindow : NegativeBinomial.Size(history.Counts, means, LeastSize, MostSize);
        return new StartLevel(CountLevel.Filter(history.Counts, exposure, size), size, seasons);
    }

    /// <summary>What each month of the forecast makes of one start a mean month: its length, its season, the population.</summary>
    /// <param name="first">First month.</param>
    /// <param name="lengths">Days of each month.</param>
    /// <param name="populationChange">Yearly change of the child population as a share.</param>
    public double[] Offsets(Vocabulary.CalendarMonth first, int[] lengths, decimal populationChange)
    {
        var growth = Math.Log(1 + (double)populationChange) / 12;
        return
        [
            .. lengths.Select((days, month) =>
                days / CareModel.MonthDays * Seasons.Of(first.Plus(month).Number) * Math.Exp(growth * (month + 0.5))),
        ];
    }
}
