using System.Globalization;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Web.Frame;

/// <summary>Today's date and moments in UK local time, whatever the machine is set to.</summary>
public static class Clocks
{
    private static readonly TimeZoneInfo Uk = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>Today in the UK.</summary>
    public static DateOnly Today(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Uk).DateTime);
    }

    /// <summary>"4 November 2026, 9:12am".</summary>
    public static string Moment(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, Uk);
        return InWords.Date(DateOnly.FromDateTime(local.DateTime)) + ", "
            + local.ToString("h:mm", CultureInfo.InvariantCulture) + (local.Hour < 12 ? "am" : "pm");
    }
}
