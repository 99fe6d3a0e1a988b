using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Forecast.Backtest;

/// <summary>How far ahead, in words.</summary>
public static class AheadWords
{
    /// <summary>"6 months", "1 year": for tables.</summary>
    /// <param name="months">Months ahead.</param>
    public static string Distance(int months) => months % 12 == 0
        ? InWords.Count(months / 12, "year", "years")
        : InWords.Count(months, "month", "months");

    /// <summary>"six months", "a year", "two years": for sentences.</summary>
    /// <param name="months">Months ahead.</param>
    public static string InText(int months) => months switch
    {
        12 => "a year",
        _ when months % 12 == 0 => InWords.InText(months / 12) + " years",
        _ => InWords.InText(months) + " months",
    };

    /// <summary>"Six months later", "A year later": for headings.</summary>
    /// <param name="months">Months ahead.</param>
    public static string Later(int months)
    {
        var words = InText(months);
        return char.ToUpperInvariant(words[0]) + words[1..] + " later";
    }
}
