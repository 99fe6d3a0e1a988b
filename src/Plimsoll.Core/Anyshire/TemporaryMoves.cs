using Plimsoll.Core.Care.Submitted;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Anyshire;

/// <summary>
/// Puts short temporary moves (hospital, holiday, respite of the carer) into some long episodes: the child goes and
/// comes back to the same place, with RNE P both ways and no reason for a placement change.
/// </summary>
internal static class TemporaryMoves
{
    private const double ShareOfLongEpisodes = 0.05;

    public static List<SubmittedEpisode> Insert(List<SubmittedEpisode> episodes, ChildParticulars child, Xoshiro256 random)
    {
        var result = new List<SubmittedEpisode>(episodes.Count + 2);
        foreach (var episode in episodes)
        {
            if (episode.Ceased is not { } ceased || ceased.DayNumber - episode.Commenced.DayNumber < 70
                || episode.Place is "P1" or "R5" or "K1" or "A5" || !Shares.Chance(random, ShareOfLongEpisodes))
            {
                result.Add(episode);
                continue;
            }

            var (code, nights) = Kind(episode.Place.StartsWith('U'), random);
            var room = ceased.DayNumber - episode.Commenced.DayNumber - nights - 30;
            var away = episode.Commenced.AddDays(15 + random.NextBelow(Math.Max(room, 1)));
            var back = away.AddDays(nights);
            result.Add(episode with { Ceased = away, ReasonCeased = "X1", ReasonPlacementChange = "" });
            result.Add(episode with
            {
                Commenced = away,
                ReasonNew = "P",
                Place = code,
                Provider = "",
                Ceased = back,
                ReasonCeased = "X1",
                ReasonPlacementChange = "",
                PlacementPostcode = AnyshirePlaces.Postcode(random, 0.7),
                Urn = "",
                HomePostcode = child.HomePostcode,
            });
            result.Add(episode with { Commenced = back, ReasonNew = "P" });
        }

        return result;
    }

    private static (string Code, int Nights) Kind(bool fostered, Xoshiro256 random)
    {
        var draw = random.NextDouble();
        return draw switch
        {
            < 0.25 => ("T1", 2 + random.NextBelow(18)),
            < 0.40 => ("T2", 7 + random.NextBelow(8)),
            < 0.65 when fostered => ("T3", 5 + random.NextBelow(12)),
            < 0.75 => ("T0", 2 + random.NextBelow(10)),
            _ => ("T4", 1 + random.NextBelow(7)),
        };
    }
}
