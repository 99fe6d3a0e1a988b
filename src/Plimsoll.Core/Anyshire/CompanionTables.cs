using System.Globalization;
using Plimsoll.Core.Care;
using Plimsoll.Core.Care.Submitted;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Anyshire;

/// <summary>
/// The tables beside the episodes for one collection year. What does not change from year to year (review dates,
/// social workers) is drawn per period of care, so that neighbouring returns tell the same story.
/// </summary>
internal sealed class CompanionTables(int year, ulong seed)
{
    private readonly DateOnly first = new(year - 1, 4, 1);
    private readonly DateOnly last = new(year, 3, 31);

    /// <summary>Whether a child was in care on every day of the year.</summary>
    public static bool WholeYear(ChildRecord child, DateOnly first, DateOnly last) =>
        child.LastPeriodIn(first, last) is { } period && period.Start <= first && period.Contains(last);

    /// <summary>Reviews: within four weeks, within three months of that, then every six months.</summary>
    public IEnumerable<SubmittedReview> Reviews(ChildRecord child)
    {
        var who = child.Particulars;
        foreach (var period in child.Periods)
        {
            var random = Stream(10, child.Number, (ulong)period.Start.DayNumber);
            var held = period.Start.AddDays(14 + random.NextBelow(14));
            for (var number = 0; held <= last && period.Contains(held); number++)
            {
                var code = Participation(Ages.On(who.Born, held), random);
                if (held >= first)
                {
                    yield return new SubmittedReview(who.Id, who.Born, held, code);
                }

                held = held.AddDays(number == 0 ? 75 + random.NextBelow(15) : 165 + random.NextBelow(18));
            }
        }
    }

    /// <summary>UASC: the status ends with the eighteenth birthday.</summary>
    public SubmittedUnaccompanied Unaccompanied(ChildRecord child)
    {
        var who = child.Particulars;
        var eighteen = Ages.Birthday(who.Born, 18);
        return new SubmittedUnaccompanied(who.Id, who.SexIn(year), who.Born, eighteen <= last ? eighteen : null);
    }

    /// <summary>OC2 of a child in care all year.</summary>
    public SubmittedOutcome Outcome(ChildRecord child)
    {
        var random = Stream(11, child.Number, (ulong)year);
        var who = child.Particulars;
        var age = Ages.On(who.Born, last);
        var ageAtStart = Ages.On(who.Born, first);
        var asked = age >= 4 && ageAtStart < 17;
        var scored = asked && age <= 16 && Shares.Chance(random, 0.80);
        var misuse = age >= 11 && Shares.Chance(random, 0.06);
        var received = misuse && Shares.Chance(random, 0.45);
        string Yes(double share) => Shares.Chance(random, share) ? "1" : "0";
        return new SubmittedOutcome(
            who.Id,
            who.Born,
            scored ? Math.Clamp((int)(13.5 + (7.2 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2)), 0, 40) : null,
            !asked || scored ? "" : age > 16 ? "SDQ1" : Shares.Draw(random, ("SDQ2", 0.2), ("SDQ3", 0.1), ("SDQ4", 0.5), ("SDQ5", 0.2)),
            age >= 10 ? Yes(0.02) : "",
            age < 5 ? Yes(0.88) : "",
            Yes(0.82),
            Yes(0.79),
            Yes(0.90),
            misuse ? "1" : "0",
            misuse ? (received ? "1" : "0") : "",
            misuse && !received ? Yes(0.8) : "");
    }

    /// <summary>PrevPerm for the period of care of the year, where it began since April 2016.</summary>
    public IEnumerable<SubmittedEarlierPermanence> EarlierPermanence(ChildRecord child)
    {
        var who = child.Particulars;
        if (child.LastPeriodIn(first, last) is not { } period || period.Start < new DateOnly(2016, 4, 1))
        {
            yield break;
        }

        var random = Stream(12, child.Number, (ulong)period.Start.DayNumber);
        var kind = who.IsUnaccompanied || Ages.On(who.Born, period.Start) < 2
            ? "Z1"
            : Shares.Draw(random, ("Z1", 0.91), ("P1", 0.015), ("P2", 0.045), ("P3", 0.025), ("P4", 0.005));
        if (kind == "Z1")
        {
            yield return new SubmittedEarlierPermanence(who.Id, who.Born, kind, "", "");
            yield break;
        }

        var span = period.Start.DayNumber - who.Born.DayNumber;
        var granted = who.Born.AddDays(200 + random.NextBelow(Math.Max(1, span - 300)));
        var text = random.NextBelow(10) switch
        {
            < 6 => granted.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            < 9 => granted.ToString("'zz/'MM/yyyy", CultureInfo.InvariantCulture),
            _ => "zz/zz/zzzz",
        };
        yield return new SubmittedEarlierPermanence(who.Id, who.Born, kind, "", text);
    }

