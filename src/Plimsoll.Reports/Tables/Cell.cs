using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Reports.Tables;

/// <summary>What stands in a cell. Closed: one of the cases below. Unknown is never a zero or an empty text.</summary>
public abstract record Cell
{
    private Cell()
    {
    }

    /// <summary>Words.</summary>
    /// <param name="Words">The words, as they are; writers make them safe.</param>
    public sealed record Text(string Words) : Cell;

    /// <summary>
    /// A number, unrounded, in the base unit of its column: pounds for money, a share for a percentage (0.264 for
    /// 26.4%), a signed number for a change.
    /// </summary>
    /// <param name="Value">The number.</param>
    public sealed record Number(decimal Value) : Cell;

    /// <summary>A day.</summary>
    /// <param name="Value">The day.</param>
    public sealed record Day(DateOnly Value) : Cell;

    /// <summary>A calendar month.</summary>
    /// <param name="Value">The month.</param>
    public sealed record Month(CalendarMonth Value) : Cell;

    /// <summary>No value, and why.</summary>
    /// <param name="Reason">Why there is none.</param>
    public sealed record Missing(MissingReason Reason) : Cell;

    /// <summary>A whole number, such as a count of children.</summary>
    public static Cell Of(int value) => new Number(value);

    /// <summary>A number in the base unit of its column.</summary>
    public static Cell Of(decimal value) => new Number(value);

    /// <summary>An amount of money.</summary>
    public static Cell Of(Money value) => new Number(value.Pounds);

    /// <summary>A simulated quantity. It crosses from floating point here.</summary>
    /// <exception cref="OverflowException">The number is not finite or does not fit a decimal.</exception>
    public static Cell Of(double value) => new Number((decimal)value);

    /// <summary>Words.</summary>
    public static Cell Of(string words) => new Text(words);

    /// <summary>A day.</summary>
    public static Cell Of(DateOnly day) => new Day(day);

    /// <summary>A calendar month.</summary>
    public static Cell Of(CalendarMonth month) => new Month(month);

    /// <summary>The value exists but nobody has told us.</summary>
    public static Cell NotKnown { get; } = new Missing(MissingReason.NotKnown);

    /// <summary>The value is not expected yet.</summary>
    public static Cell NotDue { get; } = new Missing(MissingReason.NotDue);

    /// <summary>The question makes no sense here.</summary>
    public static Cell NotApplicable { get; } = new Missing(MissingReason.NotApplicable);

    /// <summary>The records that would tell have not been loaded.</summary>
    public static Cell NotLoaded { get; } = new Missing(MissingReason.NotLoaded);
}

/// <summary>Why a cell has no value. The four are never merged.</summary>
public enum MissingReason
{
    /// <summary>The value exists but nobody has told us.</summary>
    NotKnown,

    /// <summary>The value is not expected yet.</summary>
    NotDue,

    /// <summary>The question makes no sense here.</summary>
    NotApplicable,

    /// <summary>The records that would tell have not been loaded.</summary>
    NotLoaded,
}

/// <summary>The words for a missing value.</summary>
public static class MissingWords
{
    /// <summary>The words, the same on pages and in files.</summary>
    public static string Of(MissingReason reason) => reason switch
    {
        MissingReason.NotKnown => "not known",
        MissingReason.NotDue => "not due",
        MissingReason.NotApplicable => "n/a",
        MissingReason.NotLoaded => "not loaded",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
