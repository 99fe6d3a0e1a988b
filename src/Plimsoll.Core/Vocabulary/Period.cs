namespace Plimsoll.Core.Vocabulary;

/// <summary>
/// A run of days, half-open: the first day is inside, the end date is the first day outside. A placement from
/// 1 March to 4 March is three nights (1, 2 and 3 March). No end date means still open when the data end.
/// </summary>
/// <param name="Start">The first day inside.</param>
/// <param name="End">The first day outside, or null while open. Never before <paramref name="Start"/>.</param>
public readonly record struct Period(DateOnly Start, DateOnly? End)
{
    /// <summary>True while there is no end date.</summary>
    public bool IsOpen => End is null;

    /// <summary>True when no night lies inside.</summary>
    public bool IsEmpty => End is { } end && end <= Start;

    /// <summary>Whether the night that follows this day is inside: Start &lt;= day and (no End or End &gt; day).</summary>
    public bool Contains(DateOnly day) => Start <= day && (End is not { } end || end > day);

    /// <summary>The number of nights inside both this period and the given days.</summary>
    /// <param name="from">The first day of the window, inside.</param>
    /// <param name="until">The first day after the window.</param>
    public int NightsWithin(DateOnly from, DateOnly until)
    {
        var start = Start > from ? Start : from;
        var end = End is { } own && own < until ? own : until;
        return Math.Max(0, end.DayNumber - start.DayNumber);
    }
}
