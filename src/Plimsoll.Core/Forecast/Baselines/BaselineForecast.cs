using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Forecast.Baselines;

/// <summary>A forecast by a simple method, against which the engine is judged.</summary>
/// <param name="Method">What it is called in tables: "last value".</param>
/// <param name="AsAt">The day before the forecast starts; nothing later was used.</param>
/// <param name="Months">The months, the first of which holds the first day of the forecast.</param>
internal sealed record BaselineForecast(string Method, DateOnly AsAt, ImmutableArray<BaselineMonth> Months);

/// <summary>One month of a baseline.</summary>
/// <param name="Month">The calendar month.</param>
/// <param name="InCare">Children in care at its end. The median is the point forecast.</param>
/// <param name="ByGroup">The same by placement group, in the order of <see cref="PlacementGroup"/>. Each group is
/// forecast from its own history, so groups need not add up to the total except in the Markov model.</param>
internal sealed record BaselineMonth(CalendarMonth Month, Distribution InCare, ImmutableArray<Distribution> ByGroup)
{
    /// <summary>The month-ends of a forecast.</summary>
    /// <param name="from">First day of the forecast.</param>
    /// <param name="months">Number of months.</param>
    /// <returns>The months and the days from <paramref name="from"/> to the end of each.</returns>
    public static IEnumerable<(CalendarMonth Month, int Days)> Ends(DateOnly from, int months)
    {
        var first = CalendarMonth.Of(from);
        return Enumerable.Range(0, months).Select(first.Plus).Select(month => (month, month.Last.DayNumber + 1 - from.DayNumber));
    }
}
