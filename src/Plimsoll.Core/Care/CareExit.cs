using System.Collections.Immutable;

namespace Plimsoll.Core.Care;

/// <summary>How a period of care ended, in the six groups that the forecast knows.</summary>
public enum CareExit
{
    /// <summary>HOME: returned to parents, relatives or others (E4A, E4B, E13).</summary>
    Home,

    /// <summary>SGO: special guardianship, residence or child arrangements order (E41, E43 to E48).</summary>
    SpecialGuardianship,

    /// <summary>ADOPTED: adoption order (E11, E12).</summary>
    Adopted,

    /// <summary>INDEPENDENT: independent living or adult-funded care before the eighteenth birthday (E5, E6, E7).</summary>
    Independent,

    /// <summary>AGE18: left at eighteen (E17; any exit on or after the birthday; E5 to E8 within 31 days before it).</summary>
    Age18,

    /// <summary>OTHER_EXIT: any other ending, or one whose reason was not recorded.</summary>
    Other,
}

/// <summary>The stable codes and the display words of the exits.</summary>
public static class CareExits
{
    private static readonly string[] Codes = ["HOME", "SGO", "ADOPTED", "INDEPENDENT", "AGE18", "OTHER_EXIT"];

    private static readonly string[] Labels =
    [
        "Returned home or to relatives",
        "Special guardianship or similar order",
        "Adopted",
        "Independent living before 18",
        "Turned 18",
        "Other or not recorded",
    ];

    /// <summary>Number of exits.</summary>
    public const int Count = 6;

    /// <summary>All exits in their order of display.</summary>
    public static ImmutableArray<CareExit> All { get; } = [.. Enum.GetValues<CareExit>()];

    /// <summary>The code used in files and JSON: "SGO".</summary>
    public static string Code(this CareExit exit) => Codes[(int)exit];

    /// <summary>The words that people read.</summary>
    public static string Label(this CareExit exit) => Labels[(int)exit];

    /// <summary>The exit with a given code; null when there is none.</summary>
    public static CareExit? FromCode(string code)
    {
        var index = Array.FindIndex(Codes, known => string.Equals(known, code, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : (CareExit)index;
    }
}
