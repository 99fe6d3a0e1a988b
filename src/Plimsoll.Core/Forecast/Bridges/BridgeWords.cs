using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Forecast.Bridges;

/// <summary>The figures behind the steps of a bridge, in words.</summary>
internal sealed class BridgeWords(
    ForecastResult from, ForecastResult to, ComparedMonths before, ComparedMonths after, CalendarMonth first, bool isCompared)
{
    /// <summary>Ends of care.</summary>
    public string Leavers => $"{Number(after.Leavers)} leavers instead of {Number(before.Leavers)}";

    /// <summary>What stands behind a part.</summary>
    public string Basis(BridgePart part) => part switch
    {
        BridgePart.Recorded => Recorded(),
        BridgePart.InCare => $"{Number(after.InCare)} children {At()} instead of {Number(before.InCare)}",
        BridgePart.Starts => $"{Number(after.Starts)} starts instead of {Number(before.Starts)}",
        BridgePart.Duration => $"{Number(Each(after))} days for each child cared for instead of {Number(Each(before))}",
        BridgePart.Mix => "the share of days in each kind of placement",
        BridgePart.Price => $"{Penny(after)} for an average day instead of {Penny(before)}, the mix included",
        BridgePart.Unexplained => "what the months of the two forecasts do not add up to",
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    private string At() => $"on {InWords.Date(first.First.AddDays(-1))}";

    private string Recorded()
    {
        var year = FinancialYear.Of(isCompared ? first.First : first.First.AddDays(-1));
        return before.Before == 0 && after.Before == 0
            ? "both forecasts cover the whole year"
            : $"{InWords.Date(year.First)} to {InWords.Date(first.First.AddDays(-1))}: {Part(to, after)} instead of {Part(from, before)}";
    }

    private static string Part(ForecastResult forecast, ComparedMonths months) =>
        $"{InWords.Pounds(new Money(months.Before / 100m))} (recorded to {InWords.Date(forecast.AsAt)}: {InWords.Pounds(new Money(months.RecordedPence / 100m))})";

    private static double Each(ComparedMonths months) => months.Children > 0 ? months.AllDays / months.Children : 0;

    private static string Penny(ComparedMonths months) => "£" + new Money(months.AllDays > 0 ? (decimal)(months.Pence.Sum() / months.AllDays) / 100m : 0m);

    private static string Number(double number) => InWords.OneDecimal((decimal)number);
}
