using System.Collections.Immutable;
using Plimsoll.Core.Care.Submitted;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Anyshire;

/// <summary>
/// Disabled children who live at home and have short breaks: a few whose every break is recorded (V3), a few with one
/// agreement (V4). They are in the returns and not in the count of children in care.
/// </summary>
internal static class ShortBreaks
{
    private const int RecordedEach = 6;
    private const int Agreements = 5;

    public static IEnumerable<ChildRecord> Make(int firstNumber, DateOnly windowStart, DateOnly lastDay, AnyshirePlaces places, ulong seed)
    {
        for (var index = 0; index < RecordedEach + Agreements; index++)
        {
            var number = firstNumber + index;
            var random = Xoshiro256.For(seed, Streams.ShortBreaks, (ulong)index);
            var born = lastDay.AddDays(-3_000 - random.NextBelow(2_400));
            var situation = new CareSituation { Born = born.DayNumber, Need = NeedGroup.Disability };
            var child = ChildParticulars.Of(number, 1_000_000 + number, situation, seed) with { FirstChildBorn = null };
            var home = AnyshirePlaces.OneOf(places.OwnHomes, random);
            var begins = windowStart.AddDays(-400 + random.NextBelow(1_100));
            yield return new ChildRecord(
                number,
                child,
                index < RecordedEach ? Breaks(child, home, begins, lastDay, random) : [Break(child, home, begins, null, "V4")],
                true);
        }
    }

    private static ImmutableArray<SubmittedEpisode> Breaks(
        ChildParticulars child, MadeUpProvider home, DateOnly begins, DateOnly lastDay, Xoshiro256 random)
    {
        var breaks = ImmutableArray.CreateBuilder<SubmittedEpisode>();
        for (var day = begins; day < lastDay.AddDays(-5); day = day.AddDays(25 + random.NextBelow(35)))
        {
            breaks.Add(Break(child, home, day, day.AddDays(1 + random.NextBelow(3)), "V3"));
        }

        return breaks.ToImmutable();
    }

    private static SubmittedEpisode Break(ChildParticulars child, MadeUpProvider home, DateOnly from, DateOnly? until, string legal) =>
        new(child.Id, from, "S", legal, "N2", "K2", home.Provider, until, until is null ? "" : "E4A", "", "", "", "");
}
