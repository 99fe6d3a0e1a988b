using System.Globalization;

namespace Plimsoll.Core.Vocabulary;

/// <summary>
/// How numbers, money and dates are written for people: British English whatever machine it runs on. Halves round
/// away from zero; a minus is the sign U+2212; zero never carries a sign.
/// </summary>
public static class InWords
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private static readonly string[] Small =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    /// <summary>31 October 2026.</summary>
    public static string Date(DateOnly day) => day.ToString("d MMMM yyyy", Invariant);

    /// <summary>31/10/2026: only when quoting a file.</summary>
    public static string FileDate(DateOnly day) => day.ToString("dd/MM/yyyy", Invariant);

    /// <summary>October 2026.</summary>
    public static string Month(CalendarMonth month) => month.First.ToString("MMMM yyyy", Invariant);

    /// <summary>A whole number with thousands separators: 1,234.</summary>
    public static string Whole(decimal number) => Signed(Math.Round(number, 0, MidpointRounding.AwayFromZero), "#,##0");

    /// <summary>A number with one decimal: 12.3.</summary>
    public static string OneDecimal(decimal number) => Signed(Math.Round(number, 1, MidpointRounding.AwayFromZero), "#,##0.0");

    /// <summary>A share as a percentage with one decimal: 0.264 is 26.4%.</summary>
    public static string Percent(decimal share) => OneDecimal(share * 100m) + "%";

    /// <summary>A share as a whole percentage: 0.85 is 85%.</summary>
    public static string WholePercent(decimal share) => Whole(share * 100m) + "%";

    /// <summary>Millions of pounds with one decimal, for prose: £30.6m.</summary>
    public static string Millions(Money amount) => WithPound(Math.Round(amount.Pounds / 1_000_000m, 1, MidpointRounding.AwayFromZero), "#,##0.0") + "m";

    /// <summary>Thousands of pounds, whole, for tables and parts under a million: £335k.</summary>
    public static string Thousands(Money amount) => WithPound(Math.Round(amount.Pounds / 1_000m, 0, MidpointRounding.AwayFromZero), "#,##0") + "k";

    /// <summary>Whole pounds: £1,662.</summary>
    public static string Pounds(Money amount) => WithPound(Math.Round(amount.Pounds, 0, MidpointRounding.AwayFromZero), "#,##0");

    /// <summary>£m in prose from a million up, £k below: £30.6m, £335k.</summary>
    public static string Prose(Money amount) => Math.Abs(amount.Pounds) >= 999_500m ? Millions(amount) : Thousands(amount);

    /// <summary>"1 child", "447 children"; the count is written in figures.</summary>
    public static string Count(int count, string one, string many) => Whole(count) + " " + (count == 1 ? one : many);

    /// <summary>"447 children".</summary>
    public static string Children(int count) => Count(count, "child", "children");

    /// <summary>A small number as a word in running text ("three"), a larger one in figures.</summary>
    public static string InText(int count) => count is >= 0 and < 10 ? Small[count] : Whole(count);

    /// <summary>"12 more", "3 fewer" or "no change": a change in a number of children never stands without its word.</summary>
    public static string Change(int change) => change switch
    {
        > 0 => Whole(change) + " more",
        < 0 => Whole(-change) + " fewer",
        _ => "no change",
    };

    private static string WithPound(decimal rounded, string format) =>
        (rounded < 0 ? "\u2212£" : "£") + Math.Abs(rounded).ToString(format, Invariant);

    private static string Signed(decimal rounded, string format) =>
        (rounded < 0 ? "\u2212" : "") + Math.Abs(rounded).ToString(format, Invariant);
}
