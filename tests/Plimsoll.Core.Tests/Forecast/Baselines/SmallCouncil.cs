using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Tests.Forecast.Baselines;

/// <summary>A council of a few children, so that a forecast of it can be worked out by hand.</summary>
internal sealed class SmallCouncil(DateOnly windowStart, DateOnly dataEnd)
{
    private readonly List<ChildHistory> children = [];

    /// <summary>Adds children alike who stay in the given placements one after the other.</summary>
    /// <param name="number">How many.</param>
    /// <param name="born">Date of birth, or null.</param>
    /// <param name="stays">First day and placement of each.</param>
    /// <param name="end">First day out of care, or null.</param>
    public SmallCouncil With(int number, DateOnly? born, (DateOnly Start, PlacementState State)[] stays, DateOnly? end = null)
    {
        for (var child = 0; child < number; child++)
        {
            var counted = stays.Select((stay, index) => new CountedEpisode(
                new Period(stay.Start, index + 1 < stays.Length ? stays[index + 1].Start : end),
                "C2",
                "N1",
                "U4",
                "PR4",
                stay.State,
                index == 0,
                index == stays.Length - 1 && end is not null));
            children.Add(new ChildHistory(new ChildKey("", $"S{children.Count}"), born, "U", false, [.. counted], [], []));
        }

        return this;
    }

    /// <summary>The records.</summary>
    public CareDataset Data() => new("small", windowStart, dataEnd, [windowStart.Year + 1], [], [.. children], children.Count, [], []);
}
