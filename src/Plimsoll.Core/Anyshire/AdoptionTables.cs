using Plimsoll.Core.Care.Submitted;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Anyshire;

/// <summary>AD1 and PlacedAdoption: what the returns say about adoption, told from the episodes.</summary>
internal static class AdoptionTables
{
    /// <summary>The row of a child adopted in the year.</summary>
    public static IEnumerable<SubmittedAdoption> Adopted(ChildRecord child, DateOnly first, DateOnly last, ulong seed)
    {
        foreach (var episode in child.Episodes)
        {
            if (episode.ReasonCeased is not ("E11" or "E12") || episode.Ceased is not { } day || day < first || day > last)
            {
                continue;
            }

            var random = Xoshiro256.For(seed, Streams.Tables, 1, (ulong)child.Number);
            var placed = FirstPlaced(child, episode.Ceased.Value) ?? episode.Commenced;
            var two = Shares.Chance(random, 0.88);
            var sex = two ? Shares.Draw(random, ("MF", 0.80), ("MM", 0.12), ("FF", 0.08)) : Shares.Draw(random, ("F1", 0.9), ("M1", 0.1));
            var status = !two ? "L0" : sex == "MF" ? Shares.Draw(random, ("L11", 0.8), ("L3", 0.2)) : Shares.Draw(random, ("L12", 0.6), ("L2", 0.1), ("L4", 0.3));
            yield return new SubmittedAdoption(
                child.Particulars.Id,
                child.Particulars.Born,
                Decided(child, episode.Ceased.Value),
                placed.AddDays(-7 - random.NextBelow(14)) is var matched && matched < Decided(child, day) ? Decided(child, day) : matched,
                episode.Place is "A5" or "A3" ? "1" : "0",
                two ? "2" : "1",
                sex,
                status);
        }
    }

    /// <summary>The decision in force or ended in the year that a child should be placed for adoption.</summary>
    public static IEnumerable<SubmittedAdoptionDecision> Decisions(ChildRecord child, DateOnly first, DateOnly last)
    {
        var order = child.Episodes.FirstOrDefault(episode => episode.LegalStatus == "E1");
        if (order is null || order.Commenced > last)
        {
            yield break;
        }

        var after = child.Episodes.FirstOrDefault(episode => episode.LegalStatus != "E1" && episode.Commenced > order.Commenced);
        var ceased = after?.Commenced;
        if (ceased is { } day && day < first)
        {
            yield break;
        }

        var known = ceased <= last ? ceased : null;
        yield return new SubmittedAdoptionDecision(
            child.Particulars.Id, child.Particulars.Born, order.Commenced, known, known is null ? "" : "RD3");
    }

    private static DateOnly Decided(ChildRecord child, DateOnly adopted) =>
        child.Episodes.Where(episode => episode.LegalStatus == "E1" && episode.Commenced < adopted).Select(episode => episode.Commenced).First();

    private static DateOnly? FirstPlaced(ChildRecord child, DateOnly adopted)
    {
        foreach (var episode in child.Episodes)
        {
            if (episode.Place.StartsWith('A') && episode.Commenced < adopted)
            {
                return episode.Commenced;
            }
        }

        return null;
    }
}
