using System.Collections.Immutable;

namespace Plimsoll.Core.Care;

/// <summary>A band of completed years of age.</summary>
/// <param name="Key">Code for files: "10-15".</param>
/// <param name="Label">Words for people: "10 to 15".</param>
/// <param name="From">First year inside; -1 for not known.</param>
/// <param name="Below">First year outside.</param>
public sealed record AgeBand(string Key, string Label, int From, int Below);

/// <summary>
/// The age bands of the published statistics on children looked after, with those who stay past eighteen and those
/// whose age is not known shown apart.
/// </summary>
public static class AgeBands
{
    /// <summary>Age not known.</summary>
    public static AgeBand Unknown { get; } = new("unknown", "Age not known", -1, 0);

    /// <summary>All bands in order.</summary>
    public static ImmutableArray<AgeBand> All { get; } =
    [
        new("0", "Under 1", 0, 1),
        new("1-4", "1 to 4", 1, 5),
        new("5-9", "5 to 9", 5, 10),
        new("10-15", "10 to 15", 10, 16),
        new("16-17", "16 and 17", 16, 18),
        new("18+", "18 and over", 18, 200),
        Unknown,
    ];

    /// <summary>The band of somebody's age on a day.</summary>
    public static AgeBand Of(DateOnly? born, DateOnly on)
    {
        if (born is not { } day)
        {
            return Unknown;
        }

        var age = Math.Max(0, Ages.On(day, on));
        return All.First(band => age >= band.From && age < band.Below);
    }
}
