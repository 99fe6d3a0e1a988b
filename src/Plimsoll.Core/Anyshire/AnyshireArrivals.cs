using Plimsoll.Core.Care;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Anyshire;

/// <summary>A child who arrives in care in Anyshire for the first time.</summary>
/// <param name="Family">Number of the family in its stream; brothers and sisters share it. Unaccompanied children are alone.</param>
/// <param name="Situation">How the child stands on the day of arrival, before care starts.</param>
/// <param name="Day">The day care starts.</param>
/// <param name="Legal">The legal road at the start.</param>
/// <param name="State">The first placement.</param>
internal readonly record struct Arrival(int Family, CareSituation Situation, int Day, LegalRoad Legal, PlacementState State);

/// <summary>
/// Who comes into care and when. Families arrive at random and bring one to four children, so that yearly counts vary
/// more than if each child came alone; unaccompanied children are a stream of their own.
/// </summary>
internal static class AnyshireArrivals
{
    private const double Year = 365.25;
    private static readonly double[] UnaccompaniedAges = [13.5, 15, 16, 16.5, 17, 17.4, 17.9];

    /// <summary>Every arrival from one day up to, and not including, another.</summary>
    /// <param name="from">First day.</param>
    /// <param name="until">Day after the last.</param>
    /// <param name="lastDay">The last day of the returns: arrivals grow up to it and are level afterwards.</param>
    /// <param name="random">The stream.</param>
    public static List<Arrival> Between(int from, int until, int lastDay, Xoshiro256 random)
    {
        var arrivals = new List<Arrival>();
        var family = 0;
        for (var day = NextDay(from, AnyshireRates.FamiliesPerYear, lastDay, random); day < until;
            day = NextDay(day, AnyshireRates.FamiliesPerYear, lastDay, random))
        {
            AddFamily(arrivals, family++, (int)day, random);
        }

        for (var day = NextDay(from, AnyshireRates.UnaccompaniedPerYear, lastDay, random); day < until;
            day = NextDay(day, AnyshireRates.UnaccompaniedPerYear, lastDay, random))
        {
            var band = random.NextBelow(UnaccompaniedAges.Length - 1);
            var age = Between(UnaccompaniedAges[band], UnaccompaniedAges[band + 1], random);
            arrivals.Add(One(family++, (int)day, age, NeedGroup.Unaccompanied, random));
        }

        return arrivals;
    }

    /// <summary>The legal road on which a child of an age starts care.</summary>
    public static LegalRoad LegalAtStart(double age, NeedGroup need, Xoshiro256 random)
    {
        var draw = random.NextDouble();
        return (need, age) switch
        {
            (NeedGroup.Unaccompanied, _) => LegalRoad.Agreement,
            (NeedGroup.Behaviour, >= 12) when draw < 0.35 => LegalRoad.Remand,
            (NeedGroup.Disability, _) => draw < 0.85 ? LegalRoad.Agreement : LegalRoad.Interim,
            (_, < 5) => Split(draw, 0.28, 0.52, 0.14),
            (_, < 13) => Split(draw, 0.38, 0.40, 0.18),
            _ => Split(draw, 0.70, 0.17, 0.12),
        };
    }

    private static LegalRoad Split(double draw, double agreement, double interim, double police) =>
        draw < agreement ? LegalRoad.Agreement
        : draw < agreement + interim ? LegalRoad.Interim
        : draw < agreement + interim + police ? LegalRoad.PoliceProtection
        : LegalRoad.EmergencyProtection;

    private static double NextDay(double day, double perYear, int lastDay, Xoshiro256 random)
    {
        var yearsBefore = Math.Clamp((lastDay - day) / Year, 0, AnyshireRates.GrowthYears);
        var growth = Math.Exp(AnyshireRates.Growth * (AnyshireRates.GrowthYears - yearsBefore));
        return day + (random.NextExponential() / (perYear * growth) * Year);
    }

    private static void AddFamily(List<Arrival> arrivals, int family, int day, Xoshiro256 random)
    {
        var age = EntryAge(random);
        var first = One(family, day, age, NeedAt(age, random), random);
        arrivals.Add(first);
        if (age >= 15 || first.Situation.Need is NeedGroup.Behaviour or NeedGroup.Disability)
        {
            return;
        }

        var draw = random.NextDouble();
        var siblings = 0;
        foreach (var share in AnyshireRates.SiblingShares)
        {
            draw -= share;
            if (draw < 0)
            {
                break;
            }

            siblings++;
        }

        var ages = new List<double> { age };
        for (var sibling = 0; sibling < Math.Min(siblings, 3); sibling++)
        {
            var other = SiblingAge(ages, random);
            ages.Add(other);
            var alone = One(family, day, other, first.Situation.Need, random, first.Legal);
            arrivals.Add(random.NextDouble() < 0.7 && SuitsAge(first.State, other) ? alone with { State = first.State } : alone);
        }
    }

    private static bool SuitsAge(PlacementState state, double age) =>
        state is PlacementState.KinshipFoster or PlacementState.FosterInHouse or PlacementState.FosterAgency or PlacementState.WithParents
        || (state == PlacementState.ResidentialOther && age < 3);

    private static double SiblingAge(List<double> ages, Xoshiro256 random)
    {
        // Brothers and sisters are at least ten months apart; after a few tries the next year free is taken.
        for (var attempt = 0; attempt < 12; attempt++)
        {
            var candidate = Between(0.05, 15, random);
            if (ages.TrueForAll(age => Math.Abs(age - candidate) > 0.85 && Math.Abs(age - candidate) < 9))
            {
                return candidate;
            }
        }

        return ages.Max() + 1.5;
    }

    private static Arrival One(int family, int day, double age, NeedGroup need, Xoshiro256 random, LegalRoad? shared = null)
    {
        // A child is in care before the day it turns eighteen by at least a month, and is born by the day it comes.
        var born = DateOnly.FromDayNumber(day - (int)(age * Year));
        var situation = new CareSituation
        {
            Born = born.DayNumber,
            Eighteen = Ages.Birthday(born, 18).DayNumber,
            Need = need,
            LastTurn = int.MinValue / 2,
        };
        var legal = shared ?? LegalAtStart(age, need, random);
        return new Arrival(family, situation, day, legal, PlacementChoice.AtStart(age, need, legal, random));
    }

    private static NeedGroup NeedAt(double age, Xoshiro256 random)
    {
        var draw = random.NextDouble();
        var (abuse, family, disability) = age switch
        {
            < 10 => (0.75, 0.235, 0.015),
            < 13 => (0.69, 0.26, 0.035),
            < 16 => (0.60, 0.31, 0.03),
            _ => (0.46, 0.42, 0.03),
        };
        return draw < abuse ? NeedGroup.Abuse
            : draw < abuse + family ? NeedGroup.Family
            : draw < abuse + family + disability ? NeedGroup.Disability
            : age >= 10 ? NeedGroup.Behaviour : NeedGroup.Family;
    }

    private static double EntryAge(Xoshiro256 random)
    {
        var draw = random.NextDouble();
        foreach (var (from, to, share) in AnyshireRates.EntryAges)
        {
            draw -= share;
            if (draw < 0)
            {
                return Between(from, to, random);
            }
        }

        var last = AnyshireRates.EntryAges[^1];
        return Between(last.FromAge, last.ToAge, random);
    }

    private static double Between(double from, double to, Xoshiro256 random) => from + ((to - from) * random.NextDouble());
}
