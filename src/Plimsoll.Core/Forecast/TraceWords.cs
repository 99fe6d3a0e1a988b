using System.Collections.Immutable;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Forecast;

/// <summary>Writes the trace of a forecast: what it takes as given and what a reader must know, in plain words.</summary>
internal static class TraceWords
{
    // Below this a council's own records say little about its rates.
    private const int FewLeavers = 30;

    // A year's change of starts beyond this is more often a gap in the records than a change in the council.
    private const double ImplausibleSlope = 0.15;

    /// <summary>The assumptions.</summary>
    public static ImmutableArray<ForecastAssumption> Assumptions(
        CareFit fit, ForecastSettings settings, PriceBook prices, PriceModel? model, DateOnly from, double[] widening)
    {
        var records = $"Your records, {InWords.Date(DateOnly.FromDayNumber(fit.Care.WindowStart))} to {InWords.Date(from.AddDays(-1))}";
        return
        [
            new("Children starting care", Starts(fit, settings.Entries), records),
            new("Trend in starts", Trend(fit, settings.Entries), records + "; eleven years of published figures show that a council's own trend rarely lasts"),
            new("Who starts care", "ages and first placements as recorded over the last five years, or less where the records are shorter", records),
            new("Leaving and moving", Leaving(fit), records),
            new("Weight of the past", Past(settings.Tuning), settings.Tuning.IsTested ? "Tested on your own records" : "Our judgement, until tested on your own data"),
            new("Residential placements", Residential(fit.Shift), records),
            new("Prices", Listed(prices), prices.IsShippedDefault ? "The list that comes with Plimsoll" : "The price list that you loaded"),
            .. AroundTheList(model),
            new("Price rises", Rises(settings), "2% is the Bank of England's inflation target; the rest is our judgement. Change them in the settings of the forecast."),
            new("Range", Range(settings, widening), "Published figures of 145 English authorities, 2010 to 2025"),
        ];
    }

    /// <summary>The notes.</summary>
    public static ImmutableArray<string> Notes(
        CareDataset data, CareFit fit, ForecastSettings settings, PriceBook prices, PriceModel? model, DailyPrices daily, RecordedCost recorded, DateOnly from)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        notes.Add(settings.Tuning.IsTested ? settings.Tuning.Verdict : "This forecast has not yet been tested on your own data.");
        if (data.Authorities.Length > 1)
        {
            notes.Add($"The records hold {InWords.InText(data.Authorities.Length)} authorities ({string.Join(", ", data.Authorities)}). They are forecast together.");
        }

        if (from <= data.DataEnd)
        {
            notes.Add($"Only what was known by {InWords.Date(from.AddDays(-1))} was used; later records were left out.");
        }

        if (prices.IsShippedDefault)
        {
            notes.Add("No price list of yours was loaded. Every cost rests on the published prices that come with Plimsoll.");
        }

        notes.Add("Cost is gross placement cost, before grants and contributions.");
        if (recorded.Days > 0)
        {
            notes.Add($"The first financial year holds {InWords.Whole(recorded.Days)} recorded nights before {InWords.Date(from)}, at list prices{(model is { PricesKnown: > 0 } ? " and what your placement costs are on average against them" : "")}.");
        }

        var leavers = fit.Care.Periods.Count(period => period.Exit >= 0);
        if (leavers < FewLeavers || fit.Care.WindowYears < 1)
        {
            notes.Add(
                $"There are few records to learn from: {InWords.OneDecimal((decimal)fit.Care.WindowYears)} years with {InWords.Count(leavers, "child", "children")} leaving care before eighteen. The range is wide for that reason.");
        }

        if (fit.History.Entries.Count == 0)
        {
            notes.Add("The records hold no start of care. Ages and first placements of children who will start are taken from those in care.");
        }

        if (Math.Abs(fit.Path.Trend.Slope) > ImplausibleSlope)
        {
            notes.Add(
                $"Recorded starts {(fit.Path.Trend.Slope < 0 ? "fall" : "rise")} by about {InWords.Percent((decimal)Math.Abs(Math.Exp(fit.Path.Trend.Slope) - 1))} a year. Check that every year's return is complete.");
        }

        if (!fit.Care.HasFiveReturns)
        {
            notes.Add("With fewer than five yearly returns, the time in care of children who were there from the start is estimated.");
        }

        if (fit.Stock.AgeUnknown > 0)
        {
            notes.Add($"{InWords.Children(fit.Stock.AgeUnknown)} in care without a date of birth: an age was drawn from children in the same kind of placement.");
        }

        if (fit.Stock.Leaving.Length > 0)
        {
            notes.Add($"{InWords.Children(fit.Stock.Leaving.Length)} counted on {InWords.Date(from.AddDays(-1))}, who are eighteen or over or whose care is recorded to end then, leave on the first day.");
        }

