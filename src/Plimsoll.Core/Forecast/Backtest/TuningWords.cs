using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Forecast.Backtest;

/// <summary>Says what the tests made of the width of the range.</summary>
internal static class TuningWords
{
    private const string Name = "Width of the range";
    private const string Usual = "at least what councils of this size have needed";

    /// <summary>The range stays as it was.</summary>
    /// <param name="why">Why.</param>
    public static BacktestChoice RangeStands(string why) => new(Name, Usual, Usual, why);

    /// <summary>The tests have a say in the range.</summary>
    /// <param name="spread">Factors by months ahead.</param>
    /// <param name="origins">Number of origins behind them.</param>
    public static BacktestChoice Range(ImmutableArray<SpreadFactor> spread, int origins)
    {
        var weight = InWords.WholePercent(origins / (decimal)(origins + 10));
        var factors = string.Join(", ", spread.Select(factor => $"{InWords.OneDecimal((decimal)factor.Factor)} at {AheadWords.InText(factor.Months)}"));
        return new BacktestChoice(
            Name,
            Usual,
            $"your own tests count for {weight}, councils of this size for the rest",
            $"On your own past the best range was this many times the simulated one: {factors}. Your {InWords.Count(origins, "test date weighs", "test dates weigh")} {InWords.Whole(origins)} against 10 for other councils.");
    }
}
