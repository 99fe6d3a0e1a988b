using System.Globalization;
using Plimsoll.Core.Care;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Anyshire;

/// <summary>What the returns say about a child apart from what happens in care. Nothing here is a real person's.</summary>
/// <param name="Id">CHILD: six digits, leading zeros included.</param>
/// <param name="Born">Date of birth.</param>
/// <param name="IsGirl">Sex as recorded.</param>
/// <param name="Ethnicity">ETHNIC.</param>
/// <param name="Need">CIN.</param>
/// <param name="PupilNumber">A number of the right shape with a right check letter and an authority that does not exist.</param>
/// <param name="SchooledAbroad">No pupil number: came from abroad (UN3).</param>
/// <param name="HomePostcode">HOME_POST; empty for unaccompanied children.</param>
/// <param name="FirstChildBorn">For a girl who becomes a mother.</param>
/// <param name="IsUnaccompanied">Whether the child came alone seeking asylum.</param>
internal sealed record ChildParticulars(
    string Id,
    DateOnly Born,
    bool IsGirl,
    string Ethnicity,
    string Need,
    string PupilNumber,
    bool SchooledAbroad,
    string HomePostcode,
    DateOnly? FirstChildBorn,
    bool IsUnaccompanied)
{
    private const string CheckLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";

    /// <summary>Draws the particulars of a child; brothers and sisters share home and ethnicity.</summary>
    public static ChildParticulars Of(int number, int family, in CareSituation child, ulong seed)
    {
        var home = Xoshiro256.For(seed, Streams.Particulars, 0, (ulong)family);
        var own = Xoshiro256.For(seed, Streams.Particulars, 1, (ulong)number);
        var unaccompanied = child.Need == NeedGroup.Unaccompanied;
        var girl = Shares.Chance(own, unaccompanied ? 0.05 : 0.475);
        var born = DateOnly.FromDayNumber(child.Born);
        var mother = girl && Shares.Chance(own, 0.02) ? born.AddDays(5_700 + own.NextBelow(850)) : (DateOnly?)null;
        return new ChildParticulars(
            Identifier(number),
            born,
            girl,
            unaccompanied ? EthnicityAbroad(home) : EthnicityHere(home),
            NeedCode(child.Need, home),
            PupilNumberFor(number),
            unaccompanied && Shares.Chance(own, 0.6),
            unaccompanied ? "" : AnyshirePlaces.Postcode(home, 0.97),
            mother,
            unaccompanied);
    }

    /// <summary>The identifier of a child: neighbours in time are not neighbours in number.</summary>
    public static string Identifier(int number) => ((((long)number * 7_919) + 12_345) % 999_983).ToString("000000", CultureInfo.InvariantCulture);

    /// <summary>SEX as the return of a collection year writes it.</summary>
    public string SexIn(int collectionYear) => (collectionYear >= 2025, IsGirl) switch
    {
        (true, true) => "F",
        (true, false) => "M",
        (false, true) => "2",
        (false, false) => "1",
    };

    /// <summary>UPN as known at the end of a collection year.</summary>
    public string UpnAt(DateOnly day) => SchooledAbroad ? "UN3" : Ages.On(Born, day) < 5 ? "UN1" : PupilNumber;

    private static string PupilNumberFor(int number)
    {
        // Authority 099 does not exist, so that no number belongs to a real pupil.
        var digits = string.Create(CultureInfo.InvariantCulture, $"0994{(number * 7) % 1000:000}{number % 100_000:00000}");
        var sum = 0;
        for (var place = 0; place < digits.Length; place++)
        {
            sum += (digits[place] - '0') * (place + 2);
        }

        return CheckLetters[sum % 23] + digits;
    }

    private static string NeedCode(NeedGroup need, Xoshiro256 random) => need switch
    {
        NeedGroup.Abuse => "N1",
        NeedGroup.Disability => "N2",
        NeedGroup.Behaviour => "N6",
        NeedGroup.Unaccompanied => "N8",
        _ => Shares.Draw(random, ("N5", 0.54), ("N4", 0.32), ("N3", 0.12), ("N7", 0.02)),
    };

    private static string EthnicityHere(Xoshiro256 random) => Shares.Draw(
        random,
        ("WBRI", 72.0), ("WOTH", 3.6), ("WROM", 0.7), ("WIRT", 0.2), ("WIRI", 0.2), ("MWBC", 3.8), ("MWBA", 1.4), ("MWAS", 2.3),
        ("MOTH", 4.0), ("AIND", 0.4), ("APKN", 1.4), ("ABAN", 0.5), ("AOTH", 1.0), ("CHNE", 0.1), ("BCRB", 1.6), ("BAFR", 2.5),
        ("BOTH", 1.4), ("OOTH", 1.4), ("NOBT", 0.8), ("REFU", 0.1));

    private static string EthnicityAbroad(Xoshiro256 random) =>
        Shares.Draw(random, ("BAFR", 34), ("OOTH", 34), ("AOTH", 20), ("WOTH", 8), ("BOTH", 4));
}
