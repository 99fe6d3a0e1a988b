using Plimsoll.Core.Care.Submitted;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Anyshire;

/// <summary>
/// AD1 and PlacedAdoption: what the returns say about adoption, told from the episodes. The decision that a child should
/// be placed is made on the day of the placement order and stands until adoption, or until the order is given up.
/// </summary>
internal static class AdoptionTables
{
    /// <summary>The row of a child adopted in the year.</summary>
    public static IEnumerable<SubmittedAdoption> Adopted(ChildRecord child, DateOnly first, DateOnly last, ulong seed)
    {
        var decision = DecisionsOf(child).LastOrDefault(run => run.Adopted is { } day && day >= first && day <= last);
        if (decision is null)
        {
            yield break;
        }

        var random = Xoshiro256.For(seed, Streams.Tables, 1, (ulong)child.Number);
        var two = Shares.Chance(random, 0.88);
        var sex = two ? Shares.Draw(random, ("MF", 0.80), ("MM", 0.12), ("FF", 0.08)) : Shares.Draw(random, ("F1", 0.9), ("M1", 0.1));
        var status = !two ? "L0"
            : sex == "MF" ? Shares.Draw(random, ("L11", 0.8), ("L3", 0.2))
            : Shares.Draw(random, ("L12", 0.6), ("L2", 0.1), ("L4", 0.3));
        var matched = decision.Placed.AddDays(-7 - random.NextBelow(14));
        yield return new SubmittedAdoption(
            child.Particulars.Id,
            child.Particulars.Born,
            decision.Made,
            matched < decision.Made ? decision.Made : matched,
            decision.ByCarer ? "1" : "0",
            two ? "2" : "1",
            sex,
            status);
    }

    /// <summary>Decisions in force or ended in the year.</summary>
    public static IEnumerable<SubmittedAdoptionDecision> Decisions(ChildRecord child, DateOnly first, DateOnly last)
    {
        foreach (var run in DecisionsOf(child))
        {
            var over = run.Adopted ?? run.GivenUp;
            if (run.Made <= last && (over is not { } day || day >= first))
            {
                var givenUp = run.GivenUp <= last ? run.GivenUp : null;
                yield return new SubmittedAdoptionDecision(
                    child.Particulars.Id, child.Particulars.Born, run.Made, givenUp, givenUp is null ? "" : "RD3");
            }
        }
    }

    private static IEnumerable<Decision> DecisionsOf(ChildRecord child)
    {
        Decision? run = null;
        foreach (var episode in child.Episodes)
        {
            if (run is not null && (episode.LegalStatus != "E1" || episode.ReasonNew == "S"))
            {
                yield return run with { GivenUp = run.Until };
                run = null;
            }

            if (episode.LegalStatus != "E1")
            {
                continue;
            }

            run ??= new Decision(episode.Commenced, episode.Commenced, false, null, null, null);
            run = episode.Place.StartsWith('A') && !run.IsPlaced
                ? run with { Placed = episode.Commenced, ByCarer = episode.Place is "A3" or "A5", IsPlaced = true }
                : run;
            run = run with { Until = episode.Ceased };
            if (episode.ReasonCeased is "E11" or "E12")
            {
                yield return run with { Adopted = episode.Ceased };
                run = null;
            }
        }

        if (run is not null)
        {
            // The last episode: still open, or the child left care without being adopted.
            yield return run with { GivenUp = run.Until };
        }
    }

    private sealed record Decision(DateOnly Made, DateOnly Placed, bool ByCarer, DateOnly? Adopted, DateOnly? GivenUp, DateOnly? Until)
    {
        public bool IsPlaced { get; init; }
    }
}
