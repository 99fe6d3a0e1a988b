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

    /// <summary>Weighted days from a time up to another.</summary>
    public double Days(double from, double to) => (Math.Exp(-decay * (until - to)) - Math.Exp(-decay * (until - from))) / decay;
}
