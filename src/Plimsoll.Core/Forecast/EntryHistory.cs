using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Forecast;

/// <summary>Starts of care that were seen, of one stream of children.</summary>
/// <param name="Entries">Periods whose start is an entry inside the window, returns to care among them.</param>
/// <param name="First">First calendar month of the window.</param>
/// <param name="Counts">Entries by calendar month of the window.</param>
/// <param name="Months">Length of each of these months inside the window, in mean months.</param>
internal sealed record EntryHistory(List<KnownPeriod> Entries, CalendarMonth First, double[] Counts, double[] Months)
{
    /// <summary>Counts what was seen.</summary>
    /// <param name="care">What is known.</param>
    /// <param name="covariate">The stream: unaccompanied children, or all others.</param>
    public static EntryHistory Of(KnownCare care, int covariate)
    {
        var entries = care.Periods
            .Where(period => period.IsEntry && period.Start >= care.WindowStart && period.Covariate == covariate)
            .ToList();
        var first = CalendarMonth.Of(DateOnly.FromDayNumber(care.WindowStart));
        var number = first.MonthsUntil(CalendarMonth.Of(DateOnly.FromDayNumber(care.Until - 1))) + 1;
        var months = new double[number];
        for (var month = 0; month < number; month++)
        {
            var from = Math.Max(care.WindowStart, first.Plus(month).First.DayNumber);
            var to = Math.Min(care.Until, first.Plus(month + 1).First.DayNumber);
            months[month] = (to - from) / CareModel.MonthDays;
        }

        return new EntryHistory(entries, first, CountsOf(entries, first, number), months);
    }

    private static double[] CountsOf(List<KnownPeriod> entries, CalendarMonth first, int number)
    {
        var counts = new double[number];
        foreach (var entry in entries)
        {
            counts[first.MonthsUntil(CalendarMonth.Of(DateOnly.FromDayNumber(entry.Start)))]++;
        }

        return counts;
    }

    /// <summary>The same of children who were under sixteen: a wave of older children is no sign that practice wanders.</summary>
    public EntryHistory OfYoung()
    {
        var young = Entries.Where(entry => entry.Limit is { } limit && entry.Start < limit - (2 * CareModel.YearDays)).ToList();
        return this with { Entries = young, Counts = CountsOf(young, First, Counts.Length) };
    }

    /// <summary>
    /// Means against which the scatter of the counts is judged: a centred year, so that a slow change of level does
    /// not count as scatter.
    /// </summary>
    public double[] LocalMeans()
    {
        var means = new double[Counts.Length];
        for (var month = 0; month < means.Length; month++)
        {
            var from = Math.Max(0, month - 6);
            var length = Math.Min(Counts.Length, month + 7) - from;
            means[month] = Months[month] * (Counts.AsSpan(from, length).ToArray().Sum() + 0.1) / Months.AsSpan(from, length).ToArray().Sum();
        }

        return means;
    }
}
