namespace Plimsoll.Core.Forecast;

/// <summary>How much a day of the past counts: half as much for every half-life before the as-at date.</summary>
/// <param name="until">Day number of the first day of the forecast.</param>
/// <param name="halfLifeMonths">Half-life in months; null when all days count alike.</param>
internal sealed class Recency(int until, double? halfLifeMonths)
{
    // A half-life of a thousand years stands for none: the formulas below stay finite.
    private readonly double decay = Math.Log(2) / ((halfLifeMonths ?? 12_000) * CareModel.MonthDays);

    /// <summary>Weight of an event on a day.</summary>
    public double Of(int day) => Math.Exp(-decay * (until - day - 0.5));

    /// <summary>
    /// Days for which something that wanders has wandered between the weighted mean of the records and now: the variance
    /// of the difference, for a random walk of variance one a day.
    /// </summary>
    /// <param name="since">Day number of the first day of the records.</param>
    public double Wandered(int since)
    {
        // A step made t days ago is missed by the share of the weight that lies before it.
        var length = until - since;
        var all = Days(since, until);
        const int parts = 200;
        var sum = 0.0;
        for (var part = 0; part < parts; part++)
        {
            var ago = (part + 0.5) / parts * length;
            var share = Days(since, until - ago) / all;
            sum += share * share * length / parts;
        }

        return sum;
    }

    /// <summary>Weighted days from a time up to another.</summary>
    public double Days(double from, double to) => (Math.Exp(-decay * (until - to)) - Math.Exp(-decay * (until - from))) / decay;
}
