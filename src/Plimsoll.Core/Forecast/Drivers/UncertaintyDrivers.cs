using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Forecast.Drivers;

/// <summary>A group's share of the variance of a figure.</summary>
/// <param name="Group">The group.</param>
/// <param name="Share">Share, 0 to 1; the shares of a figure add up to exactly 1.</param>
/// <param name="WholePercent">The share in whole per cents, which add up to exactly 100.</param>
/// <param name="StandardError">Of the share: how far another run of the same length would typically be off.</param>
public sealed record DriverShare(DriverGroup Group, double Share, int WholePercent, double StandardError);

/// <summary>What makes one figure of a forecast uncertain.</summary>
/// <param name="MonthsAhead">For a number in care, how many months ahead; null for the cost of a year.</param>
/// <param name="Month">For a number in care, at the end of which month; null for the cost of a year.</param>
/// <param name="Year">For a cost, of which financial year; null for a number in care.</param>
/// <param name="StandardDeviation">Children, or pounds: of the simulation alone, before the range is widened to what history shows.</param>
/// <param name="Shares">One a group; all zero for a figure that does not vary.</param>
public sealed record DrivenFigure(
    int? MonthsAhead, CalendarMonth? Month, FinancialYear? Year, double StandardDeviation, ImmutableArray<DriverShare> Shares)
{
    /// <summary>The group with the largest share.</summary>
    public DriverShare Largest => Shares.MaxBy(share => share.Share)!;

    /// <summary>The share of a group.</summary>
    public DriverShare Of(DriverGroup group) => Shares.First(share => share.Group == group);

    /// <summary>"The number in care at the end of March 2027", "The cost of 2026/27".</summary>
    public string Name => Month is { } month ? $"Children in care at the end of {InWords.Month(month)}" : $"Cost of {Year}";
}

/// <summary>How to work out the shares; none of it is part of the forecast.</summary>
/// <param name="Rows">Pairs of futures that are compared, 100 to 20,000. Each takes seven simulated futures.</param>
/// <param name="Threads">Threads to use; 0 for all processors. Never changes the result.</param>
public sealed record DriversSettings(int Rows = DriversSettings.UsualRows, int Threads = 0)
{
    /// <summary>Enough for standard errors of about three percentage points at most.</summary>
    public const int UsualRows = 1200;
}

/// <summary>What makes the range of a forecast wide: shares of variance by group.</summary>
/// <param name="Forecast">Identity of the forecast.</param>
/// <param name="Rows">Pairs of futures that were compared.</param>
/// <param name="Seed">Seed; the same as the forecast's.</param>
/// <param name="Version">Version of the product.</param>
/// <param name="Figures">The number in care at 12, 24 and 60 months as far as the forecast reaches (at its end where it is shorter than a year), then the cost of each whole financial year.</param>
public sealed record UncertaintyDrivers(string Forecast, int Rows, ulong Seed, string Version, ImmutableArray<DrivenFigure> Figures);

/// <summary>What became of asking.</summary>
public abstract record DriversOutcome;

/// <summary>It was worked out.</summary>
/// <param name="Result">The result.</param>
public sealed record DriversDone(UncertaintyDrivers Result) : DriversOutcome;

/// <summary>It cannot be worked out. Nothing has changed.</summary>
/// <param name="What">What is wrong, with the value.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="ToDo">What to do.</param>
public sealed record DriversRefused(string What, string Why, string ToDo) : DriversOutcome;
