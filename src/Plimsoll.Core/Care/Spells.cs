using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Care;

/// <summary>Cuts a period of care into placement spells: runs of nights in one state without a change of carer.</summary>
internal static class Spells
{
    /// <summary>The spells of the episodes first (inside) to next (outside), contiguous and covering the period.</summary>
    public static ImmutableArray<PlacementSpell> Of(
        List<ChainedEpisode> chain, int first, int next, bool startKnown, DateOnly? periodEnd)
    {
        var spells = ImmutableArray.CreateBuilder<PlacementSpell>();
        var began = chain[first].Start;
        var known = startKnown || chain[first].ReasonNew is "P" or "B" or "T" or "U";
        var beganAs = startKnown ? SpellStart.Entry : SpellStart.Move;
        for (var index = first + 1; index < next; index++)
        {
            if (Change(chain[index - 1], chain[index]) is not { } change)
            {
                continue;
            }

            var start = chain[index].Start;
            if (periodEnd is { } limit && start >= limit)
            {
                break;
            }

            spells.Add(new PlacementSpell(new Period(began, start), chain[index - 1].State, known, beganAs));
            (began, known, beganAs) = (start, true, change);
        }

        var last = chain[next - 1];
        for (var index = next - 1; index > first && periodEnd is { } limit && last.Start >= limit; index--)
        {
            last = chain[index - 1];
        }

        spells.Add(new PlacementSpell(new Period(began, periodEnd), last.State, known, beganAs));
        return spells.ToImmutable();
    }

    // What kind of new spell an episode begins, or null when it continues the one before.
    private static SpellStart? Change(ChainedEpisode before, ChainedEpisode after)
    {
        var aroundTemporary = StateMapping.IsTemporary(before.Row.Place) || StateMapping.IsTemporary(after.Row.Place);
        if (aroundTemporary && IsSamePlacement(before.Placement, after.Placement))
        {
            return null;
        }

        var sameState = before.State == after.State;
        return after.ReasonNew switch
        {
            "L" or "T" or "U" => sameState ? null : SpellStart.Status,
            "P" or "B" => SpellStart.Move,
            _ => sameState && before.Provider == after.Provider ? null : SpellStart.Move,
        };
    }

    // The same place, provider and home: the Ofsted number where there is one, else the placement's postcode district.
    private static bool IsSamePlacement(EpisodeRow a, EpisodeRow b) =>
        ReferenceEquals(a, b)
        || (a.Place == b.Place
            && a.Provider == b.Provider
            && (a.Urn.Length > 0 || b.Urn.Length > 0 ? a.Urn == b.Urn : a.PlacementDistrict == b.PlacementDistrict));
}