    /// <summary>Missing and away: some teenagers, a few of them often.</summary>
    public IEnumerable<SubmittedMissing> Missing(ChildRecord child)
    {
        var who = child.Particulars;
        var random = Stream(13, child.Number, (ulong)year);
        if (Ages.On(who.Born, last) < 11 || child.LastPeriodIn(first, last) is not { } period || !Shares.Chance(random, 0.17))
        {
            yield break;
        }

        var often = Shares.Chance(random, 0.25);
        var day = (period.Start > first ? period.Start : first).AddDays(5 + random.NextBelow(often ? 60 : 250));
        for (var time = 0; time < (often ? 12 : 2); time++)
        {
            var back = day.AddDays(1 + random.NextBelow(3));
            if (back > last || !period.Contains(back))
            {
                yield break;
            }

            // A missing episode ends with the placement it began in; one that would span a change is not told.
            if (child.Episodes.Any(episode => episode.Ceased >= day && episode.Ceased <= back))
            {
                yield break;
            }

            yield return new SubmittedMissing(who.Id, who.Born, Shares.Chance(random, 0.75) ? "M" : "A", day, back);
            day = back.AddDays(6 + random.NextBelow(often ? 35 : 120));
        }
    }

    /// <summary>Social workers one after the other through each period of care.</summary>
    public IEnumerable<SubmittedSocialWorker> SocialWorkers(ChildRecord child)
    {
        var who = child.Particulars;
        foreach (var period in child.Periods)
        {
            var random = Stream(14, child.Number, (ulong)period.Start.DayNumber);
            var from = period.Start;
            var reason = "FCONTA";
            while (from <= last && period.Contains(from))
            {
                var until = from.AddDays(90 + random.NextBelow(700));
                var end = period.End is { } over && over <= until ? over : until;
                var worker = string.Create(CultureInfo.InvariantCulture, $"SW{9_000_000_000 + random.NextBelow(140)}");
                if (end >= first)
                {
                    yield return new SubmittedSocialWorker(
                        who.Id, who.Born, worker, from, end <= last ? end : null, from >= new DateOnly(2023, 4, 1) ? reason : "");
                }

                reason = Shares.Draw(random, ("LEFTRL", 0.38), ("TSPROC", 0.30), ("MANAGE", 0.17), ("ABSENC", 0.07), ("ORGRST", 0.06), ("PCCHAN", 0.02));
                from = end;
            }
        }
    }

    /// <summary>Deprivation of liberty orders: a few teenagers in a home or another placement.</summary>
    public IEnumerable<SubmittedDeprivation> Deprivations(ChildRecord child)
    {
        var who = child.Particulars;
        var episode = child.Episodes.LastOrDefault(episode => YearReturns.Overlaps(episode, first, last));
        var random = Stream(15, child.Number, (ulong)year);
        if (episode is null || episode.Place is not ("Z12" or "Z13" or "K2") || Ages.On(who.Born, first) < 12
            || !Shares.Chance(random, episode.Place == "K2" ? 0.03 : 0.4))
        {
            yield break;
        }

        var from = (episode.Commenced > first ? episode.Commenced : first).AddDays(3);
        var until = from.AddDays(60 + random.NextBelow(120));
        var end = episode.Ceased is { } ceased && ceased < until ? ceased : until;
        if (from <= last && from < end)
        {
            yield return new SubmittedDeprivation(who.Id, who.Born, from, end <= last ? end : null);
        }
    }

    private Xoshiro256 Stream(ulong table, int child, ulong key) => Xoshiro256.For(seed, Streams.Tables, table, (ulong)child, key);

    private static string Participation(int age, Xoshiro256 random) => age < 4
        ? "PN0"
        : Shares.Draw(random, ("PN1", 48), ("PN2", 6), ("PN3", 2), ("PN4", 1), ("PN5", 18), ("PN6", 18), ("PN7", 7));
}
