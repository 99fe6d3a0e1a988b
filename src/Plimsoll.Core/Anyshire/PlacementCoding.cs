using Plimsoll.Core.Care;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Anyshire;

/// <summary>A placement as a return describes it.</summary>
/// <param name="Place">PLACE; the sub-types Z11 to Z14 also before 2026, when they are written Z1.</param>
/// <param name="Provider">PLACE_PROVIDER.</param>
/// <param name="Postcode">PL_POST.</param>
/// <param name="Urn">URN.</param>
internal sealed record CodedPlacement(string Place, string Provider, string Postcode, string Urn);

/// <summary>Writes a placement state of the simulated world in the codes of the return.</summary>
internal static class PlacementCoding
{
    /// <summary>From this day accommodation for sixteen and seventeen year olds must be registered (K3).</summary>
    public static readonly DateOnly SupportedRegistered = new(2023, 10, 28);

    /// <summary>Codes a new placement with a new carer.</summary>
    public static CodedPlacement New(
        PlacementState state, LegalRoad legal, DateOnly day, ChildParticulars child, AnyshirePlaces places, Xoshiro256 random)
    {
        var age = Ages.On(child.Born, day);
        return state switch
        {
            PlacementState.KinshipFoster => Fostering("U3", places.OwnFostering, 0.82, random),
            PlacementState.FosterInHouse => Fostering(FosterCode(age, legal, random), places.OwnFostering, 0.75, random),
            PlacementState.FosterAgency => Fostering(FosterCode(age, legal, random), AnyshirePlaces.OneOf(places.FosterAgencies, random), 0.35, random),
            PlacementState.HomeInHouse => Home("K2", AnyshirePlaces.OneOf(places.OwnHomes, random)),
            PlacementState.HomeExternal => ExternalHome(child, places, random),
            PlacementState.Secure => Home("K1", AnyshirePlaces.OneOf(places.SecureHomes, random)),
            PlacementState.ResidentialOther when age < 4 && Shares.Chance(random, 0.8) => Home("R3", AnyshirePlaces.OneOf(places.FamilyCentres, random)),
            PlacementState.ResidentialOther when age >= 5 && Shares.Chance(random, 0.6) => Home("S1", AnyshirePlaces.OneOf(places.Schools, random)),
            PlacementState.ResidentialOther => new CodedPlacement("R2", "PR3", AnyshirePlaces.Postcode(random, 0.6), ""),
            PlacementState.Supported => SupportedOn(day, places, random),
            PlacementState.PlacedForAdoption => Adopters(places, random),
            PlacementState.WithParents => new CodedPlacement("P1", "PR0", child.HomePostcode, ""),
            PlacementState.Custody => new CodedPlacement("R5", "PR3", AnyshirePlaces.Postcode(random, 0), ""),
            _ => new CodedPlacement(OtherCode(age, random), "", AnyshirePlaces.Postcode(random, 0.5), ""),
        };
    }

    /// <summary>The same carer, now long term.</summary>
    public static CodedPlacement LongTerm(CodedPlacement now) => now with { Place = now.Place is "U3" or "U2" ? "U1" : "U4" };

    /// <summary>The same foster carer, now as adopter.</summary>
    public static CodedPlacement WithAdoptingCarer(CodedPlacement now, AnyshirePlaces places) =>
        now with { Place = "A5", Provider = places.OwnAdoption.Provider, Urn = places.OwnAdoption.Urn };

    /// <summary>The same accommodation after registration.</summary>
    public static CodedPlacement Registered(CodedPlacement now, AnyshirePlaces places, Xoshiro256 random)
    {
        var provider = AnyshirePlaces.OneOf(places.Supported, random);
        return now with { Place = "K3", Provider = provider.Provider, Urn = provider.Urn };
    }

    /// <summary>PLACE as a collection year writes it.</summary>
    public static string PlaceIn(int collectionYear, string place) =>
        collectionYear < 2026 && place.StartsWith("Z1", StringComparison.Ordinal) ? "Z1" : place;

    private static string FosterCode(int age, LegalRoad legal, Xoshiro256 random) =>
        age < 2 && legal is LegalRoad.Interim && Shares.Chance(random, 0.15) ? "U5" : "U6";

    private static CodedPlacement Fostering(string place, MadeUpProvider provider, double inside, Xoshiro256 random) =>
        new(place, provider.Provider, AnyshirePlaces.Postcode(random, inside), provider.Urn);

    private static CodedPlacement Home(string place, MadeUpProvider provider) => new(place, provider.Provider, provider.Postcode, provider.Urn);

    private static CodedPlacement ExternalHome(ChildParticulars child, AnyshirePlaces places, Xoshiro256 random)
    {
        var home = AnyshirePlaces.OneOf(places.OtherHomes, random);
        return child.Need == "N2" && Shares.Chance(random, 0.15) ? new CodedPlacement("R1", home.Provider, home.Postcode, "") : Home("K2", home);
    }

    private static CodedPlacement SupportedOn(DateOnly day, AnyshirePlaces places, Xoshiro256 random)
    {
        var provider = AnyshirePlaces.OneOf(places.Supported, random);
        var postcode = AnyshirePlaces.Postcode(random, provider.Provider == "PR1" ? 1 : 0.52);
        return day >= SupportedRegistered ? new CodedPlacement("K3", provider.Provider, postcode, provider.Urn)
            : new CodedPlacement(Shares.Chance(random, 0.75) ? "H5" : "P2", provider.Provider, postcode, "");
    }

    private static CodedPlacement Adopters(AnyshirePlaces places, Xoshiro256 random)
    {
        var draw = random.NextDouble();
        var agency = draw < 0.6 ? places.OwnAdoption : draw < 0.8 ? places.RegionalAdoption : places.VoluntaryAdoption;
        return new CodedPlacement("A6", agency.Provider, AnyshirePlaces.Postcode(random, 0.3), agency.Urn);
    }

    private static string OtherCode(int age, Xoshiro256 random) => age < 10
        ? Shares.Draw(random, ("Z11", 0.6), ("Z14", 0.4))
        : Shares.Draw(random, ("Z11", 0.25), ("Z12", 0.35), ("Z13", 0.15), ("Z14", 0.25));
}
