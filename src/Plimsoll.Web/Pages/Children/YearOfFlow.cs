using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Web.Frame;

namespace Plimsoll.Web.Pages.Children;

/// <summary>One step between the opening and the closing number of a year.</summary>
/// <param name="Label">"Started, aged under 10", "Adopted".</param>
/// <param name="Change">Children added (positive) or taken off (negative).</param>
public sealed record FlowStep(string Label, int Change);

/// <summary>How the number of children in care went from one day to the same day a year later. All children: filters do not apply.</summary>
/// <param name="OpeningDay">The day before the year.</param>
/// <param name="Opening">In care at its end.</param>
/// <param name="Steps">Starts by age, then ends by how care ended.</param>
/// <param name="ClosingDay">The last day.</param>
/// <param name="Closing">In care at its end: opening and all steps.</param>
public sealed record YearOfFlow(DateOnly OpeningDay, int Opening, ImmutableArray<FlowStep> Steps, DateOnly ClosingDay, int Closing)
{
    /// <summary>Starts in the year.</summary>
    public int Started => Steps.Where(step => step.Change > 0).Sum(step => step.Change);

    /// <summary>Ends in the year.</summary>
    public int Ceased => -Steps.Where(step => step.Change < 0).Sum(step => step.Change);

    /// <summary>The year up to a day; null when it begins before the records.</summary>
    public static YearOfFlow? UpTo(Loaded loaded, DateOnly last)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        var opening = last.AddYears(-1);
        if (opening < loaded.FirstDay)
        {
            return null;
        }

        var first = opening.AddDays(1);
        var starts = Flow.Starts(loaded.Data, first, last).ToList();
        var ends = Flow.Ends(loaded.Data, first, last).ToList();
        var steps = StartBands
            .Select(band => new FlowStep(band.Label, starts.Count(start => band.Holds(AgeAt(start)))))
            .Concat(CareExits.All
                .Select(exit => new FlowStep(exit.Label(), -ends.Count(end => ExitOf(end) == exit))))
            .Where(step => step.Change != 0)
            .ToImmutableArray();
        var number = Stock.Number(loaded.Data, opening);
        return new YearOfFlow(opening, number, steps, last, number + starts.Count - ends.Count);
    }

    /// <summary>The message of the chart.</summary>
    public string Title
    {
        get
        {
            var exits = Steps.Where(step => step.Change < 0).ToList();
            var common = exits.Count == 0 ? "" : $"; the most common way out: {char.ToLowerInvariant(exits.MinBy(step => step.Change)!.Label[0])}{exits.MinBy(step => step.Change)!.Label[1..]}";
            return $"{InWords.Whole(Started)} started and {InWords.Whole(Ceased)} ceased{common}";
        }
    }

    private static ImmutableArray<StartBand> StartBands { get; } =
    [
        new("Started, aged under 10", age => age is >= 0 and < 10),
        new("Started, aged 10 to 15", age => age is >= 10 and < 16),
        new("Started, aged 16 or over", age => age >= 16),
        new("Started, age not known", age => age is null),
    ];

    private static int? AgeAt(FlowEvent start) => start.Child.Born is { } born ? Math.Max(0, Ages.On(born, start.On)) : null;

    /// <summary>How the period that ended on the day ended; care that ended without an exit of its own counts as other.</summary>
    private static CareExit ExitOf(FlowEvent end) =>
        end.Child.Periods.FirstOrDefault(period => period.Days.End == end.On)?.Exit ?? CareExit.Other;

    private sealed record StartBand(string Label, Func<int?, bool> Holds);
}
