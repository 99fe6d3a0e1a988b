using System.Collections.Immutable;

namespace Plimsoll.Core.Care;

/// <summary>
/// Where a child in care lives, as the forecast and the price list see it: twelve states, each a group of placement
/// codes and providers of the SSDA903 return. The mapping is the state column of the placement code list.
/// </summary>
public enum PlacementState
{
    /// <summary>KIN: foster care with family or friends (U1, U2, U3), any provider.</summary>
    KinshipFoster,

    /// <summary>FIH: foster care with the council's own carers (U4 to U6, provider PR1).</summary>
    FosterInHouse,

    /// <summary>IFA: foster care bought from an agency or another authority (U4 to U6, any other provider).</summary>
    FosterAgency,

    /// <summary>RIH: the council's own children's home (K2, R1, provider PR1).</summary>
    HomeInHouse,

    /// <summary>REX: a children's home run by others (K2, R1, any other provider).</summary>
    HomeExternal,

    /// <summary>SEC: secure children's home (K1).</summary>
    Secure,

    /// <summary>RSC: residential school, health establishment or family centre (S1, R2, R3).</summary>
    ResidentialOther,

    /// <summary>SUP: supported accommodation and independent living (K3, H5, P2, P3).</summary>
    Supported,

    /// <summary>ADO: placed for adoption (A3 to A6).</summary>
    PlacedForAdoption,

    /// <summary>PWP: placed with own parents (P1).</summary>
    WithParents,

    /// <summary>CUS: young offender institution (R5).</summary>
    Custody,

    /// <summary>OTH: any other placement (Z1, Z11 to Z14) and codes outside the lists.</summary>
    Other,
}

/// <summary>The stable codes and the display words of the twelve placement states.</summary>
public static class PlacementStates
{
    private static readonly string[] Codes = ["KIN", "FIH", "IFA", "RIH", "REX", "SEC", "RSC", "SUP", "ADO", "PWP", "CUS", "OTH"];

    private static readonly string[] Labels =
    [
        "Foster care, family or friends",
        "Foster care, our own carers",
        "Foster care, agency",
        "Children's home, our own",
        "Children's home, external",
        "Secure children's home",
        "Residential school, health or family centre",
        "Supported accommodation",
        "Placed for adoption",
        "Placed with parents",
        "Young offender institution",
        "Other placement",
    ];

    /// <summary>Number of states.</summary>
    public const int Count = 12;

    /// <summary>All states in their order of display.</summary>
    public static ImmutableArray<PlacementState> All { get; } = [.. Enum.GetValues<PlacementState>()];

    /// <summary>The three-letter code used in files, JSON and addresses: "IFA".</summary>
    public static string Code(this PlacementState state) => Codes[(int)state];

    /// <summary>The words that people read: "Foster care, agency".</summary>
    public static string Label(this PlacementState state) => Labels[(int)state];

    /// <summary>The state with a given three-letter code, in any letter case; null when there is none.</summary>
    public static PlacementState? FromCode(string code)
    {
        var index = Array.FindIndex(Codes, known => string.Equals(known, code, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : (PlacementState)index;
    }

    /// <summary>Whether the state is a residential one (RIH, REX, SEC, RSC).</summary>
    public static bool IsResidential(this PlacementState state) =>
        state is PlacementState.HomeInHouse or PlacementState.HomeExternal or PlacementState.Secure or PlacementState.ResidentialOther;
}
