using System.Globalization;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Reports.Charts;

/// <summary>What a chart measures, and so how its numbers are written. Closed: one of the cases below.</summary>
public abstract record Measure
{
    private Measure()
    {
    }

    /// <summary>Whether half units make no sense on the scale.</summary>
    internal abstract bool IsWhole { get; }

    /// <summary>The smallest scale that is drawn when every value is zero.</summary>
    internal abstract double SmallestScale { get; }

    /// <summary>The word for the lower end of a range: fewer children, less money.</summary>
    internal abstract string Less { get; }

    /// <summary>The number alone: 447, £30.6m.</summary>
    internal abstract string Number(double value);

    /// <summary>The number with what is counted: 447 children, £30.6m.</summary>
    internal virtual string Amount(double value) => Number(value);

    /// <summary>A label of the value axis.</summary>
    internal abstract string Axis(double value, double step, double largest);

    /// <summary>The number at the end of a line.</summary>
    internal virtual string End(double value) => Number(value);

    /// <summary>The second line of the most likely value's label.</summary>
    internal virtual string MostLikely(double value, DateOnly day) => "in " + InWords.Month(CalendarMonth.Of(day));

    /// <summary>A count, such as children in care.</summary>
    /// <param name="One">The word for one: "child".</param>
    /// <param name="Many">The word for several: "children".</param>
    public sealed record Count(string One, string Many) : Measure
    {
        internal override bool IsWhole => true;

        internal override double SmallestScale => 5;

        internal override string Less => "fewer";

        internal override string Number(double value) => InWords.Whole((decimal)value);

        internal override string Amount(double value) =>
            Number(value) + " " + (Math.Round(value, MidpointRounding.AwayFromZero) == 1 ? One : Many);

        internal override string Axis(double value, double step, double largest) => InWords.Whole((decimal)value);
    }

    /// <summary>Pounds, written in millions, thousands or whole pounds as the size asks.</summary>
    public sealed record Pounds : Measure
    {
        internal override bool IsWhole => false;

        internal override double SmallestScale => 1000;

        internal override string Less => "less";

        internal override string Number(double value) => Words(value);

        internal override string Axis(double value, double step, double largest) => AxisPounds(value, step, largest);
    }

    /// <summary>
    /// Running cost less the budget to date, in pounds: zero is the budget, above is overspent. Ends of lines show
    /// the whole year's cost.
    /// </summary>
    /// <param name="Budget">The budget of the whole year.</param>
    public sealed record AgainstBudget(Money Budget) : Measure
    {
        internal override bool IsWhole => false;

        internal override double SmallestScale => 1000;

        internal override string Less => "less";

        internal override string Number(double value) =>
            Math.Round(Math.Abs(value)) == 0 ? "on budget" : Words(Math.Abs(value)) + (value < 0 ? " under" : " over");

        internal override string Axis(double value, double step, double largest) =>
            value == 0 ? "Budget" : AxisPounds(Math.Abs(value), step, largest) + (value < 0 ? " under" : " over");

        internal override string End(double value) => InWords.Prose(Budget + Money.FromSimulated(value));

        internal override string MostLikely(double value, DateOnly day) =>
            Math.Round(Math.Abs(value)) == 0 ? "on budget" : Words(Math.Abs(value)) + (value < 0 ? " underspend" : " overspend");
    }

    /// <summary>Whole per cents of a whole.</summary>
    public sealed record Percent : Measure
    {
        internal override bool IsWhole => true;

        internal override double SmallestScale => 5;

        internal override string Less => "less";

        internal override string Number(double value) => InWords.Whole((decimal)value) + "%";

        internal override string Axis(double value, double step, double largest) => Number(value);
    }

    /// <summary>Children: the count used most.</summary>
    public static Measure Children { get; } = new Count("child", "children");

    private static string Words(double pounds) => Math.Abs(pounds) < 1000
        ? InWords.Pounds(Money.FromSimulated(pounds))
        : InWords.Prose(Money.FromSimulated(pounds));

    /// <summary>The unit follows the largest label and the decimals the step, so that no two labels read the same.</summary>
    private static string AxisPounds(double value, double step, double largest)
    {
        var (unit, letter) = largest switch
        {
            >= 1_000_000 => (1_000_000m, "m"),
            >= 1_000 => (1_000m, "k"),
            _ => (1m, ""),
        };
        if (value == 0)
        {
            return "£0";
        }

        var decimals = 0;
        for (var part = (decimal)step / unit; part != Math.Floor(part) && decimals < 6; part *= 10m)
        {
            decimals++;
        }

        var number = Math.Abs((decimal)value / unit).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return (value < 0 ? "\u2212£" : "£") + number + letter;
    }
}
