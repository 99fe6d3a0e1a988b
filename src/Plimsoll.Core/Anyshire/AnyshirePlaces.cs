using System.Collections.Immutable;
using System.Globalization;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Anyshire;

/// <summary>A made-up home, agency or service with a made-up Ofsted number.</summary>
/// <param name="Urn">Made up: no real number starts with SC9 or 99.</param>
/// <param name="Postcode">Postcode of the home; empty for an agency, whose carers live elsewhere.</param>
/// <param name="Provider">PLACE_PROVIDER code.</param>
internal sealed record MadeUpProvider(string Urn, string Postcode, string Provider);

/// <summary>
/// The made-up homes, agencies and postcodes of Anyshire. The areas AN (the county), QV (next to it) and VX (far away)
/// are not used by Royal Mail.
/// </summary>
internal sealed class AnyshirePlaces
{
    private const string Letters = "ABDEFGHJLNPQRSTUWXYZ";

    private AnyshirePlaces(Xoshiro256 random)
    {
        var number = 10_000;
        MadeUpProvider Home(string provider, double inside) =>
            new(string.Create(CultureInfo.InvariantCulture, $"SC9{number++:00000}"), Postcode(random, inside), provider);
        MadeUpProvider Agency(string provider) => new(string.Create(CultureInfo.InvariantCulture, $"99{number++:00000}"), "", provider);

        OwnFostering = Agency("PR1");
        OwnAdoption = Agency("PR1");
        RegionalAdoption = new MadeUpProvider("XXXXXXX", "", "PR2");
        VoluntaryAdoption = Agency("PR5");
        FosterAgencies = [.. Enumerable.Range(0, 14).Select(index => Agency(index % 5 == 4 ? "PR5" : "PR4"))];
        OwnHomes = [.. Enumerable.Range(0, 3).Select(_ => Home("PR1", 1))];
        OtherHomes = [.. Enumerable.Range(0, 45).Select(index => Home(index % 14 == 13 ? "PR5" : index % 30 == 29 ? "PR2" : "PR4", 0.3))];
        SecureHomes = [.. Enumerable.Range(0, 2).Select(_ => Home("PR2", 0))];
        Schools = [.. Enumerable.Range(0, 4).Select(index => Home(index == 3 ? "PR5" : "PR4", 0.2))];
        FamilyCentres = [.. Enumerable.Range(0, 4).Select(index => Home(index == 0 ? "PR1" : "PR4", index == 0 ? 1 : 0.5))];
        Supported = [.. Enumerable.Range(0, 24).Select(index => Home(index % 12 == 0 ? "PR1" : index % 8 == 7 ? "PR5" : "PR4", index % 12 == 0 ? 1 : 0.6))];
    }

    public MadeUpProvider OwnFostering { get; }

    public MadeUpProvider OwnAdoption { get; }

    public MadeUpProvider RegionalAdoption { get; }

    public MadeUpProvider VoluntaryAdoption { get; }

    public ImmutableArray<MadeUpProvider> FosterAgencies { get; }

    public ImmutableArray<MadeUpProvider> OwnHomes { get; }

    public ImmutableArray<MadeUpProvider> OtherHomes { get; }

    public ImmutableArray<MadeUpProvider> SecureHomes { get; }

    public ImmutableArray<MadeUpProvider> Schools { get; }

    public ImmutableArray<MadeUpProvider> FamilyCentres { get; }

    public ImmutableArray<MadeUpProvider> Supported { get; }

    public static AnyshirePlaces Make(ulong seed) => new(Xoshiro256.For(seed, Streams.Places));

    /// <summary>One of several providers.</summary>
    public static MadeUpProvider OneOf(ImmutableArray<MadeUpProvider> providers, Xoshiro256 random) => providers[random.NextBelow(providers.Length)];

    /// <summary>A made-up postcode.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="inside">Share of addresses inside the county.</param>
    public static string Postcode(Xoshiro256 random, double inside)
    {
        var draw = random.NextDouble();
        var area = draw < inside ? "AN" : draw < inside + ((1 - inside) * 0.7) ? "QV" : "VX";
        var district = 1 + random.NextBelow(area == "AN" ? 28 : 60);
        var sector = 1 + random.NextBelow(9);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{area}{district} {sector}{Letters[random.NextBelow(Letters.Length)]}{Letters[random.NextBelow(Letters.Length)]}");
    }
}
