using Plimsoll.Core.Care;
using Plimsoll.Core.Care.Submitted;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Anyshire;

/// <summary>OC3: young people who left care after sixteen and have a seventeenth to twenty-first birthday in the year.</summary>
internal static class LeaverTable
{
    private const int ThirteenWeeks = 91;

    /// <summary>Whether the return of a year has a row for somebody.</summary>
    public static bool Belongs(ChildRecord child, DateOnly first, DateOnly last)
    {
        if (BirthdayIn(child.Particulars.Born, first, last) is not { } birthday)
        {
            return false;
        }

        var (fourteen, sixteen) = (Ages.Birthday(child.Particulars.Born, 14), Ages.Birthday(child.Particulars.Born, 16));
        var nights = child.Periods.Sum(period => period.NightsWithin(fourteen, last));
        return child.Periods[^1].End is { } left && left > sixteen && left < birthday && nights >= ThirteenWeeks
            && child.Episodes[^1].ReasonCeased is not ("E11" or "E12" or "E2" or "E3");
    }

    /// <summary>The row of a care leaver.</summary>
    public static SubmittedLeaver Row(ChildRecord child, int year, ulong seed)
    {
        var random = Xoshiro256.For(seed, Streams.Tables, 3, (ulong)child.Number, (ulong)year);
        var who = child.Particulars;
        var touch = Shares.Draw(random, ("YES", 91), ("NO", 5), ("REFU", 2), ("NREQ", 1.5), ("RHOM", 0.5));
        if (touch is not ("YES" or "REFU" or "NREQ"))
        {
            return new SubmittedLeaver(who.Id, who.Born, touch, "0", "0");
        }

        var (fullTime, partTime) = year >= 2022 ? ("F5", "P5") : ("F3", "P3");
        var activity = Shares.Draw(
            random, ("F2", 26), ("F1", 6), (fullTime, 21), (year >= 2022 ? "F4" : "F3", 3), (partTime, 5), ("P2", 3), ("G5", 20), ("G4", 11), ("G6", 5));
        var minor = BirthdayIn(who.Born, new DateOnly(year - 1, 4, 1), new DateOnly(year, 3, 31)) is { } day && Ages.On(who.Born, day) < 18;
        var home = minor
            ? Shares.Draw(random, ("B1", 60), ("D1", 25), ("E1", 10), ("Y1", 5))
            : Shares.Draw(random, ("U1", 34), ("D1", 25), ("B1", 15), ("Z1", 10), ("C1", 3), ("E1", 3), ("K1", 3), ("X2", 3), ("S2", 2), ("V2", 1), ("Y1", 1));
        return new SubmittedLeaver(who.Id, who.Born, touch, activity, home);
    }

    private static DateOnly? BirthdayIn(DateOnly born, DateOnly first, DateOnly last)
    {
        for (var age = 17; age <= 21; age++)
        {
            var day = Ages.Birthday(born, age);
            if (day >= first && day <= last)
            {
                return day;
            }
        }

        return null;
    }
}