        notes.AddRange(daily.Notes);
        notes.AddRange(model is null ? [] : PriceWords.Notes(model));
        return notes.ToImmutable();
    }

    private static string Starts(CareFit fit, EntriesMode mode)
    {
        var local = InWords.OneDecimal((decimal)fit.Path.LevelAMonth);
        return mode switch
        {
            EntriesMode.Recent => $"{local} a month, the recent level as it is",
            EntriesMode.Trend => $"{InWords.OneDecimal((decimal)Math.Exp(fit.Path.Trend.LogLevel))} a month, carried along the recent trend",
            _ when fit.Path.Trend.Probability > 0.5 => $"{local} a month recently, carried along the trend that the records show",
            _ => $"{InWords.OneDecimal((decimal)fit.Path.FirstLevelAMonth)} a month recently for the first time; we expect about {InWords.OneDecimal((decimal)fit.Path.Pull.ExpectedAMonth(fit.Path.FirstLevelAMonth))}, "
                + $"{InWords.WholePercent((decimal)fit.Path.Pull.Weight)} of the way to the {InWords.OneDecimal((decimal)fit.Path.Pull.SteadyAMonth)} that would keep today's number steady. Children who come back and unaccompanied children are counted apart",
        };
    }

    private static string Trend(CareFit fit, EntriesMode mode)
    {
        var trend = fit.Path.Trend;
        var slope = $"{InWords.Percent((decimal)Math.Abs(Math.Exp(trend.Slope) - 1))} a year {(trend.Slope < 0 ? "down" : "up")}";
        return mode switch
        {
            EntriesMode.Recent => "none is carried forward",
            EntriesMode.Trend => $"{slope}, fading slowly, in every simulated future",
            _ => $"{slope}, carried forward in {Futures(trend.Probability)}",
        };
    }

    private static string Futures(double share) => share switch
    {
        < 0.005 => "no simulated future",
        > 0.995 => "every simulated future",
        _ => InWords.WholePercent((decimal)share) + " of simulated futures",
    };

    private static string Past(ForecastTuning tuning) => tuning.HalfLifeMonths is { } months
        ? $"records count half as much for every {InWords.Whole(months)} months that they lie back"
        : "all records count alike, however far they lie back";

    private static string Leaving(CareFit fit)
    {
        var leavers = fit.Care.Periods.Count(period => period.Exit >= 0);
        return $"rates by age, time in care and placement from {InWords.Count(leavers, "child", "children")} who left before eighteen; all leave at eighteen";
    }

    private static string Residential(ResidentialShift shift) =>
        $"the odds that a new placement is residential {(shift.Slope < 0 ? "fall" : "rise")} by {InWords.OneDecimal((decimal)(Math.Abs(shift.Slope) * 100))}% a year, give or take {InWords.OneDecimal((decimal)(shift.Error * 128))}%, fading";

    private static ForecastAssumption[] AroundTheList(PriceModel? model)
    {
        if (model is null)
        {
            return [new("Prices around the list", "none: every placement at its list price", "As you asked")];
        }

        const string judgement = "Our judgement; no published distribution of weekly prices was confirmed";
        var sentences = PriceWords.Assumptions(model, PriceUncertainty.Default);
        return
        [
            new("Prices around the list", sentences[0], model.PricesKnown > 0 ? "The placement costs that you loaded" : "Until you load placement costs"),
            new("Spread of prices", string.Join(" ", sentences[1..^2]), judgement),
            new("Chance in price rises", sentences[^2], judgement),
            new("A dear placement and the next", sentences[^1], judgement),
        ];
    }

    private static string Listed(PriceBook prices) =>
        $"{prices.Name}, {InWords.Count(prices.Rows.Length, "price", "prices")}{(prices.IsShippedDefault ? ", not your own" : "")}";

    private static string Rises(ForecastSettings settings)
    {
        var groups = settings.YearlyPriceRise
            .GroupBy(pair => pair.Value)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key)
            .ToList();
        var usual = InWords.Percent(groups[0].Key);
        var others = groups.Skip(1).Select(group =>
            $"{InWords.Percent(group.Key)} for {string.Join(" and ", group.Select(pair => pair.Key).Order().Select(state => state.Label().ToLowerInvariant()))}").ToList();
        return others.Count == 0
            ? $"{usual} each 1 April, all placements"
            : $"{usual} each 1 April; but {string.Join("; ", others)}";
    }

    private static string Range(ForecastSettings settings, double[] widening) => settings.Spread == SpreadMode.Own
        ? "the range of the simulated futures as it is; real councils' history has needed more"
        : settings.Tuning.DecidesSpread
            ? $"set by {InWords.Count(settings.Tuning.Origins, "test", "tests")} on your own past, together with what councils of this size have needed ({InWords.OneDecimal((decimal)widening.Min())} to {InWords.OneDecimal((decimal)widening.Max())} times the simulated range)"
        : widening.Any(factor => factor > 1)
            ? $"widened to what councils of this size have needed (up to {InWords.OneDecimal((decimal)widening.Max())} times the simulated range)"
            : "as simulated, which is at least as wide as councils of this size have needed";
}
