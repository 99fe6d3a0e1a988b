using Plimsoll.Core.Care;
using Plimsoll.Core.Care.Submitted;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Anyshire;

/// <summary>Turns a simulated life into the episodes that a return records, with everything known up to the last day.</summary>
internal static class EpisodeCoding
{
    /// <summary>The episodes of a life in order; each period of care opens with S and is chained by X1.</summary>
    public static List<SubmittedEpisode> Of(CareLife life, ChildParticulars child, AnyshirePlaces places, ulong seed)
    {
        var random = Xoshiro256.For(seed, Streams.Coding, (ulong)life.Number);
        var episodes = new List<SubmittedEpisode>();
        CodedPlacement? placement = null;
        foreach (var turn in life.Turns)
        {
            var day = DateOnly.FromDayNumber(turn.Day);
            if (turn.Kind == TurnKind.End)
            {
                episodes[^1] = episodes[^1] with { Ceased = day, ReasonCeased = ReasonCoding.Ceased(turn, child, random) };
                placement = null;
                continue;
            }

            var before = placement;
            placement = Next(turn, before, day, child, places, random);
            if (before is not null)
            {
                episodes[^1] = episodes[^1] with
                {
                    Ceased = day,
                    ReasonCeased = "X1",
                    ReasonPlacementChange = ReasonOf(turn, day, random),
                };
            }

            episodes.Add(Open(turn, day, child, placement));
        }

        return TemporaryMoves.Insert(SplitAtRegistration(episodes, places, random), child, random);
    }

    private static CodedPlacement Next(
        in CareTurn turn, CodedPlacement? before, DateOnly day, ChildParticulars child, AnyshirePlaces places, Xoshiro256 random) =>
        (turn.Kind, before) switch
        {
            (TurnKind.Legal, { } same) => same,
            (TurnKind.LongTermMatch, { } same) => PlacementCoding.LongTerm(same),
            (TurnKind.AdoptedByCarerMatch, { } same) => PlacementCoding.WithAdoptingCarer(same, places),
            _ => Different(before, PlacementCoding.New(turn.State, turn.Legal, day, child, places, random), random),
        };

    private static CodedPlacement Different(CodedPlacement? before, CodedPlacement after, Xoshiro256 random) =>
        after == before ? after with { Postcode = AnyshirePlaces.Postcode(random, 0.6) } : after;

    private static string ReasonOf(in CareTurn turn, DateOnly day, Xoshiro256 random) => turn.Kind switch
    {
        TurnKind.Legal => "",
        TurnKind.LongTermMatch => "PLACE",
        TurnKind.AdoptedByCarerMatch or TurnKind.LegalAndMove => "CARPL",
        _ => ReasonCoding.PlacementChange(turn.State, day, random),
    };

    private static SubmittedEpisode Open(in CareTurn turn, DateOnly day, ChildParticulars child, CodedPlacement placement) => new(
        child.Id,
        day,
        turn.Kind switch
        {
            TurnKind.Start => "S",
            TurnKind.Legal => "L",
            TurnKind.LegalAndMove => "B",
            TurnKind.LongTermMatch or TurnKind.AdoptedByCarerMatch => "T",
            _ => "P",
        },
        LegalCode(turn.Legal),
        child.Need,
        placement.Place,
        placement.Provider,
        null,
        "",
        "",
        child.HomePostcode,
        placement.Postcode,
        placement.Urn);

    private static string LegalCode(LegalRoad legal) => legal switch
    {
        LegalRoad.Agreement => "V2",
        LegalRoad.Interim => "C1",
        LegalRoad.Full => "C2",
        LegalRoad.PlacementOrder => "E1",
        LegalRoad.PoliceProtection => "L1",
        LegalRoad.EmergencyProtection => "L2",
        _ => "J1",
    };

    /// <summary>Unregistered accommodation still lived in on the day of registration becomes K3 with the same carer.</summary>
    private static List<SubmittedEpisode> SplitAtRegistration(List<SubmittedEpisode> episodes, AnyshirePlaces places, Xoshiro256 random)
    {
        var day = PlacementCoding.SupportedRegistered;
        var split = new List<SubmittedEpisode>(episodes.Count + 1);
        CodedPlacement? registered = null;
        foreach (var episode in episodes)
        {
            if (episode.Place is not ("H5" or "P2"))
            {
                split.Add(episode);
                continue;
            }

            var later = registered is not null && episode.ReasonNew == "L"
                ? episode with { Place = registered.Place, Provider = registered.Provider, Urn = registered.Urn }
                : episode;
            if (later.Place != "K3" && later.Commenced < day && (later.Ceased is not { } end || end > day))
            {
                registered = PlacementCoding.Registered(new CodedPlacement(later.Place, later.Provider, later.PlacementPostcode, later.Urn), places, random);
                split.Add(later with { Ceased = day, ReasonCeased = "X1", ReasonPlacementChange = "PLACE" });
                later = later with { Commenced = day, ReasonNew = "T", Place = registered.Place, Provider = registered.Provider, Urn = registered.Urn };
            }

            if (later.Place != "K3" && later.Commenced == day)
            {
                // A change of legal status on the very day: both change, with the same carer.
                registered = PlacementCoding.Registered(new CodedPlacement(later.Place, later.Provider, later.PlacementPostcode, later.Urn), places, random);
                split[^1] = split[^1] with { ReasonPlacementChange = "PLACE" };
                later = later with { ReasonNew = "U", Place = registered.Place, Provider = registered.Provider, Urn = registered.Urn };
            }

            split.Add(later);
        }

        return split;
    }
}
