using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Forecast;

/// <summary>Says whether a forecast can be made as asked.</summary>
internal static class ForecastCheck
{
    private const int LeastReplicates = 100;
    private const int MostReplicates = 100_000;
    private const int MostMonths = 180;

    // A month for every replicate takes about a hundred bytes; beyond this a forecast no longer fits an office machine.
    private const int MostCells = 8_000_000;

    // The least run of records from which anything can be learnt.
    private const int LeastDays = 28;

    /// <summary>The reason why not, or null.</summary>
    /// <param name="data">The records.</param>
    /// <param name="settings">What was asked.</param>
    /// <param name="from">First day of the forecast.</param>
    public static ForecastRefused? Refuse(CareDataset data, ForecastSettings settings, DateOnly from)
    {
        if (data.Children.IsDefaultOrEmpty)
        {
            return new ForecastRefused(
                "There are no children in the records.",
                "A forecast starts from the children in care and their histories.",
                "Import at least one SSDA903 return with its Episodes table.");
        }

        if (settings.Months is < 1 or > MostMonths)
        {
            return new ForecastRefused(
                $"{InWords.Whole(settings.Months)} months were asked for.",
                $"A forecast runs for 1 to {MostMonths} months; beyond that nothing in the records speaks for it.",
                "Ask for 60 months, the default, or another number in that range.");
        }

        if (settings.Replicates is < LeastReplicates or > MostReplicates)
        {
            return new ForecastRefused(
                $"{InWords.Whole(settings.Replicates)} simulated futures were asked for.",
                $"Fewer than {LeastReplicates} give no honest range, more than {InWords.Whole(MostReplicates)} add nothing to it.",
                "Ask for 1,000, the default, or 4,000 for a paper to members.");
        }

        if ((long)settings.Months * settings.Replicates > MostCells)
        {
            return new ForecastRefused(
                $"{InWords.Whole(settings.Replicates)} simulated futures of {InWords.Whole(settings.Months)} months were asked for.",
                "Together they need more memory than a forecast may take.",
                $"Ask for at most {InWords.Whole(MostCells / settings.Months)} simulated futures, or for fewer months.");
        }

        if (from > data.DataEnd.AddDays(1))
        {
            return new ForecastRefused(
                $"The forecast was to start on {InWords.Date(from)}, but the records end on {InWords.Date(data.DataEnd)}.",
                "Between the two nothing is known, neither who came nor who left.",
                $"Start on {InWords.Date(data.DataEnd.AddDays(1))} or earlier, or import a later return.");
        }

        return from.DayNumber - data.WindowStart.DayNumber < LeastDays
            ? new ForecastRefused(
                $"The forecast was to start on {InWords.Date(from)}, but the records begin on {InWords.Date(data.WindowStart)}.",
                "A forecast uses only what was known before its first day, and needs at least four weeks of records.",
                $"Start on {InWords.Date(data.WindowStart.AddDays(LeastDays))} or later, or import earlier returns.")
            : null;
    }
}
